import { expect, test } from 'vitest';
import { liveThrough } from '../../scripts/soak/live-through';

// What can befall a hall without its disk or clock; a few minutes and all of it: `npm run soak`.
const names = ['nonsense', 'reports', 'backup', 'a large import is looked at', 'printer', 'killed'] as const;

test('a hall in which everything goes wrong for a quarter of a minute loses no number, gives none twice, and says what it means', async () => {
  const begun: string[] = [];
  const { breaches, counts, restarts } = await liveThrough({
    minutes: 0.25,
    speed: 20,
    seed: 7,
    names,
    onTrouble: (name) => begun.push(name),
  });
  expect(breaches).toEqual([]);
  expect(counts['numbers given']).toBeGreaterThan(0);
  expect(begun.length).toBeGreaterThan(0);
  expect(restarts.seen).toBeLessThanOrEqual(restarts.meant);
});
