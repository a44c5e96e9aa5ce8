import type { HallToday } from '../../../electron/contract/admin-today';
import { dateInWords } from '../../../electron/texts/dates';
import { useOffice } from '../../ui/office/frame/office-context';
import { useHallClock, useHallDate } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './home-section.module.css';

/** One heading that says how the hall is and how much there is to do, and below it the day and its hours. */
export function HomeHead(props: {
  readonly today: HallToday | undefined;
  /** How many things there are to do; undefined: nobody knows yet. */
  readonly toDo: number | undefined;
}) {
  const { today, toDo } = props;
  const { t, language } = useTexts();
  const { site } = useOffice();
  const date = useHallDate();
  const state = site.practice ? 'practice' : today?.stopped ? 'stopped' : today?.hours;
  const hours = useHoursInWords(today);
  // Of a hall that is being prepared nobody says that all is well.
  const isQuiet = state === undefined || toDo === undefined || (toDo === 0 && site.practice);
  const toDoWords = !isQuiet && t(toDo === 0 ? 'home.toDo.none' : 'home.toDo', { count: toDo });
  return (
    <header>
      <h1>
        {state ? t(`home.is.${state}`) : t('section.home')}
        {toDoWords && `, ${toDoWords}`}
      </h1>
      <p className={styles.sentence}>
        {[dateInWords(date, language, 'full'), site.practice ? t('home.practice') : hours]
          .filter(Boolean)
          .map((each) => `${each}.`)
          .join(' ')}
      </p>
    </header>
  );
}

/** What the calendar says of today: until when, from when, or why not. Empty before it is known. */
function useHoursInWords(today: HallToday | undefined): string {
  const { t, local } = useTexts();
  const clock = useHallClock();
  if (!today) return '';
  const { hours, opensAt, closesAt, lastNumberAt, reason } = today;
  if (hours === 'closed') return reason ? local(reason) : '';
  if (hours === 'over') return closesAt ? t('home.closedSince', { time: clock(closesAt) }) : '';
  if (hours === 'later' || hours === 'break') return opensAt ? t('home.opens', { time: clock(opensAt) }) : '';
  if (!closesAt) return '';
  const until = t('home.until', { time: clock(closesAt) });
  return lastNumberAt && lastNumberAt !== closesAt
    ? t('home.untilLast', { until, time: clock(lastNumberAt) })
    : until;
}
