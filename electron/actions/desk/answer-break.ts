import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { readTicketAtDesk } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { beginGrantedBreak } from './granted-break';
import { findSupervisedDesk, requireSupervisor } from './standing';
import { announceDesk } from './ticket-change';

/**
 * A supervisor grants or declines the break that was asked for at a desk, with a word if there is one to say. Granted,
 * it begins at once at a free desk, or else once its visitor is finished, held or sent on.
 * Refuses `not_found`, `forbidden`, `not_your_counter`, and `illegal_transition` where nothing was asked or it was answered.
 */
export function answerBreak(
  context: ActionContext,
  input: { readonly deskId: number; readonly granted: boolean; readonly word?: string | undefined },
): { readonly deskId: number } {
  const user = requireSupervisor(context);
  const desk = findSupervisedDesk(context, user, input.deskId);
  const { breakAskedAt, breakAnswer } = desk.state;
  if (breakAskedAt === null || breakAnswer !== null) throw new Refusal('illegal_transition');
  const answer = input.granted ? 'granted' : 'declined';
  const word = input.word ? input.word : null;
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ breakAnswer: answer, breakWord: word, breakAnsweredBy: user.userId })
      .where('id', '=', desk.hall.id),
  );
  recordDeskEvent(context, user, 'break_answered', desk.hall.id, { answer, word });
  const isFree = !readTicketAtDesk(context.transaction, desk.hall.id);
  if (isFree) beginGrantedBreak(context, { ...desk, state: { ...desk.state, breakAnswer: answer } });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
