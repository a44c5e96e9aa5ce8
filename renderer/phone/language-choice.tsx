import { useTranslation } from 'react-i18next';
import type { Language } from '../../electron/contract/common';
import { languageTable } from '../../electron/contract/languages';
import styles from './language-choice.module.css';

/** The hall's languages to choose from; nothing where it has but one. */
export function LanguageChoice({ languages }: { readonly languages: readonly Language[] }) {
  const { t, i18n } = useTranslation();
  if (languages.length < 2) return null;
  return (
    <fieldset className={styles.languages}>
      <legend>{t('language')}</legend>
      {languages.map((code) => (
        <button
          type="button"
          key={code}
          lang={code}
          aria-pressed={i18n.language === code}
          onClick={() => i18n.changeLanguage(code)}
        >
          {languageTable[code].name}
        </button>
      ))}
    </fieldset>
  );
}
