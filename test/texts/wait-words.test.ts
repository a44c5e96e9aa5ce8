import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../electron/contract/languages';
import { aroundWords, saidWait, waitAmount, waitSentence, waitWords } from '../../electron/texts/wait-words';
import { runCount } from '../support/run-count';

test.each([
  [0, 1, 'sebentar saja', 'a moment', 'sekedhap kemawon'],
  [0, 7, 'sampai 10 menit', 'up to 10 minutes', 'dumugi 10 menit'],
  [3, 7, 'kira-kira 5 menit', 'about 5 minutes', 'kinten-kinten 5 menit'],
  [25, 40, 'kira-kira 25–40 menit', 'about 25–40 minutes', 'kinten-kinten 25–40 menit'],
  [35, 45, 'kira-kira 40 menit', 'about 40 minutes', 'kinten-kinten 40 menit'],
  [35, 85, 'kira-kira 30–90 menit', 'about 30–90 minutes', 'kinten-kinten 30–90 menit'],
  [60, 95, 'kira-kira 1–1,5 jam', 'about 1–1.5 hours', 'kinten-kinten 1–1,5 jam'],
  [80, 160, 'kira-kira 1,5–2,5 jam', 'about 1.5–2.5 hours', 'kinten-kinten 1,5–2,5 jam'],
  [195, 255, 'kira-kira 3–4 jam', 'about 3–4 hours', 'kinten-kinten 3–4 jam'],
  [10, 120, 'sampai 2 jam', 'up to 2 hours', 'dumugi 2 jam'],
])('%i to %i minutes are said as people say them: %s', (low, high, id, en, jv) => {
  const said = languages.map((language) => waitWords({ low, high }, language));
  expect(said).toEqual([id, en, jv]);
});

test('a time of the call stands behind a wait that has one, by the clock of the hall', () => {
  const wait = { estimate: { low: 195, high: 255 }, calledAround: '2026-11-24T14:00:00+07:00' };
  expect(languages.map((language) => waitSentence(wait, language))).toEqual([
    'kira-kira 3–4 jam, dipanggil sekitar pukul 14.00',
    'about 3–4 hours, called around 14.00',
    'kinten-kinten 3–4 jam, dipuntimbali watawis tabuh 14.00',
  ]);
  expect(waitSentence({ ...wait, calledAround: null }, 'id')).toBe('kira-kira 3–4 jam');
  expect(aroundWords(wait.calledAround, 'en')).toBe('called around 14.00');
});

const anyRange = fc
  .tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 400 }))
  .map(([low, width]) => ({ low, high: low + width }));
/** How far rounding may move an end inwards: not at all in minutes, half of the grid in hours. */
const slack = (minutes: number, unit: string) => (unit === 'minutes' ? 0 : minutes <= 180 ? 15 : 30);

test('nothing sounds narrower than the estimate rounded, nor finer than its size warrants', () => {
  fc.assert(
    fc.property(anyRange, (range) => {
      const { shape, unit, from, to } = saidWait(range);
      expect(unit).toBe(range.high > 90 ? 'hours' : 'minutes');
      expect(from).toBeLessThanOrEqual(range.low + slack(range.low, unit));
      expect(to).toBeGreaterThanOrEqual(range.high - slack(range.high, unit));
      if (shape === 'soon') return;
      const ends = shape === 'about' ? [(from + to) / 2] : [from, to];
      for (const end of ends) {
        expect(end % (unit === 'hours' ? (end > 180 ? 60 : 30) : end > 60 ? 10 : 5)).toBe(0);
      }
    }),
    { numRuns: runCount(2000) },
  );
});

test('a longer wait never sounds shorter', () => {
  const longer = fc.tuple(anyRange, fc.nat({ max: 200 }), fc.nat({ max: 200 })).map(([range, low, high]) => {
    const later = { low: range.low + low, high: range.high + high };
    return [range, { ...later, high: Math.max(later.high, later.low + 1) }] as const;
  });
  fc.assert(
    fc.property(longer, ([one, other]) => {
      const [shorter, said] = [saidWait(one), saidWait(other)];
      expect(said.from < shorter.from && said.to < shorter.to).toBe(false);
      expect(said.from + said.to).toBeGreaterThanOrEqual(shorter.from + shorter.to - 30);
    }),
    { numRuns: runCount(2000) },
  );
});

test('the three languages say the same figures, and no sign in them is left unfilled', () => {
  fc.assert(
    fc.property(anyRange, (range) => {
      const figures = languages.map((language) =>
        waitAmount(range, language)
          .replaceAll(',', '.')
          .match(/[\d.]+/g),
      );
      expect(new Set(figures.map(String)).size).toBe(1);
      for (const language of languages) expect(waitWords(range, language)).not.toMatch(/undefined|NaN|\{/);
    }),
    { numRuns: runCount(500) },
  );
});
