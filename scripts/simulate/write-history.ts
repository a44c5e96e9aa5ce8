import { randomBytes } from 'node:crypto';
import { epochDayOf, formatEpochDay, offset, weekdayOf } from '../../electron/queue/local-day';
import { formatNumber } from '../../electron/queue/number';
import { openingDay } from '../../electron/queue/opening-hours';
import { drawDay, natureOf } from '../../electron/queue/simulation/day-of-hall';
import { type Random, seededRandom } from '../../electron/queue/simulation/random';
import {
  type SimulatedDesk,
  type SimulatedVisitor,
  type Span,
  simulateDay,
  type Visit,
} from '../../electron/queue/simulation/simulate-day';
import { type NewEvent, recordEvent } from '../../electron/store/events';
import { type Hall, readHall } from '../../electron/store/hall';
import { query, type Store, type Transaction } from '../../electron/store/store';
import { insertCall, insertLastNumber, insertTicket } from './history-rows';

/** How many come on each weekday, over the usual: Mondays are the busiest. */
const busyOn: Readonly<Record<number, number>> = { 1: 1.2, 2: 1.05, 3: 1, 4: 0.95, 5: 0.85, 6: 0.7, 7: 0.6 };
const minute = 60_000;

export interface History {
  readonly days: number;
  readonly tickets: number;
}

/**
 * Fills a hall's database with simulated past: for each day on which the hall gives numbers, its tickets, steps,
 * events, calls, and who was at which desk, as if they had happened; each day is one transaction. Officers are made
 * as needed (`petugas-1`, one a desk, whom no password signs in). A day that has tickets already is left alone.
 * Ids and numbers rise with the days, so it must be filled before the hall is used, from the oldest day on.
 */
export function writeHistory(
  store: Store,
  given: {
    /** The last day, `2026-11-23`, and how many calendar days up to it. */
    readonly until: string;
    readonly days: number;
    readonly seed: number;
    /** Visitors on a usual day; undefined: as many as the hall's desks can serve at their load. */
    readonly visitorsADay?: number;
    readonly onDay?: (date: string, tickets: number) => void;
  },
): History {
  const hall = readHall(store);
  const nature = natureOf(hall, seededRandom(given.seed), given.visitorsADay);
  const officers = store.write((transaction) => seatOfficers(transaction, hall));
  const last = epochDayOf(given.until);
  let days = 0;
  let tickets = 0;
  for (let epochDay = last - given.days + 1; epochDay <= last; epochDay += 1) {
    const date = formatEpochDay(epochDay);
    const random = seededRandom(given.seed * 100_003 + epochDay);
    const busy = (busyOn[weekdayOf(epochDay)] ?? 1) * random.factor(0.12);
    const kind =
      random.uniform() < 0.35 ? 'opening_rush' : random.uniform() < 0.1 ? 'desk_leaving' : 'steady';
    const written = store.write((transaction) => {
      if (hasTickets(transaction, date)) return 0;
      const day = new DayWriter(transaction, hall, officers, date);
      for (const counter of hall.counters) {
        const [service] = counter.services;
        if (!service) continue;
        const spans = openingDay(hall, service, date).spans.map(({ opens, closes }) => ({
          from: minutesOf(opens),
          to: minutesOf(closes),
        }));
        if (spans.length === 0) continue;
        const { visitors, desks } = drawDay({ counters: [counter] }, nature, random, { kind, busy, spans });
        day.add(withinQuotas(visitors, hall), desks, spans, random);
      }
      return day.write();
    });
    if (written === 0) continue;
    days += 1;
    tickets += written;
    given.onDay?.(date, written);
  }
  return { days, tickets };
}

function hasTickets(transaction: Transaction, businessDate: string): boolean {
  return (
    transaction.first(
      query.selectFrom('tickets').select('id').where('businessDate', '=', businessDate).limit(1),
    ) !== undefined
  );
}

