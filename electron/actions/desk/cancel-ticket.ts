import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { findTicket, requireSupervisor } from './standing';
import { recordTicketEvent, setTicketStatus } from './ticket-change';

/**
 * A supervisor cancels a ticket that is printing, waits or is held, with a reason; what was added to its visit
 * goes too, and paper of which no byte was sent is not printed any more. `reinstate` brings it back the same day.
 * Refuses `not_found`, `forbidden`, `illegal_transition`.
 */
export function cancelTicketByStaff(
  context: ActionContext,
  input: { readonly ticketId: number; readonly reason: string },
): { readonly ticketId: number } {
  const user = requireSupervisor(context);
  const ticket = findTicket(context, user, input.ticketId, 'cancel');
  setTicketStatus(context, ticket, 'cancelled', { reason: input.reason });
  context.transaction.run(
    query
      .updateTable('steps')
      .set({ status: 'cancelled', endedAt: context.now, reason: input.reason })
      .where('ticketId', '=', ticket.id)
      .where('status', '=', 'planned'),
  );
  context.transaction.run(
    query
      .updateTable('print_jobs')
      .set({ state: 'dropped', endedAt: context.now })
      .where('ticketId', '=', ticket.id)
      .where('state', '=', 'queued'),
  );
  recordTicketEvent(context, ticket, 'cancelled', { data: { reason: input.reason, from: ticket.status } });
  return { ticketId: ticket.id };
}
