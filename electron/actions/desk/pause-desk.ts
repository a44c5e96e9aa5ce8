import { recordEvent } from '../../store/events';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { findWorkingDesk, requireFree, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Pauses a desk with a reason: nothing can be done there but resume and leave. Its visitor is finished first.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused` (it is already), `desk_busy`.
 */
export function pauseDesk(
  context: ActionContext,
  input: { readonly deskId: number; readonly reason: string },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  requireFree(context, desk.hall.id);
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ pausedAt: context.now, pauseReason: input.reason })
      .where('id', '=', desk.hall.id),
  );
  recordEvent(context.transaction, {
    at: context.now,
    businessDate: context.businessDate,
    kind: 'desk_paused',
    deskId: desk.hall.id,
    userId: user.userId,
    data: { reason: input.reason },
  });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
