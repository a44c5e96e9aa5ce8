import type { Place } from '../../contract/staff';
import type { ActionContext } from '../action';
import { findService, findTicket, requireSupervisor } from './standing';
import { beginStep, placeAt, recordTicketEvent, setStep, setTicketStatus, uncalled } from './ticket-change';

/**
 * A supervisor puts a ticket elsewhere in its queue, or in that of another service, with the same number; one
 * that is held waits again. A ticket whose paper isn't out yet keeps `printing` and waits at its new place once it
 * is: nobody is called by a number that nobody holds.
 * Refuses `not_found`, `forbidden`, `illegal_transition`.
 */
export function moveTicket(
  context: ActionContext,
  input: { readonly ticketId: number; readonly serviceId?: number | undefined; readonly place: Place },
): { readonly ticketId: number } {
  const user = requireSupervisor(context);
  const ticket = findTicket(context, user, input.ticketId, 'move');
  const serviceId = input.serviceId ?? ticket.serviceId;
  if (serviceId !== ticket.serviceId) findService(context, serviceId);

  const orderedAt = placeAt(context, ticket, serviceId, input.place);
  recordTicketEvent(context, ticket, 'moved', {
    data: {
      fromServiceId: ticket.serviceId,
      toServiceId: serviceId,
      place: input.place,
      from: ticket.status,
    },
  });
  if (serviceId !== ticket.serviceId) {
    setStep(context, ticket.stepId, { status: 'transferred', endedAt: context.now });
    beginStep(context, ticket, {
      serviceId,
      orderedAt,
      placeReason: input.place === 'arrival' ? 'transferred' : input.place,
      note: null,
    });
  } else if (ticket.status === 'printing') {
    setStep(context, ticket.stepId, { orderedAt, placeReason: input.place });
  } else {
    setTicketStatus(context, ticket, 'waiting', { ...uncalled, orderedAt, placeReason: input.place });
  }
  return { ticketId: ticket.id };
}
