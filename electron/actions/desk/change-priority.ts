import type { Priority } from '../../contract/tickets';
import { goesFirst } from '../../queue/overrides';
import { Refusal } from '../../queue/refusal';
import type { ActionContext } from '../action';
import { findTicket, requireUser } from './standing';
import { recordTicketEvent, setPriority, setStep } from './ticket-change';

/**
 * Gives a number its priority after it was issued, changes it, or takes it away (`priority` null), with a reason that
 * is kept. Its place within its class stays that of its arrival; one that was put at the back comes forward to it as
 * priority is given, since otherwise it would change nothing.
 * Refuses `not_found`, `forbidden` (a counter that isn't the officer's), `illegal_transition` once it was called or is
 * over, `priority_unknown` where the service knows no such reason, `already_exists` where it is so already.
 */
export function changePriority(
  context: ActionContext,
  input: { readonly ticketId: number; readonly priority: Priority | null; readonly reason: string },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const ticket = findTicket(context, user, input.ticketId, 'change_priority');
  const { priority, reason } = input;
  if (priority === ticket.priority) throw new Refusal('already_exists');
  if (priority !== null && !goesFirst(context.hall.service.get(ticket.serviceId), priority)) {
    throw new Refusal('priority_unknown');
  }
  setPriority(context, ticket.id, priority);
  if (priority !== null && ticket.placeReason === 'back') {
    const placeReason = ticket.fromServiceId === null ? 'arrival' : 'transferred';
    setStep(context, ticket.stepId, { orderedAt: ticket.issuedAt, placeReason });
  }
  recordTicketEvent(context, ticket, 'priority_changed', {
    data: { priorityBefore: ticket.priority, priority, reason },
  });
  return { ticketId: ticket.id };
}
