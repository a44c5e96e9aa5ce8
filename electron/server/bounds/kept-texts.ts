import type { Clock } from '../../clock';

/** What is asked for is bounded by the hall's own names; addresses that strangers make up push each other out. */
const textsKept = 100;

/** Texts that are made once for all who ask within some time, however many they are. */
export class KeptTexts {
  readonly #clock: Clock;
  readonly #freshMs: number;
  readonly #kept = new Map<string, { readonly text: string; readonly at: number }>();

  constructor(clock: Clock, freshMs: number) {
    this.#clock = clock;
    this.#freshMs = freshMs;
  }

  /** Returns the text of that name, made anew if the kept one is too old. Throws what `make` throws. */
  get(name: string, make: () => string): string {
    const now = this.#clock.now();
    const known = this.#kept.get(name);
    // By the distance: a clock that was set back would else show the same for hours.
    if (known && Math.abs(now - known.at) <= this.#freshMs) return known.text;
    const text = make();
    if (this.#kept.size >= textsKept) this.#kept.clear();
    this.#kept.set(name, { text, at: now });
    return text;
  }

  /** Something changed: all are made anew. */
  clear(): void {
    this.#kept.clear();
  }
}
