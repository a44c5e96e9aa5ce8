import type { Clips } from './clips';
import type { SpokenClip } from './sentence';

export interface Scheduled {
  /** When the last clip ends, on the context's clock, in seconds. */
  readonly end: number;
  /** Settles once the last clip has been heard. */
  readonly heard: Promise<void>;
}

/**
 * Lays a sentence's clips on the context's clock one after another, to the sample: each begins where the one before
 * and its pause end, whatever the page is busy with meanwhile. Works for a live and for an offline context.
 */
export function scheduleSentence(
  context: BaseAudioContext,
  destination: AudioNode,
  clips: Clips,
  sentence: readonly SpokenClip[],
  { at, speed }: { readonly at: number; readonly speed: number },
): Scheduled {
  let begins = at;
  let end = at;
  let last: AudioBufferSourceNode | undefined;
  for (const { language, clip, pause } of sentence) {
    const buffer = clips.buffer(language, clip, speed);
    if (!buffer) continue;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(destination);
    source.start(begins);
    end = begins + buffer.duration;
    begins = end + pause / speed;
    last = source;
  }
  const heard = new Promise<void>((resolve) => {
    if (last) last.addEventListener('ended', () => resolve(), { once: true });
    else resolve();
  });
  return { end, heard };
}
