import type { ActionContext } from '../action';
import { findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent, setTicketStatus } from './ticket-change';

/**
 * The called visitor has come: serving begins.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`.
 */
export function start(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'start');
  setTicketStatus(context, ticket, 'serving', { startedAt: context.now });
  recordTicketEvent(context, ticket, 'started', { deskId: desk.hall.id });
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
