import { Refusal } from '../queue/refusal';
import { recordEvent } from '../store/events';
import { writeSettings } from '../store/settings';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { announceDesk } from './desk/ticket-change';

/**
 * Ends practice mode: practice tickets and everything that hangs on them are removed, numbering begins at 1, hours
 * apply. Call sequences go on, since displays ignore what is not newer than what they had. Remembered answers to
 * idempotency keys go too: they would bring removed tickets back.
 * Refuses `forbidden` to all but admins, `illegal_transition` where the hall is live already.
 */
export function goLive(context: ActionContext): { readonly removed: number } {
  const { transaction, hall, actor, now, businessDate } = context;
  if (actor.kind !== 'user' || actor.role !== 'admin') throw new Refusal('forbidden');
  if (!hall.settings.practice) throw new Refusal('illegal_transition');

  const practiceTickets = query.selectFrom('tickets').select('id').where('practice', '=', 1);
  const dates = transaction
    .all(query.selectFrom('tickets').select('businessDate').distinct().where('practice', '=', 1))
    .map((row) => row.businessDate);
  transaction.run(query.deleteFrom('print_jobs').where('ticketId', 'in', practiceTickets));
  transaction.run(query.deleteFrom('calls').where('ticketId', 'in', practiceTickets));
  transaction.run(query.deleteFrom('events').where('ticketId', 'in', practiceTickets));
  transaction.run(query.deleteFrom('steps').where('ticketId', 'in', practiceTickets));
  transaction.run(query.deleteFrom('survey_given'));
  transaction.run(query.deleteFrom('survey_answers').where('practice', '=', 1));
  transaction.run(query.deleteFrom('complaints').where('practice', '=', 1));
  transaction.run(query.deleteFrom('published_answers').where('practice', '=', 1));
  transaction.run(query.deleteFrom('published_skm').where('practice', '=', 1));
  transaction.run(query.deleteFrom('visitor_points').where('practice', '=', 1));
  transaction.run(query.deleteFrom('visitor_forms').where('practice', '=', 1));
  transaction.run(query.deleteFrom('access_days').where('practice', '=', 1));
  const { changes: removed } = transaction.run(query.deleteFrom('tickets').where('practice', '=', 1));
  if (dates.length > 0) {
    // Summed with the practice numbers in them; what is left of these days is summed anew.
    for (const table of [
      'day_sums',
      'day_presence',
      'day_estimates',
      'summed_days',
      'closing_steps',
    ] as const) {
      transaction.run(query.deleteFrom(table).where('businessDate', 'in', dates));
    }
    transaction.run(query.deleteFrom('number_sequences').where('businessDate', 'in', dates));
    // Where practice was switched on in the middle of a live day, that day's numbers stay taken.
    transaction.run(
      query
        .insertInto('number_sequences')
        .columns(['businessDate', 'prefix', 'lastNumber'])
        .expression(
          query
            .selectFrom('tickets')
            .where('businessDate', 'in', dates)
            .groupBy(['businessDate', 'prefix'])
            .select((builder) => ['businessDate', 'prefix', builder.fn.max('sequence').as('lastNumber')]),
        ),
    );
  }
  transaction.run(query.deleteFrom('idempotency_keys'));
  transaction.run(query.updateTable('desks').set({ priorityRun: 0 }));
  writeSettings(transaction, { practice: false });
  recordEvent(transaction, {
    at: now,
    businessDate,
    kind: 'went_live',
    userId: actor.userId,
    data: { removed },
  });
  transaction.announce({ kind: 'configuration' });
  for (const desk of hall.desk.values()) announceDesk(context, desk);
  return { removed };
}
