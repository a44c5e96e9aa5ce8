import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './served-by-hour.module.css';

interface Hour {
  readonly hour: number;
  readonly served: number;
}

/** Bars of whom was served in each hour; drawn by hand, since a chart library would double the page. */
export function ServedByHour({ byHour }: { readonly byHour: readonly Hour[] }) {
  const { t } = useTexts();
  const clock = useHallClock();
  const now = useHallNow(60_000);
  const hours = hoursToShow(byHour, Number(clock(now).slice(0, 2)));
  const most = Math.max(1, ...hours.map((each) => each.served));
  return (
    <figure className={styles.chart}>
      <figcaption>{t('today.byHour')}</figcaption>
      <ol className={styles.bars}>
        {hours.map(({ hour, served }) => (
          <li key={hour}>
            <span className={styles.value}>{served > 0 ? served : ''}</span>
            <span
              className={styles.bar}
              data-none={served === 0 || undefined}
              style={{ height: `${Math.max(2, (served / most) * 100)}px` }}
            />
            <span className={styles.hour}>{String(hour).padStart(2, '0')}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** At least five hours from the first one served (or eight o'clock), and the present one. */
function hoursToShow(byHour: readonly Hour[], present: number): Hour[] {
  const served = new Map(byHour.map((each) => [each.hour, each.served]));
  const busy = byHour.filter((each) => each.served > 0).map((each) => each.hour);
  const first = busy.length > 0 ? Math.min(...busy) : Math.min(8, present);
  const last = Math.min(23, Math.max(first + 4, present, ...busy));
  return Array.from({ length: last - first + 1 }, (_each, index) => ({
    hour: first + index,
    served: served.get(first + index) ?? 0,
  })).slice(-8);
}
