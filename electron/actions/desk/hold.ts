import type { ActionContext } from '../action';
import { beginGrantedBreak } from './granted-break';
import { findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent, setTicketStatus } from './ticket-change';

/**
 * Puts the desk's visitor aside (a form to fill in, a copy to make): the ticket keeps the desk, the officer and
 * the reason, until it is called again or made to wait.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`.
 */
export function hold(
  context: ActionContext,
  input: { readonly deskId: number; readonly reason: string },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'hold');
  setTicketStatus(context, ticket, 'held', { heldAt: context.now, reason: input.reason });
  recordTicketEvent(context, ticket, 'held', { deskId: desk.hall.id, data: { reason: input.reason } });
  beginGrantedBreak(context, desk);
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
