import type { Call } from '../../electron/contract/lobby';
import { FitText } from './fit-text';
import styles from './last-calls.module.css';
import { t } from './texts';

/** The calls before the current one, newest first. */
export function LastCalls({ calls }: { readonly calls: readonly Call[] }) {
  return (
    <section className={styles.calls} aria-label={t('previousCalls')}>
      <h2 className={styles.title}>{t('previousCalls')}</h2>
      {calls.length === 0 ? <p className={styles.none}>{t('noPreviousCalls')}</p> : null}
      <ol className={styles.list}>
        {calls.map((call) => (
          <li key={call.sequence} className={styles.call}>
            <FitText className={styles.number} text={call.number} />
            <span className={styles.word}>
              {call.priority && !call.fetchMe ? (
                <span className={styles.priority}>{t('priority')}</span>
              ) : null}
              {call.fetchMe ? <span className={styles.fetched}>{t('fetchedShort')}</span> : null}
              {/^loket\b/i.test(call.desk.label) ? '' : t('desk')}
            </span>
            <FitText className={styles.desk} text={call.desk.label.replace(/^loket\b\s*/i, '')} />
          </li>
        ))}
      </ol>
    </section>
  );
}
