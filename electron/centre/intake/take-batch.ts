import { sql } from 'kysely';
import { type BatchAnswer, type JournalBatch, unpackBatch } from '../../contract/centre/batch';
import { countedEpochs, type KnownEpoch, takeTurns } from '../../contract/centre/counted-epochs';
import { type JournalEntry, readEntry } from '../../contract/centre/journal-kinds';
import type { JournalPosition, JournalRow, ParkedRow } from '../../contract/centre/journal-row';
import { judgeBatch } from '../../contract/centre/judge-batch';
import { audit } from '../accounts/audit';
import type { CentreParts } from '../parts';
import { beginReading, emptyAndRead, readTaken } from '../projections/follow';
import { monthOf, requirePartition } from './partitions';
import type { HallWords, KnownHall } from './prove-hall';
import { newestPosition, takeTurn } from './sessions';

type Transaction = CentreParts['database']['query'];

/**
 * Takes a hall's batch in one transaction, whose signature was proved: its rows are on disk before it is answered. What was had
 * is passed over; rows that can't be read are kept and parked; two machines with one key freeze the hall.
 */
export async function takeBatch(
  parts: CentreParts,
  hall: KnownHall,
  words: HallWords,
  body: Uint8Array,
): Promise<BatchAnswer> {
  const batch = unpackBatch(body);
  if (!batch) return { state: 'malformed', detail: 'the body is no batch' };
  const moment = parts.now();
  await requirePartition(parts.database, moment);
  return await parts.database.query.transaction().execute(async (transaction) => {
    const turn = await takeTurn(transaction, hall.id, words, moment);
    if (!turn) return { state: 'begin_again' };
    const have = await newestPosition(transaction, hall.id);
    const known = await knownHashes(transaction, hall.id, batch, have);
    const judgement = judgeBatch(batch, { hallId: hall.uid, have, known });
    switch (judgement.judged) {
      case 'malformed':
        return { state: 'malformed', detail: judgement.detail };
      case 'gap':
        return { state: 'gap', have };
      case 'differs':
        return have ? { state: 'differs', have } : { state: 'gap', have };
      case 'two_machines':
        return await frozen(transaction, hall.id, moment);
      case 'follows': {
        const rows = batch.rows.slice(judgement.newFrom);
        const opened = openingOf(rows);
        if (opened && takeTurns(opened, await epochsOf(transaction, hall.id))) {
          return await frozen(transaction, hall.id, moment);
        }
        const parked = await keepRows(transaction, hall.id, rows, turn.machine, moment);
        const before = await parkedBefore(transaction, hall.id, batch, judgement.newFrom);
        const newest = await newestPosition(transaction, hall.id);
        if (!newest) throw new Error('a batch was taken and nothing is there');
        return { state: 'taken', have: newest, parked: [...before, ...parked] };
      }
    }
  });
}

/** The hashes of what is here of the batch's epoch, from the row before the batch on. */
async function knownHashes(
  transaction: Transaction,
  hallId: number,
  { epoch, rows }: JournalBatch,
  have: JournalPosition | null,
): Promise<ReadonlyMap<number, string>> {
  const first = rows[0]?.seq ?? 1;
  // The usual batch goes on after what is here, and asks nothing of the journal.
  if (have?.epoch === epoch && have.seq < first) return new Map([[have.seq, have.hash]]);
  const there = await transaction
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('hall_id', '=', hallId)
    .where('epoch', '=', epoch)
    .where('seq', '>=', first - 1)
    .where('seq', '<=', rows.at(-1)?.seq ?? 0)
    .execute();
  return new Map(there.map(({ seq, hash }) => [seq, hash]));
}

/** What opens an epoch, where these rows do; null also where it can't be read. */
function openingOf(rows: readonly JournalRow[]) {
  const read = rows[0]?.seq === 1 ? readEntry(rows[0]) : null;
  return read && 'entry' in read && read.entry.kind === 'epoch_opened' ? read.entry.body : null;
}

