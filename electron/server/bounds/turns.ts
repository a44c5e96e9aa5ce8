import { availableParallelism } from 'node:os';
import { Refusal } from '../../queue/refusal';

interface Waiting {
  readonly begin: () => void;
}

/** How much may wait, of all callers together and of one. */
interface Bounds {
  readonly waiting: number;
  readonly waitingEach: number;
}
const defaultBounds: Bounds = { waiting: 200, waitingEach: 8 };

/**
 * Lets heavy work (a password's hash, a report) be done by a few at a time, so that processors are left to the hall, and gives each
 * caller a turn in rotation, so that one with many requests delays nobody by more than one of them.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #bounds: Bounds;
  /** Who waits, in the order of their next turn. */
  readonly #waiting = new Map<string, Waiting[]>();
  #count = 0;
  #running = 0;

  /** `atOnce`: how many at a time; one processor is left to the hall unless said. */
  constructor(atOnce: number = Math.max(1, availableParallelism() - 1), bounds: Bounds = defaultBounds) {
    this.#atOnce = atOnce;
    this.#bounds = bounds;
  }

  /** Does the work in the caller's turn; `key` is whose it is. Throws `Refusal('too_many_requests')` where too many wait. */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    await this.#turn(key);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#beginNext();
    }
  }

  #turn(key: string): Promise<void> {
    const own = this.#waiting.get(key) ?? [];
    if (own.length >= this.#bounds.waitingEach || this.#count >= this.#bounds.waiting) {
      throw new Refusal('too_many_requests', { retryAfter: 10 });
    }
    return new Promise((resolve) => {
      this.#count += 1;
      this.#waiting.set(key, own);
      own.push({ begin: resolve });
      this.#beginNext();
    });
  }

  #beginNext(): void {
    const [next] = this.#waiting;
    if (!next || this.#running >= this.#atOnce) return;
    const [key, own] = next;
    const first = own.shift();
    // To the end of the rotation, if there is more.
    this.#waiting.delete(key);
    if (own.length > 0) this.#waiting.set(key, own);
    this.#count -= 1;
    this.#running += 1;
    first?.begin();
  }
}
