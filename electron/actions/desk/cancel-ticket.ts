import type { ActionContext } from '../action';
import { endVisit } from '../end-visit';
import { findTicket, requireSupervisor } from './standing';

/**
 * A supervisor cancels a ticket that is printing, waits or is held, with a reason; what was added to its visit
 * goes too, and its paper is not printed any more. `reinstate` brings it back the same day.
 * Refuses `not_found`, `forbidden`, `illegal_transition`.
 */
export function cancelTicketByStaff(
  context: ActionContext,
  input: { readonly ticketId: number; readonly reason: string },
): { readonly ticketId: number } {
  const user = requireSupervisor(context);
  const ticket = findTicket(context, user, input.ticketId, 'cancel');
  endVisit(context, ticket, { status: 'cancelled', reason: input.reason });
  return { ticketId: ticket.id };
}
