import { type Counts, countNames } from '../../contract/report-columns';
import { localMinutes } from '../local-day';

/** A step of a visit as it stands, with what reports need of its ticket. Moments in milliseconds since 1970 UTC. */
export interface ReportedStep {
  readonly id: number;
  readonly status: string;
  /** Why it ended, where a reason was kept. */
  readonly reason: string | null;
  readonly counterId: number;
  readonly serviceId: number;
  /** Where the visitor came from; null for the service that the number was taken for. */
  readonly fromServiceId: number | null;
  readonly deskId: number | null;
  readonly userId: number | null;
  readonly arrivedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** The ticket's last step: only this one's end is the ticket's. */
  readonly lastStepId: number | null;
}

/** Numbers that were given on paper, in a row. */
export interface PaperNumbers {
  readonly serviceId: number;
  readonly fromNumber: number;
  readonly toNumber: number;
  readonly served: number;
  readonly noShow: number;
  /** `09:15` */
  readonly firstAt: string;
}

/**
 * What a block of paper numbers adds to its date: at the hour of its first one, at no desk and by nobody, since a sheet says no
 * more. Whoever was neither served nor missed went home.
 */
export function sumOfPaper(block: PaperNumbers): DaySum {
  const { serviceId, fromNumber, toNumber, served, noShow, firstAt } = block;
  const issued = toNumber - fromNumber + 1;
  const cancelled = issued - served - noShow;
  return {
    ...{ hour: Number(firstAt.slice(0, 2)), serviceId, deskId: 0, userId: 0 },
    ...{ ...noCounts(), issued, onPaper: issued, served, noShow, cancelled },
    waits: new Int32Array(),
    serviceTimes: new Int32Array(),
  };
}

/** Counts of nothing yet. */
export function noCounts(): Counts {
  return Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;
}

/** The sums of one hour, service, desk and officer of a day. */
export interface DaySum extends Counts {
  /** The hour of the day, by the site's clock, in which the visitors came to the service. */
  readonly hour: number;
  readonly serviceId: number;
  /** 0 where nobody called them. */
  readonly deskId: number;
  readonly userId: number;
  /** Each wait in whole seconds, from coming to the service until the (last) call, shortest first. */
  readonly waits: Int32Array;
  /** Each time of service in whole seconds, from its start to its finish, shortest first. */
  readonly serviceTimes: Int32Array;
}

interface Collected extends Counts {
  hour: number;
  serviceId: number;
  deskId: number;
  userId: number;
  waits: number[];
  serviceTimes: number[];
}

/**
 * Sums a day's steps, by counter. A wait counts wherever a call was made, whether or not somebody came. A time of
 * service counts where serving was begun and finished by the officer: what the end of the day finished has none.
 */
export function sumDay(steps: readonly ReportedStep[], timezone: string): Map<number, DaySum[]> {
  const counters = new Map<number, Map<string, Collected>>();
  for (const step of steps) {
    // Added to a visit and not reached (yet): nothing has happened there.
    if (step.status === 'planned' || (step.status === 'cancelled' && step.lastStepId !== step.id)) continue;
    const counter = counters.get(step.counterId) ?? new Map<string, Collected>();
    counters.set(step.counterId, counter);
    const sum = sumOf(counter, step, timezone);
    if (step.fromServiceId === null) sum.issued += 1;
    sum[countOf(step.status)] += 1;
    if (step.calledAt !== null) sum.waits.push(seconds(step.arrivedAt, step.calledAt));
    if (step.status === 'done' && step.startedAt !== null && step.endedAt !== null) {
      if (step.reason !== 'end_of_day') sum.serviceTimes.push(seconds(step.startedAt, step.endedAt));
    }
  }
  return new Map(
    [...counters].map(([counterId, sums]) => [
      counterId,
      [...sums.values()].map((sum) => ({
        ...sum,
        waits: Int32Array.from(sum.waits).sort(),
        serviceTimes: Int32Array.from(sum.serviceTimes).sort(),
      })),
    ]),
  );
}

function sumOf(counter: Map<string, Collected>, step: ReportedStep, timezone: string): Collected {
  const hour = Math.floor(localMinutes(step.arrivedAt, timezone) / 60);
  const { serviceId } = step;
  const deskId = step.deskId ?? 0;
  const userId = step.userId ?? 0;
  const key = `${hour} ${serviceId} ${deskId} ${userId}`;
  const known = counter.get(key);
  if (known) return known;
  const sum = { hour, serviceId, deskId, userId, ...noCounts(), waits: [], serviceTimes: [] };
  counter.set(key, sum);
  return sum;
}

function countOf(status: string): Exclude<keyof Counts, 'issued' | 'onPaper'> {
  switch (status) {
    case 'done':
      return 'served';
    case 'no_show':
      return 'noShow';
    case 'cancelled':
    case 'void':
    case 'transferred':
      return status;
    default:
      return 'inHall';
  }
}

/** Never below zero: a clock may have been put back in between. */
function seconds(from: number, to: number): number {
  return Math.min(Math.max(0, Math.round((to - from) / 1000)), 0x7fffffff);
}
