/** A waiting ticket as the calling rules see it. */
export interface WaitingTicket {
  /** Rises in the order of issue. */
  readonly ticketId: number;
  readonly serviceId: number;
  /** Whether it may claim a priority turn. */
  readonly hasPriority: boolean;
  /** What orders it within its class, in milliseconds: its arrival, or what moving it made of that. */
  readonly orderedAt: number;
  readonly placeReason: 'arrival' | 'returned' | 'transferred' | 'front' | 'back';
}

/** Why a ticket stands where it stands in the calling order. */
export type OrderReason = WaitingTicket['placeReason'] | 'priority_turn';

export interface Turn {
  readonly ticket: WaitingTicket;
  readonly reason: OrderReason;
  /** The desk's priority run after this turn: priority tickets called in a row while a regular one waited. */
  readonly priorityRunAfter: number;
}

/**
 * The order in which one desk will call those who wait for its services, were nobody else to come.
 *
 * Tickets put at the front go first, in the order they were put there. Then, within each class, first come first
 * served, whichever of the desk's services they wait for (`orderedAt`, then ticket id). While both classes wait,
 * `priorityRatio` priority tickets are called for each regular one; the run is the desk's own memory, so a desk
 * calls the first regular ticket after at most `priorityRatio` priority ones, whatever other desks do.
 */
export function callingOrder(
  waiting: readonly WaitingTicket[],
  rule: { readonly priorityRatio: number; readonly priorityRun: number },
): Turn[] {
  const ordered = inOrder(waiting);
  const front = ordered.filter(({ ticket }) => ticket.placeReason === 'front');
  const priority = ordered.filter(({ ticket }) => ticket.placeReason !== 'front' && ticket.hasPriority);
  const regular = ordered.filter(({ ticket }) => ticket.placeReason !== 'front' && !ticket.hasPriority);

  let run = rule.priorityRun;
  const turns: Turn[] = front.map(({ ticket }) => ({ ticket, reason: 'front', priorityRunAfter: run }));
  let nextPriority = 0;
  let nextRegular = 0;
  while (nextPriority < priority.length || nextRegular < regular.length) {
    const first = priority[nextPriority];
    const second = regular[nextRegular];
    if (first && (!second || run < rule.priorityRatio)) {
      // It is a priority turn only where it goes before somebody who came earlier.
      const overtakes = second !== undefined && compare(second, first) < 0;
      if (second) run += 1;
      turns.push({
        ticket: first.ticket,
        reason: overtakes ? 'priority_turn' : first.ticket.placeReason,
        priorityRunAfter: run,
      });
      nextPriority += 1;
    } else if (second) {
      run = 0;
      turns.push({ ticket: second.ticket, reason: second.ticket.placeReason, priorityRunAfter: run });
      nextRegular += 1;
    }
  }
  return turns;
}

interface Ordered {
  readonly ticket: WaitingTicket;
  /** `orderedAt`, but for those placed by arrival never before an earlier ticket's. */
  readonly at: number;
}

/**
 * First come, first served. Ticket ids rise as people come, times don't where a clock was set back: somebody
 * placed by arrival never goes before somebody placed by arrival whose ticket is older.
 */
function inOrder(waiting: readonly WaitingTicket[]): Ordered[] {
  let latest = Number.NEGATIVE_INFINITY;
  return [...waiting]
    .sort((a, b) => a.ticketId - b.ticketId)
    .map((ticket): Ordered => {
      if (ticket.placeReason !== 'arrival' && ticket.placeReason !== 'transferred') {
        return { ticket, at: ticket.orderedAt };
      }
      latest = Math.max(latest, ticket.orderedAt);
      return { ticket, at: latest };
    })
    .sort(compare);
}

function compare(a: Ordered, b: Ordered): number {
  return a.at - b.at || a.ticket.ticketId - b.ticket.ticketId;
}
