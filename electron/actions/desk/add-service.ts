import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { findService, findTicketAtDesk } from './standing';
import { announceDesk, recordTicketEvent } from './ticket-change';

/**
 * Adds a service, of any counter, to the visit at the desk: it goes on there when it is finished here.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`, and `already_exists`
 * where that service is being served or was added already.
 */
export function addService(
  context: ActionContext,
  input: { readonly deskId: number; readonly serviceId: number },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'add_service');
  const service = findService(context, input.serviceId);
  const twice =
    service.id === ticket.serviceId ||
    context.transaction.first(
      query
        .selectFrom('steps')
        .select('id')
        .where('ticketId', '=', ticket.id)
        .where('serviceId', '=', service.id)
        .where('status', '=', 'planned'),
    );
  if (twice) throw new Refusal('already_exists');
  context.transaction.run(
    query.insertInto('steps').values({
      ticketId: ticket.id,
      serviceId: service.id,
      businessDate: ticket.businessDate,
      status: 'planned',
      arrivedAt: context.now,
      orderedAt: ticket.issuedAt,
      placeReason: 'transferred',
      fromServiceId: ticket.serviceId,
    }),
  );
  recordTicketEvent(context, ticket, 'service_added', {
    deskId: desk.hall.id,
    data: { serviceId: service.id },
  });
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
