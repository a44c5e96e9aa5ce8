import type { Language, Localized, LocalizedList } from '../../electron/contract/common';
import { catalogue, type Translate } from '../../electron/texts/catalogue';
import type indonesian from '../../electron/texts/id/kiosk.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../electron/texts/*/kiosk.json', { eager: true, import: 'default' }),
);

export type TextKey = keyof typeof indonesian;

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
    t: texts.in(language),
    local: (text) => text[language] || text.id,
    localList: (lists) => lists.id.map((line, index) => lists[language]?.[index] || line),
  };
}
