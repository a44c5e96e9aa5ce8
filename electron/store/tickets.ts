import { type SqlBool, sql } from 'kysely';
import type { Language } from '../contract/common';
import type { Paper, Priority, TicketStatus } from '../contract/tickets';
import { query, type Reader } from './store';

/** A ticket and its present step. */
export interface TicketAtStep {
  readonly id: number;
  readonly businessDate: string;
  readonly prefix: string;
  readonly sequence: number;
  readonly status: TicketStatus;
  readonly paper: Paper;
  readonly priority: Priority | null;
  readonly language: Language;
  readonly issuedAt: number;
  readonly serviceId: number;
  /** The counter of its present service, archived or not. */
  readonly counterId: number;
  readonly stepId: number;
  /** The desk that called it, or that holds it. */
  readonly deskId: number | null;
  readonly recalls: number;
}

const ticketAtStep = query
  .selectFrom('tickets')
  .innerJoin('steps', 'steps.id', 'tickets.stepId')
  .innerJoin('services', 'services.id', 'tickets.serviceId')
  .select([
    'tickets.id',
    'tickets.businessDate',
    'tickets.prefix',
    'tickets.sequence',
    'tickets.status',
    'tickets.paper',
    'tickets.priority',
    'tickets.language',
    'tickets.issuedAt',
    'tickets.serviceId',
    'services.counterId',
    'steps.id as stepId',
    'steps.deskId',
    'steps.recalls',
  ]);

export function readTicket(reader: Reader, ticketId: number): TicketAtStep | undefined {
  return reader.first(ticketAtStep.where('tickets.id', '=', ticketId));
}

/** The ticket that is `called` or `serving` at a desk. */
export function readTicketAtDesk(reader: Reader, deskId: number): TicketAtStep | undefined {
  return reader.first(
    ticketAtStep
      .where('steps.deskId', '=', deskId)
      // Written out as in the partial index `steps_desk_alive`, which is used only then.
      .where(sql<SqlBool>`steps.status IN ('called', 'serving')`),
  );
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
