/**
 * How long a desk is taken by one visitor of a service, from call to end, from what was seen today pulled towards
 * the service's usual minutes while little was seen: the usual counts as `defaultWeight` observations.
 */
export interface ServiceTime {
  readonly minutes: number;
  /** How many services were seen. */
  readonly observed: number;
}

/** A desk that works: manned and not paused, or on a break that ends by itself. */
export interface WorkingDesk {
  readonly serviceIds: readonly number[];
  /** The visitor called or served there, and since how many minutes; null: it is free. */
  readonly visit: { readonly serviceId: number; readonly minutes: number } | null;
}

/** As many of a service's newest visits, of days before too, tell how long one takes. */
export const recentCount = 60;
const defaultWeight = 5;
/** Service times in the field spread about this much around their mean (standard deviation over mean). */
const spread = 0.6;
/**
 * How many standard deviations the range reaches to both sides. Rounding outwards widens it further, so that on
 * simulated days of all kinds eight of ten waits end within it (docs/prakiraan.md has the figures).
 */
const reach = 1.15;
/**
 * The line moves slower than the visits alone: a desk takes a moment between two visitors, and those with priority who
 * come later are called first in turn. On simulated days, with one in twelve having priority, it is this much.
 */
const lineOverVisits = 1.08;
/** One service that ran over lunch must not count as one: what lies beyond is taken as this many times the usual. */
const longestOverUsual = 4;

/** `recentSeconds`: from call to end of the last visits to a desk, newest first or last. */
export function serviceTime(usualMinutes: number, recentSeconds: readonly number[]): ServiceTime {
  const seen = recentSeconds.map((seconds) =>
    Math.min(Math.max(seconds, 0) / 60, usualMinutes * longestOverUsual),
  );
  const total = seen.reduce((sum, minutes) => sum + minutes, usualMinutes * defaultWeight);
  return { minutes: total / (seen.length + defaultWeight), observed: seen.length };
}

/** Minutes from now; one that has begun has a `from` below nothing. */
interface Break {
  readonly from: number;
  readonly to: number;
}

/** How long a visitor will wait, as far as that can be known: a gamma distribution, put off by breaks. */
export interface WaitForecast {
  /** Minutes of work before the call, and how much they may differ. */
  readonly expected: number;
  readonly deviation: number;
  /** Breaks of the day in order, and what of each is used to finish the visits under way. */
  readonly breaks: readonly Break[];
  readonly finishing: number;
  /** A desk is free and nobody is ahead. */
  readonly atOnce: boolean;
}

/**
 * Foresees the wait until a visitor of a service is called, or null where nobody mans a desk that could call it.
 *
 * The expected wait follows from the work that must be done first: what is left of the visits at the `c` desks that
 * serve it, and the visits of the people ahead, each with the share of it that falls to these desks where others
 * serve it too. When the visitor is called, one desk is free and the other `c - 1` are in the middle of a visit, of
 * which on average (1 + spread²) / 2 is left (the residual life of a renewal process: Cox, Renewal Theory, 1962,
 * §5.4). So the wait is (visits under way + visits ahead - those still under way then) / c.
 *
 * Its deviation has three parts: the visits' own spread, not knowing their mean (as many observations as the usual
 * and today gave), and the desks' state at the end. A break that begins before the call puts it off, less what of it is
 * used to finish the visits under way.
 */
export function forecastWait(queue: {
  readonly serviceId: number;
  /** The people ahead by the calling rules, by what they came for. */
  readonly ahead: ReadonlyMap<number, number>;
  readonly desks: readonly WorkingDesk[];
  readonly time: (serviceId: number) => ServiceTime;
  readonly breaks: readonly Break[];
}): WaitForecast | null {
  const { breaks } = queue;
  const desks = queue.desks.filter((desk) => desk.serviceIds.includes(queue.serviceId));
  if (desks.length === 0) return null;

  const ahead = workAhead(queue, desks);
  const free = desks.filter((desk) => desk.visit === null).length;
  const onBreak = breaks.some(({ from, to }) => from <= 0 && to > 0);
  const atOnce = ahead.people < free && !onBreak;

  const left = desks.flatMap(({ visit }) =>
    visit ? [minutesLeft(queue.time(visit.serviceId).minutes, visit.minutes)] : [],
  );
  const typical = ahead.people > 0 ? ahead.minutes / ahead.people : queue.time(queue.serviceId).minutes;
  const stillUnderWay = (desks.length - 1) * typical * residual;
  const underWay = sum(left);
  // However the others stand, no wait is shorter than that for the first desk to end (as if without memory).
  const first = free > 0 || left.length === 0 ? 0 : 1 / sum(left.map((minutes) => 1 / minutes));
  const expected = Math.max(
    first,
    (underWay + ahead.minutes * lineOverVisits - stillUnderWay) / desks.length,
    0,
  );

  const ofVisits = ahead.variance + sum(left.map((minutes) => (minutes * spreadOfLeft) ** 2));
  const ofOthers = (desks.length - 1) * (typical * spread) ** 2;
  const ofMean = (ahead.minutes ** 2 * spread ** 2) / (defaultWeight + ahead.observed);
  const deviation = Math.sqrt(ofVisits + ofOthers + ofMean) / desks.length;
  return { expected, deviation, breaks, finishing: typical * residual, atOnce };
}

