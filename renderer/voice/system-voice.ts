/** A sentence that isn't begun or ended by then never is: some systems keep silent without a word. */
const allowedMs = 30_000;

/**
 * Says an Indonesian sentence by a voice that is installed on this machine; answers, once it was said, whether there was
 * one. A browser's voices by network don't count: a hall works without internet. `volume` 0 … 1, `speed` 1 as usual.
 */
export async function sayBySystem(
  sentence: string,
  { volume, speed }: { readonly volume: number; readonly speed: number },
): Promise<boolean> {
  const voice = await installedVoice();
  if (!voice) return false;
  const utterance = new SpeechSynthesisUtterance(sentence);
  Object.assign(utterance, { voice, lang: voice.lang, volume, rate: speed });
  return await new Promise((resolve) => {
    const timer = setTimeout(() => {
      speechSynthesis.cancel();
      resolve(false);
    }, allowedMs);
    const end = (wasSaid: boolean) => {
      clearTimeout(timer);
      resolve(wasSaid);
    };
    utterance.addEventListener('end', () => end(true));
    utterance.addEventListener('error', () => end(false));
    speechSynthesis.speak(utterance);
  });
}

/** Milliseconds in which a browser has found its voices, if it finds any. */
const voicesFoundMs = 1_000;

async function installedVoice(): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const find = () =>
    speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^(id|in)\b/i.test(lang));
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
