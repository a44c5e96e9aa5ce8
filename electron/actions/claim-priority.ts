import type { Priority } from '../contract/tickets';
import { goesFirst } from '../queue/overrides';
import { Refusal } from '../queue/refusal';
import { readTicket } from '../store/tickets';
import type { ActionContext } from './action';
import { recordTicketEvent, setPriority } from './desk/ticket-change';
import { ticketOfHolder } from './ticket-of-holder';

/** So long after its issue a number is still before its visitor at the kiosk, in milliseconds. */
const afterIssue = 120_000;

/**
 * Whoever took a number by one tap says at the kiosk, while it is shown, that they go first: its place stays that of its
 * arrival, among those who go first.
 * Refuses `not_found`, `already_exists` where it has a priority, `priority_unknown` where the service knows no such reason, and
 * `illegal_transition` once it was called or its two minutes are over.
 */
export function claimPriority(
  context: ActionContext,
  input: { readonly token: string; readonly priority: Priority },
): { readonly ticketId: number } {
  const { id } = ticketOfHolder(context, input.token);
  const ticket = readTicket(context.transaction, id);
  const isNew =
    ticket && ticket.businessDate === context.businessDate && context.now <= ticket.issuedAt + afterIssue;
  if (!isNew || (ticket.status !== 'printing' && ticket.status !== 'waiting')) {
    throw new Refusal('illegal_transition');
  }
  if (ticket.priority !== null) throw new Refusal('already_exists');
  const { priority } = input;
  if (!goesFirst(context.hall.service.get(ticket.serviceId), priority)) throw new Refusal('priority_unknown');
  setPriority(context, ticket.id, priority);
  recordTicketEvent(context, ticket, 'priority_changed', { data: { priorityBefore: null, priority } });
  return { ticketId: ticket.id };
}