/** One officer a desk; returns their ids by desk. */
function seatOfficers(transaction: Transaction, hall: Hall): ReadonlyMap<number, number> {
  return new Map(
    hall.counters.flatMap((counter) =>
      counter.desks.map((desk) => {
        const username = `petugas-${desk.id}`;
        const known = transaction.first(
          query.selectFrom('users').select('id').where('username', '=', username),
        );
        if (known) return [desk.id, known.id] as const;
        const { lastId } = transaction.run(
          query.insertInto('users').values({
            username,
            displayName: `Petugas loket ${desk.label}`,
            role: 'staff',
            // Fits no password: nobody can sign in until an admin sets one.
            passwordHash: '-',
            institutionsJson: JSON.stringify([counter.agency]),
            counterIdsJson: JSON.stringify([counter.id]),
            createdAt: 0,
          }),
        );
        return [desk.id, lastId] as const;
      }),
    ),
  );
}

function withinQuotas(visitors: readonly SimulatedVisitor[], hall: Hall): readonly SimulatedVisitor[] {
  const given = new Map<number, number>();
  return visitors.filter(({ serviceId }) => {
    const count = (given.get(serviceId) ?? 0) + 1;
    given.set(serviceId, count);
    return count <= (hall.service.get(serviceId)?.quotaPerDay ?? Infinity);
  });
}

interface Arrival {
  readonly visitor: SimulatedVisitor;
  readonly visit: Visit | null;
}

/** Gathers a day of the whole hall, then writes it in order of arrival, as ids and numbers were given. */
class DayWriter {
  readonly #arrivals: Arrival[] = [];
  readonly #events: NewEvent[] = [];
  readonly #desks: { readonly deskId: number; readonly spans: readonly Span[]; readonly visits: Visit[] }[] =
    [];
  readonly #midnight: number;
  #random: Random = seededRandom(0);

  constructor(
    readonly transaction: Transaction,
    readonly hall: Hall,
    readonly officers: ReadonlyMap<number, number>,
    readonly date: string,
  ) {
    const midnight = epochDayOf(date) * 24 * 60 * minute;
    // By the offset at noon: on a day when clocks change, the night is an hour off, the hall's hours are not.
    this.#midnight = midnight - offset(midnight + 12 * 60 * minute, hall.settings.timezone);
  }

