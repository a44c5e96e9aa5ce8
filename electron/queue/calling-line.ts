import {
  type CallingRule,
  callingOrder,
  classOf,
  inClasses,
  isPlacedByArrival,
  type Ordered,
  type Turn,
  turnsOf,
  type WaitingTicket,
} from './calling-order';
import { CountedLine, placeOf } from './counted-line';

/**
 * A line that is kept in the calling order while people come and go: who comes or goes costs a search by halves, and
 * what is asked of it is what `callingOrder` of all in it would say.
 */
export class CallingLine<Ticket extends WaitingTicket> {
  readonly #tickets = new Map<number, Ticket>();
  #classes = countedClasses<Ticket>([]);
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
    this.#classes[classOf(ticket)].add({ ticket, at: ticket.orderedAt });
  }

  /** Takes a ticket out of the line, if it is in it. */
  remove(ticketId: number): void {
    const ticket = this.#tickets.get(ticketId);
    if (!ticket) return;
    this.#tickets.delete(ticketId);
    // Where a clock was set back, those behind may come forward.
    if (this.#isIrregular) this.#isStale = true;
    if (this.#isStale) return;
    this.#isStale = !this.#classes[classOf(ticket)].remove({ ticket, at: ticket.orderedAt });
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
    const first = (line: Iterable<Ordered<Ticket>>) => {
      for (const ordered of line) if (mayBeCalled(ordered.ticket)) return [ordered];
      return [];
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
      ? [...line].findIndex((each) => each.ticket.ticketId === ticketId)
      : line.placeOf({ ticket, at: ticket.orderedAt });
    const people = new Map<number, number>();
    // So many priority turns come before the first regular one, and `priorityRatio` before each that follows.
    const before = Math.max(0, rule.priorityRatio - rule.priorityRun);
    switch (classOf(ticket)) {
      case 'front':
        front.countFirst(place, people);
        return people;
      case 'regular':
        front.countFirst(front.length, people);
        regular.countFirst(place, people);
        priority.countFirst(Math.min(priority.length, before + place * rule.priorityRatio), people);
        return people;
      case 'priority': {
        const regularTurns = place < before ? 0 : 1 + Math.floor((place - before) / rule.priorityRatio);
        front.countFirst(front.length, people);
        priority.countFirst(place, people);
        regular.countFirst(Math.min(regular.length, regularTurns), people);
        return people;
      }
    }
  }

  #inOrder() {
    if (this.#isStale) {
      this.#classes = countedClasses([...this.#tickets.values()]);
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

function countedClasses<Ticket extends WaitingTicket>(waiting: readonly Ticket[]) {
  const { front, priority, regular } = inClasses(waiting);
  return {
    front: new CountedLine(front),
    priority: new CountedLine(priority),
    regular: new CountedLine(regular),
  };
}
