import { goesFirst } from '../queue/overrides';
import { behindNext } from '../queue/place';
import { Refusal } from '../queue/refusal';
import { isSteppedOut, stepOutMinutes } from '../queue/step-out';
import { mayDo } from '../queue/transitions';
import { queueNow } from '../store/kept-queue';
import { query } from '../store/store';
import { readTicket, type TicketAtStep } from '../store/tickets';
import { poolOfService } from '../store/wait-now';
import type { ActionContext } from './action';
import { recordTicketEvent, setTicketStatus, uncalled } from './desk/ticket-change';
import { ticketOfHolder } from './ticket-of-holder';

/** So often one visit may be left for a while. */
const maxTimes = 2;

/**
 * The holder of a number that waits goes out for a while: nobody calls it until they say to be back, and those behind lose
 * nothing by it. It counts as held, without a desk.
 * Refuses `not_found`, `illegal_transition`, and `step_out_limit` after the second time.
 */
export function stepOut(
  context: ActionContext,
  input: { readonly token: string },
): { readonly ticketId: number } {
  const ticket = ownTicket(context, input.token);
  if (ticket.status !== 'waiting' || !mayDo('step_out', ticket, context.businessDate)) {
    throw new Refusal('illegal_transition');
  }
  const times = context.transaction.all(
    query
      .selectFrom('events')
      .select('id')
      .where('ticketId', '=', ticket.id)
      .where('kind', '=', 'held')
      .where('deskId', 'is', null),
  ).length;
  if (times >= maxTimes) throw new Refusal('step_out_limit');
  const until = context.now + stepOutMinutes * 60_000;
  setTicketStatus(context, ticket, 'held', { heldAt: context.now, reason: 'Keluar sebentar' });
  recordTicketEvent(context, ticket, 'held', { data: { reason: 'Keluar sebentar', until } });
  return { ticketId: ticket.id };
}

/**
 * They are back. Within the time they keep their order, but let the next of their class go first, who is already getting
 * up; later they stand behind all of it who wait by then, so that nobody keeps a place for good by not being there.
 * Refuses `not_found`, and `illegal_transition` for a number that isn't out.
 */
export function comeBack(
  context: ActionContext,
  input: { readonly token: string },
): { readonly ticketId: number } {
  const { transaction, hall, businessDate, now } = context;
  const ticket = ownTicket(context, input.token);
  if (!isSteppedOut(ticket) || !mayDo('reinstate', ticket, businessDate)) {
    throw new Refusal('illegal_transition');
  }
  const isInTime = now <= (ticket.heldAt ?? 0) + stepOutMinutes * 60_000;
  const service = hall.service.get(ticket.serviceId);
  const serviceIds = service ? poolOfService(transaction, hall, service).serviceIds : [ticket.serviceId];
  const line = queueNow(transaction, businessDate).line(serviceIds, hall);
  const turns = [...line.turns({ priorityRatio: 1, priorityRun: 0 })].map((turn) => turn.ticket);
  const behind = behindNext(
    turns,
    { ...ticket, ticketId: ticket.id, hasPriority: goesFirst(service, ticket.priority) },
    isInTime ? 1 : Number.POSITIVE_INFINITY,
  );
  const place = behind
    ? { orderedAt: Math.max(ticket.orderedAt, behind.orderedAt), placeReason: behind.placeReason }
    : { orderedAt: ticket.orderedAt, placeReason: ticket.placeReason };
  const { forUserId: _staysTheirs, ...none } = uncalled;
  setTicketStatus(context, ticket, 'waiting', { ...none, ...place });
  recordTicketEvent(context, ticket, 'reinstated', { data: { from: 'stepped_out', ...place } });
  return { ticketId: ticket.id };
}

function ownTicket(context: ActionContext, token: string): TicketAtStep {
  const { id } = ticketOfHolder(context, token);
  const ticket = readTicket(context.transaction, id);
  if (!ticket) throw new Refusal('not_found');
  return ticket;
}
