import { sql } from 'kysely';
import { accessColumns, figuresOf } from '../../contract/report-columns';
import type { AccessRow } from '../../contract/reports';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

/**
 * How many came by the ways for those who see little or nothing, on each day of a period that had any, of the whole hall: by counter it
 * could be told who it was. Practice counts until the hall goes live.
 */
export function accessView(
  { reader }: ViewContext,
  { from, to }: { readonly from: string; readonly to: string },
): AccessRow[] {
  const total = (count: keyof typeof accessColumns) => sql<number>`sum(${sql.ref(count)})`.as(count);
  return reader
    .all(
      query
        .selectFrom('access_days')
        .where('businessDate', '>=', from)
        .where('businessDate', '<=', to)
        .groupBy('businessDate')
        .orderBy('businessDate')
        .select([
          'businessDate',
          total('spokenBegun'),
          total('spokenNumbers'),
          total('largeBegun'),
          total('largeNumbers'),
          total('fetchAsked'),
        ]),
    )
    .map(({ businessDate, ...sums }) => ({ key: businessDate, ...figuresOf(accessColumns, sums) }))
    .filter(({ key: _, ...figures }) => Object.values(figures).some((figure) => figure > 0));
}
