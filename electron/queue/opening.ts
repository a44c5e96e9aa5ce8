import type { InLanguages } from '../contract/languages';
import { attendanceOf, type DeskAttendance } from './attendance';
import { chanceBand } from './chance-today';
import { epochDayOf, localEpochDay } from './local-day';
import { firstOpening, type HoursRules, hoursUntilClosing, openIntervals } from './opening-hours';
import { type LimitRules, quotaOn } from './quota';

type Sentence = InLanguages<string>;

/** A stop by hand: when it is expected to end (null: nobody said), and why. */
interface Stop {
  readonly until: number | null;
  readonly reason: Sentence | null;
}

/** What decides about opening, apart from the day's events; `store/hall.ts` reads it. */
export interface OpeningRules extends HoursRules {
  readonly settings: LimitRules['settings'] & {
    readonly timezone: string;
    readonly practice: boolean;
    /** So long nobody may be at the desks during hours before a service counts as deserted. */
    readonly graceMinutes: number;
    /** Whether numbers are given on where nobody came within that time. */
    readonly absentGivesNumbers: boolean;
    /** `expected_call`: numbers end once the call is expected after closing. */
    readonly numbersEnd: 'fixed' | 'expected_call';
    /** The whole hall is stopped by hand. */
    readonly hallStop: Stop | null;
  };
  readonly counter: ReadonlyMap<number, { readonly paused: boolean; readonly stop: Stop | null }>;
}
interface Service {
  readonly id: number;
  readonly counterId: number;
  readonly quotaPerDay: number | null;
  readonly paused: boolean;
  readonly stop: Stop | null;
}

/** Best for visitors first. */
const statusOrder = ['open', 'break', 'paused', 'quota_full', 'closed'] as const;
const stateOrder = [
  'serving',
  'break',
  'promised',
  'away',
  'absent',
  'stopped',
  'quota_full',
  'day_full',
  'closed',
] as const;

/**
 * How a service is, and so what visitors can expect of it: somebody sits there (`serving`), or will (`break`,
 * `promised`, `away`: `attendance.ts`), or did not (`absent`); `stopped` by hand; the line is longer than the day
 * (`day_full`); or the hours and the quota say no.
 */
export type OpeningState = (typeof stateOrder)[number];

export interface Opening {
  /** Whether numbers are given (`open`), and what stands in the way if not. */
  readonly status: (typeof statusOrder)[number];
  readonly state: OpeningState;
  /** The next moment at which it gives numbers, in milliseconds; null while open, and where none is known. */
  readonly opensAt: number | null;
  /** When its officers said to be back from their break, or the stop may end; null where nobody said or it is over. */
  readonly until: number | null;
  /** Why it was stopped by hand; null where nobody said. */
  readonly cause: Sentence | null;
  /** Numbers left of the business date; null where there is no quota. */
  readonly quotaLeft: number | null;
}

