import type { StatusDialect } from '../../electron/contract/printer-profile';
import { clearBuffer } from './escpos-commands';
import { type Reply, ReplyStream } from './reply-stream';
import {
  type Condition,
  conditionFromBlock,
  conditionFromCustom,
  conditionFromRealTime,
  type RealTimeAnswers,
  unheardCondition,
} from './status';
import type { PrinterLine } from './transport';

/** What DLE EOT is asked of: the printer, what keeps it offline, its errors, its paper. */
const allQuestions = [1, 2, 3, 4] as const;
type Question = (typeof allQuestions)[number];
/** Looks for answers that are still on their way, before each question is asked alone. */
const maxStragglers = 4;
/** DLE EOT 20: Custom's full status. */
const askCustomStatus = Uint8Array.of(0x10, 0x04, 0x14);
/** GS I 66 and 67: maker and model. */
const askNames = Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67);
/** GS a: push a status block when online, error or paper changes. */
const pushStatus = Uint8Array.of(0x1d, 0x61, 0x0e);
/** DLE ENQ 2: recover from an error and throw away what was received. */
const recover = Uint8Array.of(0x10, 0x05, 0x02);
/**
 * The session with a printer over one open line: questions, and the answers told apart. The condition is kept as last
 * heard. Every wait ends: by the answer, by its deadline, or by the line's loss.
 */
export class PrinterSession {
  readonly #line: PrinterLine;
  readonly #replies: ReplyStream;
  readonly #dialect: StatusDialect;
  readonly #onCondition: (condition: Condition) => void;
  readonly #waiting = new Set<() => void>();
  #realTime: number[] | null = null;
  /** Those of DLE EOT that this printer answers; null until it has answered. */
  #questions: readonly Question[] | null = null;
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

  /** Milliseconds until so many bytes that the system took have reached the printer; 0 where the line has no pace. */
  underWay(bytes: number): number {
    const { bytesPerSecond } = this.#line;
    return bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1000;
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

  /**
   * Asks how it is. Null where it does not answer all that it answered before in time; the line is then of no more
   * use. A clone that leaves some questions unanswered is asked one by one first, once: that takes so much longer.
   * One that can't be asked is taken to be well as long as the line holds.
   */
  async askCondition(deadline: number): Promise<Condition | null> {
    if (this.#lost) return null;
    if (this.#dialect === 'silent') {
      this.#become(unheardCondition);
      return this.condition;
    }
    if (this.#dialect === 'custom') return this.#askCustom(deadline);
    const questions = this.#questions ?? allQuestions;
    const heard = await this.#askRealTime(questions, deadline);
    if (heard.length === questions.length) {
      this.#questions = questions;
      const answers: RealTimeAnswers = {};
      for (const [index, question] of questions.entries()) answers[question] = heard[index];
      this.#become(conditionFromRealTime(answers));
      return this.condition;
    }
    if (this.#questions || heard.length === 0) return null;
    this.#questions = await this.#learnQuestions(deadline);
    return this.#questions && this.askCondition(deadline);
  }

  /** Which of the questions it answers when asked each alone; null where none, or all: then it is only too slow. */
  async #learnQuestions(deadline: number): Promise<readonly Question[] | null> {
    for (let look = 0; look < maxStragglers && (await this.#askRealTime([], deadline)).length > 0; look += 1);
    const answered: Question[] = [];
    for (const question of allQuestions) {
      if ((await this.#askRealTime([question], deadline)).length > 0) answered.push(question);
    }
    return answered.length === 0 || answered.length === allQuestions.length ? null : answered;
  }

  /** The answers to those of DLE EOT, in their order, as many as came in time; to none: what came unasked. */
  async #askRealTime(questions: readonly Question[], deadline: number): Promise<readonly number[]> {
    const answers: number[] = [];
    this.#realTime = answers;
    const most = questions.length || 1;
    const bytes = Uint8Array.from(questions.flatMap((question) => [0x10, 0x04, question]));
    const written = bytes.length === 0 ? { ok: true } : await this.#line.write(bytes, deadline);
    if (written.ok) await this.waitFor(() => answers.length >= most, deadline);
    this.#realTime = null;
    return answers.slice(0, most);
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
    // Custom's DLE DC4 is another command, and one that never answers may print it.
    if (this.#dialect === 'custom' || this.#dialect === 'silent') return false;
    this.#cleared = false;
    const fault = this.condition?.fault ?? 'none';
    const bytes = fault === 'none' ? clearBuffer : Buffer.concat([recover, clearBuffer]);
    const written = await this.#line.write(bytes, deadline);
    if (written.ok) await this.waitFor(() => this.#cleared, deadline);
    return this.#cleared;
  }

  /** Has it leave an error that somebody has mended, which it does not by itself; what it still held is thrown away. */
  async recover(deadline: number): Promise<void> {
    // Nor is this one known to be Custom's.
    if (this.#dialect !== 'custom') await this.#line.write(recover, deadline);
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
      const end = () => {
        this.#waiting.delete(look);
        resolve(condition());
      };
      // What came in while this process was busy with something else is heard first.
      const timer = setTimeout(() => setImmediate(end), deadline);
      this.#waiting.add(look);
      look();
    });
  }

  /** Ends it; `isGivenUp`: what the system still holds of what was written must not come through. */
  close(isGivenUp = false): void {
    this.#line.close(isGivenUp);
    this.#lost = true;
    this.#wake();
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'real_time':
        // One that floods says it for ever.
        if (this.#realTime && this.#realTime.length < allQuestions.length) this.#realTime.push(reply.value);
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
