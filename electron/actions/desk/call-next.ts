import { priorityRatioAt } from '../../queue/overrides';
import { reachesService } from '../../queue/reach';
import { queueNow } from '../../store/kept-queue';
import { prepared } from '../../store/prepared';
import { mayBeCalledBy } from '../../store/queue-queries';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { bringToDesk } from './bring-to-desk';
import { findWorkingDesk, requireFree, requireUser } from './standing';

const setRun = prepared((values: { deskId: number; priorityRun: number }) =>
  query.updateTable('desks').set({ priorityRun: values.priorityRun }).where('id', '=', values.deskId),
);

/**
 * Calls who is next at a desk by the calling rules, in the one line of all its counters that the officer reaches, by the
 * priority ratio of the desk's own counter; or answers null where nobody waits for its services
 * whom this officer may call (`mayBeCalledBy`).
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `desk_busy`.
 */
export function callNext(
  context: ActionContext,
  input: { readonly deskId: number },
): { readonly ticketId: number; readonly sequence: number } | null {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, input.deskId);
  requireFree(context, desk.hall.id);
  const serviceIds = desk.hall.serviceIds.filter((id) => reachesService(context.hall, user.counterIds, id));
  const line = queueNow(context.transaction, context.businessDate).line(serviceIds, context.hall);
  const rule = {
    priorityRatio: priorityRatioAt(context.hall, desk.hall.counterId),
    priorityRun: desk.state.priorityRun,
  };
  // Whose paper is still on its way stands in line, but can't be called, and who was sent to another isn't one's own.
  const turn = line.next(
    rule,
    (ticket) =>
      ticket.status === 'waiting' && mayBeCalledBy(context.transaction, context.hall, ticket, user.userId),
  );
  const ticket = turn && readTicket(context.transaction, turn.ticket.ticketId);
  if (!ticket) return null;
  if (turn.priorityRunAfter !== desk.state.priorityRun) {
    context.transaction.run(setRun({ deskId: desk.hall.id, priorityRun: turn.priorityRunAfter }));
  }
  return bringToDesk(context, user, desk, ticket, true);
}
