import type { Priority } from '../../contract/tickets';
import { Refusal } from '../../queue/refusal';
import { issuedOf } from '../../store/hall-now';
import type { ActionContext } from '../action';
import { newTicket } from '../new-ticket';
import { findService, requireCounter, requireUser } from './standing';

/**
 * Gives a number without paper to a visitor who stands before an officer; it waits at once. Hours and pauses are
 * for the kiosk, the officer sees who is there; the day's quota holds for everybody.
 * Refuses `not_found`, `forbidden` (a counter that isn't the officer's), `quota_full`.
 */
export function walkIn(
  context: ActionContext,
  input: { readonly serviceId: number; readonly priority?: Priority | null | undefined },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const service = findService(context, input.serviceId);
  requireCounter(user, service.counterId);
  if (
    service.quotaPerDay !== null &&
    issuedOf(context.transaction, context.businessDate, service.id) >= service.quotaPerDay
  ) {
    throw new Refusal('quota_full');
  }
  const { ticketId } = newTicket(context, service, {
    priority: input.priority ?? null,
    language: 'id',
    paper: 'none',
  });
  return { ticketId };
}
