import { clipOfSentence } from '../../electron/contract/clip-names';
import type { Language } from '../../electron/contract/languages';
import type { VoiceRecording } from '../../electron/contract/lobby';
import { callRoute, Refused } from '../client/api';
import type { Utterance } from './speech';

/** A language that Antre's machine has no voice for isn't asked for again at once: somebody may be waiting to hear the next source. */
const muteMs = 60_000;

/** No voice here, or this page is nobody's who may ask. */
const lasting: ReadonlySet<string> = new Set(['speech_unavailable', 'not_signed_in', 'forbidden']);

/** Finds what the hall recorded of sentences, by the list of recordings as it is when asked. */
export function recordedSentences(recordings: () => readonly VoiceRecording[]) {
  return async ({ language, text }: Utterance): Promise<ArrayBuffer | null> => {
    const clip = clipOfSentence(text);
    const found = recordings().find(
      (each) =>
        each.language === language &&
        (each.name === clip || (each.says !== null && clipOfSentence(each.says) === clip)),
    );
    if (!found) return null;
    const response = await fetch(found.url);
    if (!response.ok) throw new Error(`${found.url} answered ${response.status}`);
    return await response.arrayBuffer();
  };
}

/** Has Antre's machine make sentences; null where it has no voice for the language, or makes none now. */
export function madeSentences() {
  const muteUntil = new Map<Language, number>();
  return async ({ language, text }: Utterance): Promise<ArrayBuffer | null> => {
    if (performance.now() < (muteUntil.get(language) ?? 0)) return null;
    try {
      const { base64 } = await callRoute('sound', { query: { language, text } });
      return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
    } catch (error) {
      if (error instanceof Refused && lasting.has(error.problem.code)) {
        muteUntil.set(language, performance.now() + muteMs);
        return null;
      }
      throw error;
    }
  };
}

/** Whether a recording is of a whole sentence, which is fetched when it is said and not with the words of calls. */
export function isOfSentence({ name }: Pick<VoiceRecording, 'name'>): boolean {
  return name.startsWith('say-');
}
