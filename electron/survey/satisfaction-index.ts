import { type Grade, type SurveyElement, surveyElements } from '../contract/survey';

/** The answers to one element: how many forms answered 1, 2, 3 and 4. Blank ones are counted nowhere here. */
export type ScoreCounts = readonly [number, number, number, number];

/** A number rounded once, from exact parts: never a float in between. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** How many forms answered an element. */
export function answeredBy(counts: ScoreCounts): number {
  return counts[0] + counts[1] + counts[2] + counts[3];
}

/**
 * The mean score of an element over the forms that answered it, 1 … 4 to four places, or null where none did.
 *
 * The regulation divides by the forms that were filled in, and supposes them complete. Where an element may be left
 * blank, dividing by all forms would count a blank as a score of zero; so each element has its own divisor.
 */
export function elementMean(counts: ScoreCounts): number | null {
  const mean = meanOf(counts);
  return mean && rounded(mean, 4);
}

/** An element's mean as an index: times 25, to two places. */
export function elementIndex(counts: ScoreCounts): number | null {
  const mean = meanOf(counts);
  return mean && rounded({ top: mean.top * 25n, bottom: mean.bottom }, 2);
}

/**
 * The satisfaction index (IKM) by PermenPANRB 14/2017: each element's mean weighs exactly one ninth, their sum times
 * 25, rounded once at the end (half up) to two places: 25.00 … 100.00. The weight 0.111 or 0.11 that some forms
 * print makes it a tenth to a whole point too low. Null where an element was answered by nobody: eight elements make
 * no index.
 */
export function satisfactionIndex(elements: Readonly<Record<SurveyElement, ScoreCounts>>): number | null {
  let sum: Fraction = { top: 0n, bottom: 1n };
  for (const element of surveyElements) {
    const mean = meanOf(elements[element]);
    if (!mean) return null;
    sum = { top: sum.top * mean.bottom + mean.top * sum.bottom, bottom: sum.bottom * mean.bottom };
  }
  return rounded({ top: sum.top * 25n, bottom: sum.bottom * BigInt(surveyElements.length) }, 2);
}

/**
 * The grade (mutu pelayanan) of an index that is rounded to two places already; the regulation's bands have gaps in
 * between (88.30 is B, 88.31 is A).
 */
export function gradeOf(index: number): Grade {
  if (index >= 88.31) return 'A';
  if (index >= 76.61) return 'B';
  if (index >= 65) return 'C';
  return 'D';
}

/** The grade of an index, or null where there is none. */
export function gradeOrNull(index: number | null): Grade | null {
  return index === null ? null : gradeOf(index);
}

function meanOf(counts: ScoreCounts): Fraction | null {
  const answered = answeredBy(counts);
  if (answered === 0) return null;
  const [ones, twos, threes, fours] = counts;
  return { top: BigInt(ones + 2 * twos + 3 * threes + 4 * fours), bottom: BigInt(answered) };
}

/** Half up. */
function rounded({ top, bottom }: Fraction, places: number): number {
  const scale = 10n ** BigInt(places);
  const whole = (2n * top * scale + bottom) / (2n * bottom);
  return Number(whole) / Number(scale);
}
