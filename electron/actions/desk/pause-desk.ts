import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { laterInstant } from '../later-instant';
import { recordDeskEvent } from './desk-event';
import { findWorkingDesk, requireFree, requireUser } from './standing';
import { announceDesk } from './ticket-change';

const longestBreak = 4 * 3_600_000;

/**
 * Pauses a desk with a reason, and until when where the officer says: nothing can be done there but resume and leave.
 * Its visitor is finished first.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused` (it is already), `desk_busy`,
 * and `invalid_request` for an end that is over or more than four hours away.
 */
export function pauseDesk(
  context: ActionContext,
  input: { readonly deskId: number; readonly reason: string; readonly until?: string | null | undefined },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  const until = laterInstant(input.until ?? null, context.now, longestBreak);
  requireFree(context, desk.hall.id);
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ pausedAt: context.now, pauseReason: input.reason, pauseUntil: until })
      .where('id', '=', desk.hall.id),
  );
  recordDeskEvent(context, user, 'desk_paused', desk.hall.id, {
    reason: input.reason,
    ...(until === null ? {} : { until }),
  });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
