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

export interface Turn<Ticket extends WaitingTicket = WaitingTicket> {
  readonly ticket: Ticket;
  readonly reason: OrderReason;
  /** The desk's priority run after this turn: priority tickets called in a row while a regular one waited. */
  readonly priorityRunAfter: number;
}

/** By which a desk calls. */
export interface CallingRule {
  readonly priorityRatio: number;
  /** The desk's memory: priority tickets called in a row while a regular one waited. */
  readonly priorityRun: number;
}

/**
 * The order in which one desk will call those who wait for its services, were nobody else to come.
 *
 * Tickets put at the front go first, in the order they were put there. Then, within each class, first come first
 * served, whichever of the desk's services they wait for (`orderedAt`, then ticket id). While both classes wait,
 * `priorityRatio` priority tickets are called for each regular one; the run is the desk's own memory, so a desk
 * calls the first regular ticket after at most `priorityRatio` priority ones, whatever other desks do.
 */
export function callingOrder<Ticket extends WaitingTicket>(
  waiting: readonly Ticket[],
  rule: CallingRule,
): Turn<Ticket>[] {
  return [...turnsOf(inClasses(waiting), rule)];
}

/** A ticket with what orders it within its class. */
export interface Ordered<Ticket extends WaitingTicket = WaitingTicket> {
  readonly ticket: Ticket;
  /** `orderedAt`, but for those placed by arrival never before an earlier ticket's. */
  readonly at: number;
}

/** Those in line by class, each class in its order. */
export interface Classes<Line = Ordered[]> {
  readonly front: Line;
  readonly priority: Line;
  readonly regular: Line;
}

/** The turns of one desk, worked out only as far as they are asked for. */
export function* turnsOf<Ticket extends WaitingTicket>(
  { front, priority, regular }: Classes<Iterable<Ordered<Ticket>>>,
  rule: CallingRule,
): Generator<Turn<Ticket>, undefined> {
  let run = rule.priorityRun;
  for (const { ticket } of front) yield { ticket, reason: 'front', priorityRunAfter: run };
  const [priorities, regulars] = [priority[Symbol.iterator](), regular[Symbol.iterator]()];
  let first = next(priorities);
  let second = next(regulars);
  while (first || second) {
    if (first && (!second || run < rule.priorityRatio)) {
      // It is a priority turn only where it goes before somebody who came earlier.
      const overtakes = second !== undefined && compareOrdered(second, first) < 0;
      if (second) run += 1;
      yield {
        ticket: first.ticket,
        reason: overtakes ? 'priority_turn' : first.ticket.placeReason,
        priorityRunAfter: run,
      };
      first = next(priorities);
    } else if (second) {
      run = 0;
      yield { ticket: second.ticket, reason: second.ticket.placeReason, priorityRunAfter: run };
      second = next(regulars);
    }
  }
}

function next<Item>(items: Iterator<Item>): Item | undefined {
  const { done, value } = items.next();
  return done ? undefined : value;
}

/** The class in which a ticket goes: who was put at the back goes first for no reason any more. */
export function classOf(ticket: Pick<WaitingTicket, 'placeReason' | 'hasPriority'>): keyof Classes {
  if (ticket.placeReason === 'front') return 'front';
  return ticket.hasPriority && ticket.placeReason !== 'back' ? 'priority' : 'regular';
}

/** Whether a ticket's place is that of its arrival, which no clock that was set back may change. */
export function isPlacedByArrival({ placeReason }: WaitingTicket): boolean {
  return placeReason === 'arrival' || placeReason === 'transferred';
}

/**
 * First come, first served. Ticket ids rise as people come, times don't where a clock was set back: somebody
 * placed by arrival never goes before somebody placed by arrival whose ticket is older.
 */
export function inClasses<Ticket extends WaitingTicket>(
  waiting: readonly Ticket[],
): Classes<Ordered<Ticket>[]> {
  const classes: Classes<Ordered<Ticket>[]> = { front: [], priority: [], regular: [] };
  let latest = Number.NEGATIVE_INFINITY;
  for (const ticket of [...waiting].sort((a, b) => a.ticketId - b.ticketId)) {
    if (isPlacedByArrival(ticket)) latest = Math.max(latest, ticket.orderedAt);
    const at = isPlacedByArrival(ticket) ? latest : ticket.orderedAt;
    classes[classOf(ticket)].push({ ticket, at });
  }
  for (const each of Object.values(classes)) each.sort(compareOrdered);
  return classes;
}

/** Who of two of one class goes first. */
export function compareOrdered(a: Ordered, b: Ordered): number {
  return a.at - b.at || a.ticket.ticketId - b.ticket.ticketId;
}
