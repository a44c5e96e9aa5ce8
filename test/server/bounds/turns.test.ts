import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../../electron/queue/refusal';
import { Turns } from '../../../electron/server/bounds/turns';

test('whoever floods, another’s work waits for one of each who waits, and no more than so many are at work', async () => {
  const flood = fc.record({
    atOnce: fc.integer({ min: 1, max: 3 }),
    strangers: fc.array(fc.nat(5), { minLength: 1, maxLength: 80, size: 'max' }),
  });
  await fc.assert(
    fc.asyncProperty(flood, async ({ atOnce, strangers }) => {
      const turns = new Turns(atOnce);
      let running = 0;
      let most = 0;
      const order: string[] = [];
      const work = (key: string) =>
        turns.take(key, async () => {
          order.push(key);
          running += 1;
          most = Math.max(most, running);
          await new Promise(setImmediate);
          running -= 1;
          if (order.length % 3 === 0) throw new Error('wrong password');
        });
      const outcomes = strangers.map((each) => work(`stranger ${each}`));
      const own = work('officer');
      const settled = await Promise.allSettled([...outcomes, own]);
      expect(most).toBeLessThanOrEqual(atOnce);
      // Those at work as the officer came, and one of each stranger's.
      expect(order.indexOf('officer')).toBeLessThanOrEqual(atOnce + new Set(strangers).size);
      const refused = settled.filter(
        (each) => each.status === 'rejected' && each.reason instanceof Refusal,
      ).length;
      expect(order.length + refused).toBe(settled.length);
      for (const each of new Set(strangers)) {
        const asked = strangers.filter((stranger) => stranger === each).length;
        const served = order.filter((key) => key === `stranger ${each}`).length;
        expect(served).toBeGreaterThanOrEqual(Math.min(asked, 8));
        // Eight who wait, and those at work already.
        expect(served).toBeLessThanOrEqual(8 + atOnce);
      }
    }),
    { numRuns: 50 },
  );
});
