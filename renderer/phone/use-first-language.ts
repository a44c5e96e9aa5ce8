import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../electron/contract/common';

/** Shows the page in the language the ticket was taken in, until its holder chooses another. */
export function useFirstLanguage(language: Language | undefined): void {
  const { i18n } = useTranslation();
  const applied = useRef<Language>(undefined);
  useEffect(() => {
    if (!language || applied.current === language) return;
    applied.current = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
}
