import { dropPaper } from '../store/drop-paper';
import { recordEvent } from '../store/events';
import { query } from '../store/store';
import type { ActionContext } from './action';

/**
 * Ends a visit where nobody serves it: the ticket, its present step and what was added to the visit, and takes its
 * paper off the printers' lists. `reason` is kept with the step and the event.
 */
export function endVisit(
  context: ActionContext,
  ticket: { readonly id: number; readonly counterId: number; readonly status: string },
  end: { readonly status: 'cancelled' | 'no_show' | 'done'; readonly reason: string },
): void {
  const { transaction, now, businessDate, actor } = context;
  transaction.run(
    query.updateTable('tickets').set({ status: end.status, endedAt: now }).where('id', '=', ticket.id),
  );
  transaction.run(
    query
      .updateTable('steps')
      .set({ status: end.status, endedAt: now, reason: end.reason })
      .where('ticketId', '=', ticket.id)
      .where('status', 'in', ['waiting', 'called', 'serving', 'held']),
  );
  transaction.run(
    query
      .updateTable('steps')
      .set({ status: 'cancelled', endedAt: now, reason: end.reason })
      .where('ticketId', '=', ticket.id)
      .where('status', '=', 'planned'),
  );
  dropPaper(transaction, ticket.id, now);
  const kinds = { cancelled: 'cancelled', no_show: 'no_show', done: 'finished' } as const;
  recordEvent(transaction, {
    at: now,
    businessDate,
    kind: kinds[end.status],
    ticketId: ticket.id,
    ...(actor.kind === 'user' ? { userId: actor.userId } : {}),
    data: { reason: end.reason, from: ticket.status },
  });
  transaction.announce({ kind: 'ticket', ticketId: ticket.id, counterId: ticket.counterId });
}
