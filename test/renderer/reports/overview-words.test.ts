import { expect, test } from 'vitest';
import type { VisitFigures } from '../../../electron/contract/overview';
import { catalogue } from '../../../electron/texts/catalogue';
import indonesian from '../../../electron/texts/id/office/overview.json';
import { monthOverview } from '../../../renderer/preview/report-samples';
import {
  changeInWords,
  counterInWords,
  overviewSentence,
  shareOfTen,
  targetInWords,
} from '../../../renderer/reports/overview/overview-words';

const texts = catalogue<typeof indonesian>({ 'id/office/overview.json': indonesian });
const words = { t: texts.in('id'), language: 'id' } as const;
const figures = (called: number, inTime: number): VisitFigures => ({
  ...monthOverview.figures,
  called,
  inTime,
});

test('the sentence stands alone: when, whose, how many, and how many of ten in time', () => {
  expect(overviewSentence(monthOverview, null, words)).toBe(
    'Oktober 2026: 10.680 orang dilayani; 8 dari 10 dipanggil dalam 20 menit.',
  );
  expect(overviewSentence(monthOverview, 'Kantor Imigrasi', words)).toMatch(
    /^Kantor Imigrasi, Oktober 2026: /,
  );
  const waiting = { ...monthOverview, figures: { ...figures(0, 0), issued: 12 } };
  expect(overviewSentence(waiting, null, words)).toBe(
    'Oktober 2026: 12 nomor diambil, belum ada yang dipanggil.',
  );
});

test.each([
  [100, 100, 'semua'],
  [1_000, 999, '9 dari 10'],
  [100, 79, '7 dari 10'],
  [100, 4, 'kurang dari 1 dari 10'],
  [100, 0, 'tidak seorang pun'],
  [7, 5, '5 dari 7'],
])('of %i called %i in time is %s', (called, inTime, said) => {
  expect(shareOfTen({ called, inTime }, words)).toBe(said);
});

test('it says which way it went since the period before, and that there is none to compare with', () => {
  const change = (before: VisitFigures | null) =>
    changeInWords({ ...monthOverview, figuresBefore: before }, words);
  expect(change(figures(100, 75))).toEqual({ way: 'better', text: 'Membaik: September 7 dari 10' });
  expect(change(figures(100, 95))).toEqual({ way: 'worse', text: 'Memburuk: September 9 dari 10' });
  expect(change(figures(100, 81))).toEqual({ way: 'same', text: 'Sama seperti September: 8 dari 10' });
  expect(change(null).way).toBe('unknown');
});

test('the target is told with the people that are missing', () => {
  expect(targetInWords(figures(100, 90), words)).toEqual({ met: true, text: 'Target 9 dari 10 tercapai' });
  expect(targetInWords(figures(1_000, 850), words).text).toBe(
    'Target 9 dari 10 belum tercapai, kurang 50 orang',
  );
});

test('a counter’s waits are told as people say them, without seconds', () => {
  expect(monthOverview.counters.map((counter) => counterInWords(counter, words))).toEqual([
    { waits: '1 dari 10 menunggu lebih dari 2½ jam', work: 'Satu petugas untuk 322 orang' },
    {
      waits: 'Biasanya 35 menit; Jumat 1 dari 10 lebih dari 2 jam',
      work: '2 petugas sehari, 910 orang dilayani',
    },
    { waits: 'Biasanya 35 menit', work: '2 petugas sehari, 230 orang dilayani' },
  ]);
});
