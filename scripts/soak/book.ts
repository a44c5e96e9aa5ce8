/** What was seen that should not be; the soak fails where there is any. */
export interface Breach {
  readonly at: Date;
  readonly what: string;
}

interface HeldNumber {
  readonly key: string;
  isCalled: boolean;
}

/** What the hall's people saw: every number that was given and called, and every answer that should not have been. */
export class Book {
  readonly breaches: Breach[] = [];
  /** How often each kind of thing happened. */
  readonly counts = new Map<string, number>();
  readonly #held = new Map<string, HeldNumber>();

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  breach(what: string): void {
    this.breaches.push({ at: new Date(), what });
  }

  /** A number that the hall acknowledged; `key` is the request's, so that a repeated answer is no second number. */
  give({ businessDate, number, id }: GivenNumber, key: string): void {
    const known = this.#held.get(id);
    if (known && known.key !== key) this.breach(`ticket ${id} was given to two requests`);
    for (const name of [`${businessDate} ${number}`]) {
      const holder = this.#numbers.get(name);
      if (holder !== undefined && holder !== id) this.breach(`the number ${name} was given twice`);
      this.#numbers.set(name, id);
    }
    if (!known) this.#held.set(id, { key, isCalled: false });
    this.count('numbers given');
  }

  readonly #numbers = new Map<string, string>();

  /** A ticket that a desk was told to call. */
  call(id: string, number: string): void {
    const held = this.#held.get(id);
    if (!held) this.breach(`${number} was called, and nobody holds it`);
    else held.isCalled = true;
    this.count('calls');
  }

  /** The tickets that were acknowledged. */
  get given(): readonly string[] {
    return [...this.#held.keys()];
  }
}

export interface GivenNumber {
  readonly id: string;
  readonly number: string;
  readonly businessDate: string;
}
