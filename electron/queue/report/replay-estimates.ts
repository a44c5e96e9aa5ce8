import type { EstimateSums } from '../../contract/report-columns';
import { callingOrder, type WaitingTicket } from '../calling-order';
import { chanceWithin } from '../chance-today';
import { rangeOf, recentCount, type ServiceTime, serviceTime } from '../estimate';
import { type Placement, placeAmong } from '../place';
import { peopleBefore, poolOf } from '../pool';
import { waitBehind } from '../wait-behind';
import type { PromisedChance, ReplayedCounter, ReplayedEvent, ReplayedTicket } from './replayed-day';

interface TicketNow {
  serviceId: number;
  state: 'printing' | 'waiting' | 'away';
  orderedAt: number;
  placeReason: WaitingTicket['placeReason'];
  readonly ticket: ReplayedTicket;
  /** As it was issued with, until somebody changes it. */
  priority: string | null;
  /** Its last visit to a desk that ended, which may be taken back. */
  lastVisit: {
    readonly desk: DeskNow;
    readonly visit: NonNullable<DeskNow['visit']>;
    readonly orderedAt: number;
  } | null;
}

interface DeskNow {
  readonly serviceIds: readonly number[];
  isManned: boolean;
  isPaused: boolean;
  pausedUntil: number | null;
  priorityRun: number;
  visit: { readonly ticketId: number; readonly serviceId: number; readonly calledAt: number } | null;
}

interface VisitBefore {
  /** Null of a day before. */
  readonly ticketId: number | null;
  readonly seconds: number;
}

interface Promised {
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly simpleMinutes: number;
  readonly chance: number | null;
  /** Milliseconds since 1970 UTC. */
  readonly closesAt: number | null;
}

/** A counter's day as it was written down. */
export interface WrittenDay {
  readonly counter: ReplayedCounter;
  /** In the order in which it happened. */
  readonly events: readonly ReplayedEvent[];
  readonly tickets: ReadonlyMap<number, ReplayedTicket>;
  /** The seconds of each service's visits before that day, newest first. */
  readonly recent: ReadonlyMap<number, readonly number[]>;
}

/**
 * Lives through a counter's day again, event by event, and measures what each visitor was told by the one estimate
 * (`waitBehind`, which every page shows) as the number was taken, with nothing known but what was known then.
 * A visitor counts who is called at the service of the number; who is moved, sent on or gives up before says nothing
 * about the wait.
 */
export function replayEstimates(given: WrittenDay): EstimateSums {
  return livedThrough(given).sums;
}

/**
 * Lives through a counter's day in the same way and tells of each visitor who was told the chance of being called before
 * closing whether that came; whom the end of the day found waiting was not called.
 */
export function replayChances(given: WrittenDay): readonly PromisedChance[] {
  return livedThrough(given).chances;
}

function livedThrough(given: WrittenDay): CounterDay {
  const day = new CounterDay(given.counter, given.tickets, given.recent);
  for (const event of given.events) {
    if (event.ticketId === null) day.atDesk(event);
    else day.ofTicket(event, event.ticketId);
  }
  return day;
}

class CounterDay {
  readonly sums: EstimateSums = { told: 0, untold: 0, held: 0, error: 0, simpleError: 0 };
  readonly chances: PromisedChance[] = [];
  readonly #tickets = new Map<number, TicketNow>();
  readonly #promises = new Map<number, Promised>();
  readonly #desks: Map<number, DeskNow>;
  readonly #recent: Map<number, readonly VisitBefore[]>;
  readonly #times = new Map<number, ServiceTime>();

