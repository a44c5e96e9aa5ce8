import type { InferResult } from 'kysely';
import { stepIsAtDesk } from './alive';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { ticketRows } from './ticket-rows';

const ticketsAtCounters = ticketRows
  .innerJoin('services', 'services.id', 'tickets.serviceId')
  .select('services.counterId');

/** A ticket with its present step and the counter of its service, archived or not. */
export type TicketAtStep = InferResult<typeof ticketsAtCounters>[number];

const ticketAtCounter = prepared((values: { ticketId: number }) =>
  ticketsAtCounters.where('tickets.id', '=', values.ticketId),
);
const ticketAtDesk = prepared((values: { deskId: number }) =>
  ticketsAtCounters.where('steps.deskId', '=', values.deskId).where(stepIsAtDesk),
);
const plannedStep = prepared((values: { ticketId: number }) =>
  query
    .selectFrom('steps')
    .select(['id', 'serviceId'])
    .where('ticketId', '=', values.ticketId)
    .where('status', '=', 'planned')
    .orderBy('id')
    .limit(1),
);

/** A ticket of any day, or undefined where there is no such ticket. */
export function readTicket(reader: Reader, ticketId: number): TicketAtStep | undefined {
  return reader.first(ticketAtCounter({ ticketId }));
}

/** The ticket that is `called` or `serving` at a desk. */
export function readTicketAtDesk(reader: Reader, deskId: number): TicketAtStep | undefined {
  return reader.first(ticketAtDesk({ deskId }));
}

/** The service that a ticket's visit goes on with when the present one is finished: the first added. */
export function readPlannedStep(
  reader: Reader,
  ticketId: number,
): { readonly id: number; readonly serviceId: number } | undefined {
  return reader.first(plannedStep({ ticketId }));
}
