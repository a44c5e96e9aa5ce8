import { Refusal } from '../queue/refusal';
import type { ActionContext } from './action';
import { endVisit } from './end-visit';
import { ticketOfHolder } from './ticket-of-holder';

/**
 * The holder gives the number back. It is never used again; where its paper was awaited, none is printed.
 * Refuses `not_found`, and `illegal_transition` for a ticket that is called already, or over.
 */
export function cancelTicket(
  context: ActionContext,
  input: { readonly token: string },
): { readonly ticketId: number } {
  const ticket = ticketOfHolder(context, input.token);
  const mayCancel = ['printing', 'waiting', 'held'].includes(ticket.status);
  if (!mayCancel || ticket.businessDate !== context.businessDate) throw new Refusal('illegal_transition');
  endVisit(context, ticket, { status: 'cancelled', reason: 'holder' });
  return { ticketId: ticket.id };
}
