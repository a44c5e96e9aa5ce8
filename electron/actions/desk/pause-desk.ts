import { Refusal } from '../../queue/refusal';
import { noBreakAsked } from '../../store/desks';
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
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused` (it is already), `break_not_granted` to an officer
 * whose hall wants breaks asked for (`askForBreak`), `desk_busy`,
 * and `invalid_request` for an end that is over or more than four hours away.
 */
export function pauseDesk(
  context: ActionContext,
  input: { readonly deskId: number; readonly reason: string; readonly until?: string | null | undefined },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  if (user.role === 'staff' && context.hall.settings.breaksNeedAsking) throw new Refusal('break_not_granted');
  const until = laterInstant(input.until ?? null, context.now, longestBreak);
  requireFree(context, desk.hall.id);
  beginPause(context, { deskId: desk.hall.id, userId: user.userId, reason: input.reason, until });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}

/** Begins a break at a free desk for the officer who sits there, and clears what they asked of supervisors. */
export function beginPause(
  context: ActionContext,
  {
    deskId,
    userId,
    reason,
    until,
  }: {
    readonly deskId: number;
    readonly userId: number;
    readonly reason: string;
    /** Milliseconds since 1970 UTC; null: not known. */
    readonly until: number | null;
  },
): void {
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ ...noBreakAsked, pausedAt: context.now, pauseReason: reason, pauseUntil: until })
      .where('id', '=', deskId),
  );
  const data = { reason, ...(until === null ? {} : { until }) };
  recordDeskEvent(context, { userId }, 'desk_paused', deskId, data);
}
