/**
 * How many random cases a property is tried with: the number given in each change's check, and `ANTRE_RUNS` times as many
 * in `npm run seeds`.
 */
export function runCount(quick: number): number {
  return quick * Number(process.env.ANTRE_RUNS ?? 1);
}
