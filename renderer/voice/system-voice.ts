import type { Language } from '../../electron/contract/languages';
import type { Utterance } from './speech';

/** A sentence that isn't begun or ended by then never is: some systems keep silent without a word. */
const allowedMs = 30_000;

/** How the languages of voices are tagged, by their systems and by older ones. */
const tags: Readonly<Record<Language, RegExp>> = { id: /^(id|in)\b/i, en: /^en\b/i, jv: /^jv\b/i };

/**
 * Says a sentence by a voice that is installed on this machine; answers, once it was said or stopped, whether there was
 * one that said it. A browser's voices by network don't count: a hall works without internet. `volume` 0 … 1, `speed` 1 as usual.
 */
export async function sayBySystem(
  { language, text }: Utterance,
  {
    volume,
    speed,
    signal,
  }: { readonly volume: number; readonly speed: number; readonly signal?: AbortSignal },
): Promise<boolean> {
  const voice = await installedVoice(language);
  if (!voice || signal?.aborted) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  Object.assign(utterance, { voice, lang: voice.lang, volume, rate: speed });
  return await new Promise((resolve) => {
    const giveUp = () => {
      speechSynthesis.cancel();
      end(false);
    };
    const timer = setTimeout(giveUp, allowedMs);
    const end = (wasSaid: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      resolve(wasSaid);
    };
    signal?.addEventListener('abort', giveUp);
    utterance.addEventListener('end', () => end(true));
    utterance.addEventListener('error', () => end(false));
    speechSynthesis.speak(utterance);
  });
}

/** Whether this machine has a voice of its own for a language. */
export async function hasSystemVoice(language: Language): Promise<boolean> {
  return (await installedVoice(language)) !== undefined;
}

/** Milliseconds in which a browser has found its voices, if it finds any. */
const voicesFoundMs = 1_000;

async function installedVoice(language: Language): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const find = () =>
    speechSynthesis.getVoices().find(({ lang, localService }) => localService && tags[language].test(lang));
  const found = find();
  if (found || speechSynthesis.getVoices().length > 0) return found;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, voicesFoundMs);
    speechSynthesis.onvoiceschanged = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return find();
}
