import type { Place } from '../../contract/staff';
import type { ActionContext } from '../action';
import { beginGrantedBreak } from './granted-break';
import { findService, findTicketAtDesk } from './standing';
import { announceDesk, beginStep, placeAt, recordTicketEvent, setStep } from './ticket-change';

/**
 * Sends the desk's visitor to a service of any counter, with the same number: this step ends, another begins.
 * Services added to the visit stay added.
 * Refuses `not_found`, `forbidden`, `desk_not_taken`, `desk_paused`, `illegal_transition`.
 */
export function transfer(
  context: ActionContext,
  input: {
    readonly deskId: number;
    readonly serviceId: number;
    readonly place: Place;
    readonly note?: string | undefined;
  },
): { readonly ticketId: number } {
  const { desk, ticket } = findTicketAtDesk(context, input.deskId, 'transfer');
  const service = findService(context, input.serviceId);
  const note = input.note ? input.note : null;
  setStep(context, ticket.stepId, { status: 'transferred', endedAt: context.now });
  recordTicketEvent(context, ticket, 'transferred', {
    deskId: desk.hall.id,
    data: { fromServiceId: ticket.serviceId, toServiceId: service.id, place: input.place, note },
  });
  beginStep(context, ticket, {
    serviceId: service.id,
    orderedAt: placeAt(context, ticket, service.id, input.place),
    placeReason: input.place === 'arrival' ? 'transferred' : input.place,
    note,
  });
  beginGrantedBreak(context, desk);
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
