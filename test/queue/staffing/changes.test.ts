import { expect, test } from 'vitest';
import { changesOf, type StaffedSlot } from '../../../electron/queue/staffing/changes';

/** Half-hours from eight on, ten visitors each: how many desks are usual, and how many are needed. */
const day = (...desks: readonly (readonly [usual: number, needed: number | null])[]): StaffedSlot[] =>
  desks.map(([usualDesks, neededDesks], at) => {
    const from = 480 + 30 * at;
    return { from, to: from + 30, arrivals: 10, usualDesks, neededDesks };
  });
/** Each of a slot's visitors waits a minute less than an hour shared by its desks, as if slots knew nothing of each other. */
const run = (staffing: readonly number[]) =>
  staffing.map((desks) => ({ visitors: 10, minutes: 10 * (60 / desks) }));
const changes = (slots: readonly StaffedSlot[], desks: number, targetMinutes = 30) =>
  changesOf(
    slots,
    (at) => (slots[at]?.neededDesks ?? 99) > (slots[at]?.usualDesks ?? 0),
    { desks, targetMinutes },
    run,
  );

test('hours with a free desk ask for an officer, who may come from quieter hours that stay within the target', () => {
  const slots = day([1, 2], [1, 2], [2, 2], [3, 2], [3, 2]);
  expect(changes(slots, 3)).toEqual([
    { kind: 'officer', from: 480, to: 540, source: null, visitors: 20, waitBefore: 60, waitAfter: 30 },
    {
      ...{ kind: 'move', from: 480, to: 540, source: { from: 570, to: 630 } },
      ...{ visitors: 20, waitBefore: 60, waitAfter: 30 },
    },
  ]);
  // With one officer fewer, half an hour is too long for those who come in the quieter hours.
  expect(changes(slots, 3, 25).map(({ kind }) => kind)).toEqual(['officer']);
});

test('a desk is asked for where not even all of them are enough, beside what it is with all of them manned', () => {
  const found = changes(day([1, null], [2, null], [2, 2]), 2);
  expect(
    found.map(({ kind, from, to, waitBefore, waitAfter }) => [kind, from, to, waitBefore, waitAfter]),
  ).toEqual([
    ['officer', 480, 510, 60, 30],
    ['desk', 480, 540, 30, 20],
  ]);
});

test('what gains less than three minutes is left out, and a day that is well staffed asks for nothing', () => {
  expect(changes(day([5, 6]), 8)).toEqual([]);
  expect(changes(day([2, 2], [2, 2], [3, 2], [3, 2]), 3)).toEqual([]);
});
