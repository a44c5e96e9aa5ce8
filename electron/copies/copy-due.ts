import type { SecondPlaceChoice } from '../contract/admin-copies';
import { formatEpochDay, localEpochDay } from '../queue/local-day';
import { type HoursRules, openingInstants } from '../queue/opening-hours';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How far back a closing is looked for; after a longer pause the day's rule is enough. */
const lookBackDays = 2;
const longestPause = 15 * minute;
/** A month's trial. */
export const drillEveryDays = 30;

/** What is known of copies that went before; milliseconds since 1970 UTC. */
export interface CopyHistory {
  readonly lastAt: number | null;
  /** Since the last success: when one failed last, and how many did. */
  readonly failedAt: number | null;
  readonly failures: number;
}

/**
 * Whether a copy should go to the second place now: each hour, or once the last numbers of a day were given and at the
 * latest a day after the last. One that failed is tried again after 2 minutes, doubled up to 15, so that a stick that is
 * put in is soon found.
 */
export function isCopyDue(
  rhythm: SecondPlaceChoice['rhythm'],
  { lastAt, failedAt, failures }: CopyHistory,
  { now, closedAt }: { readonly now: number; readonly closedAt: number | null },
): boolean {
  if (failedAt !== null && now - failedAt < Math.min(longestPause, minute * 2 ** Math.min(failures, 10)))
    return false;
  // One of later than now was made by a clock that was wrong.
  if (lastAt === null || lastAt > now || now - lastAt >= day) return true;
  if (rhythm === 'hourly') return now - lastAt >= hour;
  return closedAt !== null && lastAt < closedAt;
}

/** Whether the month's trial of copies is due: 30 days after the last that went well, tried again each day. */
export function isDrillDue(
  { goodAt, triedAt }: { readonly goodAt: number | null; readonly triedAt: number | null },
  now: number,
): boolean {
  if (triedAt !== null && now - triedAt < day) return false;
  return goodAt === null || now - goodAt >= drillEveryDays * day;
}

/** The last moment up to now at which a day's numbers ended in the whole hall, or null where none did lately. */
export function closedAt(
  rules: HoursRules & { readonly services: readonly { readonly id: number; readonly counterId: number }[] },
  now: number,
): number | null {
  const today = localEpochDay(now, rules.settings.timezone);
  for (let back = 0; back <= lookBackDays; back += 1) {
    const date = formatEpochDay(today - back);
    const ends = rules.services.flatMap((service) =>
      openingInstants(rules, service, date).map(({ to }) => to),
    );
    const end = Math.max(...ends);
    if (ends.length > 0 && end <= now) return end;
  }
  return null;
}
