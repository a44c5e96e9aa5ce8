import type { PrinterStatus } from '../../electron/contract/printer-status';
import type { Printer } from './printer';
import { statusFor } from './status';

/**
 * A printer's status, told to whoever listens after each change, and its turns: one conversation with it at a time,
 * in the order in which they were asked for.
 */
export class StatusEmitter implements Pick<Printer, 'status' | 'onStatus'> {
  status: PrinterStatus = statusFor('not_answering');
  readonly #listeners = new Set<(status: PrinterStatus) => void>();
  #turn: Promise<unknown> = Promise.resolve();

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  become(status: PrinterStatus): void {
    if (status.state === this.status.state && status.cause === this.status.cause) return;
    this.status = status;
    for (const listener of [...this.#listeners]) listener(status);
  }

  /** Begins the work once everything asked for before has ended, well or not. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    // One that fails is told to whoever asked for it; the turns after it go on.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves once everything asked for so far has ended. */
  async ended(): Promise<void> {
    await this.#turn;
  }
}
