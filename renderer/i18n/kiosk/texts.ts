import type { Language, Localized, LocalizedList } from '../../../electron/contract/common';
import { type Translate, translations } from '../translations';
import en from './en.json';
import id from './id.json';
import jv from './jv.json';

export type TextKey = keyof typeof id;

const inLanguage = translations<TextKey>({ id, en, jv });

export interface Texts {
  readonly language: Language;
  /** A text of the kiosk. */
  readonly t: Translate<TextKey>;
  /** A text of the hall's configuration; Indonesian where the language's own is empty. */
  readonly local: (text: Localized) => string;
  readonly localList: (lists: LocalizedList) => readonly string[];
}

/** The kiosk's texts in a language. */
export function kioskTexts(language: Language): Texts {
  return {
    language,
    t: inLanguage(language),
    local: (text) => text[language] || text.id,
    localList: (lists) => lists.id.map((line, index) => lists[language][index] || line),
  };
}
