import type { Priority, TicketStatus } from '../contract/tickets';
import { CallingLine } from '../queue/calling-line';
import type { WaitingTicket } from '../queue/calling-order';
import { goesFirst } from '../queue/overrides';
import { ticketIsAlive } from './alive';
import type { Hall } from './hall';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { keptFor, type TouchedRows } from './touched-rows';

/** A ticket in line: those whose paper is on its way too, since they stand in the hall already. */
export interface TicketInLine extends WaitingTicket {
  readonly status: 'printing' | 'waiting';
  readonly priority: Priority | null;
  /** When its present wait began. */
  readonly arrivedAt: number;
  /** The officer whom it was sent to, or null. */
  readonly forUserId: number | null;
}

/** How many tickets of a service are in each state that is still in the hall; states that none is in are left out. */
export type AliveCounts = Partial<Record<TicketStatus, number>>;

const rows = query
  .selectFrom('tickets')
  .leftJoin('steps', 'steps.id', 'tickets.stepId')
  .select([
    'tickets.id',
    'tickets.businessDate',
    'tickets.status',
    'tickets.serviceId',
    'tickets.firstServiceId',
    'tickets.priority',
    'steps.orderedAt',
    'steps.placeReason',
    'steps.arrivedAt',
    'steps.forUserId',
  ]);
const aliveRows = prepared((values: { businessDate: string }) =>
  rows.where('tickets.businessDate', '=', values.businessDate).where(ticketIsAlive),
);
const rowById = prepared((values: { id: number }) => rows.where('tickets.id', '=', values.id));
const issuedRows = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('tickets')
    .where('businessDate', '=', values.businessDate)
    .where('status', '!=', 'void')
    .select(['id', 'firstServiceId']),
);

type Row = ReturnType<typeof readAlive>[number];

const readAlive = (reader: Reader, businessDate: string) => reader.all(aliveRows({ businessDate }));

const inHall: ReadonlySet<TicketStatus> = new Set(['printing', 'waiting', 'called', 'serving', 'held']);

/** The queues of one business date, read once from the store and then kept up with it, row by row. */
class KeptQueue {
  readonly #touched: Set<number>;
  #epoch = -1;
  #businessDate = '';
  /** Those still in the hall. */
  readonly #alive = new Map<number, Row>();
  readonly #counts = new Map<number, AliveCounts>();
  readonly #inLine = new Map<number, Map<number, TicketInLine>>();
  /** The service for which each number was taken, void ones left out. */
  readonly #issuedFor = new Map<number, number>();
  readonly #issued = new Map<number, number>();
  readonly #lines = new Map<string, Line>();
  #linesOf: Hall['service'] | undefined;

  constructor(touched: TouchedRows) {
    this.#touched = touched.follow('tickets');
  }

  /** Reads what was written since; everything where the date or the database is another. */
  catchUp(reader: Reader, businessDate: string): void {
    if (this.#businessDate !== businessDate || this.#epoch !== reader.touched.epoch) {
      this.#readAll(reader, businessDate);
      return;
    }
    if (this.#touched.size === 0) return;
    for (const id of this.#touched) this.#take(id, reader.first(rowById({ id })));
    this.#touched.clear();
  }

  get issued(): ReadonlyMap<number, number> {
    return this.#issued;
  }

  get counts(): ReadonlyMap<number, AliveCounts> {
    return this.#counts;
  }

  /** Those in line for a service, in no order. */
  inLine(serviceId: number): Iterable<TicketInLine> {
    return this.#inLine.get(serviceId)?.values() ?? [];
  }

  /** The line of those who wait for one of the services; who goes first there is the hall's to say. */
  line(serviceIds: readonly number[], hall: Pick<Hall, 'service'>): CallingLine<TicketInLine> {
    if (this.#linesOf !== hall.service) {
      this.#linesOf = hall.service;
      this.#lines.clear();
    }
    const key = serviceIds.join(',');
    let line = this.#lines.get(key);
    if (!line) {
      line = new Line(serviceIds, hall);
      for (const serviceId of line.serviceIds) {
        for (const ticket of this.inLine(serviceId)) line.comes(ticket);
      }
      this.#lines.set(key, line);
    }
    return line.order;
  }

  #readAll(reader: Reader, businessDate: string): void {
    this.#businessDate = businessDate;
    this.#epoch = reader.touched.epoch;
    for (const kept of [
      this.#touched,
      this.#alive,
      this.#counts,
      this.#inLine,
      this.#issuedFor,
      this.#issued,
      this.#lines,
    ]) {
      kept.clear();
    }
    for (const row of readAlive(reader, businessDate)) this.#comes(row);
    for (const row of reader.all(issuedRows({ businessDate }))) this.#count(row.id, row.firstServiceId);
  }

  /** A ticket as it stands now; undefined where it is no longer. */
  #take(id: number, row: Row | undefined): void {
    const known = this.#alive.get(id);
    if (known) this.#leaves(known);
    const isOfToday = row?.businessDate === this.#businessDate;
    if (row && isOfToday && inHall.has(row.status)) this.#comes(row);
    this.#count(id, row && isOfToday && row.status !== 'void' ? row.firstServiceId : undefined);
  }

