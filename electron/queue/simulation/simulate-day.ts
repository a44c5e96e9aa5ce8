import { callingOrder, type WaitingTicket } from '../calling-order';

/** All times are minutes since some midnight, fractions too. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SimulatedVisitor {
  readonly at: number;
  readonly serviceId: number;
  readonly hasPriority: boolean;
  /** From the call to the beginning of the service: the walk to the desk. */
  readonly walkMinutes: number;
  readonly serviceMinutes: number;
  /** False: is called, doesn't come, and the desk goes on after `walkMinutes`. */
  readonly comes: boolean;
}

export interface SimulatedDesk {
  readonly id: number;
  readonly serviceIds: readonly number[];
  /** When somebody sits there who calls; a visitor being served is finished whatever the time. In order, apart. */
  readonly shifts: readonly Span[];
}

export interface Visit {
  /** Counts from 1 in order of arrival. */
  readonly ticketId: number;
  readonly visitor: SimulatedVisitor;
  readonly deskId: number;
  readonly calledAt: number;
  /** Null where nobody came. */
  readonly startedAt: number | null;
  readonly endedAt: number;
}

/** A desk in the course of a day. */
export interface DeskInDay {
  readonly desk: SimulatedDesk;
  readonly isManned: boolean;
  readonly priorityRun: number;
  /** What it is at, or has just ended and not called after. */
  readonly visit: Visit | null;
}

/** The hall at a moment of the day; the lists change as the day goes on. */
export interface HallInDay {
  readonly now: number;
  readonly waiting: readonly WaitingTicket[];
  readonly desks: readonly DeskInDay[];
}

export interface SimulatedDay {
  readonly visits: readonly Visit[];
  /** Who was still waiting when the last desk was left. */
  readonly unserved: readonly { readonly ticketId: number; readonly visitor: SimulatedVisitor }[];
}

/**
 * Lets a day happen: visitors come when they come, and each desk that is free calls by the very rules that desks call
 * by (`callingOrder`), with its own memory of the priority run. Events are taken in the order of their times.
 * The desk that has been free longest calls first.
 */
export function simulateDay(given: {
  /** In order of arrival. */
  readonly visitors: readonly SimulatedVisitor[];
  readonly desks: readonly SimulatedDesk[];
  readonly priorityRatio: number;
  /** From the end of a service until the desk calls again. */
  readonly betweenMinutes: number;
  /** Sees the hall just after each arrival, before anybody is called. */
  readonly onArrival?: (ticketId: number, hall: HallInDay) => void;
  /** Hears of each visit when it ends. */
  readonly onEnd?: (visit: Visit) => void;
}): SimulatedDay {
  const { visitors, priorityRatio, betweenMinutes, onArrival, onEnd } = given;
  const desks = given.desks.map((desk) => new Desk(desk));
  const waiting: WaitingTicket[] = [];
  const visits: Visit[] = [];
  const lineOf = linesByServices(waiting);
  let arrived = 0;

  for (;;) {
    const next = visitors[arrived];
    const deskAt = Math.min(...desks.map((desk) => desk.nextChange));
    const now = Math.min(next?.at ?? Infinity, deskAt);
    if (now === Infinity) break;

    for (const desk of desks) {
      const ended = desk.moveTo(now, betweenMinutes);
      if (ended) onEnd?.(ended);
    }
    if (next && next.at <= now) {
      arrived += 1;
      const { serviceId, hasPriority } = next;
      waiting.push({ ticketId: arrived, serviceId, hasPriority, orderedAt: now, placeReason: 'arrival' });
      onArrival?.(arrived, { now, waiting, desks });
    }
    if (waiting.length === 0) continue;
    const free = desks.filter((desk) => desk.isFree(now)).sort((a, b) => a.freeSince - b.freeSince);
    for (const desk of free) {
      const [turn] = callingOrder(lineOf(desk.desk.serviceIds), {
        priorityRatio,
        priorityRun: desk.priorityRun,
      });
      const visitor = turn && visitors[turn.ticket.ticketId - 1];
      if (!turn || !visitor) continue;
      waiting.splice(waiting.indexOf(turn.ticket), 1);
      desk.priorityRun = turn.priorityRunAfter;
      visits.push(desk.begin(turn.ticket.ticketId, visitor, now));
    }
  }
  const unserved = waiting.flatMap(({ ticketId }) => {
    const visitor = visitors[ticketId - 1];
    return visitor ? [{ ticketId, visitor }] : [];
  });
  return { visits, unserved };
}

class Desk implements DeskInDay {
  readonly desk: SimulatedDesk;
  isManned = false;
  priorityRun = 0;
  visit: Visit | null = null;
  freeSince = 0;
  /** When it calls again after its last visit. */
  #callsAgainAt: number | null = null;

  readonly #changes: readonly number[];
  #changesPassed = 0;

  constructor(desk: SimulatedDesk) {
    this.desk = desk;
    this.#changes = desk.shifts.flatMap(({ from, to }) => [from, to]);
  }

  /** The next moment at which something happens to it by itself. */
  get nextChange(): number {
    const shift = this.#changes[this.#changesPassed] ?? Infinity;
    return Math.min(shift, this.visit?.endedAt ?? Infinity, this.#callsAgainAt ?? Infinity);
  }

  /** Returns the visit that has ended by then. */
  moveTo(now: number, betweenMinutes: number): Visit | null {
    while ((this.#changes[this.#changesPassed] ?? Infinity) <= now) {
      this.isManned = !this.isManned;
      this.#changesPassed += 1;
    }
    if (this.#callsAgainAt !== null && this.#callsAgainAt <= now) {
      this.freeSince = this.#callsAgainAt;
      this.#callsAgainAt = null;
    }
    const { visit } = this;
    if (!visit || visit.endedAt > now) return null;
    this.visit = null;
    if (betweenMinutes > 0) this.#callsAgainAt = visit.endedAt + betweenMinutes;
    else this.freeSince = visit.endedAt;
    return visit;
  }

  isFree(now: number): boolean {
    return this.isManned && this.visit === null && (this.#callsAgainAt ?? now) <= now;
  }

  begin(ticketId: number, visitor: SimulatedVisitor, now: number): Visit {
    const startedAt = visitor.comes ? now + visitor.walkMinutes : null;
    this.visit = {
      ticketId,
      visitor,
      deskId: this.desk.id,
      calledAt: now,
      startedAt,
      endedAt: now + visitor.walkMinutes + (visitor.comes ? visitor.serviceMinutes : 0),
    };
    return this.visit;
  }
}

/** Who of those waiting stands in line for some services; desks of a counter mostly share their list. */
function linesByServices(waiting: readonly WaitingTicket[]) {
  const served = new Map<readonly number[], ReadonlySet<number>>();
  return (serviceIds: readonly number[]): WaitingTicket[] => {
    let services = served.get(serviceIds);
    if (!services) {
      services = new Set(serviceIds);
      served.set(serviceIds, services);
    }
    return waiting.filter(({ serviceId }) => services.has(serviceId));
  };
}
