import styles from './language-choice.module.css';
import { officeLanguages, ownName, useEntranceTexts } from './office-texts';

/** The buttons in a deep band that turn the page into another language. */
export function LanguageChoice() {
  const { language, choose } = useEntranceTexts();
  return officeLanguages
    .filter((each) => each !== language)
    .map((each) => (
      <button key={each} type="button" className={styles.language} lang={each} onClick={() => choose(each)}>
        <span aria-hidden>{each.toUpperCase()}</span>
        <span className={styles.unseen}>{ownName(each)}</span>
      </button>
    ));
}
