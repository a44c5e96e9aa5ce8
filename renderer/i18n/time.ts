import type { Language } from '../../electron/contract/common';
import { weekdayName } from '../../electron/texts/weekdays';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB', jv: 'id-ID' };

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
  const date = new Date(instant);
  const text = new Intl.DateTimeFormat(locales[language], {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(options.year ? { year: 'numeric' } : {}),
  }).format(date);
  if (language !== 'jv') return text.replace(/^(\w+) (\d)/, '$1, $2');
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone: timezone, weekday: 'short' }).format(date);
  const index = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
  return text.replace(/^[^,]+/, weekdayName(index + 1, 'jv'));
}

/** `November 2026`, of a date written `2026-11-24`. */
export function formatMonth(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** `24 November`, of a date written `2026-11-24`. */
export function formatDayAndMonth(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${date}T00:00:00Z`));
}

function part(
  instant: string | number | Date,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(instant));
}