/**
 * Decides how a service is at a moment and whether it gives numbers: the one function that kiosk, actions, board and
 * admin ask.
 *
 * - A closure goes before the service's own hours, those before its counter's, those before the hall's. But other
 *   hours of the hall open nothing at a time at which a counter or service with hours of its own doesn't serve: a
 *   month of short days doesn't bring the Wednesday's passport desk on Mondays.
 *   Where closures overlap, a closed one wins over one with other hours, then the narrower scope, then the later
 *   beginning: a closed hall has no open counter.
 * - A day whose numbers are used up says so until it ends, break or not; what is closed for the rest of the day is
 *   closed, whatever else holds.
 * - Within its hours it gives numbers where somebody serves, is on a break, or may still come: visitors come before
 *   officers sit down. Where nobody came within the hall's grace it gives them on only if the hall wants that.
 * - Where numbers end by the expected call, none is given whose holder would be called after closing as likely as not.
 *   Of whom nothing can be foreseen gets one.
 * - In practice mode hours and closures are ignored, and nobody is missed; quotas, breaks and stops hold.
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
    /** The desks that serve it. */
    readonly desks: readonly DeskAttendance[];
    /** The chance, 0 … 1, of being called before closing with a number taken now; null: it can't be foreseen. */
    readonly chanceToday?: () => number | null;
  },
): Opening {
  const { now } = day;
  const quota = quotaOn(rules, service, day.businessDate);
  const quotaLeft = quota === null ? null : Math.max(0, quota - day.issued);
  const answer = (
    status: Opening['status'],
    state: OpeningState,
    more: Partial<Pick<Opening, 'opensAt' | 'until' | 'cause'>> = {},
  ): Opening => ({ status, state, opensAt: null, until: null, cause: null, ...more, quotaLeft });

  const { timezone, practice, graceMinutes, absentGivesNumbers } = rules.settings;
  const today = localEpochDay(now, timezone);
  const intervals = practice ? [{ from: now, to: Infinity }] : openIntervals(rules, service, today);
  const hours = intervals.find(({ from, to }) => from <= now && now < to);
  const laterToday = intervals.find(({ from }) => from > now);

  if (!hours && !laterToday) {
    return answer('closed', 'closed', { opensAt: firstOpening(rules, service, today + 1) });
  }
  if (quotaLeft === 0) {
    // The clock may have been set back: the quota belongs to the business date, which never goes back.
    const quotaDay = Math.max(today, epochDayOf(day.businessDate));
    return answer('quota_full', 'quota_full', {
      opensAt: practice ? null : firstOpening(rules, service, quotaDay + 1),
    });
  }
  if (!hours) {
    const hadOpened = intervals.some(({ to }) => to <= now);
    const kind = hadOpened ? 'break' : 'closed';
    return answer(kind, kind, { opensAt: laterToday?.from ?? null });
  }
  const stop = stopOf(rules, service);
  if (stop) {
    const until = stop.until !== null && stop.until > now ? stop.until : null;
    return answer('paused', 'stopped', { until, cause: stop.reason });
  }

  const attendance = attendanceOf(day.desks, {
    now,
    openedAt: hours.from,
    // Where hours are ignored nobody is late.
    graceMinutes: practice ? Infinity : graceMinutes,
  });
  if (attendance.kind === 'absent' && !absentGivesNumbers) return answer('paused', 'absent');
  const chance = rules.settings.numbersEnd === 'expected_call' ? (day.chanceToday?.() ?? null) : null;
  if (chance !== null && chanceBand(chance) === 'unlikely') {
    return answer('quota_full', 'day_full', { opensAt: firstOpening(rules, service, today + 1) });
  }
  return answer('open', attendance.kind, attendance.kind === 'break' ? { until: attendance.until } : {});
}

/** The widest stop by hand that holds for a service, or null. */
function stopOf(rules: OpeningRules, service: Service): Stop | null {
  const unexplained = { until: null, reason: null };
  if (rules.settings.hallStop) return rules.settings.hallStop;
  const counter = rules.counter.get(service.counterId);
  if (counter?.paused) return counter.stop ?? unexplained;
  return service.paused ? (service.stop ?? unexplained) : null;
}

/**
 * How a service is for those who wait there already: as `opening`, but until closing and whatever the quota. Where somebody
 * still serves, that is what counts, break and closing time or not.
 */
export function openingForWaiting(
  rules: OpeningRules,
  service: Service,
  day: Parameters<typeof opening>[2],
): Opening {
  const { numberLimits: _ofThoseToCome, ...settings } = rules.settings;
  const found = opening(
    { ...hoursUntilClosing(rules), settings },
    { ...service, quotaPerDay: null },
    { ...day, issued: 0, chanceToday: () => null },
  );
  const isOutOfHours = found.status === 'closed' || found.status === 'break';
  const isServed = day.desks.some(({ isManned, pause }) => isManned && pause === null);
  return isOutOfHours && isServed ? { ...found, status: 'open', state: 'serving', opensAt: null } : found;
}

/**
 * A counter's opening from its services': open where one is, served where one is served; else what ends soonest in the
 * visitor's eyes, with the earliest opening among those. A counter without services is closed.
 */
export function counterOpening(services: readonly Opening[]): Opening {
  const [best = withoutServices] = [...services].sort(
    (one, other) =>
      statusOrder.indexOf(one.status) - statusOrder.indexOf(other.status) ||
      stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state) ||
      soonest(one) - soonest(other),
  );
  return best;
}

const withoutServices: Opening = {
  status: 'closed',
  state: 'closed',
  opensAt: null,
  until: null,
  cause: null,
  quotaLeft: null,
};

/** Later than any moment where none is known. */
function soonest({ opensAt, until }: Opening): number {
  return opensAt ?? until ?? Number.MAX_SAFE_INTEGER;
}
