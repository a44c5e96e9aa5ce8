import { Refusal } from '../../queue/refusal';
import { builtInKioskId } from '../../store/import-configuration';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordTicketEvent } from '../desk/ticket-change';

const open: ReadonlySet<string> = new Set(['queued', 'sending', 'uncertain']);

/**
 * Prints the paper of a ticket that is in the hall, at that kiosk or where it was taken: marked as a copy where a byte of
 * it has been printed before. A reprint that is under way already is not doubled. Refuses `not_found`, and `illegal_transition` for a ticket that has left or whose
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
  const jobs = transaction.all(
    query.selectFrom('print_jobs').select(['state', 'attempts']).where('ticketId', '=', input.ticketId),
  );
  if (jobs.some(({ state }) => open.has(state))) return;
  const copy = jobs.some(({ attempts }) => attempts > 0) ? 1 : 0;
  const taken = transaction.first(
    query.selectFrom('tickets').select('deviceId').where('id', '=', input.ticketId),
  );
  const deviceId = input.deviceId ?? taken?.deviceId ?? builtInKioskId;
  transaction.run(
    query
      .insertInto('print_jobs')
      .values({ ticketId: input.ticketId, deviceId, state: 'queued', copy, reprint: 1, createdAt: now }),
  );
  recordTicketEvent(context, ticket, 'reprinted', { data: { copy: copy === 1, deviceId } });
  transaction.announce({ kind: 'print_job', deviceId });
}
