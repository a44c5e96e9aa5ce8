import { formatEpochDay, localEpochDay } from '../queue/local-day';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { keptFor, type TouchedRows } from './touched-rows';

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

/** The newest date of the database, read anew where one has begun or was removed. */
class KeptNewestDate {
  readonly #touched: Set<number>;
  #epoch = -1;
  #date: string | null = null;

  constructor(touched: TouchedRows) {
    this.#touched = touched.follow('dates');
  }

  read(reader: Reader): string | null {
    if (this.#touched.size > 0 || this.#epoch !== reader.touched.epoch) {
      this.#epoch = reader.touched.epoch;
      this.#touched.clear();
      this.#date = reader.first(newestDate({}))?.businessDate ?? null;
    }
    return this.#date;
  }
}

const kept = keptFor((touched) => new KeptNewestDate(touched));

/** The newest business date that numbers were given on, or null. */
export function newestNumberedDate(reader: Reader): string | null {
  return kept(reader).read(reader);
}
