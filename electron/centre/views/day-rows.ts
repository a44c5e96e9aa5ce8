import { sql } from 'kysely';
import type { CentreDatabase } from '../database/engine';
import type { SeenHalls } from './halls-now-view';

/** Which days a report is of. */
export interface ReportScope {
  readonly from: string;
  readonly to: string;
  /** The halls that its reader sees; null: all. */
  readonly seen: SeenHalls;
  readonly hallId?: string | undefined;
  readonly agency?: string | undefined;
}

/** A counter's day in a hall. */
export interface DayRow {
  readonly hall_id: number;
  readonly date: string;
  readonly counter_id: number;
  readonly agency: string | null;
  readonly format: number | null;
  readonly packed: Uint8Array | null;
}

/** So many rows are in memory at once; between them others are served. */
const rowsAtOnce = 1_000;

/** Hands over the days of a scope, some at a time, in the order of their keys. */
export async function* dayRows(
  { query }: Pick<CentreDatabase, 'query'>,
  scope: ReportScope,
): AsyncGenerator<DayRow[]> {
  if (scope.seen?.length === 0) return;
  let after: { hall: number; date: string; counter: number } = { hall: 0, date: '0001-01-01', counter: 0 };
  for (;;) {
    const rows: DayRow[] = await query
      .selectFrom('day_sums')
      .innerJoin('halls', 'halls.id', 'day_sums.hall_id')
      .leftJoin('hall_counters', (join) =>
        join
          .onRef('hall_counters.hall_id', '=', 'day_sums.hall_id')
          .onRef('hall_counters.counter_id', '=', 'day_sums.counter_id'),
      )
      .select(['day_sums.hall_id', 'date', 'day_sums.counter_id', 'agency', 'format', 'packed'])
      .where('removed_at', 'is', null)
      .where('date', '>=', scope.from)
      .where('date', '<=', scope.to)
      .where('packed', 'is not', null)
      .$if(scope.seen !== null, (some) => some.where('day_sums.hall_id', 'in', scope.seen ?? []))
      .$if(scope.hallId !== undefined, (some) => some.where('day_sums.hall_id', '=', Number(scope.hallId)))
      .$if(scope.agency !== undefined, (some) => some.where('agency', '=', scope.agency ?? ''))
      .where(
        sql<boolean>`(day_sums.hall_id, date, day_sums.counter_id) > (${after.hall}::int, ${after.date}::date, ${after.counter}::bigint)`,
      )
      .orderBy('day_sums.hall_id')
      .orderBy('date')
      .orderBy('day_sums.counter_id')
      .limit(rowsAtOnce)
      .execute();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = { hall: last.hall_id, date: last.date, counter: last.counter_id };
  }
}

/** The names of halls that a reader sees, by id, in the order of their names. */
export async function hallNames(
  { query }: Pick<CentreDatabase, 'query'>,
  seen: SeenHalls,
): Promise<Map<number, string>> {
  if (seen?.length === 0) return new Map();
  const rows = await query
    .selectFrom('halls')
    .select(['id', 'name'])
    .where('removed_at', 'is', null)
    .$if(seen !== null, (some) => some.where('id', 'in', seen ?? []))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
