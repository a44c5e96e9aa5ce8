import { Refusal } from '../../queue/refusal';
import { noHelpAsked } from '../../store/desks';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { findOwnDesk, findSupervisedDesk, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Ends a call for help: the officer at the desk, who takes it back or was helped, or a supervisor.
 * Refuses `not_found`, `forbidden`, `not_your_counter`, `desk_not_taken`, and `illegal_transition` where nobody calls.
 */
export function endHelp(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const find = user.role === 'staff' ? findOwnDesk : findSupervisedDesk;
  const desk = find(context, user, input.deskId);
  const { helpAskedAt, helpAnsweredBy } = desk.state;
  if (helpAskedAt === null) throw new Refusal('illegal_transition');
  context.transaction.run(query.updateTable('desks').set(noHelpAsked).where('id', '=', desk.hall.id));
  recordDeskEvent(context, user, 'help_ended', desk.hall.id, { askedAt: helpAskedAt, helpAnsweredBy });
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
