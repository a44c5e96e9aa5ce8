import { hallSnapshot, type SnapshotAnswer } from '../../contract/centre/snapshot';
import type { CentreParts } from '../parts';
import type { HallWords, KnownHall } from './prove-hall';
import { takeTurn } from './sessions';

/** Keeps how a hall is now, in the place of what it said before. */
export async function takeSnapshot(
  { database, now }: CentreParts,
  hall: KnownHall,
  words: HallWords,
  body: unknown,
): Promise<SnapshotAnswer> {
  const read = hallSnapshot.safeParse(body);
  if (!read.success) return { state: 'malformed', detail: 'the body is no snapshot' };
  const moment = now();
  return await database.query.transaction().execute(async (transaction) => {
    if (!(await takeTurn(transaction, hall.id, words, moment))) return { state: 'begin_again' };
    const row = { received_at: moment, body: JSON.stringify(read.data) };
    await transaction
      .insertInto('snapshots')
      .values({ hall_id: hall.id, ...row })
      .onConflict((conflict) => conflict.column('hall_id').doUpdateSet(row))
      .execute();
    return { state: 'taken' };
  });
}
