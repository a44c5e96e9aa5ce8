/** Steps that people count minutes in; above, whole hours. */
const minuteSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440] as const;
/** More lines than these say no more. */
const mostTicks = 6;

/**
 * Where the lines of an axis stand: at round values from 0 until one is not below `most`, as people count them (`minutes`: 5, 15, 30, 60;
 * else 1, 2, 5 and ten times as much).
 */
export function roundTicks(most: number, count: 'minutes' | 'things'): number[] {
  const step =
    (count === 'minutes' ? minuteSteps.find((each) => most <= each * mostTicks) : undefined) ??
    decimalStep(most / mostTicks);
  const lines = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: lines + 1 }, (_, line) => line * step);
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below. */
function decimalStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? power;
}
