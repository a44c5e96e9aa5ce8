import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconHourglassLow } from '@tabler/icons-react';
import { useState } from 'react';
import type { HallCounter, HallSnapshot } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import { minutesBetween } from '../../ui/office/spans';
import { OpeningIcon } from '../../ui/opening-icon';
import { useTexts } from '../texts';
import styles from './hall-page.module.css';
import { byUrgency, isOverdue, urgencyOf } from './urgency';

const columns = ['counter', 'waiting', 'longest', 'manned', 'state'] as const;
type Column = (typeof columns)[number];

/** Every counter in one row, what burns first; a press on a heading sorts by it, a press on a counter opens it. */
export function HallTable(props: {
  readonly hall: HallSnapshot;
  /** The hall's present time in milliseconds. */
  readonly now: number;
  readonly onOpen: (counter: HallCounter) => void;
}) {
  const { hall, now, onOpen } = props;
  const { t } = useTexts();
  const [sort, setSort] = useState<{ readonly column: Column; readonly down: boolean } | null>(null);
  const counters = sort
    ? [...hall.counters].sort((a, b) => {
        const difference = weigh(a, sort.column) - weigh(b, sort.column);
        return sort.down ? -difference : difference;
      })
    : byUrgency(hall.counters, now);
  // A first press sorts the most pressing up, a second the other way round, a third puts first again what burns.
  const press = (column: Column) =>
    setSort(
      sort?.column !== column
        ? { column, down: column !== 'counter' }
        : sort.down
          ? { column, down: false }
          : null,
    );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => {
            const sorted = sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none';
            return (
              <th key={column} aria-sort={sorted} scope="col">
                <button type="button" className={styles.heading} onClick={() => press(column)}>
                  {t(`hall.${column}`)}
                  {sorted === 'descending' && <IconArrowDown size={16} aria-hidden />}
                  {sorted === 'ascending' && <IconArrowUp size={16} aria-hidden />}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {counters.map((counter) => (
          <Row key={counter.id} counter={counter} now={now} onOpen={() => onOpen(counter)} />
        ))}
      </tbody>
    </table>
  );
}

function weigh(counter: HallCounter, column: Column): number {
  switch (column) {
    case 'counter':
      // By code: A before B, one letter before two.
      return counter.code.charCodeAt(0) * 1_000 + (counter.code.charCodeAt(1) || 0);
    case 'waiting':
      return counter.waiting;
    case 'longest':
      return counter.longestWaitSince === null ? 0 : -new Date(counter.longestWaitSince).getTime() + 1e15;
    case 'manned':
      return counter.desks.filter((desk) => desk.user && !desk.pause).length;
    case 'state':
      return counter.status === 'open' ? 0 : 1;
  }
}

function Row(props: { readonly counter: HallCounter; readonly now: number; readonly onOpen: () => void }) {
  const { counter, now, onOpen } = props;
  const { t, local } = useTexts();
  const clock = useHallClock();
  const minutes = counter.longestWaitSince === null ? null : minutesBetween(counter.longestWaitSince, now);
  const late = isOverdue(counter, now);
  const urgency = urgencyOf(counter, now);
  const manned = counter.desks.filter((desk) => desk.user && !desk.pause);
  const resting = counter.desks.flatMap(({ id, label, user, pause }) =>
    user && pause ? [{ id, label, name: user.displayName, ...pause }] : [],
  );
  return (
    <tr data-urgency={urgency ?? undefined}>
      <th scope="row">
        <button type="button" className={styles.counter} onClick={onOpen}>
          <span className={styles.code}>{counter.code}</span>
          {local(counter.name)}
        </button>
      </th>
      <td className={styles.figure} data-label={t('hall.waiting')}>
        {counter.waiting}
      </td>
      <td className={styles.figure} data-label={t('hall.longest')}>
        {late && <IconAlertTriangle size={18} aria-label={t('hall.late')} />}{' '}
        {minutes === null ? '–' : t('minutes.short', { minutes })}
      </td>
      <td data-label={t('hall.manned')}>
        <strong>{t('hall.mannedOf', { manned: manned.length, desks: counter.desks.length })}</strong>
        {resting.map((desk) => (
          <span key={desk.id} className={styles.resting}>
            {t(desk.until === null ? 'hall.resting' : 'hall.restingUntil', {
              label: desk.label,
              name: desk.name,
              reason: desk.reason,
              time: clock(desk.until ?? desk.since),
            })}
          </span>
        ))}
      </td>
      <td className={styles.state}>
        {counter.desks.map(
          ({ id, label, help }) =>
            help && (
              <strong key={id} className={styles.burns}>
                <IconAlertTriangle size={18} aria-hidden />
                {t('hall.help', { label })}
              </strong>
            ),
        )}
        {urgency === 'unattended' && (
          <strong className={styles.burns}>
            <IconAlertTriangle size={18} aria-hidden />
            {t('hall.unattended', { count: counter.waiting })}
          </strong>
        )}
        {counter.unservedToday !== null && counter.unservedToday > 0 && (
          <strong className={styles.burns}>
            <IconHourglassLow size={18} aria-hidden />
            {t('hall.outlasting', { count: counter.unservedToday })}
          </strong>
        )}
        {counter.reason ? (
          <span className={styles.standing}>
            <OpeningIcon state={counter.state} />
            {[counter.cause, counter.reason].flatMap((each) => (each ? [local(each)] : [])).join('. ')}
          </span>
        ) : (
          t('counter.open')
        )}
      </td>
    </tr>
  );
}
