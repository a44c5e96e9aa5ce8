import type { Localized } from '../../../electron/contract/common';
import type { Language } from '../../../electron/contract/languages';
import { kioskTexts, type TextKey } from '../../i18n/kiosk-texts';
import type { Utterance } from '../../voice/speech';
import { inWords, type Prompt, prompts } from './in-words';

type Values = Readonly<Record<string, string | number>>;

/** How the spoken path words things in a language. */
export interface Wording {
  readonly language: Language;
  /** A prompt of the spoken path, figures in words. */
  say(prompt: Prompt, values?: Values): Utterance;
  /** A text that the touched path shows as well, figures in words. */
  shown(key: TextKey, values?: Values): Utterance;
  /** Any sentence of the hall's in this language, figures in words. */
  sentence(text: string): Utterance;
  /**
   * A name as the hall wrote it, unchanged, so that it is known by its recording; in Indonesian where it has none in the
   * language.
   */
  name(text: Localized): Utterance;
}

/** The wording in a language. */
export function wordingIn(language: Language): Wording {
  const say = prompts.in(language);
  const { t } = kioskTexts(language);
  const sentence = (text: string): Utterance => ({ language, text: inWords(text, language) });
  return {
    language,
    sentence,
    say: (prompt, values) => sentence(say(prompt, values)),
    shown: (key, values) => sentence(t(key, values)),
    name: (text) => (text[language] ? { language, text: text[language] } : { language: 'id', text: text.id }),
  };
}
