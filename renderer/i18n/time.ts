import type { Language } from '../../electron/contract/common';
import { dateInWords } from '../../electron/texts/dates';

/** `09.41` in the site's zone: hours and minutes with a point, as the hall writes them. */
export function formatTime(instant: string | number | Date, timezone: string): string {
  return part(instant, timezone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.');
}

/** The date of a moment in a zone, `2026-11-24`. */
export function dateOf(instant: string | number | Date, timezone: string): string {
  // Swedes write dates as ISO 8601 does.
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: timezone });
}

/** `Selasa, 24 November 2026` (without the year where `year` is false). */
export function formatDate(
  instant: string | number | Date,
  timezone: string,
  language: Language,
  options: { readonly year: boolean },
): string {
  return dateInWords(dateOf(instant, timezone), language, options.year ? 'full' : 'weekday');
}

function part(
  instant: string | number | Date,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(instant));
}
