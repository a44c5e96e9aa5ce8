import { reaches, reachOf } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { takeBackUntil } from '../../queue/take-back';
import { mayDo } from '../../queue/transitions';
import { desksNow } from '../../store/kept-desks';
import { type LastEnding, readLastEnding } from '../../store/last-ending';
import { prepared } from '../../store/prepared';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { requireCounter, requireUser } from './standing';
import { announceDesk, recordTicketEvent, setStep, setTicketStatus, uncalled } from './ticket-change';

const presentStep = prepared((values: { ticketId: number; stepId: number; serviceId: number }) =>
  query
    .updateTable('tickets')
    .set({ stepId: values.stepId, serviceId: values.serviceId })
    .where('id', '=', values.ticketId),
);

/**
 * Takes back a finish or no-show that was a mistake, as if it had not been: the visitor is called or served at that desk
 * again, and the times go on. Where the desk is busy, paused or its officer gone or of other counters now, the ticket waits before everybody,
 * with its original place. A visit that had gone on to an added service comes back from there.
 * Refuses `not_found`, `not_your_counter`, `illegal_transition` where something else has happened to the ticket since, `forbidden` to
 * an actor who is neither the officer who ended it nor a supervisor, `too_late` after the hall's `takeBackMinutes`.
 */
export function takeBack(
  context: ActionContext,
  input: { readonly ticketId: number },
): { readonly ticketId: number } {
  const user = requireUser(context);
  const ticket = readTicket(context.transaction, input.ticketId);
  if (!ticket) throw new Refusal('not_found');
  const ending = mayDo('take_back', ticket, context.businessDate)
    ? readLastEnding(context.transaction, ticket.id)
    : undefined;
  requireCounter(user, ending?.counterId ?? ticket.counterId);
  if (!ending) throw new Refusal('illegal_transition');
  if (user.role === 'staff' && ending.userId !== user.userId) throw new Refusal('forbidden');
  const until = takeBackUntil(context.hall.settings.takeBackMinutes, ending.endedAt);
  if (until === null || context.now > until) throw new Refusal('too_late');

  const { stepId, serviceId, counterId, deskId } = ending;
  // One living step a ticket: that of the added service is planned again first.
  if (stepId !== ticket.stepId) setStep(context, ticket.stepId, { status: 'planned' });
  context.transaction.run(presentStep({ ticketId: ticket.id, stepId, serviceId }));
  const there = { ...ticket, stepId, serviceId, counterId };
  const isAtDesk = isFreeForIts(context, ending);
  if (isAtDesk) setTicketStatus(context, there, ending.startedAt === null ? 'called' : 'serving');
  else setTicketStatus(context, there, 'waiting', { ...uncalled, placeReason: 'front' });
  recordTicketEvent(context, there, 'taken_back', {
    ...(isAtDesk ? { deskId } : {}),
    data: { what: ending.how, fromServiceId: ticket.serviceId, toServiceId: serviceId },
  });
  if (counterId !== ticket.counterId) {
    context.transaction.announce({ kind: 'ticket', ticketId: ticket.id, counterId: ticket.counterId });
  }
  announceDesk(context, { id: deskId, counterId });
  return { ticketId: ticket.id };
}

/** Whether the desk where a step ended still is its officer's, who still reaches its counter, and could go on with it. */
function isFreeForIts(context: ActionContext, { deskId, userId, counterId }: LastEnding): boolean {
  const stillServes = context.hall.desk.get(deskId)?.counterIds.includes(counterId);
  const desk = stillServes ? desksNow(context.transaction).get(deskId) : undefined;
  if (desk?.user?.id !== userId || desk.pause !== null || desk.ticket !== null) return false;
  return reaches(reachOf(desk.user.account, context.hall.institutionOf), counterId);
}
