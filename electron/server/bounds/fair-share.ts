import { performance } from 'node:perf_hooks';

/** Heavy requests take at most so much of the time: one is followed by a rest of three times as long. */
const timeShare = 4;
const longestRestMs = 2_000;

/** Lets heavy requests in one by one, with rests between them, so that taps and calls have their turn whatever they cost. */
export class FairShare {
  #before: Promise<void> = Promise.resolve();

  /** Waits for its turn. Returns what is called once the request is over; later calls do nothing. */
  async enter(): Promise<() => void> {
    const before = this.#before;
    let leave: () => void = () => undefined;
    this.#before = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    const begun = performance.eventLoopUtilization();
    return () => {
      // What it waited for, an upload or a picture in a thread of its own, cost nobody anything.
      const { active } = performance.eventLoopUtilization(begun);
      setTimeout(leave, Math.min(longestRestMs, active * (timeShare - 1))).unref();
    };
  }
}
