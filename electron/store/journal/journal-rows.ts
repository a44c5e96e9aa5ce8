import { hashAfter, hashBefore } from '../../contract/centre/journal-hash';
import { type JournalBody, type JournalKind, writtenVersion } from '../../contract/centre/journal-kinds';
import type { JournalPosition, JournalRow } from '../../contract/centre/journal-row';
import { prepared } from '../prepared';
import type { Tables } from '../schema';
import { query, type Reader, type Transaction } from '../store';

type Place = Pick<JournalPosition, 'epoch' | 'seq'>;

const newest = query
  .selectFrom('journal')
  .select(['epoch', 'seq', 'hash'])
  .orderBy('epoch', 'desc')
  .orderBy('seq', 'desc')
  .limit(1)
  .compile();
const newestRow = { compile: () => newest };

const insertRow = prepared((row: Tables['journal']) =>
  query.insertInto('journal').values({
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    version: row.version,
    body: row.body,
    hash: row.hash,
  }),
);

/** The last row; undefined of an empty journal. */
export function newestPosition(reader: Reader): JournalPosition | undefined {
  const row = reader.first(newestRow);
  return row && positionOf(row);
}

/** A row's place with its hash; undefined where it isn't kept. */
export function positionAt(reader: Reader, { epoch, seq }: Place): JournalPosition | undefined {
  const row = reader.first(
    query
      .selectFrom('journal')
      .select(['epoch', 'seq', 'hash'])
      .where('epoch', '=', epoch)
      .where('seq', '=', seq),
  );
  return row && positionOf(row);
}

/** Writes rows that follow each other, in an epoch that is open. */
export class JournalWriter {
  readonly #transaction: Transaction;
  readonly #hallId: string;
  #last: { epoch: number; seq: number; hash: string };

  constructor(transaction: Transaction, hallId: string) {
    this.#transaction = transaction;
    this.#hallId = hallId;
    this.#last = newestPosition(transaction) ?? { epoch: 0, seq: 0, hash: '' };
  }

  /** What is written from now on is of this epoch, which must be higher than any that is kept. */
  openEpoch(epoch: number): void {
    this.#last = { epoch, seq: 0, hash: hashBefore(this.#hallId, epoch) };
  }

  write<Kind extends JournalKind>(kind: Kind, at: number, body: JournalBody<Kind>): void {
    this.writeText({ kind, at, version: writtenVersion, body: JSON.stringify(body) });
  }

  writeText(entry: Pick<JournalRow, 'kind' | 'at' | 'version' | 'body'>): void {
    const { epoch, seq, hash } = this.#last;
    const row = { ...entry, at: Math.max(0, entry.at), epoch, seq: seq + 1 };
    const next = hashAfter(hash, row);
    this.#transaction.run(insertRow({ ...row, hash: Buffer.from(next, 'base64url') }));
    this.#last = { epoch, seq: row.seq, hash: next };
  }
}

/**
 * The rows after a place (null: from the first that is kept), all of one epoch, up to so many, and so much text that a batch stays
 * small; at least one where there is any.
 */
export function rowsAfter(
  reader: Reader,
  place: Place | null,
  bounds: { readonly rows: number; readonly length: number },
): JournalRow[] {
  const from = place ?? { epoch: 0, seq: 0 };
  const inEpoch = (epoch: number, seq: number) =>
    reader.all(
      query
        .selectFrom('journal')
        .selectAll()
        .where('epoch', '=', epoch)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(bounds.rows),
    );
  let rows = inEpoch(from.epoch, from.seq);
  if (rows.length === 0) {
    const next = reader.first(
      query.selectFrom('journal').select('epoch').where('epoch', '>', from.epoch).orderBy('epoch').limit(1),
    );
    if (next) rows = inEpoch(next.epoch, 0);
  }
  let length = 0;
  const fit = rows.findIndex((row, index) => {
    length += row.body.length;
    return index > 0 && length > bounds.length;
  });
  return (fit < 0 ? rows : rows.slice(0, fit)).map(toRow);
}

/** The newest rows before a place (null: of all), the newest first. */
export function rowsBefore(reader: Reader, place: Place | null, limit: number): JournalRow[] {
  let rows = query
    .selectFrom('journal')
    .selectAll()
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit);
  if (place) {
    const { epoch, seq } = place;
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('epoch', 'seq'), '<', tuple(epoch, seq)));
  }
  return reader.all(rows).map(toRow);
}

function toRow(row: Tables['journal']): JournalRow {
  return { ...row, hash: Buffer.from(row.hash).toString('base64url') };
}

function positionOf(row: Pick<Tables['journal'], 'epoch' | 'seq' | 'hash'>): JournalPosition {
  return { epoch: row.epoch, seq: row.seq, hash: Buffer.from(row.hash).toString('base64url') };
}
