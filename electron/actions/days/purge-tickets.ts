import { DateTime } from 'luxon';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/** So many tickets are removed in one transaction: a few milliseconds, in which nobody else can write. */
const atOnce = 100;

/**
 * Removes tickets that are older than the hall's setting says, some at a time, with everything that hangs on them,
 * and what happened at the desks on those days. Only days that were summed are touched, so that every report stays
 * as it was. Answers how many rows of tickets and days went; the caller goes on until it is 0.
 */
export function purgeTickets({ transaction, hall, businessDate }: ActionContext): number {
  const { keepTicketsMonths } = hall.settings;
  if (keepTicketsMonths === null) return 0;
  const before = DateTime.fromISO(businessDate).minus({ months: keepTicketsMonths }).toISODate();
  if (before === null) return 0;
  const oldest = transaction.first(
    query.selectFrom('tickets').select('businessDate').orderBy('businessDate').limit(1),
  )?.businessDate;
  if (oldest === undefined || oldest >= before) return purgeDeskEvents(transaction, before);
  const summed = query.selectFrom('summed_days').select('businessDate').where('businessDate', '=', oldest);
  if (!transaction.first(summed)) return 0;

  const ids = transaction
    .all(query.selectFrom('tickets').select('id').where('businessDate', '=', oldest).limit(atOnce))
    .map((row) => row.id);
  for (const table of ['survey_given', 'print_jobs', 'calls', 'events', 'steps'] as const) {
    transaction.run(query.deleteFrom(table).where('ticketId', 'in', ids));
  }
  return transaction.run(query.deleteFrom('tickets').where('id', 'in', ids)).changes;
}

/** What happened without a ticket: who sat where. */
function purgeDeskEvents(transaction: ActionContext['transaction'], before: string): number {
  const old = query
    .selectFrom('events')
    .select('id')
    .where('businessDate', '<', before)
    .where('ticketId', 'is', null)
    .limit(atOnce * 10);
  return transaction.run(query.deleteFrom('events').where('id', 'in', old)).changes;
}
