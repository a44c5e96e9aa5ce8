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

function countOf(status: string): Exclude<keyof Counts, 'issued'> {
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

/** The format that `packSums` writes. Another layout gets the next number, and `unpackSums` goes on reading this one. */
export const sumsFormat = 1;

/** Sums that were packed by a newer Antre, or damaged: reading them as another format would make up numbers. */
export class UnreadableSums extends Error {
  override name = 'UnreadableSums';
}

/**
 * Packs a counter's day in format 1: 32-bit whole numbers in the byte order of the machine (little-endian wherever Antre
 * runs): of each sum hour, service, desk, user, the counts in the order of `countNames`, how many waits, the waits,
 * how many times of service, and these. Throws `RangeError` for what is no such number (the hour of a time that can't be):
 * it would be kept as another one.
 */
export function packSums(sums: readonly DaySum[]): Uint8Array {
  const numbers = sums.flatMap((sum) => [
    sum.hour,
    sum.serviceId,
    sum.deskId,
    sum.userId,
    ...countNames.map((name) => sum[name]),
    sum.waits.length,
    ...sum.waits,
    sum.serviceTimes.length,
    ...sum.serviceTimes,
  ]);
  const packed = Int32Array.from(numbers);
  const wrong = numbers.findIndex((number, at) => number !== packed[at]);
  if (wrong >= 0) throw new RangeError(`sums with ${numbers[wrong]}, which is no whole number of 32 bits`);
  return new Uint8Array(packed.buffer);
}

/** The sums that were packed in a format. Throws `UnreadableSums` for an unknown format, and for bytes that end within a sum. */
export function unpackSums(bytes: Uint8Array, format: number): DaySum[] {
  if (format !== sumsFormat) throw new UnreadableSums(`sums of the unknown format ${format}`);
  if (bytes.length % 4 !== 0) throw new UnreadableSums('sums that end within a number');
  // Copied: 32-bit numbers must begin at a multiple of four bytes.
  const packed = new Int32Array(new Uint8Array(bytes).buffer);
  const sums: DaySum[] = [];
  let at = 0;
  const next = () => {
    const value = packed[at++];
    if (value === undefined) throw new UnreadableSums('sums that end too early');
    return value;
  };
  const list = () => {
    const length = next();
    if (length < 0 || length > packed.length - at) throw new UnreadableSums('sums that end too early');
    const found = packed.subarray(at, at + length);
    at += length;
    return found;
  };
  while (at < packed.length) {
    sums.push({
      hour: next(),
      serviceId: next(),
      deskId: next(),
      userId: next(),
      issued: next(),
      served: next(),
      noShow: next(),
      cancelled: next(),
      void: next(),
      transferred: next(),
      inHall: next(),
      waits: list(),
      serviceTimes: list(),
    });
  }
  return sums;
}
