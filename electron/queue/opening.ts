import { dayInstants, epochDayOf, formatEpochDay, localEpochDay, weekdayOf } from './local-day';

export interface OpeningHours {
  /** A weekday (Monday 1 … Sunday 7) that isn't listed is closed. Times are `08:00`, `24:00` the day's end. */
  readonly week: OpeningWeek;
  /** No numbers are given in the last minutes before a day closes. */
  readonly lastTicketMinutesBefore: number;
}
type OpeningWeek = readonly {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
}[];
type Sentence = { readonly id: string; readonly en: string; readonly jv: string };

/** What decides about opening, apart from the day's events; `store/hall.ts` reads it. */
export interface OpeningRules {
  readonly settings: { readonly timezone: string; readonly practice: boolean };
  readonly counter: ReadonlyMap<number, { readonly paused: boolean }>;
  /** By scope: `hall`, `counter:ID`, `service:ID`. */
  readonly hours: ReadonlyMap<string, OpeningHours>;
  readonly closures: readonly Closure[];
}
interface Closure {
  readonly scope: string;
  /** Both days included. */
  readonly fromDate: string;
  /** Null: until further notice. */
  readonly toDate: string | null;
  readonly reason: Sentence;
  /** Other hours meanwhile; null: closed. */
  readonly week: OpeningWeek | null;
}
interface Service {
  readonly id: number;
  readonly counterId: number;
  readonly quotaPerDay: number | null;
  readonly paused: boolean;
}

export interface Opening {
  readonly status: 'open' | 'closed' | 'break' | 'quota_full' | 'paused';
  /** The next moment at which it gives numbers, in milliseconds; null while open, and where none is known. */
  readonly opensAt: number | null;
  /** Numbers left of the business date; null where there is no quota. */
  readonly quotaLeft: number | null;
}

/** One local day of a service: when numbers are given. */
export interface OpeningDay {
  readonly date: string;
  readonly weekday: number;
  /** Breaks and the time after the last ticket are cut out. */
  readonly spans: readonly { readonly opens: string; readonly closes: string }[];
  /** The reason of the closure that makes it differ from the week, or null. */
  readonly reason: Sentence | null;
}

/** How far ahead the next opening is looked for. */
const horizonDays = 400;
const dayMinutes = 24 * 60;

/**
 * Decides whether a service gives numbers at a moment: the one function that kiosk, actions, board and admin ask.
 *
 * - A closure goes before the service's own hours, those before its counter's, those before the hall's. But other
 *   hours of the hall open nothing at a time at which a counter or service with hours of its own doesn't serve: a
 *   month of short days doesn't bring the Wednesday's passport desk on Mondays.
 *   Where closures overlap, a closed one wins over one with other hours, then the narrower scope, then the later
 *   beginning: a closed hall has no open counter.
 * - In practice mode hours and closures are ignored; quotas and pauses hold.
 * - A day whose numbers are used up says so until it ends, break or not; what is closed for the rest of the day is
 *   closed, whatever else holds.
 * - Where officers are at desks that serve it and every one of them is paused, it is on a break without known end.
 */
export function opening(
  rules: OpeningRules,
  service: Service,
  day: {
    /** Milliseconds since 1970 UTC. */
    readonly now: number;
    readonly businessDate: string;
    /** Numbers of the business date, void ones not counted. */
    readonly issued: number;
    /** True where at least one desk that serves it is manned, and all of those are paused. */
    readonly desksPaused: boolean;
  },
): Opening {
  const { now } = day;
  const quotaLeft = service.quotaPerDay === null ? null : Math.max(0, service.quotaPerDay - day.issued);
  const answer = (status: Opening['status'], opensAt: number | null): Opening => ({
    status,
    opensAt,
    quotaLeft,
  });

  const { timezone, practice } = rules.settings;
  const today = localEpochDay(now, timezone);
  const intervals = practice ? [] : openIntervals(rules, service, today);
  const isOpen = practice || intervals.some(({ from, to }) => from <= now && now < to);
  const laterToday = intervals.find(({ from }) => from > now);
  const nextAfterToday = () => (practice ? null : firstOpening(rules, service, today + 1));

  if (!isOpen && !laterToday) return answer('closed', nextAfterToday());
  if (quotaLeft === 0) {
    // The clock may have been set back: the quota belongs to the business date, which never goes back.
    const quotaDay = Math.max(today, epochDayOf(day.businessDate));
    return answer('quota_full', practice ? null : firstOpening(rules, service, quotaDay + 1));
  }
  if (!isOpen && laterToday) {
    const hadOpened = intervals.some(({ to }) => to <= now);
    return answer(hadOpened ? 'break' : 'closed', laterToday.from);
  }
  if (service.paused || rules.counter.get(service.counterId)?.paused) return answer('paused', null);
  if (day.desksPaused) return answer('break', null);
  return answer('open', null);
}

/**
 * Whether everybody who could call a service has paused the desk, and there is somebody: then it counts as on a
 * break. Where nobody mans a desk yet, numbers are given all the same: visitors come before officers sit down.
 */
export function allDesksPaused(
  desks: readonly { readonly manned: boolean; readonly paused: boolean }[],
): boolean {
  const manned = desks.filter((desk) => desk.manned);
  return manned.length > 0 && manned.every((desk) => desk.paused);
}

/**
 * A counter's opening from its services': open where one is; else what ends soonest in the visitor's eyes, with
 * the earliest opening among those. Undefined for a counter without services.
 */
export function counterOpening<Part extends Opening>(services: readonly Part[]): Part | undefined {
  const order = ['open', 'break', 'paused', 'quota_full', 'closed'] as const;
  for (const status of order) {
    const alike = services.filter((service) => service.status === status);
    if (alike.length === 0) continue;
    return alike.reduce((best, next) =>
      (next.opensAt ?? Infinity) < (best.opensAt ?? Infinity) ? next : best,
    );
  }
  return undefined;
}

