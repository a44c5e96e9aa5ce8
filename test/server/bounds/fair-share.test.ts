import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FairShare } from '../../../electron/server/bounds/fair-share';

/** Holds up everybody, as heavy work does. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('heavy requests come one by one, and leave three quarters of the time to others', async () => {
  const requests = fc.array(fc.record({ works: fc.integer({ min: 1, max: 20 }), waits: fc.nat(10) }), {
    minLength: 2,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(requests, async (asked) => {
      const share = new FairShare();
      let isIn = false;
      let restsUntil = 0;
      await Promise.all(
        asked.map(async ({ works, waits }) => {
          const leave = await share.enter();
          expect(isIn).toBe(false);
          expect(performance.now()).toBeGreaterThanOrEqual(restsUntil);
          isIn = true;
          work(works);
          await pause(waits);
          isIn = false;
          // A timer may be early by a part of a millisecond.
          restsUntil = performance.now() + 3 * works - 2;
          leave();
          leave();
        }),
      );
    }),
    { numRuns: 10 },
  );
});
