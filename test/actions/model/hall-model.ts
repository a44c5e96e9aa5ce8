import type { Place, Role } from '../../../electron/contract/staff';
import type { Priority, TicketStatus } from '../../../electron/contract/tickets';

/** What a verb should come to: what it answers, or the code it is refused with. */
export type Outcome = { readonly answer: unknown } | { readonly refused: string };

const recallLimit = 3;
const priorityRatio = 2;

export interface ModelService {
  readonly id: number;
  readonly counter: string;
  readonly prefix: string;
  readonly quota: number | null;
}
export interface ModelUser {
  readonly userId: number;
  readonly role: Role;
  readonly counters: readonly string[] | null;
}
interface ModelDesk {
  readonly id: number;
  readonly counter: string;
  user: ModelUser | null;
  paused: boolean;
  run: number;
}
export interface ModelTicket {
  readonly id: number;
  readonly number: string;
  readonly first: ModelService;
  readonly priority: Priority | null;
  readonly issued: number;
  readonly day: number;
  service: ModelService;
  status: TicketStatus;
  /** What orders it: the moment of its issue, or one made by a placement. */
  rank: number;
  front: boolean;
  desk: ModelDesk | null;
  recalls: number;
  added: ModelService[];
}

/**
 * The hall as plainly as it can be said, in lists and loops, to hold the real one against. It knows the rules from
 * the contract and from the sentences of `queue/`, not their code. Time moves by a second or more between verbs.
 */
export class HallModel {
  now = 0;
  day = 0;
  readonly tickets: ModelTicket[] = [];
  readonly numbers = new Map<string, number>();
  calls = 0;
  /** Events that verbs must have left behind. */
  events = 0;

  constructor(
    readonly services: readonly ModelService[],
    readonly desks: ModelDesk[],
    readonly users: readonly ModelUser[],
  ) {}

