import type { InferResult } from 'kysely';
import { stepIsAtDesk } from './alive';
import { query, type Reader } from './store';
import { ticketRows } from './ticket-rows';

const ticketsAtCounters = ticketRows
  .innerJoin('services', 'services.id', 'tickets.serviceId')
  .select('services.counterId');

/** A ticket with its present step and the counter of its service, archived or not. */
export type TicketAtStep = InferResult<typeof ticketsAtCounters>[number];

/** A ticket of any day, or undefined where there is no such ticket. */
export function readTicket(reader: Reader, ticketId: number): TicketAtStep | undefined {
  return reader.first(ticketsAtCounters.where('tickets.id', '=', ticketId));
}

/** The ticket that is `called` or `serving` at a desk. */
export function readTicketAtDesk(reader: Reader, deskId: number): TicketAtStep | undefined {
  return reader.first(ticketsAtCounters.where('steps.deskId', '=', deskId).where(stepIsAtDesk));
}

/** The service that a ticket's visit goes on with when the present one is finished: the first added. */
export function readPlannedStep(
  reader: Reader,
  ticketId: number,
): { readonly id: number; readonly serviceId: number } | undefined {
  return reader.first(
    query
      .selectFrom('steps')
      .select(['id', 'serviceId'])
      .where('ticketId', '=', ticketId)
      .where('status', '=', 'planned')
      .orderBy('id')
      .limit(1),
  );
}
