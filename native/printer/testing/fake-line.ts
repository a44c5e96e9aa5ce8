/** Milliseconds between two steps. */
const step = 10;

/** A fake printer's slow line: what goes in comes out by and by, in order. */
export class FakeLine {
  readonly #arrive: (bytes: Buffer) => void;
  #under: Buffer = Buffer.alloc(0);
  #carrying: NodeJS.Timeout | undefined;

  constructor(arrive: (bytes: Buffer) => void) {
    this.#arrive = arrive;
  }

  /** Carries the bytes at so many a second; Infinity: at once, behind what is on its way. */
  carry(bytes: Buffer, perSecond: number): void {
    if (!Number.isFinite(perSecond) && this.#under.length === 0) {
      this.#arrive(bytes);
      return;
    }
    this.#under = Buffer.concat([this.#under, bytes]);
    this.#carrying ??= setInterval(() => {
      const piece = this.#under.subarray(0, Math.max(1, (perSecond * step) / 1000));
      this.#under = this.#under.subarray(piece.length);
      if (this.#under.length === 0) this.end();
      this.#arrive(piece);
    }, step);
  }

  /** What is on its way is lost. */
  end(): void {
    clearInterval(this.#carrying);
    this.#carrying = undefined;
    this.#under = Buffer.alloc(0);
  }
}
