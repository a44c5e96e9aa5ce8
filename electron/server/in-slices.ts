import { setTimeout as pause } from 'node:timers/promises';

/** A slice is short beside the time in which a tap must be answered, and half of the time is left to others. */
const sliceMilliseconds = 8;

/** Runs a long computation to its end, a few milliseconds at a time, so that kiosk and desks are served meanwhile. */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const startedAt = performance.now();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() - startedAt < sliceMilliseconds);
    await pause(sliceMilliseconds);
  }
}
