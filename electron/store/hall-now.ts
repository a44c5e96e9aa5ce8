import { sql } from 'kysely';
import type { Priority, TicketStatus } from '../contract/tickets';
import type { WaitingTicket } from '../queue/calling-order';
import { recentCount } from '../queue/estimate';
import { goesFirst } from '../queue/own-rules';
import { stepIsAtDesk, ticketIsAlive, visitIsOver, visitWasFinished } from './alive';
import type { Hall } from './hall';
import { prepared } from './prepared';
import { query, type Reader } from './store';

/** A desk's state of the moment; its configuration is in the hall. */
export interface DeskNow {
  readonly id: number;
  readonly user: { readonly id: number; readonly displayName: string } | null;
  readonly pause: { readonly since: number; readonly reason: string } | null;
  readonly priorityRun: number;
  /** The ticket called or serving there, by its service and since when. */
  readonly ticket: {
    readonly id: number;
    readonly prefix: string;
    readonly sequence: number;
    readonly serviceId: number;
    readonly calledAt: number | null;
  } | null;
}

const ticketsAtDesks = prepared(() =>
  query
    .selectFrom('steps')
    .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
    .where(stepIsAtDesk)
    .select([
      'steps.deskId',
      'tickets.id',
      'tickets.prefix',
      'tickets.sequence',
      'steps.serviceId',
      'steps.calledAt',
    ]),
);
const deskStates = prepared(() =>
  query
    .selectFrom('desks')
    .leftJoin('users', 'users.id', 'desks.userId')
    .where('desks.archivedAt', 'is', null)
    .select([
      'desks.id',
      'desks.userId',
      'users.displayName',
      'desks.pausedAt',
      'desks.pauseReason',
      'desks.priorityRun',
    ]),
);

/** Every desk's state, by id. */
export function desksNow(reader: Reader): Map<number, DeskNow> {
  const atDesks = new Map(reader.all(ticketsAtDesks({})).map(({ deskId, ...ticket }) => [deskId, ticket]));
  return new Map(
    reader.all(deskStates({})).map((row) => [
      row.id,
      {
        id: row.id,
        user: row.userId === null ? null : { id: row.userId, displayName: row.displayName ?? '' },
        pause: row.pausedAt === null ? null : { since: row.pausedAt, reason: row.pauseReason ?? '' },
        priorityRun: row.priorityRun,
        ticket: atDesks.get(row.id) ?? null,
      },
    ]),
  );
}

const issuedCounts = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('tickets')
    .where('businessDate', '=', values.businessDate)
    .where('status', '!=', 'void')
    .groupBy('firstServiceId')
    .select(['firstServiceId', sql<number>`count(*)`.as('count')]),
);

/** Numbers of a business date by the service they were taken for, void ones not counted: what quotas limit. */
export function issuedByService(reader: Reader, businessDate: string): Map<number, number> {
  return new Map(reader.all(issuedCounts({ businessDate })).map((row) => [row.firstServiceId, row.count]));
}

const issuedCount = prepared((values: { businessDate: string; serviceId: number }) =>
  query
    .selectFrom('tickets')
    .where('businessDate', '=', values.businessDate)
    .where('firstServiceId', '=', values.serviceId)
    .where('status', '!=', 'void')
    .select(sql<number>`count(*)`.as('count')),
);

/** The same of one service. */
export function issuedOf(reader: Reader, businessDate: string, serviceId: number): number {
  return reader.first(issuedCount({ businessDate, serviceId }))?.count ?? 0;
}

const aliveCounts = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('tickets')
    .where('businessDate', '=', values.businessDate)
    .where(ticketIsAlive)
    .groupBy(['serviceId', 'status'])
    .select(['serviceId', 'status', sql<number>`count(*)`.as('count')]),
);

/** How many of a service's tickets are in each state that is still in the hall, by service. */
export function aliveByService(
  reader: Reader,
  businessDate: string,
): Map<number, Partial<Record<TicketStatus, number>>> {
  const counts = new Map<number, Partial<Record<TicketStatus, number>>>();
  for (const row of reader.all(aliveCounts({ businessDate }))) {
    counts.set(row.serviceId, { ...counts.get(row.serviceId), [row.status]: row.count });
  }
  return counts;
}

