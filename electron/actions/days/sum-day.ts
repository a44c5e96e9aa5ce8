import { epochDayOf, formatEpochDay } from '../../queue/local-day';
import { sumDay } from '../../queue/report/day-sums';
import { packSums, sumsFormat } from '../../queue/report/packed-sums';
import { ticketIsAlive } from '../../store/alive';
import { beginStep, endStep } from '../../store/closing-steps';
import { readPresence } from '../../store/presence';
import { readReportedSteps, reportedDates } from '../../store/report-rows';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';

/** Of a long history that is summed at once, only the last days' reports are news. */
const reportsDueAtOnce = 7;

/**
 * The business dates that are over and not summed yet, the earliest first. A date is over once a later one has begun and
 * nobody of it is left in the hall.
 */
export function daysToSum({ transaction, businessDate }: ActionContext): string[] {
  const yesterday = formatEpochDay(epochDayOf(businessDate) - 1);
  const { unsummed } = reportedDates(transaction, { from: '0000-01-01', to: yesterday });
  return unsummed.filter((date) => !hasSomebodyLeft(transaction, date));
}

/**
 * Sums a business date that is over, so that reports need not read its steps again, and notes what is left to do of it.
 * Returns whether it did: not where the date was summed meanwhile, or is no more one to be summed.
 */
export function sumOverDay({ transaction, hall, now, businessDate }: ActionContext, date: string): boolean {
  const { unsummed } = reportedDates(transaction, { from: date, to: date });
  if (date >= businessDate || unsummed.length === 0 || hasSomebodyLeft(transaction, date)) return false;

  transaction.run(query.insertInto('summed_days').values({ businessDate: date, summedAt: now }));
  const steps = readReportedSteps(transaction, date);
  for (const [counterId, sums] of sumDay(steps, hall.settings.timezone)) {
    transaction.run(
      query
        .insertInto('day_sums')
        .values({ businessDate: date, counterId, sums: packSums(sums), format: sumsFormat }),
    );
  }
  for (const [counterId, presence] of readPresence(transaction, hall, date, now)) {
    transaction.run(query.insertInto('day_presence').values({ businessDate: date, counterId, ...presence }));
  }
  endStep(transaction, date, 'sum');
  beginStep(transaction, date, 'measure');
  beginStep(transaction, date, 'save');
  leaveLastReports(transaction);
  return true;
}

function leaveLastReports(transaction: ActionContext['transaction']): void {
  const due = query
    .selectFrom('closing_steps')
    .select('businessDate')
    .where('step', '=', 'save')
    .where('failures', '=', 0)
    .orderBy('businessDate', 'desc');
  for (const { businessDate } of transaction.all(due).slice(reportsDueAtOnce)) {
    endStep(transaction, businessDate, 'save');
  }
}

function hasSomebodyLeft(reader: Reader, businessDate: string): boolean {
  return (
    reader.first(
      query
        .selectFrom('tickets')
        .where('businessDate', '=', businessDate)
        .where(ticketIsAlive)
        .select('id')
        .limit(1),
    ) !== undefined
  );
}
