import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Localized } from '../../../electron/contract/common';
import { type Language, languages, languageTable } from '../../../electron/contract/languages';

/** The languages of the pages that people work with. */
export type OfficeLanguage = 'id' | 'en';

type Counted<Key> = Key extends `${infer Stem}_other` ? Stem : Key;
export type OfficeTranslate<Key> = (
  key: Counted<Key> | `language.${Language}`,
  values?: Readonly<Record<string, string | number>>,
) => string;

const languageKept = 'antre.staff.language';

const instance = createInstance();
void instance.use(initReactI18next).init({
  lng: localStorage.getItem(languageKept) === 'en' ? 'en' : 'id',
  fallbackLng: 'id',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  // A language that the office has no name of its own for goes by what its speakers call it.
  parseMissingKeyHandler: (key) => {
    const language = languages.find((each) => key === `language.${each}`);
    return language ? languageTable[language].name : key;
  },
});
document.documentElement.lang = instance.language;

function choose(language: OfficeLanguage) {
  localStorage.setItem(languageKept, language);
  document.documentElement.lang = language;
  void instance.changeLanguage(language);
}

export interface OfficeTexts<Key> {
  readonly t: OfficeTranslate<Key>;
  readonly language: OfficeLanguage;
  /** A text that the hall's admin wrote, in the page's language or else in Indonesian. */
  readonly local: (text: Localized) => string;
  readonly choose: (language: OfficeLanguage) => void;
}

/** Makes a page's texts known under its name. A key that ends in `_other` counts: it is asked for by its stem. */
export function addOfficeTexts<Key extends string>(
  page: string,
  texts: {
    readonly id: Readonly<Record<Key, string>>;
    readonly en: Readonly<Record<NoInfer<Key>, string>>;
  },
): void {
  instance.addResourceBundle('id', page, texts.id);
  instance.addResourceBundle('en', page, texts.en);
}

/** A page's texts in the language chosen at this browser, and the way to choose the other one. */
export function useOfficeTexts<Key extends string>(page: string): OfficeTexts<Key> {
  const { t, i18n } = useTranslation(page, { i18n: instance });
  const language: OfficeLanguage = i18n.language === 'en' ? 'en' : 'id';
  const local = useCallback((text: Localized) => text[language] || text.id, [language]);
  return { t: t as unknown as OfficeTranslate<Key>, language, local, choose };
}
