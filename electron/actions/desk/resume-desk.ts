import { Refusal } from '../../queue/refusal';
import { noPause } from '../../store/desks';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findOwnDesk, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Ends a desk's pause.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, and `illegal_transition` where it isn't paused.
 */
export function resumeDesk(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findOwnDesk(context, user, input.deskId);
  if (desk.state.pausedAt === null) throw new Refusal('illegal_transition');
  context.transaction.run(query.updateTable('desks').set(noPause).where('id', '=', desk.hall.id));
  recordDeskEvent(context, user, 'desk_resumed', desk.hall.id, { pausedAt: desk.state.pausedAt });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
