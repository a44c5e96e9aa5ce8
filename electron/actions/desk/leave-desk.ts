import { nobodyThere } from '../../store/desks';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findOwnDesk, requireFree, requireUser, type UserActor } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Leaves a desk, paused or not, for the next one to take.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, and `desk_busy` while a ticket is called or served there.
 */
export function leaveDesk(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findOwnDesk(context, user, input.deskId);
  requireFree(context, desk.hall.id);
  vacate(context, user, desk.hall);
  return { deskId: desk.hall.id };
}

/** Makes a desk nobody's. */
export function vacate(
  context: ActionContext,
  user: Pick<UserActor, 'userId'>,
  desk: { readonly id: number; readonly counterId: number },
): void {
  context.transaction.run(query.updateTable('desks').set(nobodyThere(context.now)).where('id', '=', desk.id));
  recordDeskEvent(context, user, 'desk_left', desk.id);
  announceDesk(context, desk);
}
