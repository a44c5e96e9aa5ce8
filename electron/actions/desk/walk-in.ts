import type { Priority } from '../../contract/tickets';
import { quotaOn } from '../../queue/quota';
import { Refusal } from '../../queue/refusal';
import { issuedOf } from '../../store/queue-queries';
import type { ActionContext } from '../action';
import { newTicket } from '../new-ticket';
import { printPaper } from './print-paper';
import { findService, requireCounter, requireUser } from './standing';

/**
 * Gives a number to a visitor who stands before an officer; it waits at once, also while its paper, if one is asked
 * for, is still to come. Hours and pauses are
 * for the kiosk, the officer sees who is there; the day's quota, and a supervisor's limit, hold for everybody.
 * Refuses `not_found`, `forbidden` (a counter that isn't the officer's), `quota_full`; `not_found` for a kiosk that isn't there.
 */
export function walkIn(
  context: ActionContext,
  input: {
    readonly serviceId: number;
    readonly priority?: Priority | null | undefined;
    /** The kiosk at which its paper comes out; undefined: none is printed. */
    readonly paperAt?: string | undefined;
  },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const service = findService(context, input.serviceId);
  requireCounter(user, service.counterId);
  const quota = quotaOn(context.hall, service, context.businessDate);
  if (quota !== null && issuedOf(context.transaction, context.businessDate, service.id) >= quota) {
    throw new Refusal('quota_full');
  }
  const { ticketId } = newTicket(context, service, {
    priority: input.priority ?? null,
    language: 'id',
    paper: 'none',
  });
  if (input.paperAt !== undefined) printPaper(context, { ticketId, kioskId: input.paperAt });
  return { ticketId };
}
