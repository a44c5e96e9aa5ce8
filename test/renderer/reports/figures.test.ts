import { expect, test } from 'vitest';
import { roundTicks } from '../../../renderer/reports/figures/round-ticks';
import { periodInWords } from '../../../renderer/reports/period/period-words';
import { atLeastInWords, durationInWords } from '../../../renderer/ui/office/figure-words';

test.each([
  [null, '–'],
  [0, '0 menit'],
  [20, 'di bawah 1 menit'],
  [425, '7 menit'],
  [3_600, '1 jam'],
  [4_020, '1 jam 7 menit'],
  [633_700, '176 jam'],
])('%s seconds are %s', (seconds, said) => {
  expect(durationInWords(seconds, 'id')).toBe(said);
});

test('what some waited longer than is never more than it was', () => {
  expect([59, 3_599, 5_399, 5_400, 7_199, 8_990].map((seconds) => atLeastInWords(seconds, 'id'))).toEqual([
    '0 menit',
    '59 menit',
    '89 menit',
    '1½ jam',
    '1½ jam',
    '2 jam',
  ]);
});

test('axes have lines at minutes that people count in', () => {
  expect(roundTicks(43, 'minutes')).toEqual([0, 10, 20, 30, 40, 50]);
  expect(roundTicks(175, 'minutes')).toEqual([0, 30, 60, 90, 120, 150, 180]);
  expect(roundTicks(4, 'minutes')).toEqual([0, 1, 2, 3, 4]);
  expect(roundTicks(1_753, 'things')).toEqual([0, 500, 1_000, 1_500, 2_000]);
});

test.each([
  ['2026-11-24', '2026-11-24', 'Selasa, 24 November 2026'],
  ['2026-11-01', '2026-11-30', 'November 2026'],
  ['2026-11-01', '2026-11-24', '1–24 November 2026'],
  ['2026-10-28', '2026-11-03', '28 Oktober – 3 November 2026'],
  ['2025-12-28', '2026-01-03', '28 Desember 2025 – 3 Januari 2026'],
  ['2026-01-01', '2026-12-31', '2026'],
])('%s to %s is %s', (from, to, said) => {
  expect(periodInWords({ from, to }, 'id')).toBe(said);
});
