import { DateTime } from 'luxon';
import { epochDayOf, formatEpochDay } from '../../queue/local-day';
import { reportedDates } from '../../store/report-rows';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/** So many tickets are removed in one transaction: a few milliseconds, in which nobody else can write. */
const atOnce = 100;

/**
 * The business dates whose tickets are older than the hall's setting says, the earliest first. Only days that were summed
 * are among them, so that every report stays as it was.
 */
export function daysToPurge(context: ActionContext): string[] {
  const { transaction } = context;
  const before = keptFrom(context);
  const oldest = query.selectFrom('tickets').select('businessDate').orderBy('businessDate').limit(1);
  if (before === null || (transaction.first(oldest)?.businessDate ?? before) >= before) return [];
  return transaction
    .all(
      query
        .selectFrom('summed_days')
        .select('businessDate')
        .where('businessDate', '<', before)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('tickets')
              .select('tickets.id')
              .whereRef('tickets.businessDate', '=', 'summed_days.businessDate'),
          ),
        )
        .orderBy('businessDate'),
    )
    .map(({ businessDate }) => businessDate);
}

/**
 * Removes some tickets of a business date, with everything that hangs on them. Returns how many; the caller goes on until
 * it is 0.
 */
export function purgeTickets({ transaction }: ActionContext, businessDate: string): number {
  const ids = transaction
    .all(query.selectFrom('tickets').select('id').where('businessDate', '=', businessDate).limit(atOnce))
    .map((row) => row.id);
  for (const table of ['survey_given', 'print_jobs', 'calls', 'events', 'steps'] as const) {
    transaction.run(query.deleteFrom(table).where('ticketId', 'in', ids));
  }
  return transaction.run(query.deleteFrom('tickets').where('id', 'in', ids)).changes;
}

/**
 * Removes some of what happened without a ticket (who sat where) on days that are older than the hall's setting says; not
 * what days that are still to be summed need, which is their own and that of the day before. Returns how much; the caller
 * goes on until it is 0.
 */
export function purgeDeskEvents(context: ActionContext): number {
  const { transaction } = context;
  const before = keptFrom(context);
  if (before === null) return 0;
  const { unsummed } = reportedDates(transaction, { from: '0000-01-01', to: before });
  const needed = unsummed.flatMap((date) => [date, dayBefore(date)]);
  const old = query
    .selectFrom('events')
    .select('id')
    .where('businessDate', '<', before)
    .where('businessDate', 'not in', needed)
    .where('ticketId', 'is', null)
    .limit(atOnce * 10);
  return transaction.run(query.deleteFrom('events').where('id', 'in', old)).changes;
}

/** The first business date whose tickets are kept; null where all are. */
function keptFrom({ hall, businessDate }: ActionContext): string | null {
  const { keepTicketsMonths } = hall.settings;
  if (keepTicketsMonths === null) return null;
  return DateTime.fromISO(businessDate).minus({ months: keepTicketsMonths }).toISODate();
}

function dayBefore(date: string): string {
  const epochDay = epochDayOf(date);
  // A damaged row can have any text for its date.
  return Number.isFinite(epochDay) ? formatEpochDay(epochDay - 1) : date;
}
