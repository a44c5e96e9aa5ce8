/** Waits between tries that fail, in milliseconds: longer each time, and each somewhat different, so that halls don't come together. */
const usualFirst = 5_000;
const longestWait = 10 * 60_000;

export function waitAfter(failures: number, first = usualFirst): number {
  const wait = Math.min(longestWait, first * 2 ** Math.min(20, Math.max(0, failures - 1)));
  return Math.round(wait * (0.5 + Math.random() / 2));
}

/** A wait that can be cut short. */
export class Rest {
  #end: (() => void) | null = null;
  #isWanted = false;

  /** Resolves after so long, or as soon as `cut` is called; at once where it was called since the last wait. */
  async wait(milliseconds: number): Promise<void> {
    if (this.#isWanted) {
      this.#isWanted = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = null;
    this.#isWanted = false;
  }

  cut(): void {
    this.#isWanted = true;
    this.#end?.();
  }
}
