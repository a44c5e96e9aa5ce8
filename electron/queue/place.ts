import { callingOrder, classOf, inClasses, type WaitingTicket } from './calling-order';

/** Where somebody may be put who comes to a queue otherwise than by taking a number. */
export type Placement =
  /** Before all, behind those already put there. */
  | 'front'
  /** Where the ticket's issue puts it, as if it had waited here all the time. */
  | 'arrival'
  /** Behind all, without a turn before others. */
  | 'back'
  /** Behind the next few of its class: a number that was called and missed. */
  | 'after_missed_call';

/** Who missed a call and comes back lets this many of those who were there go first, then has a turn. */
export const missedCallWait = 3;

/**
 * The moment that orders a ticket where it is put (`WaitingTicket.orderedAt`), in milliseconds.
 *
 * `waiting` are those who wait for the same service, without the ticket itself; `issuedAt` is the ticket's issue.
 * The rules, as an officer is told them: the front is for one who can't wait; by arrival keeps the time on the
 * paper; the back is behind everybody now here; who missed a call goes after the next three, since going straight
 * to the head would make missing one's call free, and going to the back would punish a moment's absence by the
 * whole wait over again.
 */
export function placeAmong(
  waiting: readonly WaitingTicket[],
  ticket: { readonly hasPriority: boolean; readonly issuedAt: number },
  placement: Placement,
  now: number,
): number {
  if (placement === 'arrival') return ticket.issuedAt;
  if (placement === 'front') return behind(waiting, (other) => other.placeReason === 'front', now);
  if (placement === 'back') return behind(waiting, (other) => other.placeReason !== 'front', now);

  const ownClass = classOf({ ...ticket, placeReason: 'returned' });
  const next = callingOrder(
    waiting.filter((other) => classOf(other) === ownClass),
    { priorityRatio: 1, priorityRun: 0 },
  ).slice(0, missedCallWait);
  return next.reduce((latest, turn) => Math.max(latest, turn.ticket.orderedAt + 1), ticket.issuedAt);
}

/**
 * Where somebody stands who lets the next `count` of its class go first: behind the last of them, before whoever comes
 * later; null where nobody of its class is behind. `line` is the whole line, with the ticket if it waits in it; one that was
 * called is before all. Who was put at the back stays without a turn before others.
 */
export function behindNext(
  line: readonly WaitingTicket[],
  ticket: Pick<WaitingTicket, 'ticketId' | 'hasPriority' | 'placeReason'>,
  count: number,
): { readonly orderedAt: number; readonly placeReason: 'returned' | 'back'; readonly passed: number } | null {
  const placeReason = ticket.placeReason === 'back' ? 'back' : 'returned';
  const ofClass = inClasses(line)[classOf({ hasPriority: ticket.hasPriority, placeReason })];
  const own = ofClass.findIndex((each) => each.ticket.ticketId === ticket.ticketId);
  const next = ofClass.slice(own + 1, own + 1 + count);
  const last = next.at(-1);
  return last ? { orderedAt: last.at + 1, placeReason, passed: next.length } : null;
}

function behind(
  waiting: readonly WaitingTicket[],
  whom: (other: WaitingTicket) => boolean,
  now: number,
): number {
  // A clock that was set back must not put anybody before those who wait.
  return waiting.filter(whom).reduce((latest, other) => Math.max(latest, other.orderedAt + 1), now);
}
