import { type Language, languages } from '../../../electron/contract/languages';
import { madeSentences } from '../../voice/fetch-sentences';
import { type HallSpeech, openHallSpeech } from '../../voice/open-hall-speech';
import { hasSystemVoice } from '../../voice/system-voice';
import { prompts } from '../spoken/in-words';
import { loudest, usualVolume } from '../spoken/visit';
import { onScreen } from './on-screen';

/** How reading ended; `unsaid`: nothing had a voice. */
export type Outcome = 'said' | 'stopped' | 'unsaid';

let speech: HallSpeech | undefined;

/** In which languages this kiosk can say any sentence: by Antre's machine or by a voice of its own. */
export async function voicedLanguages(): Promise<ReadonlySet<Language>> {
  const make = madeSentences();
  const found = await Promise.all(
    languages.map(async (language) => {
      const text = prompts.in(language)('earIntro');
      const sound = await make({ language, text }).catch(() => null);
      return sound !== null || (await hasSystemVoice(language));
    }),
  );
  return new Set(languages.filter((_, index) => found[index]));
}

/**
 * Reads what the screen shows, part by part, each framed while it is said. Answers how it ended.
 *
 * @param language of the screen
 * @param signal stops at once
 */
export async function readAloud(language: Language, signal: AbortSignal): Promise<Outcome> {
  const root = document.querySelector('[data-mode]');
  if (!root) return 'unsaid';
  speech ??= openHallSpeech();
  const hall = speech;
  const parts = onScreen(root, language);
  const intro = { element: null, utterance: { language, text: prompts.in(language)('earIntro') } };
  const all = [...parts, intro];
  let wasHeard = false;
  for (const [at, { element, utterance }] of all.entries()) {
    if (signal.aborted) return 'stopped';
    element?.setAttribute('data-heard', '');
    const spoken = hall.say([utterance], usualVolume / loudest);
    const stop = () => spoken.stop();
    signal.addEventListener('abort', stop);
    hall.prepare(all.slice(at + 1, at + 4).map((next) => next.utterance));
    const outcome = await spoken.ended;
    signal.removeEventListener('abort', stop);
    element?.removeAttribute('data-heard');
    // A name in a language without a voice is passed over.
    wasHeard ||= outcome === 'said';
    if (outcome === 'stopped') return 'stopped';
    if (outcome === 'unsaid' && utterance.language === language && !wasHeard) return 'unsaid';
  }
  return 'said';
}
