import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../electron/contract/languages';
import { aroundWords, saidWait, waitAmount, waitSentence, waitWords } from '../../electron/texts/wait-words';
import { runCount } from '../support/run-count';

test.each([
  [0, 1, 'sebentar lagi', 'in a moment', 'sekedhap malih'],
  [2, 4, 'sebentar lagi', 'in a moment', 'sekedhap malih'],
  [0, 7, 'sampai 10 menit', 'up to 10 minutes', 'dumugi 10 menit'],
  [5, 5, 'sekitar 5 menit', 'about 5 minutes', 'watawis 5 menit'],
  [25, 40, 'sekitar 25–40 menit', 'about 25–40 minutes', 'watawis 25–40 menit'],
  [36, 44, 'sekitar 35–45 menit', 'about 35–45 minutes', 'watawis 35–45 menit'],
  [60, 85, 'sekitar 60–85 menit', 'about 60–85 minutes', 'watawis 60–85 menit'],
  [60, 86, 'kira-kira 1–1½ jam', 'about 1–1½ hours', 'kinten-kinten 1–1½ jam'],
  [20, 90, 'kira-kira ½–1½ jam', 'about ½–1½ hours', 'kinten-kinten ½–1½ jam'],
  [90, 120, 'kira-kira 1½–2 jam', 'about 1½–2 hours', 'kinten-kinten 1½–2 jam'],
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
      expect(unit).toBe(range.high > 85 ? 'hours' : 'minutes');
      expect(from).toBeLessThanOrEqual(range.low + slack(range.low, unit));
      expect(to).toBeGreaterThanOrEqual(range.high - slack(range.high, unit));
      if (shape === 'soon') return;
      const ends = shape === 'about' ? [(from + to) / 2] : [from, to];
      for (const end of ends) {
        expect(end % (unit === 'minutes' ? 5 : end > 180 ? 60 : 30)).toBe(0);
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
      const figures = languages.map((language) => waitAmount(range, language).match(/[\d½]+/g));
      expect(new Set(figures.map(String)).size).toBe(1);
      for (const language of languages) expect(waitWords(range, language)).not.toMatch(/undefined|NaN|\{/);
    }),
    { numRuns: runCount(500) },
  );
});
