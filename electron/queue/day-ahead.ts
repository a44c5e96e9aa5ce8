import { localEpochDay } from './local-day';
import { type HoursRules, hoursUntilClosing, openIntervals } from './opening-hours';

/** What is left of a service's day, in minutes from now. */
export interface DayAhead {
  /** The gaps between its hours, in order. One that has begun has a `from` below nothing; those that are over are left out. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** When it closes for the day; below nothing once it has. Null: no hours hold today, as in practice mode. */
  readonly closesIn: number | null;
}

type Service = Parameters<typeof openIntervals>[1];

const minute = 60_000;

/**
 * What is left of a service's day, however early its last number is given. In practice mode hours are ignored, and so
 * are breaks.
 */
export function dayAhead(
  rules: HoursRules & { readonly settings: { readonly practice: boolean } },
  service: Service,
  now: number,
): DayAhead {
  const spans = rules.settings.practice ? [] : hoursOfToday(rules, service, now);
  const breaks = spans.flatMap((span, place) => {
    const next = spans[place + 1];
    return next && next.from > now
      ? [{ from: (span.to - now) / minute, to: (next.from - now) / minute }]
      : [];
  });
  const last = spans.at(-1);
  return { breaks, closesIn: last ? (last.to - now) / minute : null };
}

/** When the hours that a service is in, or was in last today, began, in milliseconds; null before the first of the day, and on a day without. */
export function hoursBeganAt(rules: HoursRules, service: Service, now: number): number | null {
  return hoursOfToday(rules, service, now).findLast(({ from }) => from <= now)?.from ?? null;
}

interface KnownDay {
  readonly epochDay: number;
  readonly hours: ReturnType<typeof openIntervals>;
}
/** Of each service the last day that was asked for: every estimate asks, and the zone's data answers slowly. */
const knownDays = new WeakMap<HoursRules, Map<number, KnownDay>>();

function hoursOfToday(rules: HoursRules, service: Service, now: number): KnownDay['hours'] {
  const epochDay = localEpochDay(now, rules.settings.timezone);
  const days = knownDays.get(rules) ?? new Map<number, KnownDay>();
  knownDays.set(rules, days);
  const known = days.get(service.id);
  if (known?.epochDay === epochDay) return known.hours;
  const hours = openIntervals(hoursUntilClosing(rules), service, epochDay);
  days.set(service.id, { epochDay, hours });
  return hours;
}
