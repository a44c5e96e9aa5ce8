import {
  type ColumnOf,
  columnsOf,
  figuresOf,
  type Presence,
  presenceColumns,
} from '../../contract/report-columns';
import type { PresenceRow } from '../../contract/reports';
import { reaches } from '../../queue/reach';
import { readPresence } from '../../store/presence';
import { reportedDates } from '../../store/report-rows';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { readReportNames } from './names';
import type { WithinReach } from './summary-view';

const columns = columnsOf('presence');

/**
 * The presence of each institution within reach on the days of a period on which the hall gave numbers, in the order of the menu;
 * today up to now.
 */
export function presenceView(
  look: ViewContext,
  period: { readonly from: string; readonly to: string } & WithinReach,
): PresenceRow[] {
  const { reader, hall, now } = look;
  const found = new Map<number, Record<ColumnOf<'presence'>, number>>();
  const add = (counterId: number, day: Presence) => {
    const figures = figuresOf(presenceColumns, day);
    const sum = found.get(counterId);
    if (!sum) found.set(counterId, figures);
    else for (const { name } of columns) sum[name] += figures[name];
  };
  const summed = query
    .selectFrom('day_presence')
    .where('businessDate', '>=', period.from)
    .where('businessDate', '<=', period.to)
    .select(['counterId', 'promised', 'present', 'paused', 'late']);
  for (const { counterId, ...day } of reader.all(summed)) add(counterId, day);
  for (const date of reportedDates(reader, period).unsummed) {
    for (const [counterId, day] of readPresence(reader, hall, date, now)) add(counterId, day);
  }
  const agencies = new Map(
    reader.all(query.selectFrom('counters').select(['id', 'agency'])).map(({ id, agency }) => [id, agency]),
  );
  return [...readReportNames(reader, 'counter')].flatMap(([counterId, { name, counterCode }]) => {
    if (!reaches(period.reach, Number(counterId))) return [];
    const sums = found.get(Number(counterId));
    const agency = agencies.get(Number(counterId)) ?? '';
    return sums ? [{ counterId, counterCode: counterCode ?? '', name, agency, ...sums }] : [];
  });
}
