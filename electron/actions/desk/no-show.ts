import type { ActionContext } from '../action';
import { beginGrantedBreak } from './granted-break';
import { findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent, setTicketStatus } from './ticket-change';

/**
 * The called visitor did not come. The number can be brought back (`reinstate`) the same day.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`.
 */
export function noShow(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'no_show');
  setTicketStatus(context, ticket, 'no_show');
  recordTicketEvent(context, ticket, 'no_show', { deskId: desk.hall.id });
  beginGrantedBreak(context, desk);
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
