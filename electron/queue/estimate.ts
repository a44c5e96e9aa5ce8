/**
 * How long a service takes, from what was seen today pulled towards its usual minutes while little was seen: the
 * usual counts as `usualWeight` observations.
 */
export interface ServiceTime {
  readonly minutes: number;
  /** How many services were seen. */
  readonly observed: number;
}

const usualWeight = 5;
/** Service times in the field spread about this much around their mean (standard deviation over mean). */
const spread = 0.6;
/** Eight of ten waits should end within the range. */
const eightOfTen = 1.28;
/** One service that ran over lunch must not count as one: what lies beyond is taken as this many times the usual. */
const longestOverUsual = 4;

/** `recentSeconds`: from start to finish of the last services, newest first or last. */
export function serviceTime(usualMinutes: number, recentSeconds: readonly number[]): ServiceTime {
  const seen = recentSeconds.map((seconds) =>
    Math.min(Math.max(seconds, 0) / 60, usualMinutes * longestOverUsual),
  );
  const total = seen.reduce((sum, minutes) => sum + minutes, usualMinutes * usualWeight);
  return { minutes: total / (seen.length + usualWeight), observed: seen.length };
}

/**
 * The wait until a ticket is called, as an honest range in whole minutes (in fives above ten), or null where
 * nobody mans a desk that could call it.
 *
 * Whoever has `ahead` people before them and `free` desks at hand is called when `ahead - free + 1` of those
 * before have been finished, and desks finish one each `minutes / desks`. The range is that mean, less and more
 * 1.28 standard deviations: of the services themselves, and of not knowing their mean well.
 */
export function estimateWait(queue: {
  /** The people ahead by the calling rules, by what they came for. */
  readonly ahead: readonly { readonly time: ServiceTime; readonly people: number }[];
  /** Desks that serve it, manned and not paused. */
  readonly desks: number;
  /** Those of them that have a ticket called or serving. */
  readonly busyDesks: number;
  /** The service time of the ticket's own service: of those at the desks now, for all that is known. */
  readonly own: ServiceTime;
}): { low: number; high: number } | null {
  const { ahead, desks, own } = queue;
  if (desks <= 0) return null;
  const people = ahead.reduce((sum, each) => sum + each.people, 0);
  const toFinish = people - (desks - queue.busyDesks) + 1;
  if (toFinish <= 0) return { low: 0, high: 1 };

  const mean = (of: (time: ServiceTime) => number) =>
    people === 0 ? of(own) : ahead.reduce((sum, each) => sum + of(each.time) * each.people, 0) / people;
  const minutes = mean((time) => time.minutes);
  const observed = mean((time) => time.observed);
  const expected = (toFinish * minutes) / desks;
  const ofServices = (spread * minutes * Math.sqrt(toFinish)) / desks;
  const ofMean = (expected * spread) / Math.sqrt(usualWeight + observed);
  const margin = eightOfTen * Math.hypot(ofServices, ofMean);
  const low = roundMinutes(Math.max(0, expected - margin), Math.floor);
  return { low, high: Math.max(low + 1, roundMinutes(expected + margin, Math.ceil)) };
}

function roundMinutes(minutes: number, round: (value: number) => number): number {
  return minutes > 10 ? round(minutes / 5) * 5 : round(minutes);
}
