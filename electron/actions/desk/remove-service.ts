import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent } from './ticket-change';

/**
 * Takes a service that was added to the visit at the desk off it again.
 * Refuses `not_found` (also a service that isn't added), `forbidden`, `desk_not_taken`, `desk_paused`,
 * `illegal_transition`.
 */
export function removeService(
  context: ActionContext,
  input: { readonly deskId: number; readonly serviceId: number },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'add_service');
  const { changes } = context.transaction.run(
    query
      .deleteFrom('steps')
      .where('ticketId', '=', ticket.id)
      .where('serviceId', '=', input.serviceId)
      .where('status', '=', 'planned'),
  );
  if (changes === 0) throw new Refusal('not_found');
  recordTicketEvent(context, ticket, 'service_removed', {
    deskId: desk.hall.id,
    data: { serviceId: input.serviceId },
  });
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
