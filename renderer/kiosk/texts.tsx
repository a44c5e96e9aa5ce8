import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language } from '../../electron/contract/common';
import { kioskTexts, type Texts } from '../i18n/kiosk-texts';

const TextsContext = createContext<Texts>(kioskTexts('id'));

/** Gives the screens their language, and tells the page's language to whatever reads it aloud. */
export function TextsProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const texts = useMemo(() => kioskTexts(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

export function useTexts(): Texts {
  return useContext(TextsContext);
}
