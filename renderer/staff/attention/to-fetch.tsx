import { IconAlertTriangle, IconHeartHandshake } from '@tabler/icons-react';
import type { HallSnapshot } from '../../../electron/contract/staff';
import type { HallActs } from '../counter/hall-acts';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import styles from './to-fetch.module.css';

/** How many who are to be fetched were called, or have waited too long. */
export function pressingFetches({ toFetch }: HallSnapshot, now: number): number {
  return toFetch.filter(({ desk, lateFrom }) => desk !== null || now >= Date.parse(lateFrom)).length;
}

/** Who is to be fetched, those who were called first; whoever waits too long stands out. `now`: the hall's present time in milliseconds. */
export function ToFetch(props: {
  readonly hall: HallSnapshot;
  readonly acts: HallActs;
  readonly now: number;
}) {
  const { hall, acts, now } = props;
  const { t, local } = useTexts();
  if (hall.toFetch.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="to-fetch">
      <h2 id="to-fetch" className={styles.title}>
        <IconHeartHandshake size={24} aria-hidden />
        {t('toFetch.title')}
      </h2>
      <ul className={styles.list}>
        {hall.toFetch.map(({ ticketId, number, counter, desk, since, lateFrom }) => {
          const isLate = now >= Date.parse(lateFrom);
          const time = waitedWords(t, since, now);
          const place = hall.counters.find(({ id }) => id === counter.id);
          return (
            <li key={ticketId} data-called={desk !== null || undefined} data-late={isLate || undefined}>
              <button
                type="button"
                className={styles.number}
                aria-label={t('toFetch.open', { number, name: local(counter.name) })}
                onClick={() => place && acts.open(place)}
              >
                {number}
              </button>
              <span>
                {local(counter.name)}
                <strong>
                  {isLate && <IconAlertTriangle size={16} aria-hidden />}
                  {desk === null ? t('toFetch.waits', { time }) : t('toFetch.called', { label: desk, time })}
                  {isLate && `. ${t(desk === null ? 'toFetch.long' : 'toFetch.now')}`}
                </strong>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