  tap(service: ModelService, priority: Priority | null): Outcome {
    const serving = this.desks.filter((desk) => desk.counter === service.counter && desk.user);
    if (this.#closed(service)) return { refused: 'service_closed' };
    if (this.#quotaFull(service)) return { refused: 'quota_full' };
    if (serving.length > 0 && serving.every((desk) => desk.paused)) return { refused: 'service_paused' };
    return this.#issue(service, priority, 'printing');
  }

  walkIn(user: ModelUser, service: ModelService, priority: Priority | null): Outcome {
    if (!this.#mayWorkAt(user, service.counter)) return { refused: 'forbidden' };
    if (this.#quotaFull(service)) return { refused: 'quota_full' };
    return this.#issue(service, priority, 'waiting');
  }

  keepWithoutPaper(ticket: ModelTicket): Outcome {
    if (ticket.status !== 'printing' || ticket.day !== this.day) return { refused: 'illegal_transition' };
    ticket.status = 'waiting';
    return this.#done(ticket);
  }

  giveBack(ticket: ModelTicket): Outcome {
    if (!['printing', 'waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    return this.#end(ticket, 'cancelled');
  }

  takeDesk(user: ModelUser, desk: ModelDesk): Outcome {
    if (!this.#mayWorkAt(user, desk.counter)) return { refused: 'forbidden' };
    if (desk.user === user) return { answer: { deskId: desk.id } };
    if (desk.user && user.role === 'staff') return { refused: 'desk_taken' };
    const before = this.desks.find((each) => each.user === user);
    if (before && this.#at(before)) return { refused: 'desk_busy' };
    if (before) {
      before.user = null;
      before.paused = false;
      this.events += 1;
    }
    desk.user = user;
    desk.paused = false;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  leaveDesk(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notMine(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    desk.user = null;
    desk.paused = false;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  pause(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    desk.paused = true;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  resume(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notMine(user, desk);
    if (refused) return { refused };
    if (!desk.paused) return { refused: 'illegal_transition' };
    desk.paused = false;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  callNext(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    const waiting = this.tickets
      .filter((each) => each.status === 'waiting' && each.day === this.day)
      .filter((each) => each.service.counter === desk.counter)
      .sort((a, b) => a.rank - b.rank || a.id - b.id);
    const front = waiting.find((each) => each.front);
    const priority = waiting.find((each) => !each.front && each.priority !== null);
    const regular = waiting.find((each) => !each.front && each.priority === null);
    let next = front;
    if (!next && priority && regular) {
      next = desk.run < priorityRatio ? priority : regular;
      desk.run = next === priority ? desk.run + 1 : 0;
    } else if (!next) {
      next = priority ?? regular;
      if (next && next === regular) desk.run = 0;
    }
    return next ? this.#call(next, desk) : { answer: null };
  }

  call(user: ModelUser, desk: ModelDesk, ticket: ModelTicket): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'forbidden' };
    if (!['waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    if (ticket.service.counter !== desk.counter) return { refused: 'forbidden' };
    return this.#call(ticket, desk);
  }

  recall(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called'], (ticket) => {
      if (ticket.recalls === recallLimit) return { refused: 'recall_limit' };
      ticket.recalls += 1;
      this.calls += 1;
      this.events += 1;
      return { answer: { ticketId: ticket.id, sequence: this.calls } };
    });
  }

  start(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called'], (ticket) => {
      ticket.status = 'serving';
      return this.#done(ticket);
    });
  }

  finish(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called', 'serving'], (ticket) => {
      ticket.desk = null;
      ticket.status = 'done';
      const next = ticket.added.shift();
      if (next) this.#wait(ticket, next, 'arrival');
      return this.#done(ticket);
    });
  }

  addService(user: ModelUser, desk: ModelDesk, service: ModelService): Outcome {
    return this.#atDesk(user, desk, ['called', 'serving'], (ticket) => {
      if (ticket.service === service || ticket.added.includes(service)) return { refused: 'already_exists' };
      ticket.added.push(service);
      return this.#done(ticket);
    });
  }

  noShow(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called'], (ticket) => {
      ticket.status = 'no_show';
      ticket.desk = null;
      return this.#done(ticket);
    });
  }

  hold(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called', 'serving'], (ticket) => {
      ticket.status = 'held';
      ticket.desk = null;
      return this.#done(ticket);
    });
  }

  transfer(user: ModelUser, desk: ModelDesk, service: ModelService, place: Place): Outcome {
    return this.#atDesk(user, desk, ['called', 'serving'], (ticket) => {
      ticket.desk = null;
      this.#wait(ticket, service, place);
      return this.#done(ticket);
    });
  }

  reinstate(user: ModelUser, ticket: ModelTicket): Outcome {
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'forbidden' };
    if (!['no_show', 'held', 'cancelled'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    this.#wait(ticket, ticket.service, ticket.status === 'no_show' ? 'missed' : 'arrival');
    return this.#done(ticket);
  }

  cancel(user: ModelUser, ticket: ModelTicket): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!['printing', 'waiting', 'held'].includes(ticket.status)) return { refused: 'illegal_transition' };
    return this.#end(ticket, 'cancelled');
  }

  move(user: ModelUser, ticket: ModelTicket, service: ModelService, place: Place): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!['printing', 'waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    const printing = ticket.status === 'printing';
    this.#wait(ticket, service, place);
    if (printing) ticket.status = 'printing';
    return this.#done(ticket);
  }

  /** The next morning, long after midnight: what was left is ended and every desk is free. */
  nextDay(): void {
    this.day += 1;
    this.numbers.clear();
    for (const ticket of this.tickets) {
      const { status } = ticket;
      if (status === 'called') this.#end(ticket, 'no_show');
      else if (status === 'serving') this.#end(ticket, 'done');
      else if (['printing', 'waiting', 'held'].includes(status)) this.#end(ticket, 'cancelled');
    }
    for (const desk of this.desks.filter((each) => each.user)) {
      desk.user = null;
      desk.paused = false;
      desk.run = 0;
      this.events += 1;
    }
  }

  #closed(service: ModelService): boolean {
    // The days begin on a Tuesday; the hall is shut on Saturday and Sunday, Imigrasi comes on Wednesdays.
    const weekday = ((this.day + 1) % 7) + 1;
    return service.counter === 'IM' ? weekday !== 3 : weekday > 5;
  }

  #quotaFull(service: ModelService): boolean {
    const taken = this.tickets.filter((each) => each.first === service && each.day === this.day).length;
    return service.quota !== null && taken >= service.quota;
  }

  #issue(service: ModelService, priority: Priority | null, status: TicketStatus): Outcome {
    const sequence = (this.numbers.get(service.prefix) ?? 0) + 1;
    this.numbers.set(service.prefix, sequence);
    const ticket: ModelTicket = {
      id: this.tickets.length + 1,
      number: `${service.prefix}-${String(sequence).padStart(3, '0')}`,
      first: service,
      priority,
      issued: this.now,
      day: this.day,
      service,
      status,
      rank: this.now,
      front: false,
      desk: null,
      recalls: 0,
      added: [],
    };
    this.tickets.push(ticket);
    return this.#done(ticket);
  }

  #mayWorkAt(user: ModelUser, counter: string): boolean {
    return user.role !== 'staff' || user.counters === null || user.counters.includes(counter);
  }

  #notMine(user: ModelUser, desk: ModelDesk): string | null {
    if (!this.#mayWorkAt(user, desk.counter)) return 'forbidden';
    return desk.user === user ? null : 'desk_not_taken';
  }

  #notWorking(user: ModelUser, desk: ModelDesk): string | null {
    return this.#notMine(user, desk) ?? (desk.paused ? 'desk_paused' : null);
  }

  #at(desk: ModelDesk): ModelTicket | undefined {
    return this.tickets.find((each) => each.desk === desk);
  }

  #atDesk(
    user: ModelUser,
    desk: ModelDesk,
    from: readonly TicketStatus[],
    verb: (ticket: ModelTicket) => Outcome,
  ): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    const ticket = this.#at(desk);
    return ticket && from.includes(ticket.status) ? verb(ticket) : { refused: 'illegal_transition' };
  }

  #call(ticket: ModelTicket, desk: ModelDesk): Outcome {
    ticket.status = 'called';
    ticket.desk = desk;
    ticket.recalls = 0;
    this.calls += 1;
    this.events += 1;
    return { answer: { ticketId: ticket.id, sequence: this.calls } };
  }

  #wait(ticket: ModelTicket, service: ModelService, place: Place | 'missed'): void {
    if (place === 'arrival') ticket.rank = ticket.issued;
    else if (place === 'missed') {
      const before = this.tickets
        .filter((each) => each.status === 'waiting' && each.service === service && !each.front)
        .filter((each) => (each.priority === null) === (ticket.priority === null) && each.day === this.day)
        .sort((a, b) => a.rank - b.rank || a.id - b.id)
        .slice(0, 3);
      ticket.rank = Math.max(ticket.issued, ...before.map((each) => each.rank + 0.001));
    } else ticket.rank = this.now;
    ticket.front = place === 'front';
    ticket.service = service;
    ticket.status = 'waiting';
    ticket.recalls = 0;
  }

  #end(ticket: ModelTicket, status: TicketStatus): Outcome {
    ticket.status = status;
    ticket.desk = null;
    ticket.added = [];
    return this.#done(ticket);
  }

  #done(ticket: ModelTicket): Outcome {
    this.events += 1;
    return { answer: { ticketId: ticket.id } };
  }
}
