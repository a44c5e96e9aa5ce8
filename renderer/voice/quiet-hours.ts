import { formatTime } from '../i18n/time';

/**
 * Whether a moment (milliseconds since 1970 UTC) lies in the hall's quiet hours, by the hall's own time.
 * `21:00`–`07:00` passes midnight; equal times are no quiet hours.
 */
export function isQuiet(
  quietHours: { readonly from: string; readonly to: string } | null,
  now: number,
  timezone: string,
): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  const time = formatTime(now, timezone).replace('.', ':');
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
