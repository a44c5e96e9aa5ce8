import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Overview, TellingCounter } from '../../../electron/contract/overview';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import styles from './counters-to-look-at.module.css';
import { counterInWords } from './overview-words';

/** Of so few people nothing is said of a counter. */
const enoughCalled = 20;

/** At most three counters that tell why the period was as it was, each with how it changed and where to look on. */
export function CountersToLookAt({ overview }: { readonly overview: Overview }) {
  const { t, local, language } = useTexts();
  const { counters, targetMinutes, figures } = overview;
  const count = Math.min(counters.length, 3) as 0 | 1 | 2 | 3;
  return (
    <Panel title={t(`overview.counters.${count}`)}>
      {count === 0 && (
        <p>
          {figures.called >= enoughCalled
            ? t('overview.counters.calm', { minutes: targetMinutes })
            : t('overview.counters.few')}
        </p>
      )}
      <ul className={styles.counters}>
        {counters.map((counter) => {
          const { waits, work } = counterInWords(counter, { t, language });
          const isBetter = counter.why === 'shorter';
          return (
            <li key={counter.counterId}>
              <span className={styles.code}>{counter.code}</span>
              <div className={styles.about}>
                <p className={styles.head}>
                  <strong>{local(counter.name)}</strong>
                  <Change counter={counter} />
                </p>
                <p>{waits}</p>
                <p className={styles.work}>
                  {work}.{' '}
                  <a
                    href={`#${isBetter ? 'perbandingan?by=service&' : 'petugas?'}counter=${counter.counterId}`}
                  >
                    {t(isBetter ? 'overview.counter.services' : 'overview.counter.staffing')}
                  </a>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** By how much the usual wait grew or shrank; nothing where there is nothing to compare with. */
function Change({ counter }: { readonly counter: TellingCounter }) {
  const { t } = useTexts();
  const { usualWait, usualWaitBefore } = counter;
  if (usualWait === null || usualWaitBefore === null) return null;
  const minutes = Math.round(usualWait / 60) - Math.round(usualWaitBefore / 60);
  if (minutes === 0) {
    return (
      <span className={styles.change}>
        <IconEqual size={18} aria-hidden />
        {t('overview.counter.unchanged')}
      </span>
    );
  }
  const Arrow = minutes > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={styles.change} data-way={minutes > 0 ? 'longer' : 'shorter'}>
      <Arrow size={18} aria-hidden />
      {t(minutes > 0 ? 'overview.counter.longer' : 'overview.counter.shorter', {
        minutes: Math.abs(minutes),
      })}
    </span>
  );
}
