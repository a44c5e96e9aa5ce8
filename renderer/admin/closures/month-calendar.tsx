import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { AdminClosure } from '../../../electron/contract/admin-hall';
import { addDays, firstOfMonth, weeksOf } from '../../../electron/contract/calendar-days';
import { dateInWords, weekdayName } from '../../../electron/texts/dates';
import { formatDate } from '../../i18n/time';
import { useTexts } from '../texts';
import styles from './month-calendar.module.css';

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A month to look at: what is closed on which day. The arrow keys go from day to day, Page Up and Down by months. */
export function MonthCalendar(props: {
  readonly closures: readonly AdminClosure[];
  /** The hall's own date. */
  readonly today: string;
  /** The day that has the keyboard; its month is shown. */
  readonly at: string;
  readonly onAt: (date: string) => void;
  /** Null: nothing can be added. */
  readonly onDay: ((date: string) => void) | null;
  readonly onClosure: (closure: AdminClosure) => void;
  /** Whose it is, in few letters; empty: the hall's. */
  readonly whose: (closure: AdminClosure) => string;
}) {
  const { closures, today, at, onAt, onDay } = props;
  const { t, local, language } = useTexts();
  const grid = useRef<HTMLTableElement>(null);
  const month = at.slice(0, 7);
  const go = (date: string) => {
    onAt(date);
    // The day may be on a page that is drawn only now.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLButtonElement>(`button[data-date="${date}"]`)?.focus(),
    );
  };
  const byKeys = (event: KeyboardEvent, date: string) => {
    const by = steps[event.key];
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (by === undefined && months === 0) return;
    event.preventDefault();
    go(by === undefined ? firstOfMonth(date, months) : addDays(date, by));
  };
  return (
    <section className={styles.calendar} aria-label={t('closures.calendar')}>
      <header className={styles.head}>
        <h2 aria-live="polite">{dateInWords(at, language, 'month')}</h2>
        <Button
          variant="default"
          size="sm"
          aria-label={t('closures.before')}
          onClick={() => onAt(firstOfMonth(at, -1))}
        >
          <IconChevronLeft size={20} aria-hidden />
        </Button>
        <Button variant="default" size="sm" onClick={() => onAt(today)}>
          {t('closures.today')}
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-label={t('closures.after')}
          onClick={() => onAt(firstOfMonth(at, 1))}
        >
          <IconChevronRight size={20} aria-hidden />
        </Button>
      </header>
      <table className={styles.grid} ref={grid}>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th key={weekday} scope="col">
                <span className={styles.brief} aria-hidden>
                  {weekdayName(weekday, language).slice(0, 3)}
                </span>
                <span className={styles.whole}>{weekdayName(weekday, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const here = closures.filter(({ from, to }) => from <= date && (to === null || date <= to));
                const shut = here.some(({ scope, week: other }) => scope === 'hall' && other === null);
                return (
                  <td
                    key={date}
                    data-other={!date.startsWith(month) || undefined}
                    data-today={date === today || undefined}
                    data-shut={shut || undefined}
                  >
                    <button
                      type="button"
                      className={styles.day}
                      data-date={date}
                      tabIndex={date === at ? 0 : -1}
                      aria-label={formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true })}
                      aria-current={date === today ? 'date' : undefined}
                      aria-disabled={onDay === null}
                      onKeyDown={(event) => byKeys(event, date)}
                      onClick={() => onDay?.(date)}
                    >
                      {Number(date.slice(8))}
                    </button>
                    {here.map((closure) => (
                      <button
                        key={closure.id}
                        type="button"
                        className={styles.closure}
                        data-hours={closure.week !== null || undefined}
                        title={local(closure.reason)}
                        onClick={() => props.onClosure(closure)}
                      >
                        {[props.whose(closure), local(closure.reason)].filter(Boolean).join(': ')}
                      </button>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
