import { Refusal } from '../../queue/refusal';
import { noBreakAsked } from '../../store/desks';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findOwnDesk, findWorkingDesk, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Asks supervisors for a break of so many minutes at one's own desk; what was asked before is no more. Nothing stops
 * until one grants it.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`.
 */
export function askForBreak(
  context: ActionContext,
  input: { readonly deskId: number; readonly reason: string; readonly minutes: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  const { reason, minutes } = input;
  const asked = { breakAskedAt: context.now, breakReason: reason, breakMinutes: minutes };
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ ...noBreakAsked, ...asked })
      .where('id', '=', desk.hall.id),
  );
  recordDeskEvent(context, user, 'break_asked', desk.hall.id, { reason, minutes });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}

/**
 * Takes back what was asked, granted or not, or puts away that it was declined.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, and `illegal_transition` where nothing was asked.
 */
export function withdrawBreak(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findOwnDesk(context, user, input.deskId);
  if (desk.state.breakAskedAt === null) throw new Refusal('illegal_transition');
  context.transaction.run(query.updateTable('desks').set(noBreakAsked).where('id', '=', desk.hall.id));
  recordDeskEvent(context, user, 'break_withdrawn', desk.hall.id, { answer: desk.state.breakAnswer });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
