import type { Language } from '../../electron/contract/common';
import type { VoiceRecording } from '../../electron/contract/lobby';
import { decodeLevelled, toBuffer } from './decode';
import { stretch } from './stretch';

/** The clips that come with Antre, by `language/name`: where the built page finds each. */
const builtIn = new Map(
  Object.entries(
    import.meta.glob<string>('./{id,en}/*.opus', { query: '?url', import: 'default', eager: true }),
  ).map(([path, url]) => [path.replace(/^\.\/(.+)\.opus$/, '$1'), url]),
);

/** Where a clip that comes with Antre is fetched, or undefined where there is none. */
export function builtInClip(language: Language, clip: string): string | undefined {
  return builtIn.get(`${language}/${clip}`);
}

export interface Clips {
  has(language: Language, clip: string): boolean;
  /** The clip, trimmed, levelled and at the speed asked for; undefined where there is none. */
  buffer(language: Language, clip: string, speed: number): AudioBuffer | undefined;
  /**
   * Fetches and decodes what is not there yet: the hall's recordings, and Antre's own clips where the hall has none.
   * All of them beforehand, so that a call is spoken at once, and even while the server restarts. A recording
   * that can't be fetched or decoded leaves Antre's own in its place; what fails is tried again by the next `load`.
   */
  load(recordings: readonly Omit<VoiceRecording, 'says'>[]): Promise<void>;
  /** Settles once the first `load` has: a call that comes as the page opens waits for its clips. */
  readonly ready: Promise<void>;
}

/** Keeps the decoded clips for one audio context. Works while the context is still suspended. */
export function createClips(context: BaseAudioContext): Clips {
  const recorded = new Map<string, { readonly url: string; readonly buffer: AudioBuffer }>();
  const stretched = new Map<string, AudioBuffer>();
  let becomeReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  const fetchClip = async (key: string, url: string) => {
    if (recorded.get(key)?.url === url) return;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const buffer = await decodeLevelled(context, await response.arrayBuffer());
    if (!buffer) throw new Error(`${url} is silent`);
    recorded.set(key, { url, buffer });
    for (const stale of [...stretched.keys()].filter((each) => each.startsWith(`${key}@`))) {
      stretched.delete(stale);
    }
  };

  return {
    ready,
    has: (language, clip) => recorded.has(`${language}/${clip}`),
    buffer(language, clip, speed) {
      const key = `${language}/${clip}`;
      const original = recorded.get(key)?.buffer;
      if (!original || speed === 1 || clip === 'chime') return original;
      const atSpeed =
        stretched.get(`${key}@${speed}`) ??
        toBuffer(context, stretch(original.getChannelData(0), original.sampleRate, speed));
      stretched.set(`${key}@${speed}`, atSpeed);
      return atSpeed;
    },
    async load(recordings) {
      const own = new Map(recordings.map(({ language, name, url }) => [`${language}/${name}`, url]));
      const loadOne = async (key: string) => {
        for (const url of [own.get(key), builtIn.get(key)]) {
          if (url === undefined) continue;
          try {
            return await fetchClip(key, url);
          } catch (error) {
            console.warn(`The clip ${key} can't be used`, error);
          }
        }
      };
      const keys = [...new Set([...own.keys(), ...builtIn.keys()])];
      // Indonesian first: nothing can be said without it.
      await Promise.all(keys.filter((key) => key.startsWith('id/')).map(loadOne));
      await Promise.all(keys.filter((key) => !key.startsWith('id/')).map(loadOne));
      // A recording that the hall took away, and for which Antre has none, is no longer spoken.
      for (const key of recorded.keys()) if (!own.has(key) && !builtIn.has(key)) recorded.delete(key);
      becomeReady();
    },
  };
}
