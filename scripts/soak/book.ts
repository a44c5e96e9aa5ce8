/** What was seen that should not be; the soak fails where there is any. */
export interface Breach {
  readonly at: Date;
  readonly what: string;
}

/** What the hall's people saw: every number that was given and called, and every answer that should not have been. */
export class Book {
  readonly breaches: Breach[] = [];
  /** How often each kind of thing happened. */
  readonly counts = new Map<string, number>();
  /** Ticket → the key of the request that took it. */
  readonly #held = new Map<string, string>();
  /** Business date and number → its ticket. */
  readonly #numbers = new Map<string, string>();

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  breach(what: string): void {
    this.breaches.push({ at: new Date(), what });
  }

  /** A number that the hall acknowledged; `key` is the request's, so that a repeated answer is no second number. */
  give({ businessDate, number, id }: GivenNumber, key: string): void {
    const known = this.#held.get(id);
    if (known !== undefined && known !== key) this.breach(`ticket ${id} was given to two requests`);
    const name = `${businessDate} ${number}`;
    const holder = this.#numbers.get(name);
    if (holder !== undefined && holder !== id) this.breach(`the number ${name} was given twice`);
    this.#numbers.set(name, id);
    if (known === undefined) this.#held.set(id, key);
    this.count('numbers given');
  }

  /** A ticket that a desk was told to call. */
  call(id: string, number: string): void {
    if (!this.#held.has(id)) this.breach(`${number} was called, and nobody holds it`);
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
