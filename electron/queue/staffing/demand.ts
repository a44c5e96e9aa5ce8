import { weekdayOf } from '../local-day';

/** Minutes of a slot: demand and desks are told by the half-hour. */
export const slotMinutes = 30;
const slotsADay = (24 * 60) / slotMinutes;

/** What a counter lived through on one past day. Minutes since that day's midnight. */
export interface PastDay {
  /** Days since 1970-01-01. */
  readonly epochDay: number;
  readonly visits: readonly {
    readonly serviceId: number;
    readonly arrivedAt: number;
    readonly hasPriority: boolean;
    /** From the call to the end at the desk; null where it was never called. */
    readonly deskMinutes: number | null;
  }[];
  /** When each desk was manned and not paused. */
  readonly shifts: readonly { readonly deskId: number; readonly from: number; readonly to: number }[];
}

/** What is to be expected of a counter on one weekday, from such days of the past. */
export interface Demand {
  readonly services: ReadonlyMap<
    number,
    {
      /** Visitors to be expected in each half-hour of the day, 48 of them. */
      readonly arrivals: readonly number[];
      readonly priorityShare: number;
      /** Of the minutes a visitor takes a desk: mean, and deviation over mean. */
      readonly deskMinutes: number;
      readonly spread: number;
    }
  >;
  /** How many came on each of the days over their mean: how days differ. */
  readonly dayFactors: readonly number[];
  /** Desks that were manned in each half-hour of the day, on average over the days. */
  readonly usualDesks: readonly number[];
}

/** Below this many past days of a weekday nothing is advised. */
export const daysNeeded = 3;
/** A visit longer than this many times the usual was a desk that nobody finished at. */
const longestOverUsual = 4;
/** The usual minutes count as this many visits, and this spread stands for those who were never measured. */
const defaultWeight = 5;
const usualSpread = 0.6;

/**
 * What a weekday brings, from the past: arrivals of each service by the half-hour (the mean over days, each half-hour
 * with a quarter of its neighbours' so that few days don't make jags), and how long desks are taken, over all days.
 * Null where fewer than three days of that weekday are known.
 */
export function demandOn(
  weekday: number,
  past: readonly PastDay[],
  services: readonly { readonly id: number; readonly usualMinutes: number }[],
): Demand | null {
  const days = past.filter((day) => weekdayOf(day.epochDay) === weekday && day.visits.length > 0);
  if (days.length < daysNeeded) return null;
  const meanVisits = days.reduce((sum, day) => sum + day.visits.length, 0) / days.length;
  return {
    services: new Map(
      services.map((service) => {
        const ofService = (day: PastDay) => day.visits.filter(({ serviceId }) => serviceId === service.id);
        const onDays = days.flatMap(ofService);
        const withPriority = onDays.filter(({ hasPriority }) => hasPriority).length;
        return [
          service.id,
          {
            arrivals: smooth(perSlot(onDays, days.length)),
            priorityShare: onDays.length === 0 ? 0 : withPriority / onDays.length,
            ...deskTime(service.usualMinutes, past.flatMap(ofService)),
          },
        ];
      }),
    ),
    dayFactors: days.map((day) => day.visits.length / meanVisits),
    usualDesks: Array.from({ length: slotsADay }, (_, slot) => {
      const from = slot * slotMinutes;
      const manned = days
        .flatMap(({ shifts }) => shifts)
        .reduce((sum, shift) => sum + overlap(shift, { from, to: from + slotMinutes }), 0);
      return manned / slotMinutes / days.length;
    }),
  };
}

function perSlot(visits: PastDay['visits'], days: number): number[] {
  const counts = new Array<number>(slotsADay).fill(0);
  for (const { arrivedAt } of visits) {
    const slot = Math.min(slotsADay - 1, Math.max(0, Math.floor(arrivedAt / slotMinutes)));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts.map((count) => count / days);
}

/** Keeps the sum; a half-hour in which nobody ever came stays empty: the hall is closed then. */
function smooth(arrivals: readonly number[]): number[] {
  const smoothed = new Array<number>(arrivals.length).fill(0);
  for (const [slot, arrived] of arrivals.entries()) {
    let kept = arrived;
    for (const beside of [slot - 1, slot + 1]) {
      if ((arrivals[beside] ?? 0) === 0) continue;
      smoothed[beside] = (smoothed[beside] ?? 0) + arrived / 4;
      kept -= arrived / 4;
    }
    smoothed[slot] = (smoothed[slot] ?? 0) + kept;
  }
  return smoothed;
}

function deskTime(
  usualMinutes: number,
  visits: PastDay['visits'],
): { readonly deskMinutes: number; readonly spread: number } {
  const seen = visits.flatMap(({ deskMinutes }) =>
    deskMinutes === null ? [] : [Math.min(deskMinutes, usualMinutes * longestOverUsual)],
  );
  const weight = seen.length + defaultWeight;
  const mean = (seen.reduce((sum, each) => sum + each, 0) + usualMinutes * defaultWeight) / weight;
  const squares =
    seen.reduce((sum, each) => sum + (each - mean) ** 2, 0) + defaultWeight * (usualSpread * mean) ** 2;
  return { deskMinutes: mean, spread: Math.max(0.1, Math.sqrt(squares / weight) / mean) };
}

function overlap(
  one: { readonly from: number; readonly to: number },
  other: { readonly from: number; readonly to: number },
): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}
