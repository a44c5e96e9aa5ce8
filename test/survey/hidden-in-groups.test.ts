import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenInGroups } from '../../electron/survey/hidden-in-groups';

interface Row {
  readonly id: number;
  readonly day: string;
  readonly service: number;
}
const levels = [(row: Row) => `${row.day} ${row.service}`, (row: Row) => row.day];
const rowsOf = (count: number, day: string, service: number, first = 0): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: first + at, day, service }));

test('a group that is large enough keeps its name, a small one is told more roughly', () => {
  const rows = [
    ...rowsOf(3, 'Mon', 1),
    ...rowsOf(1, 'Mon', 2, 3),
    ...rowsOf(2, 'Mon', 3, 4),
    ...rowsOf(4, 'Tue', 1, 6),
  ];
  const groups = hiddenInGroups(rows, levels, 3);
  expect(groups.map(({ level, rows: found }) => [level, found.map(({ id }) => id)])).toEqual([
    [0, [0, 1, 2]],
    [0, [6, 7, 8, 9]],
    [1, [3, 4, 5]],
  ]);
});

test('too few to be hidden are joined by the smallest group, and fewer than that are not told at all', () => {
  const rows = [...rowsOf(4, 'Mon', 1), ...rowsOf(3, 'Tue', 1, 4), ...rowsOf(1, 'Wed', 1, 7)];
  expect(
    hiddenInGroups(rows, levels, 3).map(({ level, rows: found }) => [level, found.map(({ id }) => id)]),
  ).toEqual([
    [0, [0, 1, 2, 3]],
    [2, [7, 4, 5, 6]],
  ]);
  expect(hiddenInGroups(rowsOf(2, 'Mon', 1), levels, 3)).toEqual([]);
});

test('every row is told once, in a group of which all is alike that is told, and large enough', () => {
  const row = fc.record({
    id: fc.nat(),
    day: fc.constantFrom('Mon', 'Tue', 'Wed'),
    service: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 2, max: 6 }), (rows, smallest) => {
      const groups = hiddenInGroups(rows, levels, smallest);
      const told = groups.flatMap((group) => group.rows);
      expect(told).toHaveLength(rows.length < smallest ? 0 : rows.length);
      expect(new Set(told).size).toBe(told.length);
      for (const group of groups) {
        expect(group.rows.length).toBeGreaterThanOrEqual(smallest);
        const nameOf = levels[group.level];
        if (nameOf) expect(new Set(group.rows.map(nameOf)).size).toBe(1);
      }
    }),
  );
});
