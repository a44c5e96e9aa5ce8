/** Seconds of a processor that a page may use without answering: no page of ours has a task near as long. */
const hungAfterSeconds = 10;
/** Seconds in which it neither answers nor uses the processor: it waits for nothing that will come. */
const stillAfterSeconds = 60;
/** What a process that waits uses at most, as a share of one processor. */
const idleShare = 0.02;

/** Whether a process that used so many seconds of a processor only waited. */
export function isIdle(seconds: number, usedSeconds: number): boolean {
  return usedSeconds < seconds * idleShare;
}

/**
 * Judges a page that owes an answer by its own progress: while other work takes the processor it gets little of it, and
 * is only slow. Times are of its process, not of the wall.
 */
export class PageProgress {
  #used = 0;
  #still = 0;

  /** It answered. */
  answered(): void {
    this.#used = 0;
    this.#still = 0;
  }

  /** Some seconds went by without an answer, in which its process used so many of a processor. Returns whether it hangs. */
  silent(seconds: number, usedSeconds: number): boolean {
    this.#used += usedSeconds;
    this.#still = isIdle(seconds, usedSeconds) ? this.#still + seconds : 0;
    return this.#used > hungAfterSeconds || this.#still > stillAfterSeconds;
  }
}
