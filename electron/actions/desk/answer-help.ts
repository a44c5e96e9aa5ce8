import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findSupervisedDesk, requireSupervisor } from './standing';
import { announceDesk } from './ticket-change';

/**
 * A supervisor says to be on the way to a desk that called for help; who says so last is who comes.
 * Refuses `not_found`, `forbidden`, `not_your_counter`, and `illegal_transition` where nobody calls.
 */
export function answerHelp(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireSupervisor(context);
  const desk = findSupervisedDesk(context, user, input.deskId);
  const { helpAskedAt, helpAnsweredBy } = desk.state;
  if (helpAskedAt === null) throw new Refusal('illegal_transition');
  const answer = { deskId: desk.hall.id };
  if (helpAnsweredBy === user.userId) return answer;
  context.transaction.run(
    query.updateTable('desks').set({ helpAnsweredBy: user.userId }).where('id', '=', desk.hall.id),
  );
  recordDeskEvent(context, user, 'help_answered', desk.hall.id);
  announceDesk(context, desk.hall);
  return answer;
}
