import { sql } from 'kysely';
import { DateTime } from 'luxon';
import { stepIsAtDesk, ticketIsAlive } from '../store/alive';
import { recordEvent } from '../store/events';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { endVisit } from './end-visit';

/**
 * Closes business dates that are over; cheap where there's nothing to close, so it may run every minute.
 *
 * Of an earlier date, what waits, is held or awaits its paper becomes `cancelled`; what was called and never begun
 * `no_show`; what was being served `done`, since an officer who went home has forgotten to finish it. All have the
 * reason `end_of_day`, by which reports leave the time of such a service out. Desks that were taken on an earlier
 * date and have nobody's ticket any more become free.
 */
export function endDay(context: ActionContext): { readonly ended: number; readonly desksFreed: number } {
  const { transaction, businessDate } = context;
  const left = transaction.all(
    query
      .selectFrom('tickets')
      .innerJoin('services', 'services.id', 'tickets.serviceId')
      .innerJoin('steps', 'steps.id', 'tickets.stepId')
      .where('tickets.businessDate', '<', businessDate)
      .where(ticketIsAlive)
      .select(['tickets.id', 'tickets.status', 'services.counterId', 'steps.deskId'])
      .orderBy('tickets.id'),
  );
  for (const ticket of left) {
    const status =
      ticket.status === 'serving' ? 'done' : ticket.status === 'called' ? 'no_show' : 'cancelled';
    endVisit(context, ticket, { status, reason: 'end_of_day' });
    if (ticket.deskId !== null) {
      transaction.announce({ kind: 'desk', deskId: ticket.deskId, counterId: ticket.counterId });
    }
  }
  return { ended: left.length, desksFreed: freeDesks(context) };
}

/** Frees the desks whose officer has sat there since an earlier date; a new day's priority turns begin anew. */
function freeDesks({ transaction, now, businessDate, hall }: ActionContext): number {
  const { timezone } = hall.settings;
  const dayStart = DateTime.fromISO(businessDate, { zone: timezone }).startOf('day').toMillis();
  const taken = transaction.all(
    query
      .selectFrom('desks')
      .where('userId', 'is not', null)
      .where('signedInAt', '<', dayStart)
      .where(
        'id',
        'not in',
        query.selectFrom('steps').select(sql<number>`deskId`.as('deskId')).where(stepIsAtDesk),
      )
      .select(['id', 'counterId', 'userId']),
  );
  for (const desk of taken) {
    transaction.run(
      query
        .updateTable('desks')
        .set({ userId: null, signedInAt: null, pausedAt: null, pauseReason: null, priorityRun: 0 })
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
    transaction.announce({ kind: 'desk', deskId: desk.id, counterId: desk.counterId });
  }
  return taken.length;
}
