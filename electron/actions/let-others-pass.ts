import { goesFirst } from '../queue/overrides';
import { behindNext } from '../queue/place';
import { Refusal } from '../queue/refusal';
import { mayDo } from '../queue/transitions';
import { readDeskOfUser } from '../store/desks';
import { queueNow } from '../store/kept-queue';
import { query } from '../store/store';
import { readTicket, type TicketAtStep } from '../store/tickets';
import { poolOfService } from '../store/wait-now';
import type { ActionContext } from './action';
import { beginGrantedBreak } from './desk/granted-break';
import { findDesk, findTicket, requireUser } from './desk/standing';
import { announceDesk, recordTicketEvent, setStep, setTicketStatus, uncalled } from './desk/ticket-change';
import { ticketOfHolder } from './ticket-of-holder';

/** So often one visit may let others pass. */
const maxTimes = 3;

/**
 * The holder of a number that waits lets so many others go first: it stands behind the next few of its class, and
 * still ahead of everybody who comes later.
 * Refuses `not_found`, `illegal_transition`, `nobody_behind`, and `pass_limit` after the third time.
 */
export function letOthersPassAsHolder(
  context: ActionContext,
  input: { readonly token: string; readonly count: number },
): { readonly ticketId: number } {
  const { id } = ticketOfHolder(context, input.token);
  const ticket = readTicket(context.transaction, id);
  if (ticket?.status !== 'waiting' || !mayDo('let_pass', ticket, context.businessDate)) {
    throw new Refusal('illegal_transition');
  }
  stepBack(context, ticket, input.count);
  return { ticketId: ticket.id };
}

/**
 * An officer does the same for a visitor who asks for it: one who waits, or who was called to the officer's own desk and
 * isn't ready, and thereby frees it.
 * Refuses besides `not_your_counter` and `desk_not_taken` where it was called elsewhere.
 */
export function letOthersPass(
  context: ActionContext,
  input: { readonly ticketId: number; readonly count: number },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const ticket = findTicket(context, user, input.ticketId, 'let_pass');
  if (ticket.status === 'called' && readDeskOfUser(context.transaction, user.userId)?.id !== ticket.deskId) {
    throw new Refusal('desk_not_taken');
  }
  stepBack(context, ticket, input.count);
  if (ticket.status === 'called' && ticket.deskId !== null) {
    const desk = findDesk(context, user, ticket.deskId);
    beginGrantedBreak(context, desk);
    announceDesk(context, desk.hall);
  }
  return { ticketId: ticket.id };
}

function stepBack(context: ActionContext, ticket: TicketAtStep, count: number): void {
  const { transaction, hall, businessDate } = context;
  const times = transaction.all(
    query.selectFrom('events').select('id').where('ticketId', '=', ticket.id).where('kind', '=', 'let_pass'),
  ).length;
  if (times >= maxTimes) throw new Refusal('pass_limit');
  const service = hall.service.get(ticket.serviceId);
  if (!service) throw new Refusal('nobody_behind');
  const { serviceIds } = poolOfService(transaction, hall, service);
  const line = queueNow(transaction, businessDate).line(serviceIds, hall);
  const turns = [...line.turns({ priorityRatio: 1, priorityRun: 0 })].map((turn) => turn.ticket);
  const behind = behindNext(
    turns,
    { ...ticket, ticketId: ticket.id, hasPriority: goesFirst(service, ticket.priority) },
    count,
  );
  if (!behind) throw new Refusal('nobody_behind');
  const { orderedAt, placeReason, passed } = behind;
  if (ticket.status === 'waiting') setStep(context, ticket.stepId, { orderedAt, placeReason });
  else setTicketStatus(context, ticket, 'waiting', { ...uncalled, orderedAt, placeReason });
  recordTicketEvent(context, ticket, 'let_pass', {
    ...(ticket.status === 'called' && ticket.deskId !== null ? { deskId: ticket.deskId } : {}),
    data: { count: passed, from: ticket.status, orderedAt, placeReason },
  });
}
