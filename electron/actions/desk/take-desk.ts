import { Refusal } from '../../queue/refusal';
import { nothingUnderWay, readDeskOfUser } from '../../store/desks';
import { query } from '../../store/store';
import { readTicketAtDesk } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordDeskEvent } from './desk-event';
import { vacate } from './leave-desk';
import { findDesk, requireCounter, requireFree, requireUser } from './standing';
import { announceDesk } from './ticket-change';

/**
 * Takes a desk to serve at. A user serves at one desk at a time: the one before is left. A supervisor may take a
 * desk from whoever sits there, who is thereby relieved, with the ticket that is being served; so a desk that
 * somebody went home from without leaving it is freed, and so it is handed over. One's own desk again: no change.
 * Refuses `not_found`, `forbidden`, `not_your_counter` (also where the ticket there is of a counter out of reach), `desk_taken`, and `desk_busy` while a ticket is at the desk one would leave.
 */
export function takeDesk(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly deskId: number } {
  const user = requireUser(context);
  const desk = findDesk(context, user, input.deskId);
  const relieved = desk.state.userId;
  if (relieved === user.userId) return { deskId: desk.hall.id };
  if (relieved !== null && user.role === 'staff') throw new Refusal('desk_taken');

  const ticket = readTicketAtDesk(context.transaction, desk.hall.id);
  if (ticket) requireCounter(user, ticket.counterId);
  const before = readDeskOfUser(context.transaction, user.userId);
  if (before) {
    requireFree(context, before.id);
    vacate(context, user, before);
  }
  context.transaction.run(
    query
      .updateTable('desks')
      .set({ ...nothingUnderWay, userId: user.userId, signedInAt: context.now })
      .where('id', '=', desk.hall.id),
  );
  const data = relieved === null ? undefined : { relievedUserId: relieved };
  recordDeskEvent(context, user, 'desk_taken', desk.hall.id, data);
  announceDesk(context, desk.hall);
  return { deskId: desk.hall.id };
}
