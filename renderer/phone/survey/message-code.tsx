import { useTranslation } from 'react-i18next';
import type { Language } from '../../../electron/contract/common';
import type { ComplaintReceipt } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import styles from './survey.module.css';

/** The code of a message that was sent, where its answer is read, and by when there is one. */
export function MessageCode({ receipt }: { readonly receipt: ComplaintReceipt }) {
  const { t, i18n } = useTranslation('survey');
  return (
    <section className={styles.code}>
      <h2>{t('code')}</h2>
      <p className={styles.letters}>{receipt.code}</p>
      <p>{t('codeHint', { address: `${location.host}/aduan` })}</p>
      {receipt.dueOn && (
        <p>{t('dueOn', { date: dateInWords(receipt.dueOn, i18n.language as Language, 'day') })}</p>
      )}
      <p>{t('lapor')}</p>
    </section>
  );
}