/** Keeps new rows, and how far the epoch is known. Returns those that can't be read. */
async function keepRows(
  transaction: Transaction,
  hallId: number,
  rows: readonly JournalRow[],
  machine: string,
  moment: number,
): Promise<ParkedRow[]> {
  const last = rows.at(-1);
  if (!last) return [];
  const { epoch } = last;
  const entries: { readonly row: JournalRow; readonly entry: JournalEntry }[] = [];
  const parked: ParkedRow[] = [];
  for (const row of rows) {
    const read = readEntry(row);
    if ('entry' in read) entries.push({ row, entry: read.entry });
    else parked.push({ epoch, seq: row.seq, reason: read.parked });
  }
  const opened = openingOf(rows);
  const place = { last_seq: last.seq, last_hash: last.hash, machine, last_at: moment };
  await transaction
    .insertInto('feeds')
    .values({
      hall_id: hallId,
      epoch,
      ...place,
      opened_because: opened?.reason ?? 'unreadable',
      after_epoch: opened?.after?.epoch ?? null,
      after_seq: opened?.after?.seq ?? null,
      counts_to: null,
      first_at: moment,
    })
    .onConflict((conflict) => conflict.columns(['hall_id', 'epoch']).doUpdateSet(place))
    .execute();
  // One parameter for all: a statement with thousands of them takes longer to read than to do.
  const listed = JSON.stringify(
    rows.map(({ seq, at, kind, version, body, hash }) => ({
      seq,
      at,
      kind,
      version,
      body: storable(body),
      hash,
    })),
  );
  await sql`insert into journal (hall_id, epoch, seq, month, at, received_at, kind, version, body, hash)
    select ${hallId}::int, ${epoch}::int, seq, ${monthOf(moment)}::date, at, ${moment}::bigint, kind, version, body, hash
    from json_to_recordset(${listed}::json)
      as rows (seq bigint, at bigint, kind text, version int, body text, hash text)`.execute(transaction);
  if (parked.length > 0) {
    await transaction
      .insertInto('parked')
      .values(parked.map((each) => ({ hall_id: hallId, ...each, parked_at: moment })))
      .execute();
  }
  await beginReading(transaction, hallId);
  if (rows[0]?.seq === 1 && (await countEpochs(transaction, hallId))) await emptyAndRead(transaction, hallId);
  else {
    const read = entries.map(({ row, entry }) => ({ at: row.at, entry, epoch, seq: row.seq }));
    await readTaken(transaction, hallId, {
      epoch,
      firstSeq: rows[0]?.seq ?? last.seq,
      lastSeq: last.seq,
      entries: read,
    });
  }
  return parked;
}

async function epochsOf(
  transaction: Transaction,
  hallId: number,
): Promise<(KnownEpoch & { countsTo: number | null })[]> {
  const feeds = await transaction
    .selectFrom('feeds')
    .select(['epoch', 'last_seq', 'after_epoch', 'after_seq', 'counts_to'])
    .where('hall_id', '=', hallId)
    .execute();
  return feeds.map(({ epoch, last_seq, after_epoch, after_seq, counts_to }) => ({
    epoch,
    lastSeq: last_seq,
    after: after_epoch === null || after_seq === null ? null : { epoch: after_epoch, seq: after_seq },
    countsTo: counts_to,
  }));
}

/** After an epoch was opened: writes down up to where each counts. Returns whether other rows count than before. */
async function countEpochs(transaction: Transaction, hallId: number): Promise<boolean> {
  const epochs = await epochsOf(transaction, hallId);
  const counted = countedEpochs(epochs);
  let isOther = false;
  for (const { epoch, lastSeq, countsTo } of epochs) {
    const upTo = counted.get(epoch) ?? 0;
    if (upTo === Math.min(countsTo ?? lastSeq, lastSeq)) continue;
    isOther = true;
    await transaction
      .updateTable('feeds')
      .set({ counts_to: upTo === lastSeq ? null : upTo })
      .where('hall_id', '=', hallId)
      .where('epoch', '=', epoch)
      .execute();
  }
  return isOther;
}

/** Of the rows of a batch that were had before, those that are parked. */
async function parkedBefore(
  transaction: Transaction,
  hallId: number,
  { epoch, rows }: JournalBatch,
  newFrom: number,
): Promise<ParkedRow[]> {
  if (newFrom === 0) return [];
  const there = await transaction
    .selectFrom('parked')
    .select(['seq', 'reason'])
    .where('hall_id', '=', hallId)
    .where('epoch', '=', epoch)
    .where('seq', '>=', rows[0]?.seq ?? 0)
    .where('seq', '<=', rows[newFrom - 1]?.seq ?? 0)
    .orderBy('seq')
    .execute();
  return there.map(({ seq, reason }) => ({ epoch, seq, reason: reason as ParkedRow['reason'] }));
}

/** Two machines have the hall's key: nothing more is taken of either until the office lets the hall in anew. */
async function frozen(transaction: Transaction, hallId: number, moment: number): Promise<BatchAnswer> {
  await transaction
    .updateTable('halls')
    .set({ frozen_at: moment, frozen_because: 'two_machines' })
    .where('id', '=', hallId)
    .execute();
  await transaction.deleteFrom('hall_sessions').where('hall_id', '=', hallId).execute();
  await audit(transaction, {
    at: moment,
    accountId: null,
    action: 'froze',
    subject: `hall:${hallId}`,
    detail: { reason: 'two_machines' },
  });
  return { state: 'frozen', reason: 'two_machines', since: new Date(moment).toISOString() };
}

/** Halves of letters and the sign 0 have no place in the database, nor in JSON: such a row is parked, and doesn't stop the rest. */
function storable(body: string): string {
  return Buffer.from(body, 'utf8').toString('utf8').replaceAll('\0', '\ufffd');
}