  add(
    visitors: readonly SimulatedVisitor[],
    desks: readonly SimulatedDesk[],
    spans: readonly Span[],
    random: Random,
  ): void {
    this.#random = random;
    const { visits, unserved } = simulateDay({
      visitors,
      desks,
      priorityRatio: this.hall.settings.priorityRatio,
      betweenMinutes: 0.3,
    });
    for (const visit of visits) this.#arrivals.push({ visitor: visit.visitor, visit });
    for (const { visitor } of unserved) this.#arrivals.push({ visitor, visit: null });
    const closes = spans.at(-1)?.to ?? 0;
    for (const desk of desks) {
      this.#desks.push({
        deskId: desk.id,
        spans: desk.shifts.map(({ from, to }) => ({ from, to: Math.min(to, closes) })),
        visits: visits.filter(({ deskId }) => deskId === desk.id),
      });
    }
  }

  /** Returns how many tickets. */
  write(): number {
    const numbers = new Map<string, number>();
    const arrivals = this.#arrivals.sort((a, b) => a.visitor.at - b.visitor.at);
    for (const arrival of arrivals) {
      const service = this.hall.service.get(arrival.visitor.serviceId);
      if (!service) continue;
      const sequence = (numbers.get(service.prefix) ?? 0) + 1;
      numbers.set(service.prefix, sequence);
      this.#writeTicket(arrival, { counterId: service.counterId, prefix: service.prefix, sequence });
    }
    for (const [prefix, lastNumber] of numbers) {
      insertLastNumber(this.transaction, { businessDate: this.date, prefix, lastNumber });
    }
    for (const desk of this.#desks) this.#writeShifts(desk);
    // Their ids must rise as they happened, since reports live through them again in that order.
    for (const event of this.#events.sort((a, b) => a.at - b.at)) recordEvent(this.transaction, event);
    return arrivals.length;
  }

  #writeTicket(
    { visitor, visit }: Arrival,
    place: { readonly counterId: number; readonly prefix: string; readonly sequence: number },
  ): void {
    const { transaction, date: businessDate } = this;
    const at = (minutes: number) => this.#at(minutes);
    const issuedAt = at(visitor.at);
    const status = visit === null ? 'cancelled' : visitor.comes ? 'done' : 'no_show';
    const userId = visit === null ? null : (this.officers.get(visit.deskId) ?? null);
    const endedAt = visit === null ? at(24 * 60) : at(visit.endedAt);
    const language = 'id';
    const ids = insertTicket(
      transaction,
      {
        token: randomBytes(16).toString('base64url'),
        businessDate,
        prefix: place.prefix,
        sequence: place.sequence,
        status,
        paper: 'printed',
        priority: visitor.hasPriority ? (this.#random.uniform() < 0.7 ? 'elderly' : 'disability') : null,
        language,
        issuedAt,
        serviceId: visitor.serviceId,
        endedAt,
      },
      {
        status,
        deskId: visit?.deskId ?? null,
        userId,
        calledAt: visit === null ? null : at(visit.calledAt),
        startedAt: visit === null || visit.startedAt === null ? null : at(visit.startedAt),
        endedAt,
        reason: visit === null ? 'end_of_day' : null,
      },
    );
    this.#events.push({ at: issuedAt, businessDate, kind: 'issued', ...ids });
    this.#events.push({
      at: issuedAt + 2000,
      businessDate,
      kind: 'paper',
      ...ids,
      data: { paper: 'printed', proof: 'function_h', copy: false },
    });
    if (visit === null) {
      this.#events.push({
        at: endedAt,
        businessDate,
        kind: 'cancelled',
        ...ids,
        data: { reason: 'end_of_day' },
      });
      return;
    }
    const who = { ...ids, deskId: visit.deskId, ...(userId === null ? {} : { userId }) };
    const calledAt = at(visit.calledAt);
    const sequence = insertCall(transaction, {
      at: calledAt,
      businessDate,
      ticketId: ids.ticketId,
      deskId: visit.deskId,
      counterId: place.counterId,
      number: formatNumber(place.prefix, place.sequence),
      language,
    });
    const data = { sequence, inOrder: true, from: 'waiting' };
    this.#events.push({ at: calledAt, businessDate, kind: 'called', ...who, data });
    if (visit.startedAt === null) {
      this.#events.push({ at: endedAt, businessDate, kind: 'no_show', ...who });
      return;
    }
    this.#events.push({ at: at(visit.startedAt), businessDate, kind: 'started', ...who });
    this.#events.push({
      at: endedAt,
      businessDate,
      kind: 'finished',
      ...who,
      data: { note: null, nextServiceId: null },
    });
  }

  /** The desk is taken at its first shift, paused between shifts, and left after the last visitor. */
  #writeShifts(desk: {
    readonly deskId: number;
    readonly spans: readonly Span[];
    readonly visits: readonly Visit[];
  }): void {
    const userId = this.officers.get(desk.deskId);
    const [first] = desk.spans;
    if (userId === undefined || !first) return;
    const write = (
      kind: 'desk_taken' | 'desk_paused' | 'desk_resumed' | 'desk_left',
      minutes: number,
      data?: Readonly<Record<string, unknown>>,
    ) =>
      this.#events.push({
        at: this.#at(minutes),
        businessDate: this.date,
        kind,
        deskId: desk.deskId,
        userId,
        ...(data ? { data } : {}),
      });
    const afterVisits = (span: Span) =>
      Math.max(
        span.to,
        ...desk.visits.filter(({ calledAt }) => calledAt < span.to).map(({ endedAt }) => endedAt),
      );
    write('desk_taken', first.from - 3);
    for (const [place, span] of desk.spans.entries()) {
      const next = desk.spans[place + 1];
      if (next) {
        write('desk_paused', Math.min(afterVisits(span), next.from - 1), { reason: 'Istirahat' });
        write('desk_resumed', next.from);
      } else {
        write('desk_left', Math.max(span.to, ...desk.visits.map(({ endedAt }) => endedAt)) + 1);
      }
    }
  }

  #at(minutes: number): number {
    return this.#midnight + Math.round(minutes * minute);
  }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
