import { type ColumnOf, columnsOf, figuresOf, presenceColumns } from '../../contract/report-columns';
import type { PresenceRow } from '../../contract/reports';
import type { ViewContext } from '../view-context';
import { readReportNames } from './names';
import { agenciesOf, presenceDays } from './presence-days';
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
  const found = new Map<number, Record<ColumnOf<'presence'>, number>>();
  presenceDays(look, period, (_date, counterId, day) => {
    const figures = figuresOf(presenceColumns, day);
    const sum = found.get(counterId);
    if (!sum) found.set(counterId, figures);
    else for (const { name } of columns) sum[name] += figures[name];
  });
  const agencies = agenciesOf(look);
  return [...readReportNames(look.reader, 'counter')].flatMap(([counterId, { name, counterCode }]) => {
    const sums = found.get(Number(counterId));
    const agency = agencies.get(Number(counterId)) ?? '';
    return sums ? [{ counterId, counterCode: counterCode ?? '', name, agency, ...sums }] : [];
  });
}
