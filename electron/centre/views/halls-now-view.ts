import { sql } from 'kysely';
import { type HallNow, silentAfterMinutes } from '../../contract/centre/halls-now';
import type { HallSnapshot } from '../../contract/centre/snapshot';
import type { CentreDatabase } from '../database/engine';

/** The halls that somebody sees, by ids; null: all. */
export type SeenHalls = readonly number[] | null;

/** How halls are now, by name: each with the age of what it last said. */
export async function hallsNowView(
  { query }: Pick<CentreDatabase, 'query'>,
  { seen, now }: { readonly seen: SeenHalls; readonly now: number },
): Promise<HallNow[]> {
  if (seen?.length === 0) return [];
  const rows = await query
    .selectFrom('halls')
    .leftJoin('snapshots', 'snapshots.hall_id', 'halls.id')
    .leftJoin('hall_sessions', 'hall_sessions.hall_id', 'halls.id')
    .select([
      'halls.id',
      'name',
      'city',
      'time_zone',
      'let_in_at',
      'frozen_at',
      'frozen_because',
      'received_at',
      'body',
      'heard_at',
    ])
    .select(sql<number>`(select count(*) from parked where hall_id = halls.id)`.as('parked'))
    .where('removed_at', 'is', null)
    .$if(seen !== null, (some) => some.where('halls.id', 'in', seen ?? []))
    .orderBy('name')
    .orderBy('halls.id')
    .execute();
  return rows.map((row): HallNow => {
    const said = row.body as HallSnapshot | null;
    const heardAt = Math.max(row.heard_at ?? 0, row.received_at ?? 0);
    const age = row.received_at === null ? null : now - row.received_at;
    return {
      id: String(row.id),
      name: row.name,
      city: row.city,
      timezone: row.time_zone,
      letInAt: instant(row.let_in_at),
      heardAt: heardAt === 0 ? null : instant(heardAt),
      contact: age === null ? 'never' : age > silentAfterMinutes * 60_000 ? 'silent' : 'heard',
      frozen:
        row.frozen_at === null
          ? null
          : { reason: row.frozen_because ?? 'stopped', since: instant(row.frozen_at) },
      parked: row.parked,
      said: said && {
        at: said.at,
        receivedAt: instant(row.received_at ?? 0),
        practice: said.practice,
        open: said.open,
        openCounters: said.openCounters,
        counters: said.counters.length,
        waiting: said.waiting,
        longestWait: said.longestWait,
        absentAgencies: said.absentAgencies,
        paper: said.paper,
        version: said.version,
        copies: said.copies,
        clockIsSure: said.clockIsSure,
      },
    };
  });
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
