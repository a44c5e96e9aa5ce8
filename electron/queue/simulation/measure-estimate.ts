import { callingOrder } from '../calling-order';
import { chanceWithin } from '../chance-today';
import { forecastWait, rangeOf, recentCount, serviceTime } from '../estimate';
import { peopleBefore, poolOf } from '../pool';
import type { SimulatedHall } from './day-of-hall';
import {
  type HallInDay,
  type SimulatedDesk,
  type SimulatedVisitor,
  type Span,
  simulateDay,
  type Visit,
} from './simulate-day';

/** What was said to a visitor at arrival, and what came. Minutes. */
export interface Told {
  /** Null where nothing was promised. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** The chance, 0 … 1, that the call comes before closing; null where nothing was promised. */
  readonly chance: number | null;
  /** People ahead × the service's usual minutes ÷ its desks: what simple systems say. */
  readonly simple: number;
  readonly wait: number;
  /** Whether the call came before closing. */
  readonly cameToday: boolean;
}

type Promised = Omit<Told, 'wait' | 'cameToday'>;

/** How well estimates held. */
export interface EstimateQuality {
  readonly visitors: number;
  /** Of those, to whom no range could be given. */
  readonly unknown: number;
  /** The share, of those who got a range, whose wait ended within it. */
  readonly held: number;
  /** Mean absolute error of the range's middle, in minutes, and of the simple rule for the same visitors. */
  readonly meanError: number;
  readonly simpleError: number;
}

/** Seconds of the newest visits of each service, newest first. */
export type RecentVisits = Map<number, number[]>;

/** Lets a day happen, of which only its visits are remembered. */
export function learnFrom(
  day: { readonly visitors: readonly SimulatedVisitor[]; readonly desks: readonly SimulatedDesk[] },
  rules: { readonly priorityRatio: number; readonly betweenMinutes: number },
  recent: RecentVisits,
): void {
  simulateDay({ ...day, ...rules, onEnd: (visit) => remember(visit, recent) });
}

function remember({ visitor, calledAt, endedAt }: Visit, recent: RecentVisits): void {
  const seconds = recent.get(visitor.serviceId) ?? [];
  recent.set(visitor.serviceId, [(endedAt - calledAt) * 60, ...seconds].slice(0, recentCount));
}

/**
 * Lets a day happen and writes down what each visitor would have been told at arrival by the one estimate, with
 * nothing known but what the server knows at that moment: `recent` is what days before left, and goes on with this one.
 */
export function tellOnDay(
  hall: SimulatedHall,
  day: {
    readonly visitors: readonly SimulatedVisitor[];
    readonly desks: readonly SimulatedDesk[];
    readonly breaks: readonly Span[];
    /** Minutes since midnight. */
    readonly closesAt: number;
  },
  rules: { readonly priorityRatio: number; readonly betweenMinutes: number },
  recent: RecentVisits,
): Told[] {
  const usual = new Map(
    hall.counters.flatMap(({ services }) => services).map((service) => [service.id, service.usualMinutes]),
  );
  const told = new Map<number, Promised>();
  const { visits } = simulateDay({
    ...day,
    ...rules,
    onArrival: (ticketId, now) => {
      const { serviceId } = now.waiting.find((ticket) => ticket.ticketId === ticketId) ?? { serviceId: 0 };
      told.set(ticketId, tell(ticketId, serviceId, now));
    },
    onEnd: (visit) => remember(visit, recent),
  });
  return visits.flatMap(({ ticketId, visitor, calledAt }) => {
    const said = told.get(ticketId);
    return said ? [{ ...said, wait: calledAt - visitor.at, cameToday: calledAt <= day.closesAt }] : [];
  });

  function tell(ticketId: number, serviceId: number, at: HallInDay): Promised {
    const breaks = day.breaks.map(({ from, to }) => ({ from: from - at.now, to: to - at.now }));
    const onBreak = breaks.some(({ from, to }) => from <= 0 && to > 0);
    const desks = at.desks.map((desk) => ({
      serviceIds: desk.desk.serviceIds,
      priorityRun: desk.priorityRun,
      isWorking: desk.isManned || (onBreak && desk.desk.shifts.some(({ from }) => from > at.now)),
      visit: desk.visit && {
        serviceId: desk.visit.visitor.serviceId,
        minutes: at.now - desk.visit.calledAt,
      },
    }));
    const { serviceIds, priorityRun } = poolOf(serviceId, desks);
    const line = callingOrder(
      at.waiting.filter((ticket) => serviceIds.includes(ticket.serviceId)),
      { priorityRatio: rules.priorityRatio, priorityRun },
    ).map(({ ticket }) => ticket);
    const ahead = peopleBefore(line, ticketId) ?? new Map<number, number>();
    const working = desks.filter(({ isWorking }) => isWorking);
    const usualOf = (id: number) => usual.get(id) ?? 0;
    const forecast = forecastWait({
      serviceId,
      ahead,
      desks: working,
      time: (id) => serviceTime(usualOf(id), recent.get(id) ?? []),
      breaks,
    });
    const served = desks.filter((desk) => desk.serviceIds.includes(serviceId)).length;
    const people = [...ahead.values()].reduce((sum, each) => sum + each, 0);
    return {
      range: forecast && rangeOf(forecast),
      chance: forecast && chanceWithin(forecast, day.closesAt - at.now),
      simple: (people * usualOf(serviceId)) / Math.max(1, served),
    };
  }
}

/** Sums up what visitors were told. */
export function qualityOf(told: readonly Told[]): EstimateQuality {
  const promised = told.flatMap(({ range, simple, wait }) => (range ? [{ range, simple, wait }] : []));
  const mean = (of: (each: (typeof promised)[number]) => number) =>
    promised.length === 0 ? 0 : promised.reduce((sum, each) => sum + of(each), 0) / promised.length;
  return {
    visitors: told.length,
    unknown: told.length - promised.length,
    held: mean(({ range, wait }) => (range.low <= wait && wait <= range.high ? 1 : 0)),
    meanError: mean(({ range, wait }) => Math.abs((range.low + range.high) / 2 - wait)),
    simpleError: mean(({ simple, wait }) => Math.abs(simple - wait)),
  };
}

/** What was promised with a chance of one tenth, and what came. */
export interface ChanceTenth {
  /** The tenth's lower end: 0, 0.1 … 0.9. */
  readonly from: number;
  readonly visitors: number;
  /** The mean of the chances that were promised, and the share who were called before closing. */
  readonly promised: number;
  readonly came: number;
}

/** Sums up the promised chances of being called before closing, tenth by tenth; empty ones are left out. */
export function chanceTenths(told: readonly Pick<Told, 'chance' | 'cameToday'>[]): ChanceTenth[] {
  const tenths = Array.from({ length: 10 }, () => ({ visitors: 0, promised: 0, came: 0 }));
  for (const { chance, cameToday } of told) {
    const tenth = chance === null ? undefined : tenths[Math.min(9, Math.floor(chance * 10))];
    if (chance === null || !tenth) continue;
    tenth.visitors += 1;
    tenth.promised += chance;
    tenth.came += cameToday ? 1 : 0;
  }
  return tenths.flatMap(({ visitors, promised, came }, place) =>
    visitors === 0
      ? []
      : [{ from: place / 10, visitors, promised: promised / visitors, came: came / visitors }],
  );
}