/** A service's days from the local day of `now` on; agrees with `opening` minute by minute, practice left aside. */
export function openingDays(rules: OpeningRules, service: Service, now: number, count = 7): OpeningDay[] {
  const today = localEpochDay(now, rules.settings.timezone);
  return Array.from({ length: count }, (_, index) => openingDayAt(rules, service, today + index));
}

/** A service's hours on one local date, `2026-11-24`. */
export function openingDay(rules: OpeningRules, service: Service, date: string): OpeningDay {
  return openingDayAt(rules, service, epochDayOf(date));
}

/** The moments at which numbers are given on one local date, in order. */
export function openingInstants(rules: OpeningRules, service: Service, date: string): readonly Instants[] {
  return openIntervals(rules, service, epochDayOf(date));
}

function openingDayAt(rules: OpeningRules, service: Service, epochDay: number): OpeningDay {
  const { spans, closure } = daySpans(rules, service, epochDay);
  return {
    date: formatEpochDay(epochDay),
    weekday: weekdayOf(epochDay),
    spans: spans.map(({ from, to }) => ({ opens: formatMinutes(from), closes: formatMinutes(to) })),
    reason: closure?.reason ?? null,
  };
}

interface Instants {
  /** Milliseconds since 1970 UTC; `to` is not in it. */
  readonly from: number;
  readonly to: number;
}

interface Span {
  /** Wall-clock minutes of the day. */
  readonly from: number;
  readonly to: number;
}

/** When numbers are given on a local day, by the wall clock, in order. */
function daySpans(
  rules: OpeningRules,
  service: Service,
  epochDay: number,
): { readonly spans: readonly Span[]; readonly closure: Closure | null } {
  const scopes = scopesOf(service);
  const hoursScope = scopes.findLastIndex((scope) => rules.hours.has(scope));
  const hours = rules.hours.get(scopes[hoursScope] ?? '');
  const closure = closureOn(rules, service, formatEpochDay(epochDay));
  const weekday = weekdayOf(epochDay);
  const lastMinutes = hours?.lastTicketMinutesBefore ?? 0;
  const usual = spansOf(hours?.week, weekday, lastMinutes);
  if (!closure) return { spans: usual, closure };
  const instead = spansOf(closure.week, weekday, lastMinutes);
  if (hoursScope <= scopes.indexOf(closure.scope)) return { spans: instead, closure };
  const spans = inBoth(instead, usual);
  // Where nothing is other than usual, the closure is no reason of anything.
  return { spans, closure: isSame(spans, usual) ? null : closure };
}

function isSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ from, to }, index) => from === others[index]?.from && to === others[index]?.to)
  );
}

/** From the widest to the narrowest. */
function scopesOf(service: Service): readonly string[] {
  return ['hall', `counter:${service.counterId}`, `service:${service.id}`];
}

function inBoth(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some
    .flatMap((one) =>
      others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
    )
    .filter((span) => span.from < span.to);
}

/** One weekday of a week, its breaks and the time after the last ticket cut out. */
function spansOf(
  week: OpeningWeek | null | undefined,
  weekday: number,
  lastTicketMinutesBefore: number,
): readonly Span[] {
  const day = week?.find((each) => each.weekday === weekday);
  if (!day) return [];
  const lastTicket = parseMinutes(day.closes) - lastTicketMinutesBefore;
  const breaks = day.breaks
    .map(({ from, to }) => ({ from: parseMinutes(from), to: parseMinutes(to) }))
    .sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  let from = parseMinutes(day.opens);
  for (const pause of breaks) {
    spans.push({ from, to: Math.min(pause.from, lastTicket) });
    from = Math.max(from, pause.to);
  }
  spans.push({ from, to: lastTicket });
  return spans.filter((span) => span.from < span.to);
}

function closureOn(rules: OpeningRules, service: Service, date: string): Closure | null {
  const scopes = scopesOf(service);
  const rank = (closure: Closure) => (closure.week === null ? scopes.length : scopes.indexOf(closure.scope));
  let found: Closure | null = null;
  for (const closure of rules.closures) {
    if (date < closure.fromDate || !scopes.includes(closure.scope)) continue;
    if (closure.toDate !== null && closure.toDate < date) continue;
    if (
      !found ||
      rank(closure) > rank(found) ||
      (rank(closure) === rank(found) && closure.fromDate > found.fromDate)
    ) {
      found = closure;
    }
  }
  return found;
}

/** The moments of a local day at which numbers are given; a day when clocks are put on or back has its own. */
function openIntervals(rules: OpeningRules, service: Service, epochDay: number): readonly Instants[] {
  return dayInstants(daySpans(rules, service, epochDay).spans, epochDay, rules.settings.timezone);
}

/** The first moment at which numbers are given on a local day or after it, or null within the horizon. */
function firstOpening(rules: OpeningRules, service: Service, fromDay: number): number | null {
  for (let epochDay = fromDay; epochDay < fromDay + horizonDays; epochDay += 1) {
    const { spans, closure } = daySpans(rules, service, epochDay);
    if (spans.length > 0) {
      const first = dayInstants(spans, epochDay, rules.settings.timezone)[0];
      if (first) return first.from;
    } else if (closure?.week === null) {
      if (closure.toDate === null) return null;
      epochDay = Math.max(epochDay, epochDayOf(closure.toDate));
    }
  }
  return null;
}

/** `08:30` → 510. */
function parseMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 510 → `08:30`; the day's end is `24:00`. */
function formatMinutes(minutes: number): string {
  const within = Math.min(minutes, dayMinutes);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
