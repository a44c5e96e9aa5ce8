import { useEntranceTexts } from './entrance-texts';
import styles from './language-choice.module.css';
import type { OfficeLanguage } from './office-texts';

/** The button in a deep band that turns the page into the other language. */
export function LanguageChoice() {
  const { t, language, choose } = useEntranceTexts();
  const other: OfficeLanguage = language === 'id' ? 'en' : 'id';
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => choose(other)}>
      <span aria-hidden>{other.toUpperCase()}</span>
      <span className={styles.unseen}>{t('language.other')}</span>
    </button>
  );
}
