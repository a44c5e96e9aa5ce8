import type { HallCounter } from '../../../electron/contract/staff';
import { minutesBetween } from '../../ui/office/spans';

/** What burns at a counter, the worst first. */
export const urgencies = ['help', 'unattended', 'outlasting', 'deserted', 'overdue'] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * What a supervisor should see to first: a desk calls for help and nobody is on the way; people wait and nobody is there; the line is longer than the day;
 * hours are promised and nobody is signed in; somebody waits beyond the limit. Null: all is well. `now`: the hall's present time in milliseconds.
 */
export function urgencyOf(counter: HallCounter, now: number): Urgency | null {
  const isAttended = counter.desks.some(({ user, pause }) => user && !pause);
  const isMissed = ['promised', 'away', 'absent'].includes(counter.state);
  if (counter.desks.some(({ help }) => help?.coming === null)) return 'help';
  if (counter.waiting > 0 && !isAttended && counter.state !== 'break') return 'unattended';
  if ((counter.unservedToday ?? 0) > 0) return 'outlasting';
  // In practice nobody is promised, and so nothing is said.
  if (isMissed && counter.reason !== null) return 'deserted';
  return isOverdue(counter, now) ? 'overdue' : null;
}

/** Whether the one longest waiting has waited beyond the limit. */
export function isOverdue({ longestWaitSince, waitLimitMinutes }: HallCounter, now: number): boolean {
  return longestWaitSince !== null && minutesBetween(longestWaitSince, now) >= waitLimitMinutes;
}

/** Counters with what burns first: by urgency, then by the longest wait, else as in the menu. */
export function byUrgency(counters: readonly HallCounter[], now: number): HallCounter[] {
  const rank = (counter: HallCounter) => {
    const urgency = urgencyOf(counter, now);
    return urgency === null ? urgencies.length : urgencies.indexOf(urgency);
  };
  const since = ({ longestWaitSince }: HallCounter) =>
    longestWaitSince === null ? Number.POSITIVE_INFINITY : Date.parse(longestWaitSince);
  const order = new Map(counters.map((counter) => [counter, rank(counter)]));
  return [...counters].sort((one, other) => {
    const difference = (order.get(one) ?? 0) - (order.get(other) ?? 0);
    if (difference !== 0) return difference;
    // Where nothing burns, counters stay in their places.
    if (order.get(one) === urgencies.length || since(one) === since(other)) return 0;
    return since(one) - since(other);
  });
}
