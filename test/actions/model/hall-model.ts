import type { Place } from '../../../electron/contract/staff';
import type { Priority, TicketStatus } from '../../../electron/contract/tickets';
import { type ClockModel, dayOf, little, startOf } from './clock-model';
import type { ModelDesk, ModelService, ModelStops, ModelTicket, ModelUser, Outcome } from './model-parts';
import { openingAt } from './opening-model';

const recallLimit = 3;
const priorityRatio = 2;
const takeBackWithin = 5 * 60_000;
/** As long as every break that is asked for. */
const grantedBreak = 60_000;
/** So long a desk may be empty: short, since the mixes last for minutes. */
export const graceMinutes = 2;
/** Whoever is left at a desk so long after the date ended was forgotten. */
const forgottenAfter = 3 * 3_600_000;
const left: readonly TicketStatus[] = ['printing', 'waiting', 'held'];

/**
 * The hall as plainly as it can be said, in lists and loops, to hold the real one against. It knows the rules from
 * the contract and from the sentences of `queue/`, not their code. Time moves by a second or more between verbs, and back
 * where somebody sets the clock.
 */
export class HallModel {
  readonly tickets: ModelTicket[] = [];
  /** The last number of each day's lines, by day and prefix. */
  readonly numbers = new Map<string, number>();
  newestNumbered = 0;
  calls = 0;
  /** What supervisors stopped by hand. */
  readonly stops: ModelStops = { hall: false, counters: new Set(), services: new Set() };
  /** Events that verbs must have left behind. */
  events = 0;

  constructor(
    readonly services: readonly ModelService[],
    readonly desks: ModelDesk[],
    readonly users: readonly ModelUser[],
    readonly clock: ClockModel,
  ) {}

  get now(): number {
    return this.clock.hall;
  }

  /** The business date, as days since 1970-01-01. */
  get day(): number {
    return Math.max(dayOf(this.now), this.newestNumbered);
  }

  tap(service: ModelService, priority: Priority | null): Outcome {
    return this.#refusedAtDoor(service) ?? this.#issue(service, priority, 'printing');
  }

  /** By phone, which tells of a number that it holds. */
  join(service: ModelService, priority: Priority | null, held: ModelTicket | undefined): Outcome {
    const isAlive = held && ['printing', 'waiting', 'called', 'serving', 'held'].includes(held.status);
    if (isAlive && held.day === this.day && held.service === service) return { refused: 'number_held' };
    const refused = this.#refusedAtDoor(service);
    if (refused) return refused;
    const taken = this.tickets.filter(
      ({ first, day, byPhone }) => byPhone && first === service && day === this.day,
    );
    if (service.quota !== null && taken.length >= service.quota / 2) return { refused: 'joining_used_up' };
    return this.#issue(service, priority, 'waiting', true);
  }

