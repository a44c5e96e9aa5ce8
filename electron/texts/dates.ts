import type { Language } from '../contract/languages';
import { catalogue } from './catalogue';
import type indonesian from './id/dates.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('./*/dates.json', { eager: true, import: 'default' }),
);

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Month = Weekday | 8 | 9 | 10 | 11 | 12;

/**
 * How a date is written: `day` 24 November, `weekday` Selasa, 24 November, `year` 24 November 2026, `full` Selasa, 24
 * November 2026, `month` November 2026.
 */
type DateForm = 'day' | 'weekday' | 'year' | 'full' | 'month';

/** The name of a day, Monday 1 … Sunday 7: `Rabu`, `Wednesday`, `Rebo`; empty for any other number. */
export function weekdayName(weekday: number, language: Language): string {
  return isWeekday(weekday) ? texts.in(language)(`weekday.${weekday}`) : '';
}

/** A date, `2026-11-24`, in words. */
export function dateInWords(date: string, language: Language, form: DateForm): string {
  const text = texts.in(language);
  const { year, month, weekday, day } = partsOf(date);
  return text(`form.${form}`, {
    day,
    year,
    month: text(`month.${month}`),
    weekday: text(`weekday.${weekday}`),
  });
}

/** The parts of a date, `2026-11-24`; weekdays from Monday, 1. */
export function partsOf(date: string) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month: month as Month, day, weekday: weekday as Weekday };
}

/** Whether a number is that of a weekday, Monday 1 … Sunday 7. */
export function isWeekday(number: number): number is Weekday {
  return Number.isInteger(number) && number >= 1 && number <= 7;
}
