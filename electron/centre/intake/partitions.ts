import { sql } from 'kysely';
import { type CentreDatabase, lockFor } from '../database/engine';

/** Months whose part of the journal this process knows to be there. */
const known = new WeakMap<object, Set<string>>();

/** The first day of a moment's month, in UTC: `2026-11-01`. */
export function monthOf(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 7)}-01`;
}

/** Makes the part of the journal in which what comes at this moment lies, if there is none. */
export async function requirePartition(
  { query }: Pick<CentreDatabase, 'query'>,
  moment: number,
): Promise<void> {
  const month = monthOf(moment);
  const there = known.get(query) ?? new Set();
  known.set(query, there);
  if (there.has(month)) return;
  const next = new Date(month);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const end = next.toISOString().slice(0, 10);
  const name = `journal_${month.slice(0, 7).replace('-', '_')}`;
  await query.transaction().execute(async (transaction) => {
    // Two processes that begin the same month would each make it.
    await lockFor(transaction, 'partitions');
    await sql`create table if not exists ${sql.id(name)} partition of journal
      for values from (${sql.lit(month)}) to (${sql.lit(end)})`.execute(transaction);
  });
  there.add(month);
}
