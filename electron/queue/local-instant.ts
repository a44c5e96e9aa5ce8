import { DateTime } from 'luxon';

/** A moment in the contract's form, to the second, with the site's offset: `2026-11-24T08:00:05+07:00`. */
export function localInstant(moment: number, timezone: string): string {
  return DateTime.fromMillis(moment, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

export function localInstantOrNull(moment: number | null, timezone: string): string | null {
  return moment === null ? null : localInstant(moment, timezone);
}
