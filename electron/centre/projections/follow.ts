import { sql } from 'kysely';
import { readEntry } from '../../contract/centre/journal-kinds';
import type { CentreDatabase } from '../database/engine';
import { isAway } from '../database/engine';
import { applyEntries, projectionTables, type TimedEntry } from './apply';

type Transaction = CentreDatabase['query'];
type Query = Pick<CentreDatabase, 'query'>;

/** So many rows are read at once; each turn is a transaction of its own, but for making anew. */
const rowsAtOnce = 2_000;

/** Reads on in a hall's journal from where it was read to, so far as nobody else does it now. Returns whether there may be more. */
async function readOn(transaction: Transaction, hallId: number): Promise<boolean> {
  const cursor = await holdCursor(transaction, hallId);
  return cursor ? await readFrom(transaction, hallId, cursor) : false;
}

/** What was just taken of an epoch, with the rows of it that can be read. */
interface JustTaken {
  readonly epoch: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly entries: readonly (TimedEntry & Cursor)[];
}

/**
 * In the transaction in which rows are taken they are read at once, so that what is shown is what is there. Where the hall is
 * behind, or made anew just now, that is left to whoever reads on.
 */
export async function readTaken(transaction: Transaction, hallId: number, taken: JustTaken): Promise<void> {
  const cursor = await holdCursor(transaction, hallId);
  if (!cursor) return;
  if (cursor.epoch === taken.epoch && cursor.seq === taken.firstSeq - 1) {
    await applyOrPark(transaction, hallId, taken.entries);
    await moveCursor(transaction, hallId, { epoch: taken.epoch, seq: taken.lastSeq });
  } else {
    await readFrom(transaction, hallId, cursor);
  }
}

/** Up to where a hall's journal was read, held for this transaction; undefined where another holds it. */
function holdCursor(transaction: Transaction, hallId: number): Promise<Cursor | undefined> {
  return transaction
    .selectFrom('projected')
    .select(['epoch', 'seq'])
    .where('hall_id', '=', hallId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

async function moveCursor(transaction: Transaction, hallId: number, { epoch, seq }: Cursor): Promise<void> {
  await transaction.updateTable('projected').set({ epoch, seq }).where('hall_id', '=', hallId).execute();
}

/** From now on the hall's journal is read. */
export async function beginReading(transaction: Transaction, hallId: number): Promise<void> {
  await transaction
    .insertInto('projected')
    .values({ hall_id: hallId, epoch: 0, seq: 0 })
    .onConflict((conflict) => conflict.column('hall_id').doNothing())
    .execute();
}

/**
 * Makes all that is shown of a hall anew from its journal, in one transaction: until it is done, what was there is shown, and new rows
 * are taken meanwhile.
 */
export async function rebuildHall({ query }: Query, hallId: number): Promise<void> {
  await query.transaction().execute(async (transaction) => {
    const held = transaction
      .selectFrom('projected')
      .select('hall_id')
      .where('hall_id', '=', hallId)
      .forUpdate();
    if (!(await held.executeTakeFirst())) return;
    await emptyAndRead(transaction, hallId);
  });
  await catchUp({ query }, hallId);
}

/** The same inside a transaction that holds the hall: where an epoch left a tail behind, which counts for nothing. */
export async function emptyAndRead(transaction: Transaction, hallId: number): Promise<void> {
  for (const table of projectionTables)
    await sql`delete from ${sql.table(table)} where hall_id = ${hallId}`.execute(transaction);
  let cursor: Cursor = { epoch: 0, seq: 0 };
  await sql`delete from parked where hall_id = ${hallId} and reason = 'failed'`.execute(transaction);
  for (;;) {
    const more = await readFrom(transaction, hallId, cursor);
    if (!more) return;
    cursor = await transaction
      .selectFrom('projected')
      .select(['epoch', 'seq'])
      .where('hall_id', '=', hallId)
      .executeTakeFirstOrThrow();
  }
}

/** Reads on until the end of what is there. */
export async function catchUp({ query }: Query, hallId: number): Promise<void> {
  while (await query.transaction().execute((transaction) => readOn(transaction, hallId)));
}

/** Halls whose journal is not read to its end: what was taken while they were made anew, or where a process died. */
export async function hallsBehind({ query }: Query): Promise<number[]> {
  const { rows } = await sql<{ hall_id: number }>`
    select f.hall_id from feeds f join projected p on p.hall_id = f.hall_id
    where f.epoch = (select max(epoch) from feeds where hall_id = f.hall_id)
      and (p.epoch, p.seq) < (f.epoch, f.last_seq)`.execute(query);
  return rows.map(({ hall_id }) => hall_id);
}

interface Cursor {
  readonly epoch: number;
  readonly seq: number;
}

async function readFrom(transaction: Transaction, hallId: number, cursor: Cursor): Promise<boolean> {
  const rows = await transaction
    .selectFrom('journal')
    .innerJoin('feeds', (join) =>
      join.onRef('feeds.hall_id', '=', 'journal.hall_id').onRef('feeds.epoch', '=', 'journal.epoch'),
    )
    .select(['journal.epoch', 'seq', 'at', 'kind', 'version', 'body', 'counts_to'])
    .where('journal.hall_id', '=', hallId)
    .where(sql<boolean>`(journal.epoch, seq) > (${cursor.epoch}::int, ${cursor.seq}::bigint)`)
    .orderBy('journal.epoch')
    .orderBy('seq')
    .limit(rowsAtOnce)
    .execute();
  const last = rows.at(-1);
  if (!last) return false;
  const entries = rows
    .filter(({ seq, counts_to }) => counts_to === null || seq <= counts_to)
    .flatMap((row): (TimedEntry & Cursor)[] => {
      // What was forgotten stands there empty.
      const read = row.body === '' ? null : readEntry(row);
      return read && 'entry' in read
        ? [{ at: row.at, entry: read.entry, epoch: row.epoch, seq: row.seq }]
        : [];
    });
  await applyOrPark(transaction, hallId, entries);
  await moveCursor(transaction, hallId, last);
  return rows.length === rowsAtOnce;
}

/** Where all together fail, each is tried alone, and the one at fault is parked. */
async function applyOrPark(
  transaction: Transaction,
  hallId: number,
  entries: readonly (TimedEntry & Cursor)[],
): Promise<void> {
  if (entries.length === 0) return;
  const attempt = async (some: readonly TimedEntry[]) => {
    await sql`savepoint reading`.execute(transaction);
    try {
      await applyEntries(transaction, hallId, some);
      await sql`release savepoint reading`.execute(transaction);
      return true;
    } catch (error) {
      if (isAway(error)) throw error;
      await sql`rollback to savepoint reading`.execute(transaction);
      return false;
    }
  };
  if (await attempt(entries)) return;
  for (const each of entries) {
    if (await attempt([each])) continue;
    const { epoch, seq } = each;
    await transaction
      .insertInto('parked')
      .values({ hall_id: hallId, epoch, seq, reason: 'failed', parked_at: Date.now() })
      .onConflict((conflict) => conflict.columns(['hall_id', 'epoch', 'seq']).doNothing())
      .execute();
  }
}