  #refusedAtDoor(service: ModelService): Outcome | null {
    const { openedAt, isLater } = openingAt(service.counter, this.now);
    if (openedAt === null && !isLater) return { refused: 'service_closed' };
    if (this.#quotaFull(service)) return { refused: 'quota_full' };
    if (openedAt === null) return { refused: 'service_closed' };
    const { hall, counters, services } = this.stops;
    if (hall || counters.has(service.counter) || services.has(service)) return { refused: 'service_paused' };
    if (!this.#isServedSoon(service.counter, openedAt)) return { refused: 'service_paused' };
    return null;
  }

  /** Stops the hall, a service's counter or the service, or opens it again. */
  stop(user: ModelUser, what: 'hall' | 'counter' | 'service', service: ModelService, on: boolean): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (what === 'hall' && user.counters !== null) return { refused: 'whole_hall_only' };
    if (what !== 'hall' && !this.#mayWorkAt(user, service.counter)) return { refused: 'not_your_counter' };
    const { stops } = this;
    if (what === 'hall') stops.hall = on;
    else if (what === 'counter') stops.counters[on ? 'add' : 'delete'](service.counter);
    else stops.services[on ? 'add' : 'delete'](service);
    return { answer: null };
  }

  walkIn(user: ModelUser, service: ModelService, priority: Priority | null): Outcome {
    if (!this.#mayWorkAt(user, service.counter)) return { refused: 'not_your_counter' };
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
    if (!this.#maySitAt(user, desk)) return { refused: 'not_your_counter' };
    if (desk.user === user) return { answer: { deskId: desk.id } };
    if (desk.user && user.role === 'staff') return { refused: 'desk_taken' };
    const there = this.#at(desk);
    if (there && !this.#mayWorkAt(user, there.service.counter)) return { refused: 'not_your_counter' };
    const before = this.desks.find((each) => each.user === user);
    if (before && this.#at(before)) return { refused: 'desk_busy' };
    if (before) {
      before.user = null;
      before.paused = false;
      before.help = null;
      before.asked = null;
      before.leftAt = this.now;
      this.events += 1;
    }
    desk.user = user;
    desk.since = this.now;
    desk.paused = false;
    desk.help = null;
    desk.asked = null;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  leaveDesk(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notMine(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    desk.user = null;
    desk.paused = false;
    desk.help = null;
    desk.asked = null;
    desk.leftAt = this.now;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  pause(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    if (user.role === 'staff') return { refused: 'break_not_granted' };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    this.#pause(desk, null);
    return { answer: { deskId: desk.id } };
  }

  askForBreak(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    desk.asked = 'open';
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  withdrawBreak(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notMine(user, desk);
    if (refused) return { refused };
    if (!desk.asked) return { refused: 'illegal_transition' };
    desk.asked = null;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  answerBreak(user: ModelUser, desk: ModelDesk, granted: boolean): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!this.#isThereFor(user, desk)) return { refused: 'not_your_counter' };
    if (desk.asked !== 'open') return { refused: 'illegal_transition' };
    desk.asked = granted ? 'granted' : 'declined';
    this.events += 1;
    if (granted && !this.#at(desk)) this.#pause(desk, this.now + grantedBreak);
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

  askForHelp(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notMine(user, desk);
    if (refused) return { refused };
    if (!desk.help) {
      desk.help = { coming: null };
      this.events += 1;
    }
    return { answer: { deskId: desk.id } };
  }

  answerHelp(user: ModelUser, desk: ModelDesk): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!this.#isThereFor(user, desk)) return { refused: 'not_your_counter' };
    if (!desk.help) return { refused: 'illegal_transition' };
    if (desk.help.coming !== user) {
      desk.help.coming = user;
      this.events += 1;
    }
    return { answer: { deskId: desk.id } };
  }

  endHelp(user: ModelUser, desk: ModelDesk): Outcome {
    if (!this.#maySitAt(user, desk)) return { refused: 'not_your_counter' };
    const refused = user.role === 'staff' ? this.#notMine(user, desk) : null;
    if (refused) return { refused };
    if (!this.#isThereFor(user, desk)) return { refused: 'not_your_counter' };
    if (!desk.help) return { refused: 'illegal_transition' };
    desk.help = null;
    this.events += 1;
    return { answer: { deskId: desk.id } };
  }

  callNext(user: ModelUser, desk: ModelDesk): Outcome {
    const refused = this.#notWorking(user, desk);
    if (refused) return { refused };
    if (this.#at(desk)) return { refused: 'desk_busy' };
    const waiting = this.#line((each) => this.#serves(desk, each.service.counter))
      .map(({ ticket }) => ticket)
      .filter((each) => each.status === 'waiting' && this.#isTheirs(user, each));
    const front = waiting.find((each) => each.front);
    const priority = waiting.find((each) => !each.front && isFirst(each));
    const regular = waiting.find((each) => !each.front && !isFirst(each));
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
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    if (!desk.counters.includes(ticket.service.counter)) return { refused: 'forbidden' };
    if (ticket.status === 'waiting' && !this.#isTheirs(user, ticket))
      return { refused: 'for_another_officer' };
    return this.#call(ticket, desk);
  }

  recall(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#ofToday(user, desk, ['called'], (ticket) => {
      if (ticket.recalls === recallLimit) return { refused: 'recall_limit' };
      ticket.recalls += 1;
      this.calls += 1;
      this.#done(ticket);
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
      const { service, status, rank, recalls } = ticket;
      ticket.desk = null;
      ticket.status = 'done';
      const next = ticket.day === this.day ? ticket.added.shift() : undefined;
      if (next) this.#wait(ticket, next, 'arrival');
      const outcome = this.#done(ticket);
      ticket.ended = {
        at: this.now,
        by: user,
        desk,
        service,
        status,
        rank,
        recalls,
        wentOn: next !== undefined,
      };
      return outcome;
    });
  }

  addService(user: ModelUser, desk: ModelDesk, service: ModelService): Outcome {
    return this.#ofToday(user, desk, ['called', 'serving'], (ticket) => {
      if (ticket.service === service || ticket.added.includes(service)) return { refused: 'already_exists' };
      ticket.added.push(service);
      return this.#done(ticket);
    });
  }

  removeService(user: ModelUser, desk: ModelDesk, service: ModelService): Outcome {
    return this.#ofToday(user, desk, ['called', 'serving'], (ticket) => {
      if (!ticket.added.includes(service)) return { refused: 'not_found' };
      ticket.added = ticket.added.filter((each) => each !== service);
      return this.#done(ticket);
    });
  }

  noShow(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#atDesk(user, desk, ['called'], (ticket) => {
      const { service, status, rank, recalls } = ticket;
      ticket.status = 'no_show';
      ticket.desk = null;
      const outcome = this.#done(ticket);
      ticket.ended = { at: this.now, by: user, desk, service, status, rank, recalls, wentOn: false };
      return outcome;
    });
  }

  hold(user: ModelUser, desk: ModelDesk): Outcome {
    return this.#ofToday(user, desk, ['called', 'serving'], (ticket) => {
      ticket.status = 'held';
      ticket.outSince = null;
      ticket.desk = null;
      return this.#done(ticket);
    });
  }

  transfer(user: ModelUser, desk: ModelDesk, service: ModelService, place: Place): Outcome {
    return this.#ofToday(user, desk, ['called', 'serving'], (ticket) => {
      ticket.desk = null;
      this.#wait(ticket, service, place);
      return this.#done(ticket);
    });
  }

  transferToOfficer(user: ModelUser, desk: ModelDesk, service: ModelService, to: ModelUser): Outcome {
    return this.#ofToday(user, desk, ['called', 'serving'], (ticket) => {
      if (!this.#mayWorkAt(user, service.counter)) return { refused: 'not_your_counter' };
      if (!this.desks.some((each) => each.user === to && this.#serves(each, service.counter))) {
        return { refused: 'officer_away' };
      }
      ticket.desk = null;
      this.#wait(ticket, service, 'arrival');
      ticket.sentTo = to;
      return this.#done(ticket);
    });
  }

  reinstate(user: ModelUser, ticket: ModelTicket): Outcome {
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['no_show', 'held', 'cancelled'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    this.#wait(ticket, ticket.service, ticket.status === 'no_show' ? 'missed' : 'arrival', true);
    return this.#done(ticket);
  }

  claimPriority(ticket: ModelTicket, priority: Priority): Outcome {
    const isNew = ticket.day === this.day && this.now <= ticket.issued + 120_000;
    if (!isNew || !['printing', 'waiting'].includes(ticket.status)) return { refused: 'illegal_transition' };
    if (ticket.priority) return { refused: 'already_exists' };
    ticket.priority = priority;
    const { ended } = ticket;
    const outcome = this.#done(ticket);
    ticket.ended = ended;
    return outcome;
  }

  changePriority(user: ModelUser, ticket: ModelTicket, priority: Priority | null): Outcome {
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['printing', 'waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    if (ticket.priority === priority) return { refused: 'already_exists' };
    ticket.priority = priority;
    if (priority !== null && ticket.back) {
      ticket.back = false;
      ticket.byArrival = true;
      ticket.rank = ticket.issued;
    }
    const { ended } = ticket;
    const outcome = this.#done(ticket);
    // It is no step of the visit: what was ended before can still be taken back.
    ticket.ended = ended;
    return outcome;
  }

  letPassAsHolder(ticket: ModelTicket, count: number): Outcome {
    if (ticket.status !== 'waiting' || ticket.day !== this.day) return { refused: 'illegal_transition' };
    return this.#letPass(ticket, count);
  }

  stepOut(ticket: ModelTicket): Outcome {
    if (ticket.status !== 'waiting' || ticket.day !== this.day) return { refused: 'illegal_transition' };
    if (ticket.stepsOut === 2) return { refused: 'step_out_limit' };
    ticket.stepsOut += 1;
    ticket.outSince = this.now;
    ticket.status = 'held';
    return this.#done(ticket);
  }

  comeBack(ticket: ModelTicket): Outcome {
    const { outSince } = ticket;
    if (ticket.status !== 'held' || outSince === null || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    const hasTurns = ticket.priority !== null && !ticket.back;
    const together = this.#lineOf(ticket.service.counter);
    const ofClass = this.#line((each) => together.includes(each.service.counter)).filter(
      ({ ticket: each }) => !each.front && isFirst(each) === hasTurns,
    );
    const last = this.now <= outSince + 30 * 60_000 ? ofClass[0] : ofClass.at(-1);
    if (last) {
      ticket.rank = Math.max(ticket.rank, last.at + 1);
      ticket.byArrival = false;
      ticket.front = false;
    }
    ticket.recalls = 0;
    ticket.status = 'waiting';
    return this.#done(ticket);
  }

  letPass(user: ModelUser, ticket: ModelTicket, count: number): Outcome {
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['waiting', 'called'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    const { desk } = ticket;
    if (ticket.status === 'called' && desk?.user !== user) return { refused: 'desk_not_taken' };
    const outcome = this.#letPass(ticket, count);
    if (desk?.asked === 'granted' && !this.#at(desk)) this.#pause(desk, this.now + grantedBreak);
    return outcome;
  }

  #letPass(ticket: ModelTicket, count: number): Outcome {
    if (ticket.passes === 3) return { refused: 'pass_limit' };
    const hasTurns = ticket.priority !== null && !ticket.back;
    const together = this.#lineOf(ticket.service.counter);
    const ofClass = this.#line((each) => together.includes(each.service.counter)).filter(
      ({ ticket: each }) => !each.front && isFirst(each) === hasTurns,
    );
    // Who was called, or put at the front, is before all of the class.
    const next = ofClass.slice(ofClass.findIndex((each) => each.ticket === ticket) + 1).slice(0, count);
    const last = next.at(-1);
    if (!last) return { refused: 'nobody_behind' };
    ticket.passes += 1;
    ticket.rank = last.at + 1;
    ticket.byArrival = false;
    ticket.front = false;
    if (ticket.status === 'called') ticket.recalls = 0;
    ticket.status = 'waiting';
    ticket.desk = null;
    return this.#done(ticket);
  }

  takeBack(user: ModelUser, ticket: ModelTicket): Outcome {
    const ended = ticket.day === this.day ? ticket.ended : undefined;
    if (!this.#mayWorkAt(user, (ended ?? ticket).service.counter)) return { refused: 'not_your_counter' };
    if (!ended) return { refused: 'illegal_transition' };
    if (user.role === 'staff' && ended.by !== user) return { refused: 'forbidden' };
    if (this.now > ended.at + takeBackWithin) return { refused: 'too_late' };
    const { desk, service, rank } = ended;
    if (ended.wentOn) ticket.added.unshift(ticket.service);
    ticket.service = service;
    ticket.rank = rank;
    if (desk.user === ended.by && !desk.paused && !this.#at(desk)) {
      ticket.status = ended.status;
      ticket.desk = desk;
      ticket.recalls = ended.recalls;
    } else {
      ticket.status = 'waiting';
      ticket.byArrival = false;
      ticket.front = true;
      ticket.back = false;
      ticket.recalls = 0;
    }
    return this.#done(ticket);
  }

  cancel(user: ModelUser, ticket: ModelTicket): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['printing', 'waiting', 'held'].includes(ticket.status)) return { refused: 'illegal_transition' };
    return this.#end(ticket, 'cancelled');
  }

  move(user: ModelUser, ticket: ModelTicket, service: ModelService, place: Place): Outcome {
    if (user.role === 'staff') return { refused: 'forbidden' };
    if (!this.#mayWorkAt(user, ticket.service.counter)) return { refused: 'not_your_counter' };
    if (!['printing', 'waiting', 'held'].includes(ticket.status) || ticket.day !== this.day) {
      return { refused: 'illegal_transition' };
    }
    const printing = ticket.status === 'printing';
    this.#wait(ticket, service, place);
    if (printing) ticket.status = 'printing';
    return this.#done(ticket);
  }

  /** What the hall does of itself: it ends what is left of dates that are over, unless the date is in doubt. */
  minute(): void {
    if (this.clock.standing === 'unknown' || this.day !== dayOf(this.now)) return;
    const since = this.now - startOf(this.day);
    for (const ticket of this.tickets.filter((each) => each.day < this.day)) {
      const { status } = ticket;
      if (left.includes(status)) this.#end(ticket, 'cancelled');
      else if (since < forgottenAfter) continue;
      else if (status === 'called') this.#end(ticket, 'no_show');
      else if (status === 'serving') this.#end(ticket, 'done');
    }
    if (since < forgottenAfter) return;
    for (const desk of this.desks.filter((each) => each.user && each.since < startOf(this.day))) {
      if (this.#at(desk)) continue;
      desk.user = null;
      desk.paused = false;
      desk.help = null;
      desk.asked = null;
      desk.leftAt = this.now;
      desk.run = 0;
      this.events += 1;
    }
  }

  /** Puts stamps of the future back by what the clock had been ahead, as somebody leads the hall back to a day. */
  putStampsBack(toDay: number, ahead: number): void {
    const back = (stamp: number) => (stamp > this.now + little ? Math.min(this.now, stamp - ahead) : stamp);
    for (const ticket of this.tickets.filter((each) => each.touched > toDay)) {
      ticket.issued = back(ticket.issued);
      ticket.rank = back(ticket.rank);
      if (ticket.ended) {
        ticket.ended.at = back(ticket.ended.at);
        ticket.ended.rank = back(ticket.ended.rank);
      }
      ticket.touched = toDay;
    }
    for (const desk of this.desks) {
      desk.since = back(desk.since);
      desk.pausedAt = back(desk.pausedAt);
      desk.leftAt = back(desk.leftAt);
    }
  }

  /** Somebody serves there, or all were away for no longer than the hall puts up with. */
  #isServedSoon(counter: string, openedAt: number): boolean {
    const desks = this.desks.filter((desk) => desk.counters.includes(counter));
    if (desks.some((desk) => !desk.paused && this.#serves(desk, counter))) return true;
    const awaySince = desks.map((desk) =>
      this.#serves(desk, counter) ? (desk.pausedUntil ?? desk.pausedAt) : desk.leftAt,
    );
    return this.now < Math.max(openedAt, ...awaySince) + graceMinutes * 60_000;
  }

  #quotaFull(service: ModelService): boolean {
    const taken = this.tickets.filter((each) => each.first === service && each.day === this.day).length;
    return service.quota !== null && taken >= service.quota;
  }

  #issue(service: ModelService, priority: Priority | null, status: TicketStatus, byPhone = false): Outcome {
    const { day } = this;
    const line = `${day} ${service.prefix}`;
    const sequence = (this.numbers.get(line) ?? 0) + 1;
    this.numbers.set(line, sequence);
    this.newestNumbered = day;
    const ticket: ModelTicket = {
      id: this.tickets.length + 1,
      number: `${service.prefix}-${String(sequence).padStart(3, '0')}`,
      first: service,
      byPhone,
      priority,
      truly: this.clock.truth,
      issued: this.now,
      day,
      touched: day,
      service,
      status,
      rank: this.now,
      byArrival: true,
      front: false,
      back: false,
      desk: null,
      recalls: 0,
      added: [],
      passes: 0,
      stepsOut: 0,
      outSince: null,
      sentTo: null,
      ended: null,
    };
    this.tickets.push(ticket);
    return this.#done(ticket);
  }

  #mayWorkAt(user: ModelUser, counter: string): boolean {
    return user.counters === null || user.counters.includes(counter);
  }

  #maySitAt(user: ModelUser, desk: ModelDesk): boolean {
    return desk.counters.some((counter) => this.#mayWorkAt(user, counter));
  }

  /** Whether a desk's officer serves a counter there that is this user's too. */
  #isThereFor(user: ModelUser, desk: ModelDesk): boolean {
    const officer = desk.user ?? user;
    return desk.counters.some(
      (counter) => this.#mayWorkAt(user, counter) && this.#mayWorkAt(officer, counter),
    );
  }

  /** Whether somebody sits at a desk who serves a counter there. */
  #serves({ user, counters }: ModelDesk, counter: string): boolean {
    return user !== null && counters.includes(counter) && this.#mayWorkAt(user, counter);
  }

  /** The counters whose visitors stand in one line with a counter's: those of the desks that work for it, or else of all. */
  #lineOf(counter: string): string[] {
    const all = this.desks.filter(({ counters }) => counters.includes(counter));
    const working = all.filter((desk) => !desk.paused && this.#serves(desk, counter));
    const desks = working.length > 0 ? working : all;
    return [
      counter,
      ...desks.flatMap((desk) =>
        desk.counters.filter((each) => !this.#serves(desk, counter) || this.#serves(desk, each)),
      ),
    ];
  }

  #pause(desk: ModelDesk, until: number | null): void {
    desk.paused = true;
    desk.pausedAt = this.now;
    desk.pausedUntil = until;
    desk.asked = null;
    this.events += 1;
  }

  #notMine(user: ModelUser, desk: ModelDesk): string | null {
    if (!this.#maySitAt(user, desk)) return 'not_your_counter';
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
    if (!ticket || !from.includes(ticket.status)) return { refused: 'illegal_transition' };
    const outcome = verb(ticket);
    // A break that was granted begins once the desk is free.
    if (desk.asked === 'granted' && !this.#at(desk)) this.#pause(desk, this.now + grantedBreak);
    return outcome;
  }

  /** For verbs that are not done to whoever is left of a date that is over. */
  #ofToday(
    user: ModelUser,
    desk: ModelDesk,
    from: readonly TicketStatus[],
    verb: (ticket: ModelTicket) => Outcome,
  ): Outcome {
    return this.#atDesk(user, desk, from, (ticket) =>
      ticket.day === this.day ? verb(ticket) : { refused: 'illegal_transition' },
    );
  }

  /** Those in line today, with what orders them. */
  #line(whom: (ticket: ModelTicket) => boolean): { readonly ticket: ModelTicket; readonly at: number }[] {
    let latest = Number.NEGATIVE_INFINITY;
    return this.tickets
      .filter((each) => ['printing', 'waiting'].includes(each.status) && each.day === this.day && whom(each))
      .map((ticket) => {
        if (ticket.byArrival) latest = Math.max(latest, ticket.rank);
        return { ticket, at: ticket.byArrival ? latest : ticket.rank };
      })
      .sort((a, b) => a.at - b.at || a.ticket.id - b.ticket.id);
  }

