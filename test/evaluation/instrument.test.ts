import { expect, test } from 'vitest';
import { instrument } from '../../electron/contract/evaluation/instrument';
import { ownInstruments } from '../../electron/evaluation/own-instruments';

const own = ownInstruments[0];
type Draft = ReturnType<typeof draft>;

/** The product's own, to be spoilt. */
function draft() {
  return structuredClone(own) as NonNullable<typeof own>;
}

/** What is refused, at which field. */
function faultsOf(spoil: (file: Draft) => unknown) {
  const file = draft();
  spoil(file);
  const read = instrument.safeParse(file);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
}

const indicator = (file: Draft, aspect: number, index: number) => {
  const found = file.aspects[aspect]?.indicators[index];
  if (!found) throw new Error('no such indicator');
  return found;
};

test('the instrument that comes with Antre says that nobody compared it with the law', () => {
  expect(own?.year).toBe(2026);
  expect(own?.source).toContain('belum dicocokkan');
  expect(own?.aspects.map(({ weight }) => weight)).toEqual([24, 25, 18, 11, 10, 12, 0]);
  expect(own?.aspects.flatMap(({ indicators }) => indicators.map(({ number }) => number))).toEqual(
    Array.from({ length: 31 }, (_, index) => index + 1),
  );
});

test('another year is read without a change of code', () => {
  const next = { ...draft(), year: 2027, source: 'contoh' };
  expect(instrument.parse(next)).toEqual(next);
});

test.each<readonly [string, string, (file: Draft) => unknown]>([
  ['aspects', 'instrument_weights', (file) => Object.assign(file.aspects[0] ?? {}, { weight: 25 })],
  [
    'aspects.1.indicators',
    'instrument_weights',
    (file) => Object.assign(indicator(file, 1, 0), { weight: 11 }),
  ],
  ['aspects', 'instrument_number_twice', (file) => Object.assign(indicator(file, 1, 0), { number: 1 })],
  [
    'aspects.0.indicators.0.sources.0',
    'instrument_source',
    (file) => Object.assign(indicator(file, 0, 0), { sources: ['weather'] }),
  ],
  [
    'aspects.0.indicators.7.steps.0.when.0.figure',
    'instrument_figure',
    (file) => Object.assign(indicator(file, 0, 7).steps[0]?.when?.[0] ?? {}, { figure: 'skm.posters' }),
  ],
  [
    'aspects.0.indicators.7.steps.0',
    'instrument_figure_source',
    (file) => Object.assign(indicator(file, 0, 7).steps[0]?.when?.[0] ?? {}, { figure: 'media.count' }),
  ],
  ['aspects.0.indicators.7.steps', 'instrument_steps', (file) => indicator(file, 0, 7).steps.splice(2, 1)],
  ['aspects.0.indicators.7.steps', 'instrument_steps', (file) => indicator(file, 0, 7).steps.reverse()],
  [
    'aspects.0.indicators.7.steps.2',
    'instrument_unreachable',
    (file) => Object.assign(indicator(file, 0, 7).steps[2]?.when?.[0] ?? {}, { least: 101 }),
  ],
  [
    'aspects.0.indicators.7.steps.5.when',
    'instrument_last_step',
    (file) =>
      Object.assign(indicator(file, 0, 7).steps[5] ?? {}, { when: [{ figure: 'skm.planned', most: 0 }] }),
  ],
  [
    'aspects.0.indicators.7.steps.0.when.0',
    'instrument_bound',
    (file) => delete indicator(file, 0, 7).steps[0]?.when?.[0]?.least,
  ],
  [
    'aspects.0.indicators.7.steps.0.when.0',
    'instrument_no_number',
    (file) => Object.assign(indicator(file, 0, 7).steps[0]?.when?.[0] ?? {}, { most: -1 }),
  ],
  [
    'users.questions',
    'instrument_number_twice',
    (file) => Object.assign(file.users.questions[1] ?? {}, { number: 1 }),
  ],
  ['grades', 'instrument_grades', (file) => file.grades.reverse()],
])('what does not fit at %s is refused: %s', (path, code, spoil) => {
  expect(faultsOf(spoil)).toContainEqual([path, code]);
});
