import type { Language } from '../../electron/contract/common';
import { languageTable } from '../../electron/contract/languages';
import styles from './language-choice.module.css';
import { useTexts } from './texts';

/** The hall's languages to choose from; nothing where it has but one. */
export function LanguageChoice({ languages }: { readonly languages: readonly Language[] }) {
  const { t, language, choose } = useTexts();
  if (languages.length < 2) return null;
  return (
    <fieldset className={styles.languages}>
      <legend>{t('language')}</legend>
      {languages.map((code) => (
        <button
          type="button"
          key={code}
          lang={code}
          aria-pressed={language === code}
          onClick={() => choose(code)}
        >
          {languageTable[code].name}
        </button>
      ))}
    </fieldset>
  );
}
