import { type ReactNode, useEffect } from 'react';
import type { SurveyReceipt } from '../../../electron/contract/survey';
import { useSkmTexts, useSurveyTexts } from '../texts';
import { MessageCode } from './message-code';
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
  const { t } = useSurveyTexts();
  const ofResults = useSkmTexts();
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
      {message && <MessageCode receipt={message} />}
      {onClosed ? (
        <button type="button" className={styles.send} onClick={onClosed}>
          OK
        </button>
      ) : (
        <>
          <a className={styles.quiet} href={`/t/${token}`}>
            {t('toTicket')}
          </a>
          <a className={styles.quiet} href="/aduan">
            {ofResults.t('skmResults')}
          </a>
        </>
      )}
      {footer}
    </main>
  );
}
