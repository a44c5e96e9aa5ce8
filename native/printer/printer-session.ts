import type { Answer, Dialect, Reply, ReplyReader } from './dialects/dialect';
import type { Condition } from './status';
import type { PrinterLine } from './transport';

/** Looks for answers that are still on their way, before each question is asked alone. */
const maxStragglers = 4;
/** GS I 66 and 67: maker and model. */
const askNames = Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67);

/**
 * The session with a printer over one open line: questions, and the answers told apart. The condition is kept as last
 * heard. Every wait ends: by the answer, by its deadline, or by the line's loss.
 */
export class PrinterSession {
  readonly #line: PrinterLine;
  readonly #dialect: Dialect;
  readonly #replies: ReplyReader;
  readonly #onCondition: (condition: Condition) => void;
  readonly #waiting = new Set<() => void>();
  #answers: Answer[] | null = null;
  /** The places of those of the dialect's questions that this printer answers; null until it has answered. */
  #answered: readonly number[] | null = null;
  #names: string[] = [];
  #printedId: string | null = null;
  #cleared = false;
  #processed = 0;
  #lost = false;
  condition: Condition | null = null;

  constructor(
    line: PrinterLine,
    dialect: Dialect,
    onCondition: (condition: Condition) => void,
    onLost: () => void,
  ) {
    this.#line = line;
    this.#dialect = dialect;
    this.#replies = dialect.readReplies();
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

  /** How often it said since `expectProof` that what came before is processed. */
  get processed(): number {
    return this.#processed;
  }

  /** Whether it said that what came before the question with this id is printed. */
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
    const { questions, condition } = this.#dialect;
    const asked = this.#answered ?? [...questions.keys()];
    const heard = asked.length === 0 ? [] : await this.#ask(asked, deadline);
    if (heard.length === asked.length) {
      this.#answered = asked;
      this.#become(condition(questions.map((_question, place) => heard[asked.indexOf(place)])));
      return this.condition;
    }
    if (this.#answered || heard.length === 0) return null;
    this.#answered = await this.#learnAnswered(deadline);
    return this.#answered && this.askCondition(deadline);
  }

  /** Which of the questions it answers when asked each alone; null where none, or all: then it is only too slow. */
  async #learnAnswered(deadline: number): Promise<readonly number[] | null> {
    for (let look = 0; look < maxStragglers && (await this.#ask([], deadline)).length > 0; look += 1);
    const { questions } = this.#dialect;
    const answered: number[] = [];
    for (const place of questions.keys()) {
      if ((await this.#ask([place], deadline)).length > 0) answered.push(place);
    }
    return answered.length === 0 || answered.length === questions.length ? null : answered;
  }

  /** The answers to the questions at those places, in their order, as many as came in time; to none: what came unasked. */
  async #ask(places: readonly number[], deadline: number): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    this.#answers = answers;
    const most = places.length || 1;
    const bytes = Buffer.concat(places.flatMap((place) => this.#dialect.questions[place] ?? []));
    const written = bytes.length === 0 ? { ok: true } : await this.#line.write(bytes, deadline);
    if (written.ok) await this.waitFor(() => answers.length >= most, deadline);
    this.#answers = null;
    return answers.slice(0, most);
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
    if (this.#dialect.watch) await this.#line.write(this.#dialect.watch, deadline);
  }

  /** Throws away what the printer has not printed yet; false where it does not say that it did. */
  async clear(deadline: number): Promise<boolean> {
    const { clear, recover } = this.#dialect;
    if (!clear) return false;
    this.#cleared = false;
    const fault = this.condition?.fault ?? 'none';
    const bytes = fault === 'none' || !recover ? clear : Buffer.concat([recover, clear]);
    const written = await this.#line.write(bytes, deadline);
    if (written.ok) await this.waitFor(() => this.#cleared, deadline);
    return this.#cleared;
  }

  /** Has it leave an error that somebody has mended, which it does not by itself; what it still held is thrown away. */
  async recover(deadline: number): Promise<void> {
    if (this.#dialect.recover) await this.#line.write(this.#dialect.recover, deadline);
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
      case 'answer':
        // One that floods says it for ever.
        if (this.#answers && this.#answers.length < this.#dialect.questions.length)
          this.#answers.push(reply.bytes);
        break;
      case 'condition':
        this.#become(reply.condition);
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
