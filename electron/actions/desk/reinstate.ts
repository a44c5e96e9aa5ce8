import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { findTicket, requireUser } from './standing';
import { placeAt, recordTicketEvent, setTicketStatus, uncalled } from './ticket-change';

/**
 * Brings a ticket of today back among those who wait, at the service where it was. Who missed a call goes after
 * the next three of its class; who was held, or cancelled by mistake, by the time on the paper. The visitor
 * stands before the officer, so a number without its paper is taken without paper.
 * Refuses `not_found`, `forbidden` (a counter that isn't the officer's), `illegal_transition`.
 */
export function reinstate(
  context: ActionContext,
  input: { readonly ticketId: number },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const ticket = findTicket(context, user, input.ticketId, 'reinstate');
  const placement = ticket.status === 'no_show' ? 'after_missed_call' : 'arrival';
  setTicketStatus(context, ticket, 'waiting', {
    ...uncalled,
    orderedAt: placeAt(context, ticket, ticket.serviceId, placement),
    placeReason: 'returned',
  });
  if (ticket.paper === 'pending') {
    context.transaction.run(
      query.updateTable('tickets').set({ paper: 'declined' }).where('id', '=', ticket.id),
    );
  }
  recordTicketEvent(context, ticket, 'reinstated', { data: { from: ticket.status } });
  return { ticketId: ticket.id };
}
