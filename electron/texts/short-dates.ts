import type { Language } from '../contract/languages';
import { catalogue } from './catalogue';
import { isWeekday, partsOf } from './dates';
import type indonesian from './id/short-dates.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('./*/short-dates.json', { eager: true, import: 'default' }),
);

/** The name of a day where room is short, Monday 1 … Sunday 7: `Rabu`, `Wed`, `Rebo`; empty for any other number. */
export function shortWeekdayName(weekday: number, language: Language): string {
  return isWeekday(weekday) ? texts.in(language)(`weekday.${weekday}`) : '';
}

/** A date, `2026-11-24`, where room is short: `Selasa 24 Nov`. */
export function shortDate(date: string, language: Language): string {
  const text = texts.in(language);
  const { day, month, weekday } = partsOf(date);
  return text('form', { day, month: text(`month.${month}`), weekday: text(`weekday.${weekday}`) });
}
