/** A sleep that can be ended early. A wake-up while nobody sleeps ends the next sleep at once. */
export class InterruptibleSleep {
  #isDue = false;
  #end: (() => void) | null = null;

  wake(): void {
    if (this.#end) this.#end();
    else this.#isDue = true;
  }

  /** Sleeps until woken, at most so many milliseconds. */
  sleep(milliseconds: number): Promise<void> {
    if (this.#isDue) {
      this.#isDue = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#end = null;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#end = end;
    });
  }
}
