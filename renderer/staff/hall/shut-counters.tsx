import type { HallCounter } from '../../../electron/contract/staff';
import { dateInWords, partsOf, weekdayName } from '../../../electron/texts/dates';
import { useHallClock, useHallDate } from '../../ui/office/hall-time';
import { OpeningIcon } from '../../ui/opening-icon';
import { useTexts } from '../texts';
import styles from './shut-counters.module.css';

const dayMs = 24 * 60 * 60_000;

/** The counters at which nothing goes on, in one line: why, and when they open; a press on one opens it. */
export function ShutCounters(props: {
  readonly counters: readonly HallCounter[];
  readonly onOpen: (counter: HallCounter) => void;
}) {
  const { counters, onOpen } = props;
  const { t, local } = useTexts();
  const why = useWhyShut();
  const reasons = [...new Set(counters.map(why))];
  return (
    <section className={styles.line} aria-label={t('hall.shut')}>
      <h3>{t('hall.shut')}</h3>
      <ul>
        {reasons.map((reason) => {
          const alike = counters.filter((counter) => why(counter) === reason);
          return (
            <li key={reason}>
              {alike[0] && <OpeningIcon state={alike[0].state} className={styles.icon} />}
              {alike.map((counter) => (
                <button
                  key={counter.id}
                  type="button"
                  title={local(counter.name)}
                  aria-label={t('hall.openLine', { code: counter.code, name: local(counter.name) })}
                  onClick={() => onOpen(counter)}
                >
                  {counter.code}
                </button>
              ))}
              <span>{reason}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Says in a few words why a counter is shut, or when it opens. */
function useWhyShut(): (counter: HallCounter) => string {
  const { t, local, language } = useTexts();
  const clock = useHallClock();
  const today = useHallDate();
  const opens = (opensAt: string) => {
    // Moments are told in the hall's own time.
    const date = opensAt.slice(0, 10);
    const days = (Date.parse(date) - Date.parse(today)) / dayMs;
    if (days <= 0) return t('hall.shut.at', { time: clock(opensAt) });
    if (days === 1) return t('hall.shut.tomorrow');
    return days < 7 ? weekdayName(partsOf(date).weekday, language) : dateInWords(date, language, 'day');
  };
  return ({ state, until, cause, opensAt }) => {
    if (state === 'stopped') {
      const stopped =
        until === null ? t('hall.shut.stopped') : t('hall.shut.stoppedUntil', { time: clock(until) });
      return cause ? `${stopped}: ${local(cause)}` : stopped;
    }
    if (state === 'quota_full' || state === 'day_full') return t(`hall.shut.${state}`);
    return opensAt === null ? t('hall.shut.closed') : opens(opensAt);
  };
}
