import { voidUntaken } from '../actions/paper/void-untaken';
import type { Clock } from '../clock';
import { keptForSeconds } from '../contract/kept-for';
import { untouchedTickets } from '../store/print-jobs';
import type { Store } from '../store/store';
import type { Act } from './job-list';

/** A ticket of which no byte was sent and that nobody took is void after that much running time. */
const voidAfter = keptForSeconds * 1_000;
/** What is longer between two looks is no running time: the machine slept, or its clock was set. */
const longestGap = 10_000;

export interface UntakenWatchParts {
  readonly store: Store;
  readonly act: Act;
  readonly clock: Clock;
}

/**
 * Counts for how long each unprinted ticket of any kiosk has waited while Antre ran, by the clock that is passed in: time in
 * which the machine was off or asleep, or by which its clock was set, is not counted.
 */
export class UntakenWatch {
  readonly #waited = new Map<number, number>();
  #lookedAt: number;
  readonly #parts: UntakenWatchParts;

  constructor(parts: UntakenWatchParts) {
    this.#parts = parts;
    this.#lookedAt = parts.clock.now();
  }

  /** Counts the time since the last look, and makes void what has waited long enough. */
  look(): void {
    const { store, act, clock } = this.#parts;
    const now = clock.now();
    const gap = now - this.#lookedAt;
    this.#lookedAt = now;
    const counted = Math.min(Math.max(gap, 0), longestGap);
    const untouched = new Set(untouchedTickets(store));
    for (const id of this.#waited.keys()) if (!untouched.has(id)) this.#waited.delete(id);
    for (const id of untouched) {
      // One that came since the last look has waited less than the gap; it begins at 0.
      const before = this.#waited.get(id);
      const waited = before === undefined ? 0 : before + counted;
      this.#waited.set(id, waited);
      if (waited < voidAfter) continue;
      act((context) => {
        // Again inside the transaction: a byte may have been sent since.
        if (untouchedTickets(context.transaction).includes(id)) {
          voidUntaken(context, { ticketId: id });
        }
      });
    }
  }
}
