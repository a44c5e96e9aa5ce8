import type { Updateable } from 'kysely';
import type { Priority, TicketStatus } from '../../contract/tickets';
import { goesFirst } from '../../queue/overrides';
import { type Placement, placeAmong } from '../../queue/place';
import { type EventKind, recordEvent } from '../../store/events';
import { prepared, preparedUpdate } from '../../store/prepared';
import { ticketsToCall } from '../../store/queue-queries';
import type { StoredPlaceReason, Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { TicketAtStep } from '../../store/tickets';
import type { ActionContext } from '../action';

/** Writes what happened to a ticket by a user, and tells its watchers. */
export function recordTicketEvent(
  context: ActionContext,
  ticket: TicketAtStep,
  kind: EventKind,
  more: { readonly deskId?: number; readonly data?: Readonly<Record<string, unknown>> } = {},
): void {
  recordEvent(context.transaction, {
    at: context.now,
    businessDate: context.businessDate,
    kind,
    ticketId: ticket.id,
    stepId: ticket.stepId,
    ...(context.actor.kind === 'user' ? { userId: context.actor.userId } : {}),
    ...more,
  });
  context.transaction.announce({ kind: 'ticket', ticketId: ticket.id, counterId: ticket.counterId });
}

const ticketStatus = prepared(
  (values: { status: Exclude<TicketStatus, 'printing'>; endedAt: number | null; ticketId: number }) =>
    query
      .updateTable('tickets')
      .set({ status: values.status, endedAt: values.endedAt })
      .where('id', '=', values.ticketId),
);
const stepColumns = preparedUpdate((step: Updateable<Tables['steps']>, values: { stepId: number }) =>
  query.updateTable('steps').set(step).where('id', '=', values.stepId),
);

/** Changes a ticket and its present step alike. */
export function setTicketStatus(
  context: ActionContext,
  ticket: TicketAtStep,
  status: Exclude<TicketStatus, 'printing'>,
  step: Updateable<Tables['steps']> = {},
): void {
  const over = status === 'done' || status === 'no_show' || status === 'cancelled' || status === 'void';
  const endedAt = over ? context.now : null;
  context.transaction.run(ticketStatus({ status, endedAt, ticketId: ticket.id }));
  setStep(context, ticket.stepId, { status, endedAt, ...step });
}

/** Writes these columns of a step, and nothing of its ticket; `setTicketStatus` changes both. */
export function setStep(context: ActionContext, stepId: number, step: Updateable<Tables['steps']>): void {
  context.transaction.run(stepColumns(step, { stepId }));
}

const ticketPriority = prepared((values: { ticketId: number; priority: Priority | null }) =>
  query.updateTable('tickets').set({ priority: values.priority }).where('id', '=', values.ticketId),
);

/** Gives a ticket its priority, or takes it away. */
export function setPriority(context: ActionContext, ticketId: number, priority: Priority | null): void {
  context.transaction.run(ticketPriority({ ticketId, priority }));
}

/** What a step loses when it waits again: its call, the desk that made it, and to whom it was sent. */
export const uncalled = {
  deskId: null,
  userId: null,
  calledAt: null,
  startedAt: null,
  heldAt: null,
  endedAt: null,
  recalls: 0,
  reason: null,
  forUserId: null,
} as const satisfies Updateable<Tables['steps']>;

/** What orders a ticket at a service where it is put, by the rules of `queue/place.ts`. */
export function placeAt(
  context: ActionContext,
  ticket: TicketAtStep,
  serviceId: number,
  placement: Placement,
): number {
  const waiting = ticketsToCall(context.transaction, context.businessDate, serviceId, context.hall).filter(
    (other) => other.ticketId !== ticket.id,
  );
  return placeAmong(
    waiting,
    {
      hasPriority: goesFirst(context.hall.service.get(serviceId), ticket.priority),
      issuedAt: ticket.issuedAt,
    },
    placement,
    context.now,
  );
}

/**
 * Begins the next step of a visit: the ticket waits at another service with the number it has (or, where its
 * paper isn't out yet, goes on printing). The step before must have ended.
 */
export function beginStep(
  context: ActionContext,
  ticket: TicketAtStep,
  step: {
    readonly serviceId: number;
    readonly orderedAt: number;
    readonly placeReason: StoredPlaceReason;
    readonly note: string | null;
    readonly forUserId?: number;
  },
): void {
  const { lastId: stepId } = context.transaction.run(
    query.insertInto('steps').values({
      ...step,
      ticketId: ticket.id,
      businessDate: ticket.businessDate,
      status: 'waiting',
      arrivedAt: context.now,
      fromServiceId: ticket.serviceId,
    }),
  );
  goOnAt(context, ticket, stepId, step.serviceId);
}

/** Makes a waiting step the ticket's present one, and tells the watchers of the counter it comes to. */
export function goOnAt(
  context: ActionContext,
  ticket: TicketAtStep,
  stepId: number,
  serviceId: number,
): void {
  const status = ticket.status === 'printing' ? 'printing' : 'waiting';
  context.transaction.run(
    query
      .updateTable('tickets')
      .set({ status, endedAt: null, stepId, serviceId })
      .where('id', '=', ticket.id),
  );
  const counterId = context.hall.service.get(serviceId)?.counterId;
  if (counterId !== undefined && counterId !== ticket.counterId) {
    context.transaction.announce({ kind: 'ticket', ticketId: ticket.id, counterId });
  }
}

/** Tells the watchers of a desk, at each counter that it serves, that something changed there. */
export function announceDesk(
  context: ActionContext,
  desk: { readonly id: number; readonly counterId: number },
): void {
  for (const counterId of context.hall.desk.get(desk.id)?.counterIds ?? [desk.counterId]) {
    context.transaction.announce({ kind: 'desk', deskId: desk.id, counterId });
  }
}
