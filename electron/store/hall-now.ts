import { sql } from 'kysely';
import type { Priority, TicketStatus } from '../contract/tickets';
import type { WaitingTicket } from '../queue/calling-order';
import { stepIsAtDesk, ticketIsAlive } from './alive';
import { query, type Reader } from './store';

/** A desk's state of the moment; its configuration is in the hall. */
export interface DeskNow {
  readonly id: number;
  readonly user: { readonly id: number; readonly displayName: string } | null;
  readonly pause: { readonly since: number; readonly reason: string } | null;
  readonly priorityRun: number;
  /** The ticket called or serving there. */
  readonly ticket: { readonly id: number; readonly prefix: string; readonly sequence: number } | null;
}

/** Every desk's state, by id. */
export function desksNow(reader: Reader): Map<number, DeskNow> {
  const atDesks = new Map(
    reader
      .all(
        query
          .selectFrom('steps')
          .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
          .where(stepIsAtDesk)
          .select(['steps.deskId', 'tickets.id', 'tickets.prefix', 'tickets.sequence']),
      )
      .map(({ deskId, ...ticket }) => [deskId, ticket]),
  );
  return new Map(
    reader
      .all(
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
      )
      .map((row) => [
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

/** Numbers of a business date by the service they were taken for, void ones not counted: what quotas limit. */
export function issuedByService(reader: Reader, businessDate: string): Map<number, number> {
  return new Map(
    reader
      .all(
        query
          .selectFrom('tickets')
          .where('businessDate', '=', businessDate)
          .where('status', '!=', 'void')
          .groupBy('firstServiceId')
          .select(['firstServiceId', sql<number>`count(*)`.as('count')]),
      )
      .map((row) => [row.firstServiceId, row.count]),
  );
}

/** The same of one service. */
export function issuedOf(reader: Reader, businessDate: string, serviceId: number): number {
  return (
    reader.first(
      query
        .selectFrom('tickets')
        .where('businessDate', '=', businessDate)
        .where('firstServiceId', '=', serviceId)
        .where('status', '!=', 'void')
        .select(sql<number>`count(*)`.as('count')),
    )?.count ?? 0
  );
}

/** How many of a service's tickets are in each state that is still in the hall, by service. */
export function aliveByService(
  reader: Reader,
  businessDate: string,
): Map<number, Partial<Record<TicketStatus, number>>> {
  const counts = new Map<number, Partial<Record<TicketStatus, number>>>();
  for (const row of reader.all(
    query
      .selectFrom('tickets')
      .where('businessDate', '=', businessDate)
      .where(ticketIsAlive)
      .groupBy(['serviceId', 'status'])
      .select(['serviceId', 'status', sql<number>`count(*)`.as('count')]),
  )) {
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

/** Who waits for one of the services on a business date, in no order. */
export function ticketsInLine(
  reader: Reader,
  businessDate: string,
  serviceIds: readonly number[],
): TicketInLine[] {
  if (serviceIds.length === 0) return [];
  return reader
    .all(
      query
        .selectFrom('tickets')
        .innerJoin('steps', 'steps.id', 'tickets.stepId')
        .where('tickets.businessDate', '=', businessDate)
        .where('tickets.serviceId', 'in', serviceIds)
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
    )
    .map((row) => ({
      ...row,
      status: row.status === 'printing' ? 'printing' : 'waiting',
      hasPriority: row.priority !== null,
    }));
}

/** Who can be called: those in line whose paper is out, or who took none. */
export function ticketsToCall(
  reader: Reader,
  businessDate: string,
  serviceIds: readonly number[],
): TicketInLine[] {
  return ticketsInLine(reader, businessDate, serviceIds).filter((ticket) => ticket.status === 'waiting');
}

/** Seconds from start to finish of the newest services finished on a business date, at most 20 each, by service. */
export function recentServiceSeconds(reader: Reader, businessDate: string): Map<number, number[]> {
  const seconds = new Map<number, number[]>();
  for (const row of reader.all(
    query
      .selectFrom('services')
      .innerJoin('steps', (join) =>
        join.on('steps.id', 'in', (builder) =>
          builder
            .selectFrom('steps as newest')
            .where('newest.businessDate', '=', businessDate)
            .whereRef('newest.serviceId', '=', 'services.id')
            .where('newest.status', '=', 'done')
            .orderBy('newest.id', 'desc')
            .limit(20)
            .select('newest.id'),
        ),
      )
      .where('steps.startedAt', 'is not', null)
      .where('steps.endedAt', 'is not', null)
      .select(['steps.serviceId', sql<number>`(steps.endedAt - steps.startedAt) / 1000`.as('seconds')]),
  )) {
    const own = seconds.get(row.serviceId);
    if (own) own.push(row.seconds);
    else seconds.set(row.serviceId, [row.seconds]);
  }
  return seconds;
}
