import {
  type CallingRule,
  type Classes,
  callingOrder,
  classOf,
  compareOrdered,
  inClasses,
  isPlacedByArrival,
  type Ordered,
  type Turn,
  turnsOf,
  type WaitingTicket,
} from './calling-order';

/**
 * A line that is kept in the calling order while people come and go: who comes or goes costs a search by halves, and
 * what is asked of it is what `callingOrder` of all in it would say.
 */
export class CallingLine<Ticket extends WaitingTicket> {
  readonly #tickets = new Map<number, Ticket>();
  #classes: Classes<Ticket> = { front: [], priority: [], regular: [] };
  /** Those placed by arrival, by ticket id. */
  #arrivals: Ticket[] = [];
  /** Whether a clock was set back among them, so that one's place hangs on who else is there. */
  #isIrregular = false;
  /** Whether the order has to be made anew before it is asked for. */
  #isStale = true;

  /** Puts a ticket in line, in the place of what the line knew of it before. */
  put(ticket: Ticket): void {
    this.remove(ticket.ticketId);
    this.#tickets.set(ticket.ticketId, ticket);
    if (this.#isStale) return;
    if (isPlacedByArrival(ticket) && !this.#comesInOrder(ticket)) {
      this.#isStale = true;
      return;
    }
    const ordered = { ticket, at: ticket.orderedAt };
    const line = this.#classes[classOf(ticket)];
    line.splice(placeOf(line, ordered, compareOrdered), 0, ordered);
  }

  /** Takes a ticket out of the line, if it is in it. */
  remove(ticketId: number): void {
    const ticket = this.#tickets.get(ticketId);
    if (!ticket) return;
    this.#tickets.delete(ticketId);
    // Where a clock was set back, those behind may come forward.
    if (this.#isIrregular) this.#isStale = true;
    if (this.#isStale) return;
    const line = this.#classes[classOf(ticket)];
    line.splice(placeOf(line, { ticket, at: ticket.orderedAt }, compareOrdered), 1);
    if (isPlacedByArrival(ticket)) this.#arrivals.splice(placeOf(this.#arrivals, ticket, byId), 1);
  }

  /** All turns, as `callingOrder` says. */
  turns(rule: CallingRule): Iterable<Turn<Ticket>> {
    return turnsOf(this.#inOrder(), rule);
  }

  /** The first turn, were only those in line for whom `mayBeCalled` holds. */
  next(rule: CallingRule, mayBeCalled: (ticket: Ticket) => boolean): Turn<Ticket> | undefined {
    const { front, priority, regular } = this.#inOrder();
    if (this.#isIrregular) {
      return callingOrder([...this.#tickets.values()].filter(mayBeCalled), rule)[0];
    }
    const first = (line: Ordered<Ticket>[]) => {
      const found = line.find(({ ticket }) => mayBeCalled(ticket));
      return found ? [found] : [];
    };
    const heads = { front: first(front), priority: first(priority), regular: first(regular) };
    return turnsOf(heads, rule).next().value;
  }

  /** How many stand before a ticket, by service; null where it isn't in line. */
  peopleBefore(ticketId: number, rule: CallingRule): ReadonlyMap<number, number> | null {
    const { front, priority, regular } = this.#inOrder();
    const ticket = this.#tickets.get(ticketId);
    if (!ticket) return null;
    const line = this.#classes[classOf(ticket)];
    const place = this.#isIrregular
      ? line.findIndex((each) => each.ticket.ticketId === ticketId)
      : placeOf(line, { ticket, at: ticket.orderedAt }, compareOrdered);
    const people = new Map<number, number>();
    const count = (from: readonly Ordered<Ticket>[], until: number) => {
      for (let at = 0; at < until; at += 1) {
        const serviceId = from[at]?.ticket.serviceId;
        if (serviceId !== undefined) people.set(serviceId, (people.get(serviceId) ?? 0) + 1);
      }
    };
    // So many priority turns come before the first regular one, and `priorityRatio` before each that follows.
    const before = Math.max(0, rule.priorityRatio - rule.priorityRun);
    switch (classOf(ticket)) {
      case 'front':
        count(front, place);
        return people;
      case 'regular':
        count(front, front.length);
        count(regular, place);
        count(priority, Math.min(priority.length, before + place * rule.priorityRatio));
        return people;
      case 'priority': {
        const regularTurns = place < before ? 0 : 1 + Math.floor((place - before) / rule.priorityRatio);
        count(front, front.length);
        count(priority, place);
        count(regular, Math.min(regular.length, regularTurns));
        return people;
      }
    }
  }

  #inOrder(): Classes<Ticket> {
    if (this.#isStale) {
      this.#classes = inClasses([...this.#tickets.values()]);
      this.#arrivals = [...this.#tickets.values()].filter(isPlacedByArrival).sort(byId);
      this.#isIrregular = this.#arrivals.some(
        (ticket, at) => ticket.orderedAt < (this.#arrivals[at - 1]?.orderedAt ?? Number.NEGATIVE_INFINITY),
      );
      this.#isStale = false;
    }
    return this.#classes;
  }

  /** Adds to those placed by arrival; false where its time doesn't fit in between its neighbours' by number. */
  #comesInOrder(ticket: Ticket): boolean {
    const place = placeOf(this.#arrivals, ticket, byId);
    const before = this.#arrivals[place - 1]?.orderedAt ?? Number.NEGATIVE_INFINITY;
    const after = this.#arrivals[place]?.orderedAt ?? Number.POSITIVE_INFINITY;
    if (this.#isIrregular || ticket.orderedAt < before || ticket.orderedAt > after) return false;
    this.#arrivals.splice(place, 0, ticket);
    return true;
  }
}

function byId(a: WaitingTicket, b: WaitingTicket): number {
  return a.ticketId - b.ticketId;
}

/** The first place in a sorted list whose item isn't before the one looked for. */
function placeOf<Item>(sorted: readonly Item[], item: Item, compare: (a: Item, b: Item) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
