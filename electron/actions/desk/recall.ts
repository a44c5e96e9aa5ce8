import { Refusal } from '../../queue/refusal';
import type { ActionContext } from '../action';
import { announceCall } from './announce-call';
import { findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent, setStep } from './ticket-change';

/**
 * Calls the desk's ticket again, as often as the hall's `recallLimit` allows for one call.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`, `recall_limit`.
 */
export function recall(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly ticketId: number; readonly sequence: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'recall');
  if (ticket.recalls >= context.hall.settings.recallLimit) throw new Refusal('recall_limit');
  setStep(context, ticket.stepId, { recalls: ticket.recalls + 1 });
  const sequence = announceCall(context, desk.hall, ticket, true);
  recordTicketEvent(context, ticket, 'recalled', { deskId: desk.hall.id, data: { sequence } });
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id, sequence };
}