  constructor(
    readonly counter: ReplayedCounter,
    readonly issued: ReadonlyMap<number, ReplayedTicket>,
    recent: ReadonlyMap<number, readonly number[]>,
  ) {
    this.#desks = new Map(counter.desks.map(({ id, serviceIds }) => [id, emptyDesk(serviceIds)]));
    this.#recent = new Map(
      [...recent].map(([serviceId, visits]) => [
        serviceId,
        visits.map((seconds) => ({ ticketId: null, seconds })),
      ]),
    );
  }

  atDesk({ kind, deskId, data }: ReplayedEvent): void {
    const desk = this.#desks.get(deskId ?? 0);
    if (!desk) return;
    if (kind === 'desk_taken') Object.assign(desk, { isManned: true, ...atWork });
    if (kind === 'desk_left') Object.assign(desk, { isManned: false, ...atWork });
    if (kind === 'desk_paused') Object.assign(desk, { isPaused: true, pausedUntil: data.until ?? null });
    if (kind === 'desk_resumed') Object.assign(desk, atWork);
  }

  ofTicket(event: ReplayedEvent, ticketId: number): void {
    if (event.kind === 'issued') {
      this.#issue(ticketId, event.at);
      return;
    }
    const now = this.#tickets.get(ticketId);
    if (!now) return;
    switch (event.kind) {
      case 'paper':
        if (now.state === 'printing') now.state = 'waiting';
        break;
      case 'called':
        this.#call(ticketId, now, event);
        break;
      case 'finished':
        this.#leaveDesk(ticketId, event.at, true);
        now.state = 'away';
        if (event.data.nextServiceId) this.#goTo(now, event.data.nextServiceId, 'arrival', event.at);
        break;
      case 'no_show':
        this.#leaveDesk(ticketId, event.at, true);
        now.state = 'away';
        break;
      case 'cancelled':
        if (event.data.reason === 'end_of_day') this.#tellChance(ticketId, null);
        this.#leaveDesk(ticketId, event.at, false);
        now.state = 'away';
        this.#promises.delete(ticketId);
        break;
      case 'held':
      case 'void':
        this.#leaveDesk(ticketId, event.at, false);
        now.state = 'away';
        this.#promises.delete(ticketId);
        break;
      case 'transferred':
      case 'moved':
        this.#leaveDesk(ticketId, event.at, false);
        this.#promises.delete(ticketId);
        this.#goTo(now, event.data.toServiceId ?? now.serviceId, placementOf(event), event.at);
        break;
      case 'reinstated':
        this.#promises.delete(ticketId);
        if (event.data.from === 'no_show') this.#forgetVisit(ticketId, now.serviceId);
        this.#goTo(
          now,
          now.serviceId,
          event.data.from === 'no_show' ? 'after_missed_call' : 'arrival',
          event.at,
        );
        now.placeReason = event.data.placeReason === 'back' ? 'back' : 'returned';
        now.orderedAt = event.data.orderedAt ?? now.orderedAt;
        break;
      case 'priority_changed':
        this.#promises.delete(ticketId);
        now.priority = event.data.priority ?? null;
        if (now.priority !== null && now.placeReason === 'back') {
          Object.assign(now, { orderedAt: now.ticket.issuedAt, placeReason: 'arrival' });
        }
        break;
      case 'let_pass':
        this.#leaveDesk(ticketId, event.at, false);
        this.#promises.delete(ticketId);
        now.state = 'waiting';
        now.orderedAt = event.data.orderedAt ?? now.orderedAt;
        now.placeReason = event.data.placeReason === 'back' ? 'back' : 'returned';
        break;
      case 'taken_back':
        this.#takeBack(ticketId, now, event.deskId !== null);
        break;
    }
  }

  #issue(ticketId: number, at: number): void {
    const ticket = this.issued.get(ticketId);
    if (!ticket) return;
    const serviceId = ticket.firstServiceId;
    const state = ticket.waitsAtOnce ? 'waiting' : 'printing';
    this.#tickets.set(ticketId, {
      serviceId,
      state,
      orderedAt: at,
      placeReason: 'arrival',
      ticket,
      priority: ticket.priority,
      lastVisit: null,
    });
    const service = this.counter.services.get(serviceId);
    if (!service || this.counter.othersServices?.has(serviceId)) return;
    const desks = [...this.#desks.values()];
    const { serviceIds, priorityRun } = poolOf(
      serviceId,
      desks.map((desk) => ({ ...desk, isWorking: desk.isManned && !desk.isPaused })),
    );
    const { priorityRatio } = this.counter;
    const line = callingOrder(this.#waiting(serviceIds), { priorityRatio, priorityRun });
    const ahead = peopleBefore(
      line.map((turn) => turn.ticket),
      ticketId,
    );
    if (!ahead) return;
    const { breaks, closesIn } = this.counter.ahead(serviceId, at);
    const forecast = waitBehind({
      serviceId,
      ahead,
      desks,
      time: (each) => this.#time(each),
      breaks,
      now: at,
    });
    const people = [...ahead.values()].reduce((sum, each) => sum + each, 0);
    const served = desks.filter((desk) => desk.serviceIds.includes(serviceId)).length;
    const simpleMinutes = (people * service.usualMinutes) / Math.max(1, served);
    const isOpenStill = closesIn !== null && closesIn > 0;
    this.#promises.set(ticketId, {
      range: forecast && rangeOf(forecast),
      simpleMinutes,
      chance: forecast && isOpenStill ? chanceWithin(forecast, closesIn) : null,
      closesAt: closesIn === null ? null : at + closesIn * 60_000,
    });
  }

  #call(ticketId: number, now: TicketNow, { at, deskId, data }: ReplayedEvent): void {
    const desk = this.#desks.get(deskId ?? 0);
    if (desk) {
      if (data.inOrder) {
        const [turn] = callingOrder(
          this.#waiting(desk.serviceIds).filter(
            (each) => this.#tickets.get(each.ticketId)?.state === 'waiting',
          ),
          { priorityRatio: this.counter.priorityRatio, priorityRun: desk.priorityRun },
        );
        if (turn?.ticket.ticketId === ticketId) desk.priorityRun = turn.priorityRunAfter;
      }
      desk.visit = { ticketId, serviceId: now.serviceId, calledAt: at };
    }
    now.state = 'away';
    this.#tellChance(ticketId, at);
    const promise = this.#promises.get(ticketId);
    this.#promises.delete(ticketId);
    if (!promise) return;
    // A clock may have been put back in between.
    const wait = Math.max(0, at - now.ticket.issuedAt) / 60_000;
    if (!promise.range) {
      this.sums.untold += 1;
      return;
    }
    const { low, high } = promise.range;
    this.sums.told += 1;
    if (low <= wait && wait <= high) this.sums.held += 1;
    this.sums.error += Math.round(Math.abs((low + high) / 2 - wait) * 60);
    this.sums.simpleError += Math.round(Math.abs(promise.simpleMinutes - wait) * 60);
  }

  /** Notes whether the call came by closing, where a chance of it was told. */
  #tellChance(ticketId: number, calledAt: number | null): void {
    const promise = this.#promises.get(ticketId);
    if (!promise || promise.chance === null || promise.closesAt === null) return;
    this.chances.push({
      chance: promise.chance,
      cameToday: calledAt !== null && calledAt <= promise.closesAt,
    });
  }

  /** Frees the desk that the ticket is at; a visit that counts tells how long visits take. */
  #leaveDesk(ticketId: number, at: number, counts: boolean): void {
    for (const desk of this.#desks.values()) {
      if (desk.visit?.ticketId !== ticketId) continue;
      const { visit } = desk;
      const { serviceId, calledAt } = visit;
      const now = this.#tickets.get(ticketId);
      if (now) now.lastVisit = { desk, visit, orderedAt: now.orderedAt };
      desk.visit = null;
      if (!counts) continue;
      const visits = [{ ticketId, seconds: (at - calledAt) / 1000 }, ...(this.#recent.get(serviceId) ?? [])];
      this.#recent.set(serviceId, visits.slice(0, recentCount));
      this.#times.delete(serviceId);
    }
  }

  /** An end that was a mistake: the visit goes on at its desk, or waits before everybody. */
  #takeBack(ticketId: number, now: TicketNow, isAtDesk: boolean): void {
    const { lastVisit } = now;
    if (!lastVisit) return;
    const { desk, visit, orderedAt } = lastVisit;
    this.#forgetVisit(ticketId, visit.serviceId);
    Object.assign(now, { serviceId: visit.serviceId, orderedAt });
    if (isAtDesk) {
      desk.visit = visit;
      now.state = 'away';
    } else {
      now.state = 'waiting';
      now.placeReason = 'front';
    }
  }

  /** Who missed the call and comes back has not visited yet. */
  #forgetVisit(ticketId: number, serviceId: number): void {
    const visits = this.#recent.get(serviceId) ?? [];
    const missed = visits.findIndex((visit) => visit.ticketId === ticketId);
    this.#recent.set(
      serviceId,
      visits.filter((_visit, place) => place !== missed),
    );
    this.#times.delete(serviceId);
  }

  #goTo(now: TicketNow, serviceId: number, placement: Placement, at: number): void {
    const state = now.state === 'printing' ? 'printing' : 'waiting';
    now.state = 'away';
    const hasPriority = this.counter.goesFirst(serviceId, now.priority);
    const others = this.#waiting([serviceId]);
    now.orderedAt = placeAmong(others, { hasPriority, issuedAt: now.ticket.issuedAt }, placement, at);
    now.placeReason = placement === 'front' || placement === 'back' ? placement : 'transferred';
    now.serviceId = serviceId;
    now.state = state;
  }

  /** Those in line for some services, whose paper is on its way too. */
  #waiting(serviceIds: readonly number[]): WaitingTicket[] {
    const found: WaitingTicket[] = [];
    for (const [ticketId, { state, serviceId, orderedAt, placeReason, priority }] of this.#tickets) {
      if (state === 'away' || !serviceIds.includes(serviceId)) continue;
      const hasPriority = this.counter.goesFirst(serviceId, priority);
      found.push({ ticketId, serviceId, hasPriority, orderedAt, placeReason });
    }
    return found;
  }

  #time(serviceId: number): ServiceTime {
    let time = this.#times.get(serviceId);
    if (!time) {
      const usual = this.counter.services.get(serviceId)?.usualMinutes ?? 10;
      const visits = this.#recent.get(serviceId) ?? [];
      time = serviceTime(
        usual,
        visits.map(({ seconds }) => seconds),
      );
      this.#times.set(serviceId, time);
    }
    return time;
  }
}

const atWork = { isPaused: false, pausedUntil: null };

function emptyDesk(serviceIds: readonly number[]): DeskNow {
  return { serviceIds, isManned: false, ...atWork, priorityRun: 0, visit: null };
}

function placementOf({ data }: ReplayedEvent): Placement {
  return data.place === 'front' || data.place === 'back' ? data.place : 'arrival';
}
