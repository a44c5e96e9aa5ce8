import { randomInt } from 'node:crypto';
import type { Printer, PrintOutcome } from './printer';
import { type Capability, PrinterTalk, proofRequest } from './printer-talk';
import type { StatusDialect } from './profile';
import { canPrint, type PrinterStatus, statusFor, statusOf } from './status';
import { StatusTeller } from './status-teller';
import type { Transport, TransportFault } from './transport';

/** Milliseconds. */
export interface LinePrinterTimes {
  /** For a line to open. */
  readonly open: number;
  /** For the answers to a status question. */
  readonly answer: number;
  /** Between two status questions while nothing is printed. */
  readonly watch: number;
  /** For the printer to take a ticket and prove it, beside what slow lines need for each byte. */
  readonly proof: number;
  readonly proofPerByte: number;
  /** For a proof to come still, once the printer can't print or has said that it is well. */
  readonly grace: number;
  /** From an open line to the first question. */
  readonly quiet: number;
  /** Before the first new try to open a line; it doubles up to `longestPause`. */
  readonly pause: number;
  readonly longestPause: number;
}

const defaultTimes: LinePrinterTimes = {
  open: 3000,
  answer: 2000,
  watch: 2000,
  proof: 8000,
  proofPerByte: 1,
  grace: 1500,
  quiet: 60,
  pause: 200,
  longestPause: 5000,
};

/**
 * An ESC/POS printer at the end of a line. The line is opened at once, kept open and opened anew, with pauses that
 * grow, whenever it breaks or the printer falls silent; one line at a time, since most printers take one client.
 *
 * Proof, best first (Epson's reference): GS ( H is answered when printing is completed; GS r when everything before
 * it was processed; else a good status before and after makes a ticket `unconfirmed`. Which of them the printer
 * knows is found out on each new line before the first ticket.
 */
export class LinePrinter implements Printer {
  readonly #transport: Transport;
  readonly #dialect: StatusDialect;
  readonly #times: LinePrinterTimes;
  readonly #teller = new StatusTeller();
  #talk: PrinterTalk | null = null;
  #capability: Capability | 'unknown' = 'unknown';
  /** The id that the question for the capability was sent with. */
  #probeId = '';
  /** Bytes that may still lie in the printer, of a ticket that broke off: thrown away on the next line. */
  #leftover: number;
  #closed = false;
  /** Ends whatever pause the keeper is in. */
  #hurry: () => void = () => undefined;
  readonly #keeper: Promise<void>;

  /** `leftover`: bytes of an earlier ticket that may lie in the printer from before this process. */
  constructor(
    transport: Transport,
    dialect: StatusDialect,
    leftover: number,
    times: Partial<LinePrinterTimes> = {},
  ) {
    this.#transport = transport;
    this.#dialect = dialect;
    this.#leftover = leftover;
    this.#times = { ...defaultTimes, ...times };
    this.#keeper = this.#keepLine();
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
    this.#talk?.close();
    this.#hurry();
    await this.#keeper;
    await this.#teller.ended();
    this.#transport.close?.();
  }

