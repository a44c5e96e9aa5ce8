import { minutesBetween } from '../ui/office/spans';
import type { Translate } from './texts';

/** Up to so many, minutes are said as minutes. */
export const mostMinutes = 89;

/** How long somebody has waited, as people say it: `33 menit`, `1 jam 40`. Both in ISO 8601 or milliseconds since 1970. */
export function waitedWords(t: Translate, since: string | number, now: string | number): string {
  return minutesInWords(t, minutesBetween(since, now));
}

/** So many minutes, as people say them. */
export function minutesInWords(t: Translate, minutes: number): string {
  if (minutes <= mostMinutes) return t('waited.minutes', { count: minutes });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0
    ? t('waited.hours', { count: hours })
    : t('waited.hoursMinutes', { hours, minutes: rest });
}
