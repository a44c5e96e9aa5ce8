import type { Presence } from '../../contract/report-columns';
import { type Reach, reaches } from '../../queue/reach';
import { readPresence } from '../../store/presence';
import { reportedDates } from '../../store/report-rows';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

/**
 * Hands over how each counter within reach kept its promised hours on each day of a period (both ends included) on which the hall gave
 * numbers; today up to now. Counters that promised nothing on a day are left out of it.
 */
export function presenceDays(
  { reader, hall, now }: ViewContext,
  period: { readonly from: string; readonly to: string; readonly reach: Reach },
  visit: (date: string, counterId: number, day: Presence) => void,
): void {
  const summed = query
    .selectFrom('day_presence')
    .where('businessDate', '>=', period.from)
    .where('businessDate', '<=', period.to)
    .select(['businessDate', 'counterId', 'promised', 'present', 'paused', 'late']);
  for (const { businessDate, counterId, ...day } of reader.all(summed)) {
    if (reaches(period.reach, counterId)) visit(businessDate, counterId, day);
  }
  for (const date of reportedDates(reader, period).unsummed) {
    for (const [counterId, day] of readPresence(reader, hall, date, now)) {
      if (reaches(period.reach, counterId)) visit(date, counterId, day);
    }
  }
}

/** The institution that runs each counter, archived or not. */
export function agenciesOf({ reader }: ViewContext): ReadonlyMap<number, string> {
  const rows = reader.all(query.selectFrom('counters').select(['id', 'agency']));
  return new Map(rows.map(({ id, agency }) => [id, agency]));
}
