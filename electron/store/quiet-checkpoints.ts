/** Milliseconds without a write after which the log is written back. */
const quietMs = 400;

/**
 * Writes the log back into the database when nobody waits for it: once nothing has been written for a moment. SQLite
 * itself would do it inside some visitor's commit, about every fiftieth; so it does that only where the log has grown to
 * its limit because writing never paused.
 */
export class QuietCheckpoints {
  readonly #checkpoint: () => void;
  #writtenAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `checkpoint` must not throw. */
  constructor(checkpoint: () => void) {
    this.#checkpoint = checkpoint;
  }

  /** Something was committed. */
  written(): void {
    this.#writtenAt = performance.now();
    this.#timer ??= setTimeout(() => this.#look(), quietMs).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const left = this.#writtenAt + quietMs - performance.now();
    this.#timer = left > 0 ? setTimeout(() => this.#look(), left).unref() : undefined;
    if (!this.#timer) this.#checkpoint();
  }
}
