/** What is longer than three days counts as that: a ticket that was forgotten. */
const longest = 3 * 24 * 60 * 60;

/**
 * Measured seconds, each counted by itself, so that those of many halls are put together without being kept: as large as the
 * longest of them, however many there are.
 */
export class CountedSeconds {
  #counts = new Uint32Array(256);
  #length = 0;

  add(values: Int32Array): void {
    for (const value of values) {
      const seconds = Math.min(Math.max(0, value), longest);
      if (seconds >= this.#counts.length) {
        const wider = new Uint32Array(Math.min(longest + 1, Math.max(seconds + 1, this.#counts.length * 2)));
        wider.set(this.#counts);
        this.#counts = wider;
      }
      this.#counts[seconds] = (this.#counts[seconds] ?? 0) + 1;
    }
    this.#length += values.length;
  }

  /** The smallest value that so great a share (0 to 1) of them doesn't exceed, by the nearest rank; null of none. */
  quantile(share: number): number | null {
    if (this.#length === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.#length));
    let below = 0;
    return this.#counts.findIndex((count) => {
      below += count;
      return below >= rank;
    });
  }
}
