import { expect, test } from 'vitest';
import { shareOneLine } from '../../electron/queue/pool';

const desk = (serviceIds: readonly number[], isWorking = true) => ({ serviceIds, isWorking, priorityRun: 0 });

test('services have one line where each desk at work serves them all, whatever else it serves', () => {
  expect(shareOneLine([1, 2], [desk([1, 2]), desk([1, 2, 7])])).toBe(true);
  expect(shareOneLine([1, 2], [desk([1, 2]), desk([2])])).toBe(false);
  expect(shareOneLine([1, 2], [desk([1]), desk([2])])).toBe(false);
});

test('a desk of other services changes nothing, nor one where nobody works while somebody does elsewhere', () => {
  expect(shareOneLine([1, 2], [desk([1, 2]), desk([3])])).toBe(true);
  expect(shareOneLine([1, 2], [desk([1, 2]), desk([2], false)])).toBe(true);
  expect(shareOneLine([1, 2], [desk([1, 2], false), desk([2], false)])).toBe(false);
});
