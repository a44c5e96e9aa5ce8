import { recentCount } from '../queue/estimate';
import { visitIsOver, visitWasFinished } from './alive';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { keptFor, type TouchedRows } from './touched-rows';

const recentVisits = prepared((values: { serviceId: number; before: number }) =>
  query
    .selectFrom('steps')
    .where('serviceId', '=', values.serviceId)
    .where(visitIsOver)
    .where(visitWasFinished)
    .where('endedAt', '<', values.before)
    .orderBy('endedAt', 'desc')
    .limit(recentCount)
    .select(['calledAt', 'endedAt']),
);

/** Each service's newest visits, read anew where one more has ended. */
class KeptVisits {
  readonly #touched: Set<number>;
  readonly #seconds = new Map<number, readonly number[]>();
  #epoch = -1;

  constructor(touched: TouchedRows) {
    this.#touched = touched.follow('visits');
  }

  seconds(reader: Reader, serviceId: number): readonly number[] {
    if (this.#epoch !== reader.touched.epoch) {
      this.#epoch = reader.touched.epoch;
      this.#seconds.clear();
    }
    for (const each of this.#touched) this.#seconds.delete(each);
    this.#touched.clear();
    let seconds = this.#seconds.get(serviceId);
    if (!seconds) {
      seconds = visitSecondsBefore(reader, serviceId, Number.MAX_SAFE_INTEGER);
      this.#seconds.set(serviceId, seconds);
    }
    return seconds;
  }
}

const kept = keptFor((touched) => new KeptVisits(touched));

/**
 * Seconds from call to end of a service's newest visits to a desk, at most 60, of days before too: served ones and
 * those to which nobody came, since a desk is taken by both.
 */
export function recentVisitSeconds(reader: Reader, serviceId: number): readonly number[] {
  return kept(reader).seconds(reader, serviceId);
}

/** The same of those that had ended before a moment. */
export function visitSecondsBefore(reader: Reader, serviceId: number, before: number): number[] {
  return reader
    .all(recentVisits({ serviceId, before }))
    .flatMap(({ calledAt, endedAt }) =>
      calledAt === null || endedAt === null ? [] : [(endedAt - calledAt) / 1000],
    );
}