  #comes(row: Row): void {
    this.#alive.set(row.id, row);
    const counts = this.#counts.get(row.serviceId) ?? {};
    counts[row.status] = (counts[row.status] ?? 0) + 1;
    this.#counts.set(row.serviceId, counts);
    const ticket = inLine(row);
    if (!ticket) return;
    const line = this.#inLine.get(row.serviceId) ?? new Map<number, TicketInLine>();
    line.set(row.id, ticket);
    this.#inLine.set(row.serviceId, line);
    for (const each of this.#lines.values()) each.comes(ticket);
  }

  #leaves(row: Row): void {
    this.#alive.delete(row.id);
    const counts = this.#counts.get(row.serviceId);
    const others = (counts?.[row.status] ?? 0) - 1;
    if (counts && others > 0) counts[row.status] = others;
    else if (counts) delete counts[row.status];
    if (counts && Object.keys(counts).length === 0) this.#counts.delete(row.serviceId);
    if (!this.#inLine.get(row.serviceId)?.delete(row.id)) return;
    for (const line of this.#lines.values()) line.leaves(row);
  }

  #count(id: number, serviceId: number | undefined): void {
    const before = this.#issuedFor.get(id);
    if (before === serviceId) return;
    if (before !== undefined) {
      const others = (this.#issued.get(before) ?? 0) - 1;
      if (others > 0) this.#issued.set(before, others);
      else this.#issued.delete(before);
      this.#issuedFor.delete(id);
    }
    if (serviceId !== undefined) {
      this.#issued.set(serviceId, (this.#issued.get(serviceId) ?? 0) + 1);
      this.#issuedFor.set(id, serviceId);
    }
  }
}

/** The calling order of those who wait for some services. */
class Line {
  readonly serviceIds: ReadonlySet<number>;
  readonly order = new CallingLine<TicketInLine>();
  readonly #hall: Pick<Hall, 'service'>;

  constructor(serviceIds: readonly number[], hall: Pick<Hall, 'service'>) {
    this.serviceIds = new Set(serviceIds);
    this.#hall = hall;
  }

  comes(ticket: TicketInLine): void {
    if (!this.serviceIds.has(ticket.serviceId)) return;
    this.order.put({
      ...ticket,
      hasPriority: goesFirst(this.#hall.service.get(ticket.serviceId), ticket.priority),
    });
  }

  leaves(row: Row): void {
    if (this.serviceIds.has(row.serviceId)) this.order.remove(row.id);
  }
}

/** A ticket in line; who goes first, a line of a hall says. */
function inLine(row: Row): TicketInLine | undefined {
  const { status, orderedAt, placeReason, arrivedAt } = row;
  if (status !== 'printing' && status !== 'waiting') return undefined;
  if (orderedAt === null || placeReason === null || arrivedAt === null) return undefined;
  return {
    ticketId: row.id,
    serviceId: row.serviceId,
    status,
    priority: row.priority,
    hasPriority: false,
    orderedAt,
    placeReason,
    arrivedAt,
    forUserId: row.forUserId,
  };
}

const kept = keptFor((touched) => new KeptQueue(touched));

/** The queues of a business date as the reader sees them: good until something is written. */
export function queueNow(reader: Reader, businessDate: string): Omit<KeptQueue, 'catchUp'> {
  const queue = kept(reader);
  queue.catchUp(reader, businessDate);
  return queue;
}
