import { expect, test } from 'vitest';
import {
  type CounterWaits,
  tellingCounters,
} from '../../../electron/views/reports/overview/telling-counters';

const calm: CounterWaits = {
  counterId: 0,
  called: 100,
  inTime: 100,
  usualWait: 600,
  calledBefore: 100,
  usualWaitBefore: 600,
};

/** Which counters are told of, and why. */
function told(counters: readonly Partial<CounterWaits>[]): (readonly [number, string])[] {
  const all = counters.map((counter, at) => ({ ...calm, counterId: at + 1, ...counter }));
  return tellingCounters(all, 0.9).map(({ counter, why }) => [counter.counterId, why]);
}

test('most who waited too long, the largest growth, and the largest fall, one of each', () => {
  const found = told([
    { inTime: 60 },
    { usualWait: 1_500 },
    { usualWait: 200 },
    { called: 400, calledBefore: 400, inTime: 300 },
    { usualWait: 900 },
  ]);
  expect(found).toEqual([
    [4, 'over'],
    [2, 'longer'],
    [3, 'shorter'],
  ]);
});

test('where nothing grew or fell, more of those who kept people waiting', () => {
  const found = told([{ inTime: 80 }, { inTime: 70 }, { inTime: 89 }, { inTime: 50 }, { inTime: 90 }]);
  expect(found).toEqual([
    [4, 'over'],
    [2, 'over'],
    [1, 'over'],
  ]);
});

test('nothing is said of a counter to which few were called, nor of changes by a minute or two', () => {
  expect(
    told([{ called: 12, inTime: 0 }, { calledBefore: 5, usualWait: 3_000 }, { usualWait: 700 }]),
  ).toEqual([]);
});
