import type { PrinterStatus } from '../../electron/contract/printer-status';
import { askBeforeFirstByte, type Printer, type PrintOutcome } from './printer';
import { pulse } from './pulse';
import { statusFor } from './status';
import { StatusEmitter } from './status-emitter';
import type { OpenResult, PrinterLine, Transport, TransportFault } from './transport';

/** Milliseconds. */
export interface WriteOnlyTimes {
  readonly open: number;
  readonly write: number;
  /** From an open line to the first byte: a printer that serves another turns away by then. */
  readonly quiet: number;
  /** For the printer to show that it has taken everything, where the line can show that. */
  readonly finish: number;
  /** Before the first new try to reach it; it doubles up to `longestPause`. */
  readonly pause: number;
  readonly longestPause: number;
}

const defaultTimeouts: WriteOnlyTimes = {
  open: 5000,
  write: 15_000,
  quiet: 60,
  finish: 4000,
  pause: 500,
  longestPause: 10_000,
};

const notReady: PrintOutcome = { kind: 'not_sent', reason: 'not_ready' };

/**
 * A printer that takes bytes and never answers, as behind a spooler, or a clone on the network: each ticket opens it,
 * is written and closes it. It can prove nothing, so a ticket that was taken whole is `unconfirmed`.
 */
export class WriteOnlyPrinter implements Printer {
  readonly #transport: Transport;
  readonly #times: WriteOnlyTimes;
  readonly #emitter = new StatusEmitter();
  /** It ends a line that was ended politely by a reset, as was seen on one without a byte: it took all the same. */
  #endsByReset = false;
  #closed = false;
  #again: NodeJS.Timeout | undefined;

  constructor(transport: Transport, times: Partial<WriteOnlyTimes> = {}) {
    this.#transport = transport;
    this.#times = { ...defaultTimeouts, ...times };
    this.#reach(this.#times.pause);
  }

  get status(): PrinterStatus {
    return this.#emitter.status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#emitter.onStatus(listener);
  }

  print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    return this.#emitter.inTurn(() => this.#print(ticket, beforeFirstByte));
  }

  pulse(): Promise<boolean> {
    return this.#emitter.inTurn(async () => {
      if (this.#closed || this.status.state !== 'ready') return false;
      const opened = await this.#open();
      if (!opened.ok) return false;
      const written = await opened.line.write(pulse, this.#times.write);
      await this.#finish(opened.line);
      return written.ok;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#emitter.ended();
    this.#transport.close?.();
  }

  async #print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    if (this.#closed || this.status.state !== 'ready') return notReady;
    const opened = await this.#open();
    if (!opened.ok) return this.#lose(opened.fault, notReady);
    const { line } = opened;
    const refusal = await askBeforeFirstByte(beforeFirstByte);
    if (refusal) {
      await this.#finish(line);
      return refusal;
    }
    const written = await line.write(ticket, this.#times.write);
    if (!written.ok) {
      line.close(true);
      const reason = `the line failed: ${written.fault}`;
      return this.#lose(written.fault, written.sent === 'none' ? notReady : { kind: 'uncertain', reason });
    }
    const fault = await this.#finish(line);
    if (!fault || (fault === 'lost' && this.#endsByReset)) return { kind: 'unconfirmed' };
    return this.#lose(fault, { kind: 'uncertain', reason: `the printer refused it: ${fault}` });
  }

  /** A line that has not broken again at once. */
  async #open(): Promise<OpenResult> {
    const opened = await this.#transport.open(this.#times.open);
    if (!opened.ok) return opened;
    const { line } = opened;
    const broken = await new Promise<TransportFault | null>((resolve) => {
      line.onLost(resolve);
      // What it says all the same is nothing to go by; unread, it would have the system cut the ticket off at the end.
      line.onData(() => undefined);
      setTimeout(() => resolve(null), this.#times.quiet);
    });
    if (!broken) return opened;
    line.close();
    return { ok: false, fault: broken };
  }

  async #finish(line: PrinterLine): Promise<TransportFault | null> {
    const fault = (await line.finish?.(this.#times.finish)) ?? null;
    line.close(fault !== null);
    return fault;
  }

  #lose(fault: TransportFault, outcome: PrintOutcome): PrintOutcome {
    this.#emitter.become(statusFor(fault));
    this.#reach(this.#times.pause);
    return outcome;
  }

  /** Looks whether it can be opened, and again with pauses that grow; an opening without a byte prints nothing. */
  #reach(pause: number): void {
    void this.#emitter.inTurn(async () => {
      if (this.#closed) return;
      const opened = await this.#open();
      if (opened.ok) {
        this.#endsByReset = (await this.#finish(opened.line)) === 'lost';
        this.#emitter.become(statusFor('cannot_tell'));
        return;
      }
      this.#emitter.become(statusFor(opened.fault));
      if (this.#closed) return;
      this.#again = setTimeout(() => this.#reach(Math.min(pause * 2, this.#times.longestPause)), pause);
    });
  }
}
