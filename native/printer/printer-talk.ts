import { clearBuffer } from './escpos-commands';
import type { StatusDialect } from './profile';
import { type Reply, ReplyStream } from './reply-stream';
import { type Condition, conditionFromBlock, conditionFromCustom, conditionFromRealTime } from './status';
import type { PrinterLine } from './transport';

/** DLE EOT 1 to 4. */
const askStatus = Uint8Array.of(...[0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4]);
/** DLE EOT 20: Custom's full status. */
const askCustomStatus = Uint8Array.of(0x10, 0x04, 0x14);
/** GS I 66 and 67: maker and model. */
const askNames = Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67);
/** GS a: push a status block when online, error or paper changes. */
const pushStatus = Uint8Array.of(0x1d, 0x61, 0x0e);
/** DLE ENQ 2: recover from an error and throw away what was received. */
const recover = Uint8Array.of(0x10, 0x05, 0x02);
/** GS r 1. */
const askProcessed = Uint8Array.of(0x1d, 0x72, 0x01);

/** GS ( H function 48: answer with this id of four characters once everything before it is printed. */
function askPrinted(id: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1'));
}

/** By what a printer can prove that a ticket came out. */
export type Capability = 'function_h' | 'gs_r' | 'status';

/**
 * The questions that end a ticket, for a printer of that capability; `unknown` asks in every way that printers of
 * that dialect understand: others would print GS ( H as text.
 */
export function proofRequest(
  id: string,
  capability: Capability | 'unknown',
  dialect: StatusDialect,
): Uint8Array {
  switch (capability) {
    case 'function_h':
      return askPrinted(id);
    case 'gs_r':
      return askProcessed;
    default:
      return dialect === 'epson' ? Buffer.concat([askPrinted(id), askProcessed]) : askProcessed;
  }
}

/**
 * The talk with a printer over one open line: questions, and the answers told apart. The condition is kept as last
 * heard. Every wait ends: by the answer, by its deadline, or by the line's loss.
 */
export class PrinterTalk {
  readonly #line: PrinterLine;
  readonly #replies: ReplyStream;
  readonly #dialect: StatusDialect;
  readonly #onCondition: (condition: Condition) => void;
  readonly #waiting = new Set<() => void>();
  #realTime: number[] | null = null;
  #custom: readonly [number, number, number, number] | null = null;
  #names: string[] = [];
  #printedId: string | null = null;
  #cleared = false;
  #processed = 0;
  #lost = false;
  condition: Condition | null = null;

  constructor(
    line: PrinterLine,
    dialect: StatusDialect,
    onCondition: (condition: Condition) => void,
    onLost: () => void,
  ) {
    this.#line = line;
    this.#dialect = dialect;
    this.#replies = new ReplyStream(dialect === 'custom' ? 'custom' : 'epson');
    this.#onCondition = onCondition;
    line.onData((bytes) => {
      for (const reply of this.#replies.push(bytes)) this.#hear(reply);
    });
    line.onLost(() => {
      this.#lost = true;
      this.#wake();
      onLost();
    });
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** GS r answers heard since `expectProof`. */
  get processed(): number {
    return this.#processed;
  }

  /** Whether GS ( H was answered with this id. */
  isPrinted(id: string): boolean {
    return this.#printedId === id;
  }

  /** Forgets earlier proofs. */
  expectProof(): void {
    this.#processed = 0;
    this.#printedId = null;
  }

  write(bytes: Uint8Array, deadline: number): ReturnType<PrinterLine['write']> {
    return this.#line.write(bytes, deadline);
  }

  /** Asks by DLE EOT. Null where it does not answer all of it in time; the line is then of no more use. */
  async askCondition(deadline: number): Promise<Condition | null> {
    if (this.#dialect === 'custom') return this.#askCustom(deadline);
    this.#realTime = [];
    const written = await this.#line.write(askStatus, deadline);
    if (written.ok) await this.waitFor(() => (this.#realTime?.length ?? 0) >= 4, deadline);
    const [a, b, c, d] = this.#realTime ?? [];
    this.#realTime = null;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
    this.#become(conditionFromRealTime([a, b, c, d]));
    return this.condition;
  }

  async #askCustom(deadline: number): Promise<Condition | null> {
    this.#custom = null;
    const written = await this.#line.write(askCustomStatus, deadline);
    if (written.ok) await this.waitFor(() => this.#custom !== null, deadline);
    if (this.#custom === null) return null;
    this.#become(conditionFromCustom(this.#custom));
    return this.condition;
  }

  /** Asks for the maker's and the model's name; null for what is not answered in time. A stopped printer waits. */
  async askNames(
    deadline: number,
  ): Promise<{ readonly maker: string | null; readonly model: string | null }> {
    this.#names = [];
    const written = await this.#line.write(askNames, deadline);
    if (written.ok) await this.waitFor(() => this.#names.length >= 2, deadline);
    const [maker = null, model = null] = this.#names;
    return { maker, model };
  }

  /** Has changes of the status pushed, by a printer that knows how. */
  async watch(deadline: number): Promise<void> {
    if (this.#dialect === 'epson') await this.#line.write(pushStatus, deadline);
  }

  /** Throws away what the printer has not printed yet; false where it does not say that it did. */
  async clear(deadline: number): Promise<boolean> {
    // Custom's DLE DC4 is another command.
    if (this.#dialect === 'custom') return false;
    this.#cleared = false;
    const fault = this.condition?.fault ?? 'none';
    const bytes = fault === 'none' ? clearBuffer : Buffer.concat([recover, clearBuffer]);
    const written = await this.#line.write(bytes, deadline);
    if (written.ok) await this.waitFor(() => this.#cleared, deadline);
    return this.#cleared;
  }

  /** Resolves true once the condition holds, false at the deadline or the line's loss. */
  waitFor(condition: () => boolean, deadline: number): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const holds = condition();
        if (!holds && !this.#lost) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        resolve(holds);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        resolve(condition());
      }, deadline);
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.#line.close();
    this.#lost = true;
    this.#wake();
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'real_time':
        // One that floods says it for ever.
        if (this.#realTime && this.#realTime.length < 4) this.#realTime.push(reply.value);
        break;
      case 'block':
        this.#become(conditionFromBlock(reply.bytes));
        break;
      case 'custom':
        this.#custom = reply.bytes;
        break;
      case 'name':
        if (this.#names.length < 2) this.#names.push(reply.text);
        break;
      case 'printed':
        this.#printedId = reply.id;
        break;
      case 'cleared':
        this.#cleared = true;
        break;
      case 'processed':
        this.#processed += 1;
        break;
    }
    this.#wake();
  }

  #become(condition: Condition): void {
    this.condition = condition;
    this.#onCondition(condition);
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}
