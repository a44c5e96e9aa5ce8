import { InterruptibleSleep } from '../printing/interruptible-sleep';
import { HubAwayError } from './hub-errors';

const firstWaitMs = 500;
const longestWaitMs = 10_000;

/**
 * Tells a server how something is, by one request after another, so that the newest state is told last: what changes
 * while a request is under way is told once after it, as it is then, and what was not heard is told again with growing
 * pauses. What the server refuses is left until it changes: it would be refused again.
 */
export class LatestStateSender {
  readonly #parts: { send(): Promise<unknown>; onFault(error: unknown): void };
  readonly #pause = new InterruptibleSleep();
  #isDue = false;
  #isTelling = false;
  #stopped = false;

  /** `send` tells how it is at that moment; whatever it throws is handed to `onFault`, and tried again for `HubAwayError`. */
  constructor(parts: { send(): Promise<unknown>; onFault(error: unknown): void }) {
    this.#parts = parts;
  }

  /** It may have changed, or the server may have forgotten it. */
  changed(): void {
    this.#isDue = true;
    if (this.#isTelling) this.#pause.wake();
    else void this.#tell();
  }

  /** Tells nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#pause.wake();
  }

  async #tell(): Promise<void> {
    this.#isTelling = true;
    let waitMs = firstWaitMs;
    while (this.#isDue && !this.#stopped) {
      this.#isDue = false;
      try {
        await this.#parts.send();
        waitMs = firstWaitMs;
      } catch (error) {
        this.#parts.onFault(error);
        if (!(error instanceof HubAwayError)) continue;
        this.#isDue = true;
        await this.#pause.sleep(waitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      }
    }
    this.#isTelling = false;
  }
}
