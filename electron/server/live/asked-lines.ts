/** Milliseconds: whoever asks by plain requests, and was not heard for so long, is gone. */
const goneAfterMs = 10_000;

/**
 * Lines of those who ask by plain requests, because their streams are held back: such a line is open from its first
 * question until none came for a while.
 */
export class AskedLines {
  readonly #goneAfterMs: number;
  readonly #open = new Map<string, { timer: ReturnType<typeof setTimeout>; readonly close: () => void }>();

  constructor(milliseconds: number = goneAfterMs) {
    this.#goneAfterMs = milliseconds;
  }

  /** Somebody asked. `open` is called where their line wasn't open, and answers what is called once it no longer is. */
  asked(who: string, open: () => () => void): void {
    const line = this.#open.get(who);
    const timer = setTimeout(() => this.#close(who), this.#goneAfterMs).unref();
    if (line) {
      clearTimeout(line.timer);
      line.timer = timer;
    } else this.#open.set(who, { timer, close: open() });
  }

  /** Closes them all. */
  stop(): void {
    for (const who of [...this.#open.keys()]) this.#close(who);
  }

  #close(who: string): void {
    const line = this.#open.get(who);
    if (!line) return;
    clearTimeout(line.timer);
    this.#open.delete(who);
    line.close();
  }
}
