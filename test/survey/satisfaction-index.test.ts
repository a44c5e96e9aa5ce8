import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SurveyElement, surveyElements } from '../../electron/contract/survey';
import { sampleNeeded } from '../../electron/survey/sample-size';
import {
  elementIndex,
  elementMean,
  gradeOf,
  type ScoreCounts,
  satisfactionIndex,
} from '../../electron/survey/satisfaction-index';

type Counts = Record<SurveyElement, ScoreCounts>;

const every = (counts: ScoreCounts) =>
  Object.fromEntries(surveyElements.map((element) => [element, counts])) as Counts;

/** A worked example of 29 forms, published with the (too low) results of rounded weights. */
const worked: Counts = {
  requirements: [0, 0, 11, 18],
  procedure: [0, 0, 15, 14],
  time: [0, 2, 12, 15],
  cost: [0, 0, 0, 29],
  product: [0, 0, 14, 15],
  competence: [0, 0, 11, 18],
  behaviour: [0, 0, 10, 19],
  facilities: [0, 0, 11, 18],
  complaints: [0, 0, 1, 28],
};

test('a worked example gives 91.48 with exact ninths, not the 91.38 or 90.56 of rounded weights', () => {
  expect(satisfactionIndex(worked)).toBe(91.48);
  expect(elementMean(worked.requirements)).toBe(3.6207);
  expect(elementMean(worked.time)).toBe(3.4483);
  expect(elementIndex(worked.time)).toBe(86.21);
});

test('all ones make 25.00, all fours 100.00', () => {
  expect(satisfactionIndex(every([7, 0, 0, 0]))).toBe(25);
  expect(satisfactionIndex(every([0, 0, 0, 3]))).toBe(100);
});

test.each([
  [100, 'A'],
  [88.31, 'A'],
  [88.3, 'B'],
  [76.61, 'B'],
  [76.6, 'C'],
  [65, 'C'],
  [64.99, 'D'],
  [25, 'D'],
])('an index of %f is graded %s', (index, grade) => {
  expect(gradeOf(index)).toBe(grade);
});

test.each([
  // All elements alike, around each edge of the bands.
  [[0, 0, 468, 532], 88.3, 'B'],
  [[0, 0, 4677, 5323], 88.31, 'A'],
  [[0, 4001, 5999, 0], 65, 'C'],
  [[0, 4003, 5997, 0], 64.99, 'D'],
  [[0, 0, 9359, 641], 76.6, 'C'],
  [[0, 0, 9357, 643], 76.61, 'B'],
] as const)('%j forms are rounded once to %f and graded %s', (counts, index, grade) => {
  const found = satisfactionIndex(every([...counts]));
  expect(found).toBe(index);
  expect(gradeOf(found ?? 0)).toBe(grade);
});

test('a half is rounded up', () => {
  // 75.125 exactly.
  expect(elementIndex([0, 0, 199, 1])).toBe(75.13);
});

test('a blank is no zero: each element is divided by those who answered it', () => {
  const counts = { ...every([0, 0, 0, 10]), complaints: [0, 0, 0, 1] as const };
  expect(satisfactionIndex(counts)).toBe(100);
});

test('eight elements make no index', () => {
  expect(satisfactionIndex({ ...every([0, 0, 0, 10]), cost: [0, 0, 0, 0] })).toBeNull();
  expect(elementMean([0, 0, 0, 0])).toBeNull();
});

test('the index is the mean of all scores times 25 where every form is complete', () => {
  const scores = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400));
  fc.assert(
    fc.property(
      fc.array(scores, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 1, max: 400 }),
      (rows, forms) => {
        // Every element answered by the same number of forms.
        const elements = Object.fromEntries(
          surveyElements.map((element, at) => [element, complete(rows[at] ?? [1, 1, 1, 1], forms)]),
        ) as Counts;
        const sum = surveyElements
          .map((element) => elements[element])
          .reduce((total, [a, b, c, d]) => total + a + 2 * b + 3 * c + 4 * d, 0);
        const exact = (sum / (9 * forms)) * 25;
        expect(Math.abs((satisfactionIndex(elements) ?? 0) - exact)).toBeLessThanOrEqual(0.005 + 1e-9);
      },
    ),
  );
});

/** Spreads some forms over the four scores, roughly as the shares ask. */
function complete([a, b, c]: readonly number[], forms: number): ScoreCounts {
  const ones = Math.min(forms, a ?? 0);
  const twos = Math.min(forms - ones, b ?? 0);
  const threes = Math.min(forms - ones - twos, c ?? 0);
  return [ones, twos, threes, forms - ones - twos - threes];
}

test.each([
  [0, 0],
  [10, 10],
  [50, 44],
  [100, 80],
  [170, 118],
  [200, 132],
  [300, 169],
  [500, 217],
  [1000, 278],
  [2000, 322],
  [3000, 341],
  [5000, 357],
  [10_000, 370],
  [31_000, 379],
])('of %i visitors, %i forms are needed', (population, needed) => {
  expect(sampleNeeded(population)).toBe(needed);
});
