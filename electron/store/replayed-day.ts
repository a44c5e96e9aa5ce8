import { z } from 'zod';
import type { ReplayedEvent, ReplayedTicket } from '../queue/report/replayed-day';
import { query, type Reader } from './store';

const noted = z.object({
  toServiceId: z.number().optional(),
  nextServiceId: z.number().nullable().optional(),
  place: z.string().optional(),
  from: z.string().optional(),
  inOrder: z.boolean().optional(),
  orderedAt: z.number().optional(),
  placeReason: z.string().optional(),
  priorityBefore: z.string().nullable().optional(),
  priority: z.string().nullable().optional(),
  until: z.number().optional(),
  reason: z.string().optional(),
});

/**
 * What happened on a business date to the tickets that came to some services, and at some desks, in the order
 * in which it was written down, whatever the clock did.
 */
export function readReplayedDay(
  reader: Reader,
  businessDate: string,
  { serviceIds, deskIds }: { readonly serviceIds: readonly number[]; readonly deskIds: readonly number[] },
): { readonly events: readonly ReplayedEvent[]; readonly tickets: ReadonlyMap<number, ReplayedTicket> } {
  const visitors = query
    .selectFrom('steps')
    .where('steps.businessDate', '=', businessDate)
    .where('steps.serviceId', 'in', [...serviceIds])
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
      .where('events.businessDate', '=', businessDate)
      .where('events.kind', 'in', ['desk_taken', 'desk_left', 'desk_paused', 'desk_resumed'])
      .where('events.deskId', 'in', [...deskIds])
      .select(columns),
  );
  const events = [...ofTickets, ...atDesks]
    .sort((a, b) => a.id - b.id)
    .map(({ id: _id, dataJson, ...event }) => ({
      ...event,
      data: dataJson === null ? {} : noted.parse(JSON.parse(dataJson)),
    }));
  // What a ticket was issued with is what its first change found.
  const issuedWith = new Map<number | null, string | null>();
  for (const { kind, ticketId, data } of events) {
    if (kind !== 'priority_changed' || issuedWith.has(ticketId)) continue;
    issuedWith.set(ticketId, data.priorityBefore ?? null);
  }
  return {
    events,
    tickets: new Map(
      tickets.map(({ paper, priority, ...ticket }) => [
        ticket.id,
        {
          ...ticket,
          priority: issuedWith.has(ticket.id) ? (issuedWith.get(ticket.id) ?? null) : priority,
          waitsAtOnce: paper === 'none',
        },
      ]),
    ),
  };
}