/**
 * The wait as an honest range in whole minutes (in fives above ten); kiosk, ticket, phone, board and console all show
 * this. It is cut from the gamma distribution of the forecast, since waits are skewed and never below nothing (quantiles
 * by Wilson and Hilferty, PNAS 17, 1931).
 */
export function rangeOf(forecast: WaitForecast): { low: number; high: number } {
  if (forecast.atOnce) return { low: 0, high: 1 };
  const low = roundMinutes(waitAt(forecast, -reach), Math.floor);
  const high = roundMinutes(waitAt(forecast, reach), Math.ceil);
  return { low, high: Math.max(low + 1, high) };
}

/** The wait that half of such waits exceed, in minutes of the clock. */
export function medianOf(forecast: WaitForecast): number {
  return forecast.atOnce ? 0 : waitAt(forecast, 0);
}

function waitAt({ expected, deviation, breaks, finishing }: WaitForecast, deviations: number): number {
  return afterBreaks(quantile(expected, deviation, deviations), breaks, finishing);
}

/** What of a visit is left on average at a moment taken at random, over its mean. */
const residual = (1 + spread ** 2) / 2;
/** How much that varies, over its mean. */
const spreadOfLeft = 0.75;

function workAhead(
  { ahead, desks, time }: Parameters<typeof forecastWait>[0],
  own: readonly WorkingDesk[],
): { people: number; minutes: number; variance: number; observed: number } {
  const work = { people: 0, minutes: 0, variance: 0, observed: 0 };
  for (const [serviceId, people] of ahead) {
    const servedBy = (desk: WorkingDesk) => desk.serviceIds.includes(serviceId);
    const all = desks.filter(servedBy).length;
    if (all === 0) continue;
    const share = own.filter(servedBy).length / all;
    const { minutes, observed } = time(serviceId);
    work.people += people * share;
    work.minutes += people * share * minutes;
    work.variance += people * share * (minutes * spread) ** 2;
    work.observed += people * share * observed;
  }
  return { ...work, observed: work.people > 0 ? work.observed / work.people : 0 };
}

/**
 * The minutes left on average of a visit that has lasted `since` minutes: the mean residual life of an Erlang
 * distribution of three phases, whose spread (0.58) is that of service times. It falls from the whole mean to a third
 * of it, and no further: what has lasted long is not about to end.
 */
function minutesLeft(mean: number, since: number): number {
  const phase = mean / 3;
  const x = Math.max(0, since) / phase;
  return (phase * (3 + 2 * x + (x * x) / 2)) / (1 + x + (x * x) / 2);
}

/** The gamma distribution's value at so many standard normal deviations, by its mean and deviation. */
function quantile(mean: number, deviation: number, deviations: number): number {
  if (mean <= 0) return deviations > 0 ? deviation * deviations : 0;
  const ninth = (deviation / mean) ** 2 / 9;
  return mean * Math.max(0, 1 - ninth + deviations * Math.sqrt(ninth)) ** 3;
}

/** The clock's minutes until so many minutes were worked; in a break the visits under way are finished. */
function afterBreaks(worked: number, breaks: readonly Break[], finishing: number): number {
  let minutes = worked;
  for (const { from, to } of breaks) {
    if (to <= 0 || minutes < from) continue;
    const idle = to - Math.max(from, 0);
    minutes = Math.max(to, minutes + idle - (from > 0 ? Math.min(idle, finishing) : 0));
  }
  return minutes;
}

function roundMinutes(minutes: number, round: (value: number) => number): number {
  return minutes > 10 ? round(minutes / 5) * 5 : round(minutes);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
