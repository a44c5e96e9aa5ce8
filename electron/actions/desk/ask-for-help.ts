import { noHelpAsked } from '../../store/desks';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findOwnDesk, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Calls for help at one's own desk, paused or not: supervisors are told at once, nobody else. It goes on until somebody ends
 * it, the desk is left or another takes it. Once more: no change.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`.
 */
export function askForHelp(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findOwnDesk(context, user, input.deskId);
  const answer = { deskId: desk.hall.id };
  if (desk.state.helpAskedAt !== null) return answer;
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ ...noHelpAsked, helpAskedAt: context.now })
      .where('id', '=', desk.hall.id),
  );
  recordDeskEvent(context, user, 'help_asked', desk.hall.id);
  announceDesk(context, desk.hall);
  return answer;
}
