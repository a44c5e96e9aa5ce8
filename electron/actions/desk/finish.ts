import { prepared } from '../../store/prepared';
import { query } from '../../store/store';
import { readPlannedStep } from '../../store/tickets';
import type { ActionContext } from '../action';
import { beginGrantedBreak } from './granted-break';
import { findTicketAtDesk } from './standing';
import { announceDesk, goOnAt, placeAt, recordTicketEvent, setStep, setTicketStatus } from './ticket-change';

/**
 * Ends the service at the desk: the ticket is done, or waits at the service added to its visit, by the time on
 * its paper. A visit of an earlier business date ends here, whatever was added to it.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`.
 */
export function finish(
  context: ActionContext,
  input: { readonly deskId: number; readonly note?: string | undefined },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'finish');
  const note = input.note ? input.note : null;
  const next =
    ticket.businessDate === context.businessDate
      ? readPlannedStep(context.transaction, ticket.id)
      : undefined;

  setTicketStatus(context, ticket, 'done', note === null ? {} : { note });
  recordTicketEvent(context, ticket, 'finished', {
    deskId: desk.hall.id,
    data: { note, nextServiceId: next?.serviceId ?? null },
  });
  announceDesk(context, desk.hall);
  if (next) {
    setStep(context, next.id, {
      status: 'waiting',
      arrivedAt: context.now,
      orderedAt: placeAt(context, ticket, next.serviceId, 'arrival'),
      placeReason: 'transferred',
      fromServiceId: ticket.serviceId,
    });
    goOnAt(context, ticket, next.id, next.serviceId);
  } else {
    cancelPlannedSteps(context, ticket.id);
  }
  beginGrantedBreak(context, desk);
  return { ticketId: ticket.id };
}

const cancelPlanned = prepared((values: { ticketId: number; endedAt: number }) =>
  query
    .updateTable('steps')
    .set({ status: 'cancelled', endedAt: values.endedAt, reason: 'end_of_day' })
    .where('ticketId', '=', values.ticketId)
    .where('status', '=', 'planned'),
);

function cancelPlannedSteps(context: ActionContext, ticketId: number): void {
  context.transaction.run(cancelPlanned({ ticketId, endedAt: context.now }));
}
