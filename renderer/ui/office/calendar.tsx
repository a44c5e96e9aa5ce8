import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, addMonths, weeksOf } from '../../../electron/contract/calendar-days';
import { dateInWords, partsOf, weekdayName } from '../../../electron/texts/dates';
import styles from './calendar.module.css';
import { useHallDate } from './hall-time';
import { useEntranceTexts } from './office-texts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** A month to choose a day of, by finger or by keys: arrows go by days and weeks, Page Up and Down by months, with Shift by years. */
export function Calendar(props: {
  /** `2026-11-24`; empty where none is chosen yet. */
  readonly value: string;
  readonly onChoose: (date: string) => void;
}) {
  const { t, language } = useEntranceTexts();
  const today = useHallDate();
  const [at, setAt] = useState(props.value || today);
  const chosenDay = useRef<HTMLButtonElement>(null);
  const [byKeys, setByKeys] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever day was gone to has the focus.
  useEffect(() => {
    if (byKeys) chosenDay.current?.focus();
  }, [at]);
  const goTo = (date: string, keys: boolean) => {
    setByKeys(keys);
    setAt(date);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(event, at);
    if (!next) return;
    event.preventDefault();
    goTo(next, true);
  };
  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <ActionIcon
          variant="default"
          size={40}
          aria-label={t('date.earlier')}
          onClick={() => goTo(addMonths(at, -1), false)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">{dateInWords(at, language, 'month')}</strong>
        <ActionIcon
          variant="default"
          size={40}
          aria-label={t('date.later')}
          onClick={() => goTo(addMonths(at, 1), false)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <table className={styles.month} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <abbr title={weekdayName(weekday, language)}>
                  {weekdayName(weekday, language).slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    ref={date === at ? chosenDay : null}
                    tabIndex={date === at ? 0 : -1}
                    // Where the focus goes as the calendar opens.
                    data-autofocus={date === at || undefined}
                    className={styles.day}
                    data-away={date.slice(0, 7) !== at.slice(0, 7) || undefined}
                    data-today={date === today || undefined}
                    aria-pressed={date === props.value}
                    aria-label={dateInWords(date, language, 'full')}
                    onClick={() => props.onChoose(date)}
                  >
                    {partsOf(date).day}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day that a key leads to from another; null where it leads nowhere. */
function dayByKey({ key, shiftKey }: KeyboardEvent, from: string): string | null {
  const days: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: 1 - partsOf(from).weekday,
    End: 7 - partsOf(from).weekday,
  };
  const step = days[key];
  if (step !== undefined) return addDays(from, step);
  if (key === 'PageUp') return addMonths(from, shiftKey ? -12 : -1);
  return key === 'PageDown' ? addMonths(from, shiftKey ? 12 : 1) : null;
}
