import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HallToday } from '../../../electron/contract/admin-today';
import { useHallNow } from '../../client/hall-clock';
import { NotYet } from '../../ui/office/not-yet';
import { minutesBetween } from '../../ui/office/spans';
import { useTexts } from '../texts';
import styles from './day-figures.module.css';

/** From here on a wait is told in hours. */
const hoursFrom = 90;

/** The four figures of the day, and the way to the hall. */
export function DayFigures({ today }: { readonly today: UseQueryResult<HallToday> }) {
  const { t, local } = useTexts();
  const now = useHallNow(15_000);
  if (!today.data) {
    return (
      <div className={styles.figures}>
        <NotYet answer={today} />
      </div>
    );
  }
  const { waiting, longest, desks, staffedDesks, unstaffedCounters, served, noShow } = today.data;
  const minutes = longest && minutesBetween(longest.since, now);
  return (
    <section className={styles.figures} aria-label={t('home.figures')}>
      <Figure value={waiting} words={t('home.waiting', { count: waiting })} />
      <Figure
        value={
          minutes === null ? '–' : minutes < hoursFrom ? minutes : t('home.hours', hoursAndMinutes(minutes))
        }
        unit={minutes !== null && minutes < hoursFrom && t('home.minutes', { count: minutes })}
        words={longest ? t('home.longest', { counter: local(longest.counter) }) : t('home.longest.none')}
      />
      <Figure
        value={staffedDesks}
        unit={t('home.ofDesks', { count: desks })}
        words={
          unstaffedCounters > 0
            ? t('home.staffed.but', { count: unstaffedCounters })
            : t('home.staffed', { count: staffedDesks })
        }
      />
      <Figure
        value={served}
        words={noShow > 0 ? t('home.served.noShow', { count: noShow }) : t('home.served')}
      />
      <a className={styles.more} href="/staff#balai">
        {t('home.toHall')}
      </a>
    </section>
  );
}

function Figure(props: { readonly value: ReactNode; readonly unit?: ReactNode; readonly words: string }) {
  return (
    <p className={styles.figure}>
      <span>
        <strong>{props.value}</strong>
        {props.unit && <b> {props.unit}</b>}
      </span>
      <span>{props.words}</span>
    </p>
  );
}

function hoursAndMinutes(minutes: number) {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
