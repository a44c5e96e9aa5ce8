import type { Figures } from '../contract/evaluation/figures';
import type { Aspect, Condition, Indicator, Instrument, Step } from '../contract/evaluation/instrument';

/**
 * The step that figures reach: the highest of which all conditions are met, or else the last. Null: the instrument leaves it to
 * people, or none of what it asks is known.
 */
export function stepReached({ steps }: Pick<Indicator, 'steps'>, figures: Figures): Step | null {
  const asked = steps.flatMap(({ when }) => when ?? []);
  if (!asked.some(({ figure }) => (figures[figure] ?? null) !== null)) return null;
  const reached = steps.find(({ when }) => when?.every((condition) => isMet(condition, figures)));
  return reached ?? steps.at(-1) ?? null;
}

function isMet({ figure, least, above, most }: Condition, figures: Figures): boolean {
  const value = figures[figure] ?? null;
  if (value === null) return false;
  return value >= (least ?? value) && (above === undefined || value > above) && value <= (most ?? value);
}

/** Which of an indicator's parts are there: by the hall's data, or since somebody said so. */
export function partsThere(
  { parts }: Pick<Indicator, 'parts'>,
  figures: Figures,
  said: readonly string[],
): { readonly name: string; readonly by: 'data' | 'hand' | null }[] {
  return parts.map(({ name, figure }) => {
    const byData = figure !== undefined && (figures[figure] ?? 0) >= 1;
    return { name, by: byData ? 'data' : said.includes(name) ? 'hand' : null };
  });
}

/** An indicator's figures with those of its parts. `said`: the parts that somebody says are there, or null where nobody said anything. */
export function withParts(
  indicator: Pick<Indicator, 'parts'>,
  figures: Figures,
  said: readonly string[] | null,
): Figures {
  const { parts } = indicator;
  const isTold = parts.some(({ figure }) => figure !== undefined && (figures[figure] ?? null) !== null);
  if (parts.length === 0 || (said === null && !isTold)) return figures;
  const there = partsThere(indicator, figures, said ?? []);
  const isThere = (index: number) => there[index]?.by !== null;
  return {
    ...figures,
    parts: parts.filter(({ required }, index) => !required && isThere(index)).length,
    missing: parts.filter(({ required }, index) => required && !isThere(index)).length,
  };
}

/** An index of 0 to 5 to two places, half up. Points that are not there count as 0. */
export interface AspectIndex {
  readonly index: number;
  /** How many of its indicators nobody answered. */
  readonly empty: number;
}

type PointsByNumber = ReadonlyMap<number, number | null>;

/** The weighted mean of an aspect's indicators. */
export function aspectIndex(aspect: Aspect, points: PointsByNumber): AspectIndex {
  return { index: rounded(hundredths(aspect, points), 100), empty: emptyOf(aspect, points) };
}

/** The weighted mean of the aspects, from their exact indexes and rounded once. */
export function totalIndex({ aspects }: Pick<Instrument, 'aspects'>, points: PointsByNumber): AspectIndex {
  const counted = aspects.filter(({ weight }) => weight > 0);
  const sum = counted.reduce((total, aspect) => total + aspect.weight * hundredths(aspect, points), 0);
  return {
    index: rounded(sum, 10_000),
    empty: counted.reduce((total, aspect) => total + emptyOf(aspect, points), 0),
  };
}

/** What a total is called, or null where the instrument has no name for it. */
export function gradeOf({ grades }: Pick<Instrument, 'grades'>, index: number): string | null {
  return grades.find(({ least }) => index >= least)?.name ?? null;
}

/** An aspect's index times 100, exactly: weights are whole percents and points whole or halves. */
function hundredths({ indicators }: Aspect, points: PointsByNumber): number {
  return indicators.reduce((sum, { number, weight }) => sum + weight * (points.get(number) ?? 0), 0);
}

function emptyOf({ indicators }: Aspect, points: PointsByNumber): number {
  return indicators.filter(({ number }) => (points.get(number) ?? null) === null).length;
}

function rounded(times: number, by: number): number {
  return Math.round((times * 100) / by) / 100;
}
