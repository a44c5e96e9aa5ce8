import type { WaitForecast } from './estimate';

/** How sure it is that somebody is called before the day ends. */
export const chanceBands = ['likely', 'uncertain', 'unlikely'] as const;
export type ChanceBand = (typeof chanceBands)[number];

/**
 * Days differ from one another by about this much of all their work, which is hardly seen while the range is of minutes,
 * but is by closing time.
 */
const dayDiffers = 0.12;
/** Behind a line that lasts till closing more come who go first than the estimate reckons with for its usual lines. */
const overLongLines = 1.025;
/** From nine in ten on nothing is said; below one in two the expected call falls after closing. */
const likelyFrom = 0.9;
const unlikelyBelow = 0.5;

export function chanceBand(chance: number): ChanceBand {
  if (chance >= likelyFrom) return 'likely';
  return chance < unlikelyBelow ? 'unlikely' : 'uncertain';
}

/**
 * The chance, 0 … 1, that a wait is over within so many minutes of the clock: the same distribution that the range is
 * cut from, its breaks taken out of the time that is left.
 */
export function chanceWithin(forecast: WaitForecast, minutes: number): number {
  const { expected, deviation, atOnce } = forecast;
  if (minutes <= 0) return 0;
  if (atOnce) return 1;
  const worked = workedBy(minutes, forecast);
  if (worked < 0) return 0;
  if (expected <= 0 || deviation <= 0) return worked >= expected ? 1 : 0;
  const mean = expected * overLongLines;
  const ninth = ((deviation / mean) ** 2 + dayDiffers ** 2) / 9;
  return normalShare((Math.cbrt(worked / mean) - 1 + ninth) / Math.sqrt(ninth));
}

/** The most work that is done within so many minutes of the clock; below nothing while a break lasts that long. */
function workedBy(minutes: number, { breaks, finishing }: WaitForecast): number {
  let worked = minutes;
  for (const { from, to } of [...breaks].reverse()) {
    if (to <= 0) continue;
    const begins = Math.max(from, 0);
    if (worked < to) {
      if (from <= 0) return -1;
      worked = Math.min(worked, begins);
    } else {
      const idle = to - begins;
      worked -= idle - (from > 0 ? Math.min(idle, finishing) : 0);
    }
  }
  return worked;
}

/** The share of a standard normal distribution below a value (Abramowitz and Stegun, 26.2.17; off by less than 1e-7). */
function normalShare(value: number): number {
  const x = Math.abs(value);
  const t = 1 / (1 + 0.2316419 * x);
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return value < 0 ? tail : 1 - tail;
}
