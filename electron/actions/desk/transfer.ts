import type { Place } from '../../contract/staff';
import { Refusal } from '../../queue/refusal';
import { officersServing } from '../../store/queue-queries';
import type { ActionContext } from '../action';
import { beginGrantedBreak } from './granted-break';
import { findService, findTicketAtDesk, requireCounter } from './standing';
import { announceDesk, beginStep, placeAt, recordTicketEvent, setStep } from './ticket-change';

/**
 * Sends the desk's visitor to a service of any counter, with the same number: this step ends, another begins.
 * Services added to the visit stay added. Sent to an officer who serves it, the visitor waits in that service's line and only
 * that officer calls, for as long as they are at work there (`mayBeCalledBy`).
 * Refuses `not_found`, `not_your_counter` (also for an officer of a counter out of reach), `desk_not_taken`, `desk_paused`,
 * `illegal_transition`, and `officer_away` for an officer who sits at no desk that serves it.
 */
export function transfer(
  context: ActionContext,
  input: {
    readonly deskId: number;
    readonly serviceId: number;
    readonly userId?: number | undefined;
    readonly place: Place;
    readonly note?: string | undefined;
  },
): { readonly ticketId: number } {
  const { user, desk, ticket } = findTicketAtDesk(context, input.deskId, 'transfer');
  const service = findService(context, input.serviceId);
  const note = input.note ? input.note : null;
  const to = input.userId;
  // Who sits where at another institution is told to none of this one.
  if (to !== undefined) requireCounter(user, service.counterId);
  if (
    to !== undefined &&
    !officersServing(context.transaction, context.hall, service.id).some(({ id }) => id === to)
  ) {
    throw new Refusal('officer_away');
  }
  setStep(context, ticket.stepId, { status: 'transferred', endedAt: context.now });
  recordTicketEvent(context, ticket, 'transferred', {
    deskId: desk.hall.id,
    data: {
      fromServiceId: ticket.serviceId,
      toServiceId: service.id,
      place: input.place,
      note,
      toUserId: to ?? null,
    },
  });
  beginStep(context, ticket, {
    serviceId: service.id,
    orderedAt: placeAt(context, ticket, service.id, input.place),
    placeReason: input.place === 'arrival' ? 'transferred' : input.place,
    note,
    ...(to === undefined ? {} : { forUserId: to }),
  });
  beginGrantedBreak(context, desk);
  announceDesk(context, desk.hall);
  return { ticketId: ticket.id };
}
