import type { ComplaintReceipt } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { useSurveyTexts } from '../texts';
import styles from './survey.module.css';

/** The code of a message that was sent, where its answer is read, and by when there is one. */
export function MessageCode({ receipt }: { readonly receipt: ComplaintReceipt }) {
  const { t, language } = useSurveyTexts();
  return (
    <section className={styles.code}>
      <h2>{t('code')}</h2>
      <p className={styles.letters}>{receipt.code}</p>
      <p>{t('codeHint', { address: `${location.host}/aduan` })}</p>
      {receipt.dueOn && <p>{t('dueOn', { date: dateInWords(receipt.dueOn, language, 'day') })}</p>}
      <p>{t('lapor')}</p>
    </section>
  );
}
