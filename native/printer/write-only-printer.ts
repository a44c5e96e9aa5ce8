import type { Printer, PrintOutcome } from './printer';
import { type PrinterStatus, statusFor } from './status';
import { StatusTeller } from './status-teller';
import type { Transport } from './transport';

/** Milliseconds. */
export interface WriteOnlyTimes {
  readonly open: number;
  readonly write: number;
  /** Before the first new try to reach it; it doubles up to `longestPause`. */
  readonly pause: number;
  readonly longestPause: number;
}

const defaultTimes: WriteOnlyTimes = { open: 5000, write: 15_000, pause: 500, longestPause: 10_000 };

/**
 * A printer that takes bytes and never answers, as behind a spooler: each ticket opens it, is written and closes it.
 * It can prove nothing, so a ticket that was taken whole is `unconfirmed`.
 */
export class WriteOnlyPrinter implements Printer {
  readonly #transport: Transport;
  readonly #times: WriteOnlyTimes;
  readonly #teller = new StatusTeller();
  #closed = false;
  #again: NodeJS.Timeout | undefined;

  constructor(transport: Transport, times: Partial<WriteOnlyTimes> = {}) {
    this.#transport = transport;
    this.#times = { ...defaultTimes, ...times };
    this.#reach(this.#times.pause);
  }

  get status(): PrinterStatus {
    return this.#teller.status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#teller.onStatus(listener);
  }

  print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    return this.#teller.inTurn(() => this.#print(ticket, beforeFirstByte));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#teller.ended();
    this.#transport.close?.();
  }

  async #print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    if (this.#closed || this.status.state !== 'ready') return { kind: 'not_sent', reason: 'not_ready' };
    const opened = await this.#transport.open(this.#times.open);
    if (!opened.ok) {
      this.#teller.become(statusFor(opened.fault));
      this.#reach(this.#times.pause);
      return { kind: 'not_sent', reason: 'not_ready' };
    }
    try {
      if (!(await beforeFirstByte())) return { kind: 'not_sent', reason: 'withdrawn' };
      const written = await opened.line.write(ticket, this.#times.write);
      if (written.ok) return { kind: 'unconfirmed' };
      this.#teller.become(statusFor(written.fault));
      this.#reach(this.#times.pause);
      return written.sent === 'none'
        ? { kind: 'not_sent', reason: 'not_ready' }
        : { kind: 'uncertain', reason: `the line failed: ${written.fault}` };
    } finally {
      opened.line.close();
    }
  }

  /** Looks whether it can be opened, and again with pauses that grow; an opening without a byte prints nothing. */
  #reach(pause: number): void {
    void this.#teller.inTurn(async () => {
      if (this.#closed) return;
      const opened = await this.#transport.open(this.#times.open);
      if (opened.ok) {
        opened.line.close();
        this.#teller.become(statusFor('cannot_tell'));
        return;
      }
      this.#teller.become(statusFor(opened.fault));
      if (this.#closed) return;
      this.#again = setTimeout(() => this.#reach(Math.min(pause * 2, this.#times.longestPause)), pause);
    });
  }
}
