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
 * November 2026, `month` November 2026, `short` Selasa 24 Nov.
 */
type DateForm = 'day' | 'weekday' | 'year' | 'full' | 'month' | 'short';

/** The name of a day, Monday 1 … Sunday 7: `Rabu`, `Wednesday`, `Rebo`; empty for any other number. */
export function weekdayName(weekday: number, language: Language): string {
  return isWeekday(weekday) ? texts.in(language)(`weekday.${weekday}`) : '';
}

/** The name of a day where room is short, Monday 1 … Sunday 7: `Rabu`, `Wed`, `Rebo`; empty for any other number. */
export function shortWeekdayName(weekday: number, language: Language): string {
  return isWeekday(weekday) ? texts.in(language)(`weekdayShort.${weekday}`) : '';
}

/** A date, `2026-11-24`, in words. */
export function dateInWords(date: string, language: Language, form: DateForm): string {
  const text = texts.in(language);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7) as Weekday;
  return text(`form.${form}`, {
    day,
    year,
    month: text(`month.${month as Month}`),
    monthShort: text(`monthShort.${month as Month}`),
    weekday: text(`weekday.${weekday}`),
    weekdayShort: text(`weekdayShort.${weekday}`),
  });
}

function isWeekday(number: number): number is Weekday {
  return Number.isInteger(number) && number >= 1 && number <= 7;
}
