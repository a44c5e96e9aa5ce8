import type { TicketAtStep } from '../../store/tickets';
import type { ActionContext } from '../action';
import { announceCall } from './announce-call';
import type { Desk, UserActor } from './standing';
import { announceDesk, recordTicketEvent, setTicketStatus, uncalled } from './ticket-change';

/** Calls a ticket to a free desk. `inOrder`: by the calling rules, or because the officer chose it. */
export function bringToDesk(
  context: ActionContext,
  user: UserActor,
  desk: Desk,
  ticket: TicketAtStep,
  inOrder: boolean,
): { readonly ticketId: number; readonly sequence: number } {
  setTicketStatus(context, ticket, 'called', {
    ...uncalled,
    deskId: desk.hall.id,
    userId: user.userId,
    calledAt: context.now,
  });
  const sequence = announceCall(context, desk.hall, ticket, false);
  recordTicketEvent(context, ticket, 'called', {
    deskId: desk.hall.id,
    data: { sequence, inOrder, from: ticket.status },
  });
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id, sequence };
}
