import { Refusal } from '../queue/refusal';
import { dropPaper } from '../store/drop-paper';
import { recordEvent } from '../store/events';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { ticketOfHolder } from './ticket-of-holder';

/**
 * The holder keeps the number without paper: it waits from now on, and its paper isn't printed any more.
 * Refuses `not_found`, `forbidden` where the hall doesn't allow tickets without paper, and `illegal_transition` unless
 * the ticket's paper is still awaited.
 */
export function goPaperless(
  context: ActionContext,
  input: { readonly token: string },
): { readonly ticketId: number } {
  const { transaction, hall, now, businessDate } = context;
  const ticket = ticketOfHolder(context, input.token);
  if (!hall.settings.paperlessAllowed) throw new Refusal('forbidden');
  if (ticket.status !== 'printing' || ticket.businessDate !== businessDate) {
    throw new Refusal('illegal_transition');
  }
  transaction.run(
    query.updateTable('tickets').set({ status: 'waiting', paper: 'declined' }).where('id', '=', ticket.id),
  );
  dropPaper(transaction, ticket.id, now);
  recordEvent(transaction, {
    at: now,
    businessDate,
    kind: 'paper',
    ticketId: ticket.id,
    ...(ticket.stepId === null ? {} : { stepId: ticket.stepId }),
    data: { paper: 'declined' },
  });
  transaction.announce({ kind: 'ticket', ticketId: ticket.id, counterId: ticket.counterId });
  return { ticketId: ticket.id };
}
