import { beginRoll, paperIsLow, paperRanOut, readPaperRoll } from '../actions/paper/paper-roll';
import type { Clock } from '../clock';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { Act } from './job-list';
import type { PooledPrinter } from './printer-pool';
import { ticketMillimetres } from './ticket-length';

/** Milliseconds that nobody changes a roll in: paper that is back sooner was never gone, or is its last turn. */
const quickestChange = 5000;

/**
 * Draws from what printers say of their paper when a roll ends and when a new one is in: after it had run out, or
 * after its cover was open, or it was off, while its paper was low. A sensor that wavers begins no new roll.
 */
export class PaperWatch {
  readonly #store: Store;
  readonly #act: Act;
  readonly #clock: Clock;
  readonly #hall: () => Hall;
  /** Printers that somebody may have opened since they were last well. */
  readonly #opened = new Set<number>();
  /** Since when each was without paper, as far as this process saw it begin; in milliseconds of the clock. */
  readonly #outSince = new Map<number, number>();

  constructor(parts: {
    readonly store: Store;
    readonly act: Act;
    readonly clock: Clock;
    readonly hall: () => Hall;
  }) {
    this.#store = parts.store;
    this.#act = parts.act;
    this.#clock = parts.clock;
    this.#hall = parts.hall;
  }

  /** Looks at what a printer says now. */
  look(
    pooled: Pick<PooledPrinter, 'printerId' | 'profile'> & {
      printer: Pick<PooledPrinter['printer'], 'status'>;
    },
  ): void {
    const { printerId, printer } = pooled;
    if (printerId === null) return;
    const { cause, state } = printer.status;
    if (state === 'cover_open' || state === 'offline') this.#opened.add(printerId);
    const tells = cause === 'paper_out' || cause === 'paper_low' || cause === null;
    if (!tells) return;
    const millimetres = ticketMillimetres(this.#hall(), pooled.profile);
    const roll = readPaperRoll(this.#store, printerId, millimetres);
    if (!roll) return;
    if (cause === 'paper_out') {
      if (roll.state === 'out') return;
      this.#outSince.set(printerId, this.#clock.now());
      this.#act((context) => paperRanOut(context, printerId, millimetres));
      return;
    }
    const opened = this.#opened.has(printerId);
    const isNew =
      roll.state === 'out'
        ? opened || this.#wasOutLong(printerId)
        : roll.state === 'low' && cause === null && opened;
    if (isNew) this.#act((context) => beginRoll(context, printerId));
    // What came back too soon is the end of the same roll.
    const isLow = cause === 'paper_low' || (roll.state === 'out' && !isNew);
    if (isLow && (isNew || roll.state !== 'low')) this.#act((context) => paperIsLow(context, printerId));
    this.#outSince.delete(printerId);
    if (cause === null) this.#opened.delete(printerId);
  }

  #wasOutLong(printerId: number): boolean {
    const since = this.#outSince.get(printerId);
    return since === undefined || Math.abs(this.#clock.now() - since) >= quickestChange;
  }
}
