import type { Language } from '../../electron/contract/common';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB', jv: 'id-ID' };

/** Javanese names of days and months as spoken in krama; the browser's own Javanese data is incomplete. */
// native check: a speaker from Pekalongan should read these.
const javaneseDays = ['Ahad', 'Senen', 'Slasa', 'Rebo', 'Kemis', 'Jemuwah', 'Setu'];

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
  const index = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday);
  return text.replace(/^[^,]+/, javaneseDays[index] ?? '');
}

/** The name of a weekday, Monday 1 … Sunday 7: `Rabu`, `Wednesday`, `Rebo`. */
export function formatWeekday(weekday: number, language: Language): string {
  if (language === 'jv') return javaneseDays[weekday % 7] ?? '';
  // The fifth of January 1970 was a Monday.
  const date = new Date(Date.UTC(1970, 0, 4 + weekday));
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(date);
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
