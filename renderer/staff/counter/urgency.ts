import type { Desk, HallCounter } from '../../../electron/contract/staff';
import { minutesBetween } from '../../ui/office/spans';

/** What burns at a counter, the worst first. */
export const urgencies = ['help', 'unattended', 'overdue', 'outlasting', 'stopped', 'deserted'] as const;
export type Urgency = (typeof urgencies)[number];

/** Officers take turns, and come back from the printer: so long nobody is missed. */
const patienceMinutes = 5;

/**
 * What a supervisor should see to first: a desk calls for help and nobody is on the way; people have waited for minutes and nobody
 * is there; somebody waits beyond the limit; the line is longer than the day; people wait where it was stopped by hand; hours are
 * promised and nobody is signed in. Null: all is well. `now`: the hall's present time in milliseconds.
 */
export function urgencyOf(counter: HallCounter, now: number): Urgency | null {
  const isMissed = ['promised', 'away', 'absent'].includes(counter.state);
  if (counter.desks.some(({ help }) => help?.coming === null)) return 'help';
  if (isUnattended(counter, now) && !['break', 'stopped'].includes(counter.state)) return 'unattended';
  if (isOverdue(counter, now)) return 'overdue';
  if ((counter.unservedToday ?? 0) > 0) return 'outlasting';
  if (isUnattended(counter, now) && counter.state === 'stopped') return 'stopped';
  // In practice nobody is promised, and so nothing is said.
  return isMissed && counter.reason !== null && isLate(counter, now) ? 'deserted' : null;
}

function isUnattended({ unattendedSince }: HallCounter, now: number): boolean {
  return unattendedSince !== null && minutesBetween(unattendedSince, now) >= patienceMinutes;
}

function isLate({ hoursBegan }: HallCounter, now: number): boolean {
  return hoursBegan === null || minutesBetween(hoursBegan, now) >= patienceMinutes;
}

/** Whether the one longest waiting has waited beyond the limit. */
export function isOverdue({ longestWaitSince, waitLimitMinutes }: HallCounter, now: number): boolean {
  return longestWaitSince !== null && minutesBetween(longestWaitSince, now) >= waitLimitMinutes;
}

const shutStates: readonly string[] = ['closed', 'stopped', 'quota_full', 'day_full'];

/** Whether nothing goes on there and nothing is missed, so that a few words are enough for it. */
export function isShut({ state, waiting, desks }: HallCounter): boolean {
  return shutStates.includes(state) && waiting === 0 && desks.every(({ user }) => user === null);
}

/** The desks of a counter whose officers serve now. */
export function mannedDesks({ desks }: HallCounter): Desk[] {
  return desks.filter(({ user, pause }) => user && !pause);
}

/** Counters with what burns first: by urgency, then by the longest wait; where nobody waits, as in the menu. */
export function byUrgency(counters: readonly HallCounter[], now: number): HallCounter[] {
  const rank = (counter: HallCounter) => {
    const urgency = urgencyOf(counter, now);
    return urgency === null ? urgencies.length : urgencies.indexOf(urgency);
  };
  const since = ({ longestWaitSince }: HallCounter) =>
    longestWaitSince === null ? Number.MAX_SAFE_INTEGER : Date.parse(longestWaitSince);
  const order = new Map(counters.map((counter) => [counter, rank(counter)]));
  return [...counters].sort(
    (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0) || since(one) - since(other),
  );
}