  async #keepLine(): Promise<void> {
    let pause = this.#times.pause;
    while (!this.#closed) {
      const opened = await this.#transport.open(this.#times.open);
      if (!opened.ok) {
        this.#teller.become(statusFor(opened.fault));
      } else if (this.#closed) {
        opened.line.close();
      } else {
        const talk = new PrinterTalk(
          opened.line,
          this.#dialect,
          (condition) => {
            if (talk === this.#talk) this.#teller.become(statusOf(condition));
          },
          () => this.#hurry(),
        );
        const answered = await this.#watchLine(talk);
        if (answered) pause = this.#times.pause;
        this.#teller.become(statusFor(answered ? 'lost' : 'timed_out'));
      }
      await this.#pause(pause);
      pause = Math.min(pause * 2, this.#times.longestPause);
    }
  }

  /** Looks after one line until it is of no more use. Answers whether the printer ever answered on it. */
  async #watchLine(talk: PrinterTalk): Promise<boolean> {
    let answered = false;
    this.#talk = talk;
    this.#capability = 'unknown';
    // What the printer still says to whoever had the line before is not for us.
    await this.#pause(this.#times.quiet);
    await this.#teller.inTurn(() => this.#throwAwayLeftover(talk));
    while (!this.#closed && !talk.lost) {
      const isWell = await this.#teller.inTurn(async () => {
        const condition = talk.lost ? null : await talk.askCondition(this.#times.answer);
        if (!condition) return false;
        if (!answered) await talk.watch(this.#times.answer);
        answered = true;
        if (this.#capability === 'unknown' && canPrint(statusOf(condition))) await this.#probe(talk);
        return true;
      });
      if (!isWell) break;
      if (!talk.lost) await this.#pause(this.#times.watch);
    }
    this.#talk = null;
    talk.close();
    return answered;
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /**
   * Clears what a broken-off ticket left in the printer. Where the printer doesn't say that it did, as many NULs as
   * the ticket had bytes end a picture that waits for its other half; NULs print nothing.
   */
  async #throwAwayLeftover(talk: PrinterTalk): Promise<void> {
    if (this.#leftover === 0) return;
    const cleared = await talk.clear(this.#times.grace);
    if (!cleared) {
      // At 9600 baud a byte takes a little over a millisecond.
      const deadline = this.#times.answer + 1.5 * this.#times.proofPerByte * this.#leftover;
      const written = await talk.write(new Uint8Array(this.#leftover), deadline);
      if (!written.ok) return;
    }
    this.#leftover = 0;
  }

  /** Finds out what the printer can prove. It stays unknown where the line breaks meanwhile. */
  async #probe(talk: PrinterTalk): Promise<void> {
    const id = newProofId();
    this.#probeId = id;
    talk.expectProof();
    const written = await talk.write(proofRequest(id, 'unknown', this.#dialect), this.#times.answer);
    if (!written.ok) return;
    await talk.waitFor(() => talk.isPrinted(id) || talk.processed > 0, this.#times.grace);
    if (talk.processed > 0) await talk.waitFor(() => talk.isPrinted(id), this.#times.grace / 5);
    if (talk.lost) return;
    // More answers than questions are noise, and noise proves nothing.
    this.#capability = talk.isPrinted(id) ? 'function_h' : talk.processed === 1 ? 'gs_r' : 'status';
  }

  async #print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    const talk = this.#talk;
    if (!talk || talk.lost) return { kind: 'not_sent', reason: 'not_ready' };
    const before = await talk.askCondition(this.#times.answer);
    if (!before) {
      this.#dropLine(talk, 'timed_out');
      return { kind: 'not_sent', reason: 'not_ready' };
    }
    if (!canPrint(statusOf(before)) || this.#leftover > 0) return { kind: 'not_sent', reason: 'not_ready' };
    if (this.#capability === 'unknown') await this.#probe(talk);
    if (this.#capability === 'unknown') return { kind: 'not_sent', reason: 'not_ready' };
    if (!(await beforeFirstByte())) return { kind: 'not_sent', reason: 'withdrawn' };
    // A printer that was busy then may have answered since.
    if (talk.isPrinted(this.#probeId)) this.#capability = 'function_h';

    const id = newProofId();
    talk.expectProof();
    const bytes = Buffer.concat([ticket, proofRequest(id, this.#capability, this.#dialect)]);
    const deadline = this.#times.proof + this.#times.proofPerByte * bytes.length;
    const started = performance.now();
    const written = await talk.write(bytes, deadline);
    if (!written.ok && written.sent === 'none') return { kind: 'not_sent', reason: 'not_ready' };
    const outcome: PrintOutcome = written.ok
      ? await this.#awaitProof(talk, id, started + deadline)
      : { kind: 'uncertain', reason: `the line failed: ${written.fault}` };
    if (outcome.kind === 'uncertain') await this.#breakOff(talk, bytes.length);
    return outcome;
  }

  async #awaitProof(talk: PrinterTalk, id: string, end: number): Promise<PrintOutcome> {
    const capability = this.#capability;
    const isProved = () => talk.isPrinted(id) || (capability === 'gs_r' && talk.processed > 0);
    const isWell = () => talk.condition !== null && canPrint(statusOf(talk.condition));
    const canProve = capability === 'function_h' || capability === 'gs_r';
    while (!isProved() && performance.now() < end) {
      const wait = canProve ? Math.min(this.#times.watch, end - performance.now()) : this.#times.grace;
      await talk.waitFor(() => isProved() || !isWell(), wait);
      if (isProved()) break;
      if (talk.lost) return { kind: 'uncertain', reason: 'the line was lost' };
      if (!isWell()) {
        // It may have come out whole all the same: paper that ends just behind it.
        await talk.waitFor(isProved, this.#times.grace);
        if (isProved()) break;
        return { kind: 'uncertain', reason: `the printer stopped: ${this.status.state}` };
      }
      // Also notices a printer that has fallen silent, long before the end.
      const after = await talk.askCondition(this.#times.answer);
      if (isProved()) break;
      if (!after) return { kind: 'uncertain', reason: 'the printer fell silent' };
      if (!canProve && canPrint(statusOf(after))) return { kind: 'unconfirmed' };
    }
    if (talk.isPrinted(id)) {
      this.#capability = 'function_h';
      return { kind: 'printed', proof: 'function_h' };
    }
    if (!isProved()) return { kind: 'uncertain', reason: 'no proof in time' };
    const after = await talk.askCondition(this.#times.answer);
    if (talk.processed === 1) return { kind: 'printed', proof: 'gs_r' };
    // Several bytes that look like the one answer: none can be trusted.
    return after && canPrint(statusOf(after))
      ? { kind: 'unconfirmed' }
      : { kind: 'uncertain', reason: 'the answers make no sense' };
  }

  /** After a ticket of unknown fate: keeps its rest from printing later, and begins a new line. */
  async #breakOff(talk: PrinterTalk, length: number): Promise<void> {
    const cleared = !talk.lost && (await talk.clear(this.#times.grace));
    if (!cleared) this.#leftover = length;
    this.#dropLine(talk, 'lost');
  }

  #dropLine(talk: PrinterTalk, fault: TransportFault): void {
    talk.close();
    this.#teller.become(statusFor(fault));
    this.#hurry();
  }
}

function newProofId(): string {
  return randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
