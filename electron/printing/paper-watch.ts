import { beginRoll, paperIsLow, paperRanOut, readPaperRoll } from '../actions/paper/paper-roll';
import type { Store } from '../store/store';
import type { Act } from './job-list';
import type { Outlet } from './outlets';
import { usualMillimetres } from './ticket-encoder';

/**
 * Draws from what printers say of their paper when a roll ends and when a new one is in: after it had run out, or
 * after its cover was open, or it was off, while its paper was low. A near-end sensor that wavers begins no new roll.
 */
export class PaperWatch {
  readonly #store: Store;
  readonly #act: Act;
  /** Printers that somebody may have opened since they were last well. */
  readonly #opened = new Set<number>();

  constructor(parts: { readonly store: Store; readonly act: Act }) {
    this.#store = parts.store;
    this.#act = parts.act;
  }

  /** Looks at what a printer says now. */
  look(outlet: Outlet): void {
    const { printerId, printer } = outlet;
    if (printerId === null) return;
    const { cause, state } = printer.status;
    if (state === 'cover_open' || state === 'offline') this.#opened.add(printerId);
    const tells = cause === 'paper_out' || cause === 'paper_low' || cause === null;
    if (!tells) return;
    const millimetres = usualMillimetres(outlet.profile);
    const roll = readPaperRoll(this.#store, printerId, millimetres);
    if (!roll) return;
    const isNew =
      cause !== 'paper_out' &&
      (roll.state === 'out' || (roll.state === 'low' && cause === null && this.#opened.has(printerId)));
    if (isNew) this.#act((context) => beginRoll(context, printerId));
    if (cause === 'paper_low' && (isNew || roll.state !== 'low')) {
      this.#act((context) => paperIsLow(context, printerId));
    }
    if (cause === 'paper_out' && roll.state !== 'out') {
      this.#act((context) => paperRanOut(context, printerId, millimetres));
    }
    if (cause === null) this.#opened.delete(printerId);
  }
}
