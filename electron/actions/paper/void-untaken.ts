import { dropPaper } from '../../store/drop-paper';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordTicketEvent, setTicketStatus } from '../desk/ticket-change';

/**
 * A ticket of which no byte was printed and that nobody took becomes void; its number is never used again. The
 * caller knows that it waited long enough and that no byte was sent, in this same transaction.
 * Returns whether it did: nothing changes where its paper is no longer awaited.
 */
export function voidUntaken(context: ActionContext, input: { readonly ticketId: number }): boolean {
  const ticket = readTicket(context.transaction, input.ticketId);
  if (ticket?.status !== 'printing') return false;
  setTicketStatus(context, ticket, 'void', { reason: 'untaken' });
  context.transaction.run(query.updateTable('tickets').set({ paper: 'none' }).where('id', '=', ticket.id));
  dropPaper(context.transaction, ticket.id, context.now);
  recordTicketEvent(context, ticket, 'void', { data: { reason: 'untaken' } });
  return true;
}
