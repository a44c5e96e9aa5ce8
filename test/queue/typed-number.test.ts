import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from '../../electron/queue/number';
import { meantNumbers } from '../../electron/queue/typed-number';

test('a number is found however it is typed', () => {
  const meant = [{ prefix: 'K', sequence: 27 }];
  for (const typed of ['K-027', 'k-27', ' k 27 ', 'K.027']) expect(meantNumbers(typed)).toEqual(meant);
  expect(meantNumbers('k27')).toContainEqual(meant[0]);
  expect(meantNumbers('027')).toEqual([{ prefix: null, sequence: 27 }]);
  expect(meantNumbers('IM-1000')).toEqual([{ prefix: 'IM', sequence: 1000 }]);
  expect(meantNumbers('a105')).toEqual([
    { prefix: 'A', sequence: 105 },
    { prefix: 'A1', sequence: 5 },
  ]);
});

test('every number that is printed is meant by what is printed, with or without its hyphen', () => {
  const prefix = fc.stringMatching(/^[A-Z]{1,2}[0-9]?$/);
  fc.assert(
    fc.property(prefix, fc.integer({ min: 1, max: 9_999 }), (letters, sequence) => {
      const number = formatNumber(letters, sequence);
      for (const typed of [number, number.toLowerCase(), number.replace('-', '')]) {
        expect(meantNumbers(typed)).toContainEqual({ prefix: letters, sequence });
      }
    }),
  );
});

test('what can be no number means none', () => {
  for (const typed of ['', 'K', 'budi', 'K-', 'K-27x', '-27', 'ABC-1', '9999999']) {
    expect(meantNumbers(typed)).toEqual([]);
  }
});
