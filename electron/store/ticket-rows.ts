import type { InferResult } from 'kysely';
import { prepared } from './prepared';
import { query } from './store';

/** A ticket with its present step: what every view of a ticket is made from. */
export const ticketRows = query
  .selectFrom('tickets')
  // Named from both sides, so that a query may begin at its steps without reading all tickets.
  .innerJoin('steps', (join) =>
    join.onRef('steps.id', '=', 'tickets.stepId').onRef('steps.ticketId', '=', 'tickets.id'),
  )
  .select([
    'tickets.id',
    'tickets.token',
    'tickets.businessDate',
    'tickets.prefix',
    'tickets.sequence',
    'tickets.practice',
    'tickets.status',
    'tickets.paper',
    'tickets.priority',
    'tickets.fetchMe',
    'tickets.fetchAskedBy',
    'tickets.language',
    'tickets.issuedAt',
    'tickets.serviceId',
    'steps.id as stepId',
    'steps.arrivedAt',
    'steps.orderedAt',
    'steps.placeReason',
    'steps.fromServiceId',
    'steps.deskId',
    'steps.userId',
    'steps.calledAt',
    'steps.startedAt',
    'steps.heldAt',
    'steps.endedAt',
    'steps.recalls',
    'steps.note',
    'steps.reason',
    'steps.forUserId',
  ]);

export type TicketRow = InferResult<typeof ticketRows>[number];

export const ticketById = prepared((values: { ticketId: number }) =>
  ticketRows.where('tickets.id', '=', values.ticketId),
);

export const ticketByToken = prepared((values: { token: string }) =>
  ticketRows.where('tickets.token', '=', values.token),
);
