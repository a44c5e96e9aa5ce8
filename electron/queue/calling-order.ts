/** A waiting ticket as the calling rules see it. */
export interface WaitingTicket {
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
 * Within each class, first come first served (`orderedAt`, then ticket id); tickets put at the front go before
 * both classes. While both classes wait, `priorityRatio` priority tickets are called for each regular one; the
 * run is the desk's own memory, so a regular ticket at the head of its class is called after at most
 * `priorityRatio` others, whatever other desks do.
 */
export function callingOrder(
  waiting: readonly WaitingTicket[],
  rule: { readonly priorityRatio: number; readonly priorityRun: number },
): Turn[] {
  const byArrival = [...waiting].sort((a, b) => a.orderedAt - b.orderedAt || a.ticketId - b.ticketId);
  const front = byArrival.filter((ticket) => ticket.placeReason === 'front');
  const priority = byArrival.filter((ticket) => ticket.placeReason !== 'front' && ticket.hasPriority);
  const regular = byArrival.filter((ticket) => ticket.placeReason !== 'front' && !ticket.hasPriority);

  let run = rule.priorityRun;
  const turns: Turn[] = front.map((ticket) => ({ ticket, reason: 'front', priorityRunAfter: run }));
  let nextPriority = 0;
  let nextRegular = 0;
  while (nextPriority < priority.length || nextRegular < regular.length) {
    const first = priority[nextPriority];
    const second = regular[nextRegular];
    if (first && (!second || run < rule.priorityRatio)) {
      // It is a priority turn only where it goes before somebody who came earlier.
      const overtakes = second !== undefined && comesBefore(second, first);
      if (second) run += 1;
      turns.push({
        ticket: first,
        reason: overtakes ? 'priority_turn' : first.placeReason,
        priorityRunAfter: run,
      });
      nextPriority += 1;
    } else if (second) {
      run = 0;
      turns.push({ ticket: second, reason: second.placeReason, priorityRunAfter: run });
      nextRegular += 1;
    }
  }
  return turns;
}

function comesBefore(a: WaitingTicket, b: WaitingTicket): boolean {
  return a.orderedAt - b.orderedAt < 0 || (a.orderedAt === b.orderedAt && a.ticketId < b.ticketId);
}
