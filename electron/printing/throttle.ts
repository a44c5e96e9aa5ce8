/**
 * Work that is asked for more often than it needs to be done: at once while that happens now and then, but of what is
 * asked for without end once in so many milliseconds, so that it always comes after the last asking.
 */
export class Throttle {
  readonly #work: () => void;
  readonly #burst: number;
  readonly #milliseconds: number;
  /** How often it may still be done at once; one more after each while. */
  #left: number;
  #isDue = false;
  #filling: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `work` must not throw. `burst`: how often it is done at once, before that takes `milliseconds` each. */
  constructor(work: () => void, limits: { readonly burst: number; readonly milliseconds: number }) {
    this.#work = work;
    this.#burst = limits.burst;
    this.#left = limits.burst;
    this.#milliseconds = limits.milliseconds;
  }

  ask(): void {
    if (this.#stopped) return;
    this.#isDue = true;
    this.#filling ??= setInterval(() => this.#fill(), this.#milliseconds);
    this.#do();
  }

  /** Nothing is done any more, nor what was asked for last. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#filling);
  }

  #fill(): void {
    this.#left += 1;
    this.#do();
    if (this.#left < this.#burst) return;
    clearInterval(this.#filling);
    this.#filling = undefined;
  }

  #do(): void {
    if (!this.#isDue || this.#left === 0) return;
    this.#isDue = false;
    this.#left -= 1;
    this.#work();
  }
}
