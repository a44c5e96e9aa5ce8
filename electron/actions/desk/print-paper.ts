import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { reprintTicket } from '../paper/reprint-ticket';
import { requireCounter, requireUser } from './standing';

/**
 * Prints a ticket's paper for a visitor who stands before an officer, at the kiosk whose printer is nearest, or where
 * the number was taken. Refuses `not_found` (the kiosk too), `forbidden`, `illegal_transition` as `reprintTicket`.
 */
export function printPaper(
  context: ActionContext,
  input: { readonly ticketId: number; readonly kioskId?: string | undefined },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const { ticketId, kioskId } = input;
  const ticket = readTicket(context.transaction, ticketId);
  if (!ticket) throw new Refusal('not_found');
  requireCounter(user, ticket.counterId);
  if (kioskId !== undefined) requireKiosk(context, kioskId);
  reprintTicket(context, { ticketId, ...(kioskId === undefined ? {} : { deviceId: kioskId }) });
  return { ticketId };
}

function requireKiosk({ transaction }: ActionContext, kioskId: string): void {
  const kiosk = transaction.first(
    query
      .selectFrom('devices')
      .where('id', '=', kioskId)
      .where('kind', '=', 'kiosk')
      .where('revokedAt', 'is', null)
      .select('id'),
  );
  if (!kiosk) throw new Refusal('not_found');
}
