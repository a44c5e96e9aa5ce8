import { expect, test } from 'vitest';
import { isNumberMeant } from '../../renderer/staff/console/number-match';

test('a number is meant by its last digits, or from its letters on', () => {
  const meant = (typed: string) =>
    ['K-027', 'K-127', 'K-270', 'A1-027'].filter((number) => isNumberMeant(number, typed));
  expect(meant('')).toHaveLength(4);
  expect(meant('27')).toEqual(['K-027', 'K-127', 'A1-027']);
  expect(meant('027')).toEqual(['K-027', 'A1-027']);
  expect(meant('k27')).toEqual(['K-027', 'K-270']);
  expect(meant('K-027')).toEqual(['K-027']);
  expect(meant('a1 27')).toEqual(['A1-027']);
  expect(meant('x')).toEqual([]);
});
