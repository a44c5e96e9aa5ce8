import { Refusal } from '../queue/refusal';
import { mayDo } from '../queue/transitions';
import { countAccess } from '../store/access-days';
import { prepared } from '../store/prepared';
import type { FetchAskedBy } from '../store/schema';
import { query } from '../store/store';
import { readTicket, type TicketAtStep } from '../store/tickets';
import type { ActionContext } from './action';
import { findTicket, requireUser } from './desk/standing';
import { recordTicketEvent } from './desk/ticket-change';
import { ticketOfHolder } from './ticket-of-holder';

const setMark = prepared((values: { ticketId: number; fetchMe: 0 | 1; fetchAskedBy: FetchAskedBy | null }) =>
  query
    .updateTable('tickets')
    .set({ fetchMe: values.fetchMe, fetchAskedBy: values.fetchAskedBy })
    .where('id', '=', values.ticketId),
);

/**
 * An officer marks that a visitor is to be fetched when called, or takes that back; where it is so already nothing happens.
 * Refuses `not_found`, `not_your_counter`, `illegal_transition` once it is served or over.
 */
export function askToBeFetched(
  context: ActionContext,
  input: { readonly ticketId: number; readonly fetchMe: boolean },
): { readonly ticketId: number } {
  const user = requireUser(context);
  mark(context, findTicket(context, user, input.ticketId, 'fetch'), input.fetchMe, 'officer');
  return { ticketId: input.ticketId };
}

/**
 * The holder of a number asks for it, or takes it back, whoever asked before.
 * Refuses `not_found`, `illegal_transition` once it is served or over.
 */
export function askToBeFetchedAsHolder(
  context: ActionContext,
  input: { readonly token: string; readonly fetchMe: boolean },
): void {
  const ticket = readTicket(context.transaction, ticketOfHolder(context, input.token).id);
  if (!ticket || !mayDo('fetch', ticket, context.businessDate)) throw new Refusal('illegal_transition');
  mark(context, ticket, input.fetchMe, 'phone');
}

function mark(context: ActionContext, ticket: TicketAtStep, fetchMe: boolean, by: FetchAskedBy): void {
  if ((ticket.fetchMe === 1) === fetchMe) return;
  const { transaction } = context;
  transaction.run(
    setMark({ ticketId: ticket.id, fetchMe: fetchMe ? 1 : 0, fetchAskedBy: fetchMe ? by : null }),
  );
  const day = { businessDate: ticket.businessDate, practice: ticket.practice === 1 };
  countAccess(transaction, day, 'fetchAsked', fetchMe ? 1 : -1);
  recordTicketEvent(context, ticket, 'fetch_changed', { data: { fetchMe, by } });
}
