import { offset } from './local-day';

/** A moment in the contract's form, to the second, with the site's offset: `2026-11-24T08:00:05+07:00`. */
export function localInstant(moment: number, timezone: string): string {
  const ahead = offset(moment, timezone);
  const minutes = Math.abs(ahead) / 60_000;
  const digits = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const zone = `${ahead < 0 ? '-' : '+'}${digits(minutes / 60)}:${digits(minutes % 60)}`;
  return new Date(moment + ahead).toISOString().slice(0, 19) + zone;
}

/** The same, for a moment (milliseconds since 1970 UTC) that may not have come. */
export function localInstantOrNull(moment: number | null, timezone: string): string | null {
  return moment === null ? null : localInstant(moment, timezone);
}
