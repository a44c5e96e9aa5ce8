import { IconArrowRight, IconHeartHandshake, IconRepeat, IconStar } from '@tabler/icons-react';
import type { Call } from '../../electron/contract/lobby';
import { JlamprangCloth } from '../ui/jlamprang';
import styles from './call-panel.module.css';
import { FitText } from './fit-text';
import { deskName, t } from './texts';

interface CallPanelProps {
  readonly call: Call | undefined;
  /** True while it is announced: the border pulses three times with the chime, then rests. */
  readonly announcing: boolean;
}

/** The current call, to be read from ten metres: the number, then where to go. */
export function CallPanel({ call, announcing }: CallPanelProps) {
  return (
    <section className={styles.panel} aria-live="polite" aria-label={t('queueNumber')}>
      <JlamprangCloth className={styles.cloth} cell="18.6rem" />
      {call ? (
        <div className={styles.call}>
          <div className={styles.label}>
            {/* Two marks have no room beside it, upright or lying. */}
            {call.fetchMe && call.recall ? null : <span>{t('queueNumber')}</span>}
            {call.priority && !call.fetchMe ? (
              <span className={styles.priority}>
                <IconStar aria-hidden="true" />
                {t('priority')}
              </span>
            ) : null}
            {call.fetchMe ? (
              <span className={styles.fetched}>
                <IconHeartHandshake aria-hidden="true" />
                {t('fetched')}
              </span>
            ) : null}
            {call.recall ? (
              <span className={styles.recall}>
                <IconRepeat aria-hidden="true" />
                {t('recall')}
              </span>
            ) : null}
          </div>
          <div className={styles.numberSpace}>
            <FitText className={styles.number} text={call.number} />
          </div>
          <div className={styles.where}>
            <div className={styles.desk}>
              <IconArrowRight aria-hidden="true" />
              <span>{deskName(call.desk.label)}</span>
            </div>
            <FitText
              className={styles.counter}
              text={call.counter.name.id}
              least={0.78}
              short={t('counterCode', { code: call.counter.code })}
            />
          </div>
        </div>
      ) : (
        <div className={styles.welcome}>
          <p className={styles.greeting}>{t('welcome')}</p>
          <p className={styles.how}>{t('takeNumber')}</p>
        </div>
      )}
      {/* A new element for each call, so that the pulse begins anew. */}
      {announcing && call ? <div key={call.sequence} className={styles.pulse} /> : null}
    </section>
  );
}
