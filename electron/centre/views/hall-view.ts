import { sql } from 'kysely';
import type { HallDetail } from '../../contract/centre/halls-now';
import type { HallSnapshot } from '../../contract/centre/snapshot';
import { Refusal } from '../../queue/refusal';
import type { CentreDatabase } from '../database/engine';
import { hallsNowView } from './halls-now-view';

/** One hall as it is known here. Throws `Refusal('not_found')`. */
export async function hallView(
  database: Pick<CentreDatabase, 'query'>,
  hallId: number,
  now: number,
): Promise<HallDetail> {
  const { query } = database;
  const [hall] = await hallsNowView(database, { seen: [hallId], now });
  if (!hall) throw new Refusal('not_found');
  const snapshot = await query
    .selectFrom('snapshots')
    .select('body')
    .where('hall_id', '=', hallId)
    .executeTakeFirst();
  const said = snapshot?.body as HallSnapshot | undefined;
  const counters = await query
    .selectFrom('hall_counters')
    .select(['counter_id', 'code', 'name', 'agency'])
    .where('hall_id', '=', hallId)
    .where('archived', '=', false)
    .orderBy('place')
    .execute();
  const devices = await query
    .selectFrom('hall_devices')
    .select(['device_id', 'device', 'roll'])
    .where('hall_id', '=', hallId)
    .where('state', '=', 'let_in')
    .orderBy('device_id')
    .execute();
  const feeds = await query
    .selectFrom('feeds')
    .select(['epoch', 'opened_because', 'last_seq', 'counts_to', 'last_at'])
    .where('hall_id', '=', hallId)
    .orderBy('epoch')
    .execute();
  const parked = await query
    .selectFrom('parked')
    .select((row) => ['reason', row.fn.countAll<number>().as('rows')])
    .where('hall_id', '=', hallId)
    .groupBy('reason')
    .orderBy('reason')
    .execute();
  const nowOf = new Map(said?.counters.map((counter) => [counter.id, counter]));
  return {
    hall,
    counters: counters.map(({ counter_id, code, name, agency }) => {
      const counter = nowOf.get(counter_id);
      return {
        id: String(counter_id),
        code,
        name,
        agency,
        now: counter
          ? {
              state: counter.state,
              waiting: counter.waiting,
              desks: counter.desks,
              longestWait: counter.longestWait,
            }
          : null,
      };
    }),
    today: said ? await todayOf(database, hallId, said.date) : null,
    devices: devices.map(({ device_id, device, roll }) => ({ id: device_id, device, roll })),
    epochs: feeds.map(({ epoch, opened_because, last_seq, counts_to, last_at }) => ({
      epoch,
      because: opened_because,
      rows: last_seq,
      counts: counts_to ?? last_seq,
      lastAt: new Date(last_at).toISOString(),
    })),
    parked,
  };
}

async function todayOf(
  { query }: Pick<CentreDatabase, 'query'>,
  hallId: number,
  date: string,
): Promise<HallDetail['today']> {
  const sums = await query
    .selectFrom('ticket_days')
    .select([
      sql<number>`coalesce(sum(issued), 0)`.as('issued'),
      sql<number>`coalesce(sum(finished), 0)`.as('finished'),
      sql<number>`coalesce(sum(no_show), 0)`.as('noShow'),
      sql<number | null>`round(sum(waited) / nullif(sum(calls), 0))`.as('meanWait'),
    ])
    .where('hall_id', '=', hallId)
    .where('date', '=', date)
    .executeTakeFirstOrThrow();
  return { date, ...sums };
}
