import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordTicketEvent } from '../desk/ticket-change';

/**
 * Prints the paper of a ticket that is in the hall once more, marked as a copy: at that kiosk, or where it was
 * taken. A reprint that is under way already is not doubled. Refuses `not_found`, and `illegal_transition` for a ticket that has left or whose
 * first paper is still awaited.
 */
export function reprintTicket(
  context: ActionContext,
  input: { readonly ticketId: number; readonly deviceId?: string },
): void {
  const { transaction, now, businessDate } = context;
  const ticket = readTicket(transaction, input.ticketId);
  if (!ticket) throw new Refusal('not_found');
  const here = ['waiting', 'called', 'serving', 'held'].includes(ticket.status);
  if (!here || ticket.businessDate !== businessDate) throw new Refusal('illegal_transition');
  const open = transaction.first(
    query
      .selectFrom('print_jobs')
      .select('id')
      .where('ticketId', '=', input.ticketId)
      .where('state', 'in', ['queued', 'sending', 'uncertain']),
  );
  if (open) return;
  const taken = transaction.first(
    query.selectFrom('tickets').select('deviceId').where('id', '=', input.ticketId),
  );
  const deviceId = input.deviceId ?? taken?.deviceId ?? builtInKioskId;
  transaction.run(
    query
      .insertInto('print_jobs')
      .values({ ticketId: input.ticketId, deviceId, state: 'queued', copy: 1, reprint: 1, createdAt: now }),
  );
  recordTicketEvent(context, ticket, 'reprinted', {});
  transaction.announce({ kind: 'print_job', deviceId });
}
