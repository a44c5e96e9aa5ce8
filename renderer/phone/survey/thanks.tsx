import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../electron/contract/common';
import type { SurveyReceipt } from '../../../electron/contract/survey';
import { formatDayAndMonth } from '../../i18n/time';
import styles from './survey.module.css';

/** A tablet thanks for so long, and longer where there is a code to note. */
const thanksMs = 8_000;
const codeMs = 45_000;

/** The visit is judged: thanks, and the code of a message. A tablet goes back to its start by itself. */
export function Thanks({
  receipt,
  token,
  onClosed,
  footer,
}: {
  readonly receipt: SurveyReceipt;
  readonly token: string;
  readonly onClosed: (() => void) | undefined;
  readonly footer: ReactNode;
}) {
  const { t, i18n } = useTranslation('survey');
  const { message } = receipt;
  useEffect(() => {
    if (!onClosed) return;
    const timer = setTimeout(onClosed, message ? codeMs : thanksMs);
    return () => clearTimeout(timer);
  }, [onClosed, message]);
  return (
    <main className={styles.page}>
      <section className={styles.thanks} role="status">
        <h1>{t('thanks')}</h1>
        <p>{t('thanksHint')}</p>
      </section>
      {message && (
        <section className={styles.code}>
          <h2>{t('code')}</h2>
          <p className={styles.letters}>{message.code}</p>
          <p>{t('codeHint', { address: `${location.host}/aduan` })}</p>
          {message.dueOn && (
            <p>{t('dueOn', { date: formatDayAndMonth(message.dueOn, i18n.language as Language) })}</p>
          )}
          <p>{t('lapor')}</p>
        </section>
      )}
      {onClosed ? (
        <button type="button" className={styles.send} onClick={onClosed}>
          OK
        </button>
      ) : (
        <a className={styles.quiet} href={`/t/${token}`}>
          {t('toTicket')}
        </a>
      )}
      {footer}
    </main>
  );
}
