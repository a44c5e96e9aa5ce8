import { randomBytes } from 'node:crypto';
import type { JournalBody } from '../../contract/centre/journal-kinds';
import type { JournalPosition } from '../../contract/centre/journal-row';
import type { Tables } from '../schema';
import { query, type Reader, type Transaction } from '../store';
import { newestPosition } from './journal-rows';

export type Feed = Tables['journal_feed'];
type Reason = JournalBody<'epoch_opened'>['reason'];

const feedQuery = query.selectFrom('journal_feed').selectAll().compile();

/** How the journal stands; undefined in a hall that was never linked with a centre. */
export function readFeed(reader: Reader): Feed | undefined {
  return reader.first({ compile: () => feedQuery });
}

export function changeFeed(transaction: Transaction, values: Partial<Omit<Feed, 'id'>>): void {
  transaction.run(query.updateTable('journal_feed').set(values).where('id', '=', 1));
}

/** Which hall this database is of. */
export function hallIdOf(reader: Reader): string | undefined {
  return reader.first(query.selectFrom('hall_identity').select('id'))?.id;
}

/** The same, made where this database has none yet. */
export function giveHallId(transaction: Transaction): string {
  const known = hallIdOf(transaction);
  if (known !== undefined) return known;
  const id = randomBytes(16).toString('base64url');
  transaction.run(query.insertInto('hall_identity').values({ id }));
  return id;
}

/** From now on a journal is written: the sums of all the past first, day by day, and what happens. */
export function linkFeed(transaction: Transaction, machine: string): void {
  giveHallId(transaction);
  const begun = {
    linked: 1,
    machine,
    due: 'linked',
    ...{ afterEpoch: null, afterSeq: null, toldUntil: null, fingerprint: null },
    ...{ acknowledgedEpoch: null, acknowledgedSeq: null, acknowledgedAt: null },
  } as const;
  transaction.run(
    query
      .insertInto('journal_feed')
      .values({ id: 1, epoch: 0, ...begun })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(begun)),
  );
  transaction.announce({ kind: 'feed' });
}

/** No journal is written any more; what it holds is dropped by `dropRows`. */
export function unlinkFeed(transaction: Transaction): void {
  changeFeed(transaction, { linked: 0, due: null });
  transaction.announce({ kind: 'feed' });
}

/**
 * The next row opens a new epoch, above all that are known, which goes on from a row (null: from none, so that all sums are told
 * anew). Left as it is where one is due already.
 */
export function raiseEpoch(
  transaction: Transaction,
  {
    reason,
    after,
    above = 0,
  }: {
    readonly reason: Reason;
    readonly after: Pick<JournalPosition, 'epoch' | 'seq'> | null;
    /** The highest epoch at the centre. */
    readonly above?: number;
  },
): void {
  const feed = readFeed(transaction);
  if (!feed || feed.linked === 0) return;
  const isAnew = after === null;
  changeFeed(transaction, {
    due: reason,
    epoch: Math.max(feed.epoch, above),
    afterEpoch: after?.epoch ?? null,
    afterSeq: after?.seq ?? null,
    fingerprint: null,
    ...(isAnew ? { toldUntil: null } : {}),
  });
  transaction.announce({ kind: 'feed' });
}

/** Another data directory works with this database than the one that wrote last: a copy of it, or another machine. */
export function noteMachine(transaction: Transaction, machine: string): void {
  const feed = readFeed(transaction);
  if (!feed || feed.linked === 0 || feed.machine === machine) return;
  if (feed.due === null) {
    raiseEpoch(transaction, { reason: 'other_machine', after: newestPosition(transaction) ?? null });
  }
  changeFeed(transaction, { machine });
}

/** Up to where the centre has it, as it said; never back. */
export function acknowledge(
  transaction: Transaction,
  place: Pick<JournalPosition, 'epoch' | 'seq'>,
  now: number,
): void {
  changeFeed(transaction, {
    acknowledgedEpoch: place.epoch,
    acknowledgedSeq: place.seq,
    acknowledgedAt: now,
  });
}

/**
 * Removes some rows that the centre has and that are older than the hall keeps single tickets (`before`, null: kept for good), never
 * the last one; of a hall that is linked no more, any. Returns how many; the caller goes on until it is 0.
 */
export function dropRows(transaction: Transaction, before: number | null, most = 500): number {
  const feed = readFeed(transaction);
  if (!feed) return 0;
  let rows = query.selectFrom('journal').select(['epoch', 'seq']).orderBy('epoch').orderBy('seq').limit(most);
  if (feed.linked === 1) {
    const { acknowledgedEpoch, acknowledgedSeq } = feed;
    if (before === null || acknowledgedEpoch === null || acknowledgedSeq === null) return 0;
    rows = rows
      .where('at', '<', before)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('epoch', 'seq'), '<', tuple(acknowledgedEpoch, acknowledgedSeq)),
      );
    // Only from the beginning: what is kept has no holes.
    const [first] = transaction.all(
      query.selectFrom('journal').select('at').orderBy('epoch').orderBy('seq').limit(1),
    );
    if (!first || first.at >= before) return 0;
  }
  const found = transaction.all(rows);
  const last = found.at(-1);
  if (!last) return 0;
  return transaction.run(
    query
      .deleteFrom('journal')
      .where(({ eb, refTuple, tuple }) => eb(refTuple('epoch', 'seq'), '<=', tuple(last.epoch, last.seq))),
  ).changes;
}
