import { z } from 'zod';
import type { ReplayedEvent, ReplayedTicket } from '../queue/report/replayed-day';
import { visitIsOver, visitWasFinished } from './alive';
import { prepared } from './prepared';
import { query, type Reader } from './store';

const noted = z.object({
  toServiceId: z.number().optional(),
  nextServiceId: z.number().nullable().optional(),
  place: z.string().optional(),
  from: z.string().optional(),
  inOrder: z.boolean().optional(),
});

/**
 * What happened on a business date to the tickets that came to some services, and at a counter's desks, in the order
 * in which it was written down, whatever the clock did.
 */
export function readReplayedDay(
  reader: Reader,
  businessDate: string,
  counter: { readonly id: number; readonly serviceIds: readonly number[] },
): { readonly events: readonly ReplayedEvent[]; readonly tickets: ReadonlyMap<number, ReplayedTicket> } {
  const visitors = query
    .selectFrom('steps')
    .where('steps.businessDate', '=', businessDate)
    .where('steps.serviceId', 'in', [...counter.serviceIds])
    .select('steps.ticketId');
  const tickets = reader.all(
    query
      .selectFrom('tickets')
      .where('id', 'in', visitors)
      .select(['id', 'firstServiceId', 'issuedAt', 'paper', 'priority']),
  );
  const columns = [
    'events.id',
    'events.at',
    'events.kind',
    'events.ticketId',
    'events.deskId',
    'events.dataJson',
  ] as const;
  const ofTickets = reader.all(
    query.selectFrom('events').where('events.ticketId', 'in', visitors).select(columns),
  );
  const atDesks = reader.all(
    query
      .selectFrom('events')
      .innerJoin('desks', 'desks.id', 'events.deskId')
      .where('events.businessDate', '=', businessDate)
      .where('events.kind', 'in', ['desk_taken', 'desk_left', 'desk_paused', 'desk_resumed'])
      .where('desks.counterId', '=', counter.id)
      .select(columns),
  );
  return {
    events: [...ofTickets, ...atDesks]
      .sort((a, b) => a.id - b.id)
      .map(({ id: _id, dataJson, ...event }) => ({
        ...event,
        data: dataJson === null ? {} : noted.parse(JSON.parse(dataJson)),
      })),
    tickets: new Map(
      tickets.map(({ paper, ...ticket }) => [ticket.id, { ...ticket, waitsAtOnce: paper === 'none' }]),
    ),
  };
}

const visitsBefore = prepared((values: { serviceId: number; before: number; count: number }) =>
  query
    .selectFrom('steps')
    .where('serviceId', '=', values.serviceId)
    .where(visitIsOver)
    .where(visitWasFinished)
    .where('endedAt', '<', values.before)
    .orderBy('endedAt', 'desc')
    .limit(values.count)
    .select(['calledAt', 'endedAt']),
);

/** Seconds from call to end of a service's newest visits before a moment, newest first. */
export function readVisitSecondsBefore(
  reader: Reader,
  serviceId: number,
  before: number,
  count: number,
): number[] {
  return reader
    .all(visitsBefore({ serviceId, before, count }))
    .flatMap(({ calledAt, endedAt }) =>
      calledAt === null || endedAt === null ? [] : [(endedAt - calledAt) / 1000],
    );
}
