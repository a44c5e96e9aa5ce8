import { useEffect, useRef } from 'react';
import type { Language } from '../../electron/contract/common';
import { useTexts } from './texts';

/** Shows the page in the language the ticket was taken in, until its holder chooses another. */
export function useFirstLanguage(language: Language | undefined): void {
  const { choose } = useTexts();
  const applied = useRef<Language>(undefined);
  useEffect(() => {
    if (!language || applied.current === language) return;
    applied.current = language;
    choose(language);
  }, [language, choose]);
}
