import { epochDayOf, formatEpochDay } from '../../queue/local-day';
import { packSums, sumDay, sumsFormat } from '../../queue/report/day-sums';
import { ticketIsAlive } from '../../store/alive';
import { readPresence } from '../../store/presence';
import { readReportedSteps, reportedDates } from '../../store/report-rows';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';

/**
 * Sums the earliest business date that is over and not summed yet, so that reports need not read its steps again.
 * A date is over once a later one has begun and nobody of it is left in the hall. Answers the date, or null where
 * there is none; the caller goes on until then, a transaction a day, so that nobody waits for long.
 */
export function sumNextDay({ transaction, hall, now, businessDate }: ActionContext): string | null {
  const yesterday = formatEpochDay(epochDayOf(businessDate) - 1);
  const { unsummed } = reportedDates(transaction, { from: '0000-01-01', to: yesterday });
  const date = unsummed.find((each) => !hasSomebodyLeft(transaction, each));
  if (date === undefined) return null;

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
  return date;
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
