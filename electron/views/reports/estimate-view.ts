import { sql } from 'kysely';
import { estimateColumns, figuresOf } from '../../contract/report-columns';
import type { EstimateQuery, EstimateRow } from '../../contract/reports';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { readReportNames } from './names';
import type { WithinReach } from './summary-view';

/**
 * How well the waits held that visitors were told on the days of a period that are over: the whole of it in one row,
 * each day, or each counter in the order of the menu. Without anybody called there is no row.
 */
export function estimateView({ reader }: ViewContext, asked: EstimateQuery & WithinReach): EstimateRow[] {
  const key = {
    period: sql<string>`'period'`,
    day: sql<string>`businessDate`,
    counter: sql<string>`CAST(counterId AS TEXT)`,
  }[asked.by];
  const period = query
    .selectFrom('day_estimates')
    .where('businessDate', '>=', asked.from)
    .where('businessDate', '<=', asked.to);
  const within = asked.reach === null ? period : period.where('counterId', 'in', asked.reach);
  const measured =
    asked.counterId === undefined ? within : within.where('counterId', '=', Number(asked.counterId));
  const rows = reader.all(
    measured
      .groupBy(key)
      .orderBy(key)
      .select([
        key.as('key'),
        sql<number>`sum(told)`.as('told'),
        sql<number>`sum(untold)`.as('untold'),
        sql<number>`sum(held)`.as('held'),
        sql<number>`sum(error)`.as('error'),
        sql<number>`sum(simpleError)`.as('simpleError'),
      ]),
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  const names = asked.by === 'counter' ? readReportNames(reader, 'counter') : null;
  return [...(names ?? found).keys()].flatMap((each) => {
    const sums = found.get(each);
    if (!sums || sums.told + sums.untold === 0) return [];
    const name = names?.get(each);
    return [
      {
        key: each,
        name: name?.name ?? null,
        counterCode: name?.counterCode ?? null,
        ...figuresOf(estimateColumns, sums),
      },
    ];
  });
}
