import { lastOfMonth } from '../../../electron/contract/calendar-days';
import type { Language } from '../../../electron/contract/languages';
import type { Days } from '../../../electron/contract/neighbouring-period';
import { dateInWords, partsOf } from '../../../electron/texts/dates';

/**
 * A period as people name it: `Selasa, 24 November 2026`, `November 2026`, `2026`, `1–24 November 2026`, `3 Oktober – 2 November 2026`;
 * two dates with their years where these differ.
 */
export function periodInWords({ from, to }: Days, language: Language): string {
  if (from === to) return dateInWords(from, language, 'full');
  const [first, last] = [partsOf(from), partsOf(to)];
  if (first.year === last.year) {
    if (from.endsWith('-01-01') && to.endsWith('-12-31')) return String(first.year);
    if (first.month === last.month) {
      if (first.day === 1 && to === lastOfMonth(to)) return dateInWords(from, language, 'month');
      return `${first.day}–${dateInWords(to, language, 'year')}`;
    }
  }
  const begin = dateInWords(from, language, first.year === last.year ? 'day' : 'year');
  return `${begin} – ${dateInWords(to, language, 'year')}`;
}

/** The same where the year is the reader's own or is said beside it: `Oktober`, `1–24 Oktober`; a year stays one. */
export function periodWithoutYear(days: Days, language: Language): string {
  const words = periodInWords(days, language);
  const year = ` ${days.to.slice(0, 4)}`;
  return days.from.slice(0, 4) === days.to.slice(0, 4) && words.endsWith(year)
    ? words.slice(0, -year.length)
    : words;
}