/** A ticket in line: those whose paper is on its way too, since they stand in the hall already. */
export interface TicketInLine extends WaitingTicket {
  readonly status: 'printing' | 'waiting';
  readonly priority: Priority | null;
  /** When its present wait began. */
  readonly arrivedAt: number;
}

/** By how many services are asked for: each number makes a query of its own. */
const inLineQueries = new Map<number, ReturnType<typeof inLineQuery>>();
const inLineQuery = (count: number) =>
  prepared((values: { readonly businessDate: string; readonly [at: number]: number }) =>
    query
      .selectFrom('tickets')
      .innerJoin('steps', 'steps.id', 'tickets.stepId')
      .where('tickets.businessDate', '=', values.businessDate)
      .where(
        'tickets.serviceId',
        'in',
        Array.from({ length: count }, (_, at) => values[at] as number),
      )
      .where(ticketIsAlive)
      .where('tickets.status', 'in', ['printing', 'waiting'])
      .select([
        'tickets.id as ticketId',
        'tickets.serviceId',
        'tickets.status',
        'tickets.priority',
        'steps.orderedAt',
        'steps.placeReason',
        'steps.arrivedAt',
      ]),
  );

/** Who waits for one of the services on a business date, in no order. */
export function ticketsInLine(
  reader: Reader,
  businessDate: string,
  serviceIds: readonly number[],
  hall: Pick<Hall, 'service'>,
): TicketInLine[] {
  if (serviceIds.length === 0) return [];
  let inLine = inLineQueries.get(serviceIds.length);
  if (!inLine) {
    inLine = inLineQuery(serviceIds.length);
    inLineQueries.set(serviceIds.length, inLine);
  }
  return reader.all(inLine({ businessDate, ...serviceIds })).map((row) => ({
    ...row,
    status: row.status === 'printing' ? 'printing' : 'waiting',
    hasPriority: goesFirst(hall.service.get(row.serviceId), row.priority),
  }));
}

/** Who can be called: those in line whose paper is out, or who took none. */
export function ticketsToCall(
  reader: Reader,
  businessDate: string,
  serviceIds: readonly number[],
  hall: Pick<Hall, 'service'>,
): TicketInLine[] {
  return ticketsInLine(reader, businessDate, serviceIds, hall).filter(
    (ticket) => ticket.status === 'waiting',
  );
}

const longestWaits = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('tickets')
    .innerJoin('steps', 'steps.id', 'tickets.stepId')
    .where('tickets.businessDate', '=', values.businessDate)
    .where(ticketIsAlive)
    .where('tickets.status', 'in', ['printing', 'waiting'])
    .groupBy('tickets.serviceId')
    .select(['tickets.serviceId', sql<number>`min(steps.arrivedAt)`.as('since')]),
);

/** Since when the one who waits longest for a service has waited, by service. */
export function longestWaitByService(reader: Reader, businessDate: string): Map<number, number> {
  return new Map(reader.all(longestWaits({ businessDate })).map((row) => [row.serviceId, row.since]));
}

const recentVisits = prepared((values: { serviceId: number; before: number }) =>
  query
    .selectFrom('steps')
    .where('serviceId', '=', values.serviceId)
    .where(visitIsOver)
    .where(visitWasFinished)
    .where('endedAt', '<', values.before)
    .orderBy('endedAt', 'desc')
    .limit(recentCount)
    .select(['calledAt', 'endedAt']),
);

/**
 * Seconds from call to end of a service's newest visits to a desk, at most 60, of days before too: served ones and
 * those to which nobody came, since a desk is taken by both. `before`: only those that had ended at that moment.
 */
export function recentVisitSeconds(
  reader: Reader,
  serviceId: number,
  before = Number.MAX_SAFE_INTEGER,
): number[] {
  return reader
    .all(recentVisits({ serviceId, before }))
    .flatMap(({ calledAt, endedAt }) =>
      calledAt === null || endedAt === null ? [] : [(endedAt - calledAt) / 1000],
    );
}
