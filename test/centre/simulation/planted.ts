import { changeFeed, dropRows, readFeed } from '../../../electron/store/journal/feed';
import { newestPosition } from '../../../electron/store/journal/journal-rows';
import { query } from '../../../electron/store/store';
import type { World } from './run-seed';

/** Faults that are planted in the parts' stead, to see that the simulation finds them. */
export const plantedFaults: Readonly<Record<string, NonNullable<World['planted']>>> = {
  'a hall drops what the centre has not acknowledged': {
    dropRows: (transaction, before) => {
      const newest = newestPosition(transaction);
      if (newest) changeFeed(transaction, { acknowledgedEpoch: newest.epoch, acknowledgedSeq: newest.seq });
      return dropRows(transaction, before);
    },
  },
  'a restored hall goes on in an epoch that it has used': {
    restored: (hall) => {
      hall.store.write((transaction) => {
        const { afterEpoch, afterSeq } = readFeed(transaction) ?? {};
        if (afterEpoch == null || afterSeq == null) return;
        transaction.run(
          query
            .deleteFrom('journal')
            .where(({ eb, refTuple, tuple }) =>
              eb(refTuple('epoch', 'seq'), '>', tuple(afterEpoch, afterSeq)),
            ),
        );
        changeFeed(transaction, { due: null, epoch: afterEpoch, afterEpoch: null, afterSeq: null });
        // What is written next takes the places of what was deleted.
        hall.goBackTo({ epoch: afterEpoch, seq: afterSeq });
      });
    },
  },
  'the centre goes on beyond a gap': {
    taken: async ({ database }, hallId, path) => {
      if (!path.endsWith('/journal')) return;
      const newest = await database.query
        .selectFrom('journal')
        .select(['epoch', 'seq'])
        .where('hall_id', '=', hallId)
        .orderBy('epoch', 'desc')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!newest || newest.seq < 4) return;
      await database.query
        .deleteFrom('journal')
        .where('hall_id', '=', hallId)
        .where('epoch', '=', newest.epoch)
        .where('seq', '=', newest.seq - 2)
        .execute();
    },
  },
};
