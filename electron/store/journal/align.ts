import type { JournalPosition, JournalRow } from '../../contract/centre/journal-row';
import { query, type Reader, type Transaction } from '../store';
import { changeFeed, hallIdOf, raiseEpoch, readFeed } from './feed';
import { JournalWriter, newestPosition, positionAt, rowsAfter } from './journal-rows';

/** So many rows that the centre hasn't are told again under a new epoch; of more, the sums of the days are. */
const mostToldAgain = 5_000;

/** How a place that the centre names stands to the hall's journal. */
export type Alignment =
  /** It is a row of the hall's, or one that the hall has dropped since. */
  | 'agrees'
  /** It is none: the hall went back without knowing, or another machine goes on in its place. */
  | 'differs';

/** Compares what the centre has (null: nothing) with the journal. */
export function alignmentOf(reader: Reader, have: JournalPosition | null): Alignment {
  if (have === null) return 'agrees';
  const own = positionAt(reader, have);
  if (own) return own.hash === have.hash ? 'agrees' : 'differs';
  const [oldest] = rowsAfter(reader, null, { rows: 1, length: 1 });
  const isDropped =
    oldest !== undefined &&
    (have.epoch < oldest.epoch || (have.epoch === oldest.epoch && have.seq < oldest.seq));
  return isDropped ? 'agrees' : 'differs';
}

/**
 * The rows that are to be told after a place: those that follow it, or a later epoch from its first row on. `null`: there is more
 * to tell, but what lies between was dropped; the journal must begin anew.
 */
export function rowsToTell(
  reader: Reader,
  have: JournalPosition | null,
  bounds: { readonly rows: number; readonly length: number },
): JournalRow[] | null {
  let place: Pick<JournalPosition, 'epoch' | 'seq'> | null = have;
  for (;;) {
    const rows = rowsAfter(reader, place, bounds);
    const [first] = rows;
    if (!first) return place === have ? [] : null;
    if (first.seq === 1 || (have && follows(reader, have, first))) return rows;
    place = { epoch: first.epoch, seq: Number.MAX_SAFE_INTEGER };
  }
}

/** Whether a row goes on after a place: what stands behind another row than the centre's in that place never does. */
function follows(reader: Reader, have: JournalPosition, { epoch, seq }: JournalRow): boolean {
  if (epoch !== have.epoch || seq !== have.seq + 1) return false;
  const own = positionAt(reader, have);
  return own === undefined || own.hash === have.hash;
}

/** Begins the journal anew, with the sums of all days: what the centre lacks was dropped here. */
export function beginAnew(transaction: Transaction, above: number): void {
  raiseEpoch(transaction, { reason: 'centre_differs', after: null, above });
}

/**
 * Opens an epoch above the centre's, which goes on from the last row that both are known to have, and tells the rows after that
 * again in it. Where none is known, or there are too many, the journal begins anew.
 */
export function openAbove(transaction: Transaction, above: number, now: number): void {
  const feed = readFeed(transaction);
  const hallId = hallIdOf(transaction);
  if (feed?.linked !== 1 || hallId === undefined) return;
  const { acknowledgedEpoch: epoch, acknowledgedSeq: seq } = feed;
  const after = epoch === null || seq === null ? undefined : positionAt(transaction, { epoch, seq });
  if (!after) {
    beginAnew(transaction, above);
    return;
  }
  const tail = tailAfter(transaction, after);
  if (tail.length > mostToldAgain) {
    beginAnew(transaction, above);
    return;
  }
  const next = Math.max(feed.epoch, above, newestPosition(transaction)?.epoch ?? 0) + 1;
  const writer = new JournalWriter(transaction, hallId);
  writer.openEpoch(next);
  writer.write('epoch_opened', now, { reason: 'centre_differs', after });
  for (const row of tail) if (row.kind !== 'epoch_opened') writer.writeText(row);
  for (const row of tail) {
    transaction.run(query.deleteFrom('journal').where('epoch', '=', row.epoch).where('seq', '=', row.seq));
  }
  changeFeed(transaction, { epoch: next, due: null, afterEpoch: null, afterSeq: null, fingerprint: null });
  // What the hall is belongs to each epoch's beginning.
  transaction.announce({ kind: 'feed' });
}

function tailAfter(reader: Reader, after: JournalPosition): JournalRow[] {
  const rows: JournalRow[] = [];
  let place: Pick<JournalPosition, 'epoch' | 'seq'> = after;
  while (rows.length <= mostToldAgain) {
    const more = rowsAfter(reader, place, { rows: 1_000, length: Number.MAX_SAFE_INTEGER });
    const last = more.at(-1);
    if (!last) break;
    rows.push(...more);
    place = last;
  }
  return rows;
}

/** How many rows the centre lacks after a place (null: all), and when the first of them was written; epoch by epoch. */
export function backlogAfter(
  reader: Reader,
  place: Pick<JournalPosition, 'epoch' | 'seq'> | null,
): { readonly rows: number; readonly since: number | null } {
  const [first] = rowsAfter(reader, place, { rows: 1, length: 1 });
  if (!first) return { rows: 0, since: null };
  let rows = 0;
  let from: { epoch: number; seq: number } | undefined = first;
  while (from) {
    const { epoch } = from;
    const last: { seq: number } | undefined = reader.first(
      query.selectFrom('journal').select('seq').where('epoch', '=', epoch).orderBy('seq', 'desc').limit(1),
    );
    rows += (last?.seq ?? from.seq) - from.seq + 1;
    [from] = rowsAfter(reader, { epoch, seq: Number.MAX_SAFE_INTEGER }, { rows: 1, length: 1 });
  }
  return { rows, since: first.at };
}
