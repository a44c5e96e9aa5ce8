import type { SpeechSource, Utterance } from '../../voice/speech';

/** A sentence that hasn't begun or ended by then never does, in ms. */
const allowedMs = 60_000;

/** What says the sentences of the spoken path: the voices that are installed on this machine. */
export function createSpeech(): SpeechSource {
  let stopLast: () => void = () => undefined;
  return {
    say(utterances, volume) {
      stopLast();
      let stop: () => void = () => undefined;
      const stopped = new Promise<'stopped'>((resolve) => {
        stop = () => {
          globalThis.speechSynthesis?.cancel();
          resolve('stopped');
        };
      });
      stopLast = stop;
      return { ended: Promise.race([sayAll(utterances, volume), stopped]), stop };
    },
    prepare: () => undefined,
  };
}

async function sayAll(utterances: readonly Utterance[], volume: number): Promise<'said' | 'unsaid'> {
  if (!('speechSynthesis' in globalThis)) return 'unsaid';
  const voices = speechSynthesis.getVoices().filter(({ localService }) => localService);
  const spoken = utterances.map(({ language, text }) => {
    const voice = voices.find(({ lang }) => lang.toLowerCase().startsWith(language));
    return voice && Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, volume });
  });
  if (spoken.includes(undefined)) return 'unsaid';
  return await new Promise((resolve) => {
    const timer = setTimeout(() => resolve('unsaid'), allowedMs);
    const over = (outcome: 'said' | 'unsaid') => {
      clearTimeout(timer);
      resolve(outcome);
    };
    for (const each of spoken) {
      if (!each) continue;
      each.addEventListener('error', () => over('unsaid'));
      if (each === spoken.at(-1)) each.addEventListener('end', () => over('said'));
      speechSynthesis.speak(each);
    }
  });
}
