import { decodeLevelled } from './decode';
import type { Utterance } from './speech';

/** Decoded sentences are kept up to so much: forty of five seconds. */
const mostSeconds = 200;

/** Sentences as one sound each, decoded and kept for a while. */
export interface WholeSounds {
  /** The sentence, or null where there is none, or it can't be fetched or decoded. Never rejects. */
  get(utterance: Utterance): Promise<AudioBuffer | null>;
}

/**
 * Keeps sentences of one audio context. `fetchFile` finds a sentence's file, or null; what came to nothing is asked for again the
 * next time.
 */
export function createWholeSounds(
  context: BaseAudioContext,
  fetchFile: (utterance: Utterance) => Promise<ArrayBuffer | null>,
): WholeSounds {
  /** The one that was used last at the end. */
  const kept = new Map<string, Promise<AudioBuffer | null>>();
  const seconds = new Map<string, number>();

  const fetchSound = async (utterance: Utterance, key: string) => {
    try {
      const file = await fetchFile(utterance);
      const buffer = file && (await decodeLevelled(context, file));
      if (!buffer) kept.delete(key);
      else note(key, buffer.duration);
      return buffer;
    } catch (error) {
      console.warn('A sentence could not be fetched', error);
      kept.delete(key);
      return null;
    }
  };
  const note = (key: string, duration: number) => {
    seconds.set(key, duration);
    let all = [...seconds.values()].reduce((sum, each) => sum + each, 0);
    for (const [old, length] of seconds) {
      if (all <= mostSeconds || old === key) return;
      all -= length;
      seconds.delete(old);
      kept.delete(old);
    }
  };
  return {
    get(utterance) {
      const key = `${utterance.language} ${utterance.text}`;
      const sound = kept.get(key) ?? fetchSound(utterance, key);
      kept.delete(key);
      kept.set(key, sound);
      const length = seconds.get(key);
      if (length !== undefined) {
        seconds.delete(key);
        seconds.set(key, length);
      }
      return sound;
    },
  };
}