  /** Who was sent to an officer is theirs alone while they work there. */
  #isTheirs(user: ModelUser, ticket: ModelTicket): boolean {
    const { sentTo, service } = ticket;
    if (!sentTo || sentTo === user) return true;
    return !this.desks.some(
      (each) => each.user === sentTo && !each.paused && this.#serves(each, service.counter),
    );
  }

  #call(ticket: ModelTicket, desk: ModelDesk): Outcome {
    ticket.sentTo = null;
    ticket.status = 'called';
    ticket.desk = desk;
    ticket.recalls = 0;
    this.calls += 1;
    this.#done(ticket);
    return { answer: { ticketId: ticket.id, sequence: this.calls } };
  }

  #wait(ticket: ModelTicket, service: ModelService, place: Place | 'missed', isReturned = false): void {
    const isOther = (each: ModelTicket) =>
      each !== ticket && each.status === 'waiting' && each.service === service;
    const ofClass = this.#line(
      (each) => isOther(each) && !each.front && isFirst(each) === (ticket.priority !== null),
    );
    // A clock that was set back must not put anybody before those who wait.
    const behind = (whom: typeof ofClass, from: number) =>
      Math.max(from, ...whom.map((each) => each.ticket.rank + 1));
    if (place === 'arrival') ticket.rank = ticket.issued;
    else if (place === 'missed') ticket.rank = behind(ofClass.slice(0, 3), ticket.issued);
    else if (place === 'back') {
      ticket.rank = behind(
        this.#line((each) => isOther(each) && !each.front),
        this.now,
      );
    } else
      ticket.rank = behind(
        this.#line((each) => isOther(each) && each.front),
        this.now,
      );
    ticket.byArrival = place === 'arrival' && !isReturned;
    ticket.front = place === 'front';
    ticket.back = place === 'back';
    ticket.service = service;
    ticket.sentTo = null;
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
    ticket.touched = Math.max(ticket.touched, this.day);
    ticket.ended = null;
    this.events += 1;
    return { answer: { ticketId: ticket.id } };
  }
}

/** Whether somebody is called before regular visitors. */
function isFirst(ticket: ModelTicket): boolean {
  return ticket.priority !== null && !ticket.back;
}
