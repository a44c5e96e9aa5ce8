import type { InLanguages } from '../contract/languages';
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
type Sentence = InLanguages<string>;

/** What decides by the calendar when numbers are given; `store/hall.ts` reads it. */
export interface HoursRules {
  readonly settings: { readonly timezone: string };
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
const yearDays = 366;
const dayMinutes = 24 * 60;

/** A service's days from the local day of `now` on; agrees with `opening` minute by minute, practice left aside. */
export function openingDays(rules: HoursRules, service: Service, now: number, count = 7): OpeningDay[] {
  const today = localEpochDay(now, rules.settings.timezone);
  return Array.from({ length: count }, (_, index) => openingDayAt(rules, service, today + index));
}

/**
 * Tells of a service whether nobody gave it hours: for a year it gives no numbers, and not because it was closed. Services that
 * have neither hours nor closures of their own share the answer: a hall's admin pages ask it of 300 of them every few seconds.
 */
export function withoutHours(rules: HoursRules, now: number): (service: Service) => boolean {
  const today = localEpochDay(now, rules.settings.timezone);
  const own = new Set([...rules.hours.keys(), ...rules.closures.map(({ scope }) => scope)]);
  const known = new Map<string, boolean>();
  return (service) => {
    const decisive = scopesOf(service).findLast((scope) => own.has(scope)) ?? '';
    let lacks = known.get(decisive);
    if (lacks === undefined) {
      lacks = givesNoneUnmeant(rules, service, today);
      known.set(decisive, lacks);
    }
    return lacks;
  };
}

function givesNoneUnmeant(rules: HoursRules, service: Service, today: number): boolean {
  let isMeant = true;
  for (let epochDay = today; epochDay < today + yearDays; epochDay += 1) {
    const { spans, closure } = daySpans(rules, service, epochDay);
    if (spans.length > 0) return false;
    isMeant &&= closure !== null;
  }
  return !isMeant;
}

/** A service's hours on one local date, `2026-11-24`. */
export function openingDay(rules: HoursRules, service: Service, date: string): OpeningDay {
  return openingDayAt(rules, service, epochDayOf(date));
}

/** The moments at which numbers are given on one local date, in order. */
export function openingInstants(rules: HoursRules, service: Service, date: string): readonly Instants[] {
  return openIntervals(rules, service, epochDayOf(date));
}

function openingDayAt(rules: HoursRules, service: Service, epochDay: number): OpeningDay {
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
  rules: HoursRules,
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

const untilClosing = new WeakMap<HoursRules, HoursRules>();

/** The same rules for those who serve and wait: until closing, however early the last number is given. */
export function hoursUntilClosing<Rules extends HoursRules>(rules: Rules): Rules {
  let whole = untilClosing.get(rules);
  if (!whole) {
    const hours = [...rules.hours].map(
      ([scope, own]) => [scope, { ...own, lastTicketMinutesBefore: 0 }] as const,
    );
    whole = { ...rules, hours: new Map(hours) };
    untilClosing.set(rules, whole);
  }
  return whole as Rules;
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

function closureOn(rules: HoursRules, service: Service, date: string): Closure | null {
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
export function openIntervals(rules: HoursRules, service: Service, epochDay: number): readonly Instants[] {
  return dayInstants(daySpans(rules, service, epochDay).spans, epochDay, rules.settings.timezone);
}

/** The first moment at which numbers are given on a local day or after it, or null within the horizon. */
export function firstOpening(rules: HoursRules, service: Service, fromDay: number): number | null {
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
