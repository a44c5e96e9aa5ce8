import type { CSSProperties } from 'react';
import type { Overview } from '../../../electron/contract/overview';
import { durationInWords, hourInWords, hoursInShort, wholeMinutes } from '../../ui/office/figure-words';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import { beforeInWords } from './overview-words';
import styles from './waits-by-hour.module.css';

/** How long people usually waited by the hour in which they came, beside the period before and the target; its heading says what it shows. */
export function WaitsByHour({ overview }: { readonly overview: Overview }) {
  const { t, language } = useTexts();
  const { hours, targetMinutes, figuresBefore } = overview;
  const before = beforeInWords(overview, language);
  const target = targetMinutes * 60;
  const longest = Math.max(...hours.map(({ usualWait }) => usualWait ?? 0), 0);
  const worst = hours.find(({ usualWait }) => usualWait === longest);
  const top = 1.12 * Math.max(target, longest, ...hours.map(({ usualWaitBefore }) => usualWaitBefore ?? 0));
  const share = (seconds: number) => `${(seconds / top) * 100}%`;
  const label = (seconds: number) =>
    seconds < 90 * 60 ? wholeMinutes(seconds) : durationInWords(seconds, language);
  const title = () => {
    if (longest === 0 || !worst) return t('overview.hours.none');
    return longest > target
      ? t('overview.hours.over', { hour: hoursInShort(worst.hour) })
      : t('overview.hours.met', { minutes: targetMinutes });
  };
  const about = [t('overview.hours.about'), figuresBefore && t('overview.hours.dashed', { before })];
  return (
    <Panel
      title={title()}
      sentence={about.filter(Boolean).join(' ')}
      {...(longest > target ? { link: { href: '#petugas', name: t('overview.hours.do') } } : {})}
    >
      <div className={styles.chart} style={{ '--hours': hours.length } as CSSProperties}>
        <div className={styles.plot}>
          <p className={styles.target} style={{ bottom: share(target) }}>
            <span>{t('overview.hours.target', { minutes: targetMinutes })}</span>
          </p>
        </div>
        <ol className={styles.hours}>
          {hours.map(({ hour, usualWait, usualWaitBefore }) => (
            <li key={hour}>
              <span className={styles.heard}>
                {t('overview.hours.bar', {
                  hour: hourInWords(hour),
                  wait: durationInWords(usualWait, language),
                })}
                {usualWaitBefore !== null &&
                  `, ${t('overview.hours.barBefore', { before, wait: durationInWords(usualWaitBefore, language) })}`}
              </span>
              <span className={styles.column} aria-hidden>
                {usualWait !== null && (
                  <span
                    className={usualWait > target ? styles.over : styles.bar}
                    style={{ height: share(usualWait) }}
                  />
                )}
                {usualWaitBefore !== null && (
                  <span className={styles.before} style={{ height: share(usualWaitBefore) }} />
                )}
                {usualWait !== null && (
                  <span className={styles.figure} style={{ bottom: share(usualWait) }}>
                    {label(usualWait)}
                  </span>
                )}
              </span>
              <span className={styles.hour} aria-hidden>
                {hoursInShort(hour)}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}
