import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Localized } from '../../../electron/contract/common';
import { english } from './english';
import { indonesian } from './indonesian';

export type StaffLanguage = 'id' | 'en';

type Counted<Key> = Key extends `${infer Stem}_other` ? Stem : Key;
/** A text by its key; one that counts is asked for by its stem, with `count`. */
export type TextKey = Counted<keyof typeof indonesian>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const languageKept = 'antre.staff.language';

const instance = createInstance();
void instance.use(initReactI18next).init({
  lng: localStorage.getItem(languageKept) === 'en' ? 'en' : 'id',
  fallbackLng: 'id',
  resources: { id: { translation: indonesian }, en: { translation: english } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = instance.language;

/** The page's texts in the language chosen at this browser, and the way to choose the other one. */
export function useTexts(): {
  readonly t: Translate;
  readonly language: StaffLanguage;
  /** A text that the hall's admin wrote, in the page's language or else in Indonesian. */
  readonly local: (text: Localized) => string;
  readonly choose: (language: StaffLanguage) => void;
} {
  const { t, i18n } = useTranslation(undefined, { i18n: instance });
  const language: StaffLanguage = i18n.language === 'en' ? 'en' : 'id';
  const local = useCallback((text: Localized) => text[language] || text.id, [language]);
  const choose = useCallback((chosen: StaffLanguage) => {
    localStorage.setItem(languageKept, chosen);
    document.documentElement.lang = chosen;
    void instance.changeLanguage(chosen);
  }, []);
  return { t: t as unknown as Translate, language, local, choose };
}
