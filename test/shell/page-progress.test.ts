import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageProgress } from '../../electron/shell/page-progress';

/** A page whose task takes so many seconds of a processor, of which it has a share; returns when it is called hung. */
function hungAfter(taskSeconds: number, share: number): number | null {
  const progress = new PageProgress();
  for (let wall = 5; wall * share < taskSeconds; wall += 5) {
    if (progress.silent(5, 5 * share)) return wall;
  }
  return null;
}

test('however loaded the machine, a page with work of up to ten seconds is let end it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      (taskSeconds, share) => {
        expect(hungAfter(taskSeconds, share)).toBeNull();
      },
    ),
  );
});

test('a page that never ends its task, or waits for nothing, is found hung, and one that answers in between is not', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const seconds = hungAfter(share === 0 ? 1 : Number.POSITIVE_INFINITY, share);
      expect(seconds).not.toBeNull();
      expect(seconds).toBeLessThanOrEqual(10 / Math.max(share, 0.02) + 65);
    }),
  );
  const progress = new PageProgress();
  for (let beat = 0; beat < 1000; beat += 1) {
    expect(progress.silent(5, 5)).toBe(false);
    progress.answered();
  }
});
