import { formatEpochDay, localEpochDay } from '../queue/local-day';
import { prepared } from './prepared';
import { query, type Reader } from './store';

const newestDate = prepared(() =>
  query.selectFrom('number_sequences').select('businessDate').orderBy('businessDate', 'desc').limit(1),
);

/**
 * The business date at a moment: the local day of the site's zone, but never earlier than the newest date that
 * already has numbers, so that a clock that jumps back can't give yesterday's numbers again.
 */
export function businessDateAt(reader: Reader, now: number, timezone: string): string {
  const local = formatEpochDay(localEpochDay(now, timezone));
  const newest = newestNumberedDate(reader);
  return newest !== null && newest > local ? newest : local;
}

/** The newest business date that numbers were given on, or null. */
export function newestNumberedDate(reader: Reader): string | null {
  return reader.first(newestDate({}))?.businessDate ?? null;
}
