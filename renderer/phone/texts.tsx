import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Language, Localized } from '../../electron/contract/common';
import { type Catalogue, catalogue, type Translate } from '../../electron/texts/catalogue';
import type phoneIndonesian from '../../electron/texts/id/phone.json';
import type skmIndonesian from '../../electron/texts/id/skm-results.json';
import type surveyIndonesian from '../../electron/texts/id/survey.json';

const phone = catalogue<typeof phoneIndonesian>(
  import.meta.glob('../../electron/texts/*/phone.json', { eager: true, import: 'default' }),
);
const survey = catalogue<typeof surveyIndonesian>(
  import.meta.glob('../../electron/texts/*/survey.json', { eager: true, import: 'default' }),
);

const skm = catalogue<typeof skmIndonesian>(
  import.meta.glob('../../electron/texts/*/skm-results.json', { eager: true, import: 'default' }),
);

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

interface Texts<Key extends string> extends Chosen {
  readonly t: Translate<Key>;
  /** A text of the hall's, Indonesian where the language's own is empty. */
  readonly local: (text: Localized) => string;
}

const LanguageContext = createContext<Chosen>({ language: 'id', choose: () => undefined });

/** Gives the phone's pages their language, and tells it to whatever reads them aloud. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>('id');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}

/** The texts of a followed number and of taking one by phone. */
export function useTexts(): Texts<keyof typeof phoneIndonesian> {
  return useTextsOf(phone);
}

/** The texts of the survey, and of suggestions and complaints. */
export function useSurveyTexts(): Texts<keyof typeof surveyIndonesian> {
  return useTextsOf(survey);
}

/** The texts of the survey's published result. */
export function useSkmTexts(): Texts<keyof typeof skmIndonesian> {
  return useTextsOf(skm);
}

function useTextsOf<Key extends string>(texts: Catalogue<Key>): Texts<Key> {
  const { language, choose } = useContext(LanguageContext);
  const local = useCallback((text: Localized) => text[language] || text.id, [language]);
  return { t: texts.in(language), language, choose, local };
}
