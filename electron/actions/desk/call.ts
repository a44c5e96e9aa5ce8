import { Refusal } from '../../queue/refusal';
import { mayBeCalledBy } from '../../store/queue-queries';
import type { ActionContext } from '../action';
import { bringToDesk } from './bring-to-desk';
import { findTicket, findWorkingDesk, requireFree, requireUser } from './standing';

/**
 * Calls a waiting or held ticket of one of the desk's counters out of order. The priority ratio's memory stays as it is:
 * it counts turns, not choices.
 * Refuses `not_found`, `forbidden` (also a ticket of a counter that the desk doesn't serve), `desk_not_taken`, `desk_paused`,
 * `desk_busy`, `illegal_transition`, `for_another_officer` while the officer whom it was sent to is at work.
 */
export function call(
  context: ActionContext,
  input: { readonly deskId: number; readonly ticketId: number },
): { readonly ticketId: number; readonly sequence: number } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  requireFree(context, desk.hall.id);
  const ticket = findTicket(context, user, input.ticketId, 'call');
  if (!desk.hall.counterIds.includes(ticket.counterId)) throw new Refusal('forbidden');
  if (ticket.status === 'waiting' && !mayBeCalledBy(context.transaction, context.hall, ticket, user.userId)) {
    throw new Refusal('for_another_officer');
  }
  return bringToDesk(context, user, desk, ticket, false);
}
