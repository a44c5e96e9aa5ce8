import { expect, test } from 'vitest';
import { minutesBetween, runningClock } from '../../renderer/ui/office/spans';

test('a running clock shows minutes and seconds, past an hour the hours, and never runs below zero', () => {
  expect([-500, 0, 258_000, 3_599_999, 3_600_000, 7_325_000].map(runningClock)).toEqual([
    '00.00',
    '00.00',
    '04.18',
    '59.59',
    '1.00.00',
    '2.02.05',
  ]);
});

test('a wait counts whole minutes, and none where the clocks of two machines differ a little', () => {
  expect(minutesBetween('2026-11-24T09:00:00+07:00', '2026-11-24T09:19:59+07:00')).toBe(19);
  expect(minutesBetween('2026-11-24T09:00:02+07:00', '2026-11-24T09:00:00+07:00')).toBe(0);
});
