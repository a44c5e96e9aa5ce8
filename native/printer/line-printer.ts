import { randomInt } from 'node:crypto';
import { canPrint, type PrinterStatus } from '../../electron/contract/printer-status';
import type { Dialect } from './dialects/dialect';
import { askBeforeFirstByte, type Printer, type PrintOutcome } from './printer';
import { PrinterSession } from './printer-session';
import { awaitProof, type Capability, proofRequest } from './proof';
import { pulse } from './pulse';
import { type Condition, statusFor, statusOf } from './status';
import { StatusEmitter } from './status-emitter';
import { defaultTimeouts, type LinePrinterTimeouts } from './timeouts';
import type { Transport, TransportFault } from './transport';
import { UnprintedData } from './unprinted-data';

const notReady: PrintOutcome = { kind: 'not_sent', reason: 'not_ready' };
/** At 9600 baud a byte takes a little over a millisecond. */
const slackPerByte = 1.5;

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
  readonly #dialect: Dialect;
  readonly #times: LinePrinterTimeouts;
  readonly #emitter = new StatusEmitter();
  #session: PrinterSession | null = null;
  #capability: Capability | 'unknown' = 'unknown';
  /** The id that the question for the capability was sent with. */
  #probeId = '';
  readonly #unprinted: UnprintedData;
  /** By `performance.now()`. */
  #recoverAt = 0;
  #isSending = false;
  #closed = false;
  /** Ends whatever pause the keeper is in. */
  #hurry: () => void = () => undefined;
  readonly #keeper: Promise<void>;

  /** `unprinted`: bytes of an earlier ticket that may lie in the printer from before this process. */
  constructor(
    transport: Transport,
    dialect: Dialect,
    unprinted: number,
    times: Partial<LinePrinterTimeouts> = {},
  ) {
    this.#transport = transport;
    this.#dialect = dialect;
    this.#unprinted = new UnprintedData(unprinted);
    this.#times = { ...defaultTimeouts, ...times };
    this.#keeper = this.#keepLine();
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
      const session = this.#session;
      // In an idle printer that can't print it would lie until it can.
      if (!session || session.lost || !this.#unprinted.isGone || !canPrint(this.status)) return false;
      const written = await session.write(pulse, this.#times.answer);
      return written.ok;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#session?.close(this.#isSending);
    this.#hurry();
    await this.#keeper;
    await this.#emitter.ended();
    this.#transport.close?.();
  }

  async #keepLine(): Promise<void> {
    let pause = this.#times.pause;
    while (!this.#closed) {
      const opened = await this.#transport.open(this.#times.open);
      if (!opened.ok) {
        this.#emitter.become(statusFor(opened.fault));
      } else if (this.#closed) {
        opened.line.close();
      } else {
        const session = new PrinterSession(
          opened.line,
          this.#dialect,
          (condition) => {
            if (session === this.#session) this.#tell(condition);
          },
          () => this.#hurry(),
        );
        const answered = await this.#watchLine(session);
        if (answered) pause = this.#times.pause;
        this.#emitter.become(statusFor(answered ? 'lost' : 'timed_out'));
      }
      await this.#pause(pause);
      pause = Math.min(pause * 2, this.#times.longestPause);
    }
  }

  /** Looks after one line until it is of no more use. Returns whether the printer ever answered on it. */
  async #watchLine(session: PrinterSession): Promise<boolean> {
    let answered = false;
    this.#session = session;
    this.#capability = 'unknown';
    // What the printer still says to whoever had the line before is not for us.
    await this.#pause(this.#times.quiet);
    await this.#emitter.inTurn(() => this.#unprinted.clear(session, this.#times.grace));
    while (!this.#closed && !session.lost) {
      const isWell = await this.#emitter.inTurn(async () => {
        const condition = await session.askCondition(this.#times.answer);
        if (!condition) return false;
        if (!answered) await session.watch(this.#times.answer);
        answered = true;
        return await this.#makeReady(session, condition);
      });
      if (!isWell) break;
      if (!session.lost) await this.#pause(this.#times.watch);
    }
    this.#session = null;
    session.close();
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

  /** Until what broke off in it is thrown away it can't take a ticket, however well it is. */
  #tell(condition: Condition): void {
    const status = statusOf(condition);
    this.#emitter.become(canPrint(status) && !this.#unprinted.isGone ? statusFor('not_ready') : status);
  }

  /** Does what has to be done before a ticket can be sent. False where the line is of no more use. */
  async #makeReady(session: PrinterSession, condition: Condition): Promise<boolean> {
    await this.#recover(session, condition);
    if (!canPrint(statusOf(condition))) return true;
    if (!this.#unprinted.isGone) {
      const perByte = slackPerByte * this.#times.proofPerByte;
      if (!(await this.#unprinted.padWithNuls(session, { answer: this.#times.answer, perByte })))
        return false;
      if (!this.#unprinted.isGone) return true;
      if (session.condition) this.#tell(session.condition);
    }
    if (this.#capability === 'unknown') await this.#probe(session);
    return true;
  }

  /**
   * Errors such as the cutter's stand until the printer is told to leave them (Epson's reference, DLE ENQ): as soon as
   * its cover is closed again, and now and then, for whoever mends it another way.
   */
  async #recover(session: PrinterSession, { fault, coverOpen }: Condition): Promise<void> {
    if (fault === 'none' || coverOpen) this.#recoverAt = 0;
    const isRecoverable = fault === 'cutter' || fault === 'mechanical';
    if (!isRecoverable || coverOpen || performance.now() < this.#recoverAt) return;
    this.#recoverAt = performance.now() + this.#times.recover;
    await session.recover(this.#times.answer);
  }

  /** Finds out what the printer can prove. It stays unknown where the line breaks meanwhile. */
  async #probe(session: PrinterSession): Promise<void> {
    if (Object.keys(this.#dialect.proofs).length === 0) {
      this.#capability = 'status';
      return;
    }
    const id = newProofId();
    this.#probeId = id;
    session.expectProof();
    const written = await session.write(proofRequest(id, 'unknown', this.#dialect), this.#times.answer);
    if (!written.ok) return;
    await session.waitFor(() => session.isPrinted(id) || session.processed > 0, this.#times.grace);
    if (session.processed > 0) await session.waitFor(() => session.isPrinted(id), this.#times.grace / 5);
    if (session.lost) return;
    // More answers than questions are noise, and noise proves nothing.
    this.#capability = session.isPrinted(id) ? 'function_h' : session.processed === 1 ? 'gs_r' : 'status';
  }

  async #print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome> {
    const session = this.#session;
    if (!session || session.lost || !this.#unprinted.isGone) return notReady;
    const before = await session.askCondition(this.#times.answer);
    if (!before) {
      this.#dropLine(session, 'timed_out');
      return notReady;
    }
    if (!canPrint(statusOf(before))) return notReady;
    if (this.#capability === 'unknown') await this.#probe(session);
    if (this.#capability === 'unknown') return notReady;
    const refusal = await askBeforeFirstByte(beforeFirstByte);
    if (refusal) return refusal;
    // It may have said otherwise while that was asked.
    if (session.condition && !canPrint(statusOf(session.condition))) return notReady;
    // A printer that was busy then may have answered since.
    if (session.isPrinted(this.#probeId)) this.#capability = 'function_h';
    this.#isSending = true;
    const outcome = await this.#send(session, ticket, this.#capability);
    this.#isSending = false;
    return outcome;
  }

  async #send(session: PrinterSession, ticket: Uint8Array, capability: Capability): Promise<PrintOutcome> {
    const id = newProofId();
    session.expectProof();
    const bytes = Buffer.concat([ticket, proofRequest(id, capability, this.#dialect)]);
    const deadline = this.#times.proof + this.#times.proofPerByte * bytes.length;
    const begin = performance.now();
    const end = begin + deadline;
    const arrival = begin + session.underWay(bytes.length);
    const written = await session.write(bytes, deadline);
    if (!written.ok && written.sent === 'none') return notReady;
    const outcome: PrintOutcome = written.ok
      ? await awaitProof(session, { id, capability, arrival, end }, this.#times)
      : { kind: 'uncertain', reason: `the line failed: ${written.fault}` };
    if (outcome.kind === 'printed' && outcome.proof === 'function_h') this.#capability = 'function_h';
    if (outcome.kind === 'uncertain') await this.#breakOff(session, bytes.length);
    return outcome;
  }

  /** After a ticket of unknown fate: keeps its rest from printing later, and begins a new line. */
  async #breakOff(session: PrinterSession, length: number): Promise<void> {
    const cleared = !session.lost && (await session.clear(this.#times.grace));
    if (!cleared) this.#unprinted.remain(length);
    this.#dropLine(session, 'lost', true);
  }

  #dropLine(session: PrinterSession, fault: TransportFault, isGivenUp = false): void {
    session.close(isGivenUp);
    this.#emitter.become(statusFor(fault));
    this.#hurry();
  }
}

function newProofId(): string {
  return randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
