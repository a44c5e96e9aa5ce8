import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language, Localized, LocalizedList } from '../../electron/contract/common';
import en from '../i18n/kiosk/en.json';
import id from '../i18n/kiosk/id.json';
import jv from '../i18n/kiosk/jv.json';
import { type Translate, translations } from '../i18n/translations';

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

function textsIn(language: Language): Texts {
  return {
    language,
    t: inLanguage(language),
    local: (text) => text[language] || text.id,
    localList: (lists) => lists.id.map((line, index) => lists[language][index] || line),
  };
}

const TextsContext = createContext<Texts>(textsIn('id'));

/** Gives the screens their language, and tells the page's language to whatever reads it aloud. */
export function TextsProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const texts = useMemo(() => textsIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

export function useTexts(): Texts {
  return useContext(TextsContext);
}
