import { expect, test } from 'vitest';
import { comesBy, goesFirst, priorityRatioAt, waitLimitAt } from '../../electron/queue/overrides';

const hall = {
  settings: { priorityRatio: 2, waitLimitMinutes: 60, calledMinutes: 5 },
  counter: new Map([
    [1, { priorityRatio: null, waitLimitMinutes: null }],
    [2, { priorityRatio: 1, waitLimitMinutes: 20 }],
  ]),
  service: new Map([
    [1, { priorities: null, calledMinutes: null }],
    [2, { priorities: ['disability'], calledMinutes: 0 }],
    [3, { priorities: [], calledMinutes: 2 }],
  ]),
};

test("a counter's own rules go before the hall's", () => {
  expect([1, 2, 9].map((id) => priorityRatioAt(hall, id))).toEqual([2, 1, 2]);
  expect([1, 2, 9].map((id) => waitLimitAt(hall, id))).toEqual([60, 20, 60]);
});

test('who goes first is what the service knows, and everybody where it says nothing', () => {
  const first = (id: number, priority: string | null) => goesFirst(hall.service.get(id), priority);
  expect([first(1, 'elderly'), first(2, 'elderly'), first(2, 'disability'), first(3, 'infant')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([first(1, null), first(9, 'elderly')]).toEqual([false, true]);
});

test('a called number has its minutes from the last call on, or no limit', () => {
  expect([1, 2, 3, 9].map((id) => comesBy(hall, id, 1_000))).toEqual([301_000, null, 121_000, 301_000]);
});
