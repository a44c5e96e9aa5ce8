import { randomBytes } from 'node:crypto';
import type { JournalPosition } from '../../contract/centre/journal-row';
import type { HelloAnswer, HelloRequest } from '../../contract/centre/sessions';
import type { CentreParts } from '../parts';
import type { HallWords, KnownHall } from './prove-hall';

type Transaction = CentreParts['database']['query'];

/** A new name by chance, as the wire has them. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Begins a hall's session; the one before it ends. */
export async function beginSession(
  { database, now }: CentreParts,
  hall: KnownHall,
  hello: HelloRequest,
): Promise<HelloAnswer> {
  const session = newNonce();
  const moment = now();
  const row = {
    session,
    machine: hello.machine,
    version: hello.version,
    turn: 0,
    begun_at: moment,
    heard_at: moment,
  };
  await database.query
    .insertInto('hall_sessions')
    .values({ hall_id: hall.id, ...row })
    .onConflict((conflict) => conflict.column('hall_id').doUpdateSet(row))
    .execute();
  const have = await newestPosition(database.query, hall.id);
  return { state: 'welcome', session, have, now: new Date(moment).toISOString() };
}

/**
 * Takes a request's turn, and holds its hall for this transaction, so that what a hall asks is done in order. Returns the
 * session's machine, or null where there is no such session or the turn was had.
 */
export async function takeTurn(
  transaction: Transaction,
  hallId: number,
  { session, turn }: Pick<HallWords, 'session' | 'turn'>,
  now: number,
): Promise<{ readonly machine: string } | null> {
  const row = await transaction
    .updateTable('hall_sessions')
    .set({ turn, heard_at: now })
    .where('hall_id', '=', hallId)
    .where('session', '=', session)
    .where('turn', '<', turn)
    .returning('machine')
    .executeTakeFirst();
  return row ?? null;
}

/** The last row of the newest epoch that is here of a hall. */
export async function newestPosition(query: Transaction, hallId: number): Promise<JournalPosition | null> {
  const row = await query
    .selectFrom('feeds')
    .select(['epoch', 'last_seq', 'last_hash'])
    .where('hall_id', '=', hallId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { epoch: row.epoch, seq: row.last_seq, hash: row.last_hash } : null;
}
