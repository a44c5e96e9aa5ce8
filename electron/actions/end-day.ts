import { type SqlBool, sql } from 'kysely';
import { startOfDay } from '../queue/local-day';
import { ticketIsAlive } from '../store/alive';
import { nobodyThere } from '../store/desks';
import { recordEvent } from '../store/events';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { announceDesk } from './desk/ticket-change';
import { endVisit } from './end-visit';
import { forgetAskers } from './survey/forget-askers';
import { purgeSurvey } from './survey/purge-survey';

/** Whoever sits at a desk when the date ends is served to the end; what is left there later was forgotten. */
const forgottenAfter = 3 * 60 * 60 * 1000;

/**
 * Closes business dates that are over; cheap where there's nothing to close, so it may run every minute.
 *
 * Of an earlier date, what waits, is held or awaits its paper becomes `cancelled`. Three hours into the new date
 * also what was left at the desks: `no_show` where it was called and never begun, `done` where it was being served,
 * and the desks that were taken on an earlier date become free. All of these have the reason `end_of_day`, by which
 * reports leave out the time of a service that nobody finished.
 */
export function endDay(context: ActionContext): { readonly ended: number; readonly desksFreed: number } {
  const { transaction, businessDate, now, hall } = context;
  const dayStart = startOfDay(businessDate, hall.settings.timezone);
  const forgotten = now - dayStart >= forgottenAfter;
  const left = transaction
    .all(
      query
        .selectFrom('tickets')
        .innerJoin('services', 'services.id', 'tickets.serviceId')
        .innerJoin('steps', 'steps.id', 'tickets.stepId')
        .where('tickets.businessDate', '<', businessDate)
        .where(ticketIsAlive)
        .select(['tickets.id', 'tickets.status', 'services.counterId', 'steps.deskId']),
    )
    // Not by the query: ordered by id, it would be read through the whole history.
    .sort((a, b) => a.id - b.id)
    .filter((ticket) => forgotten || (ticket.status !== 'called' && ticket.status !== 'serving'));
  for (const ticket of left) {
    const ended = ticket.status === 'serving' ? 'done' : ticket.status === 'called' ? 'no_show' : 'cancelled';
    endVisit(context, ticket, { status: ended, reason: 'end_of_day' });
    if (ticket.deskId !== null) {
      announceDesk(context, { id: ticket.deskId, counterId: ticket.counterId });
    }
  }
  forgetAskers(context);
  purgeSurvey(context);
  return { ended: left.length, desksFreed: forgotten ? freeDesks(context, dayStart) : 0 };
}

/** Frees the desks that were taken before the day began, unless somebody of today is served there. */
function freeDesks(context: ActionContext, dayStart: number): number {
  const { transaction, now, businessDate } = context;
  const taken = transaction.all(
    query
      .selectFrom('desks')
      .where('userId', 'is not', null)
      .where('signedInAt', '<', dayStart)
      .where(
        sql<SqlBool>`NOT EXISTS (SELECT 1 FROM steps WHERE steps.deskId = desks.id AND steps.status IN ('called', 'serving'))`,
      )
      .select(['id', 'counterId', 'userId']),
  );
  for (const desk of taken) {
    transaction.run(
      query
        .updateTable('desks')
        .set({ ...nobodyThere(now), priorityRun: 0 })
        .where('id', '=', desk.id),
    );
    recordEvent(transaction, {
      at: now,
      businessDate,
      kind: 'desk_left',
      deskId: desk.id,
      ...(desk.userId === null ? {} : { userId: desk.userId }),
      data: { reason: 'end_of_day' },
    });
    announceDesk(context, desk);
  }
  return taken.length;
}
