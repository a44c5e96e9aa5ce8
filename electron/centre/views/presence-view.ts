import { sql } from 'kysely';
import type { CentrePresenceQuery, CentrePresenceRow } from '../../contract/centre/reports';
import type { CentreDatabase } from '../database/engine';
import type { SeenHalls } from './halls-now-view';

/**
 * How institutions kept their hours: each over all halls, or in each hall, there by weekday too. Halls and institutions by name. Added up by
 * the database, as `presenceColumns` adds days up: a province has millions of them in a year.
 */
export async function centrePresenceView(
  { query }: Pick<CentreDatabase, 'query'>,
  asked: CentrePresenceQuery & { readonly seen: SeenHalls },
): Promise<CentrePresenceRow[]> {
  if (asked.seen?.length === 0) return [];
  const ofAgencies = asked.by === 'agency';
  const weekday =
    asked.by === 'weekday' ? sql<number | null>`extract(isodow from date)::int` : sql<null>`null::int`;
  const name = ofAgencies ? sql<string>`coalesce(agency, '')` : sql<string>`halls.name`;
  const hall = ofAgencies ? sql<null>`null::int` : sql<number | null>`halls.id`;
  const rows = await query
    .selectFrom('day_sums')
    .innerJoin('halls', 'halls.id', 'day_sums.hall_id')
    .leftJoin('hall_counters', (join) =>
      join
        .onRef('hall_counters.hall_id', '=', 'day_sums.hall_id')
        .onRef('hall_counters.counter_id', '=', 'day_sums.counter_id'),
    )
    .select([name.as('name'), hall.as('hall'), weekday.as('weekday')])
    .select([
      sql<number>`count(*)`.as('days'),
      sql<number>`count(*) filter (where present = 0)`.as('daysAbsent'),
      sql<number>`sum(promised)`.as('promised'),
      sql<number>`sum(present)`.as('present'),
      sql<number>`sum(paused)`.as('paused'),
      sql<number>`sum(late)`.as('late'),
    ])
    .where('removed_at', 'is', null)
    .where('promised', 'is not', null)
    .where('date', '>=', asked.from)
    .where('date', '<=', asked.to)
    .$if(asked.seen !== null, (some) => some.where('day_sums.hall_id', 'in', asked.seen ?? []))
    .$if(asked.hallId !== undefined, (some) => some.where('day_sums.hall_id', '=', Number(asked.hallId)))
    .$if(asked.agency !== undefined, (some) => some.where('agency', '=', asked.agency ?? ''))
    .groupBy(sql`1, 2, 3`)
    .execute();
  return rows
    .map(({ hall: hallId, ...row }) => ({ ...row, hallId: hallId === null ? null : String(hallId) }))
    .sort(
      (one, other) =>
        one.name.localeCompare(other.name, 'id') ||
        Number(one.hallId) - Number(other.hallId) ||
        (one.weekday ?? 0) - (other.weekday ?? 0),
    );
}
