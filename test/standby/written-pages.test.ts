import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../electron/log';
import { type FeedMessage, MessageReader } from '../../electron/standby/feed-messages';
import { PageFeed } from '../../electron/standby/page-feed';
import { pagesFile, StandbyCopy } from '../../electron/standby/standby-copy';
import { query, type Store } from '../../electron/store/store';
import { dumpTables, pagesOf, withoutLog } from '../support/table-dump';
import { temporaryFolder, temporaryStore } from '../support/temporary-store';

const log = createLog('silent');

function followed(options: { keptBytes?: number } = {}) {
  const store = temporaryStore();
  const feed = new PageFeed(store, log, { now: () => 1_000, ...options });
  feed.begin();
  const begun = pagesOf(store.file);
  const told: FeedMessage[] = [];
  const reader = new MessageReader();
  let ends = 0;
  const follower = {
    told: (message: Buffer) => void told.push(...reader.feed(message)),
    ended: () => {
      ends += 1;
    },
  };
  feed.follow(null, follower);
  return {
    store,
    feed,
    begun,
    /** With what was committed in this turn. */
    get told() {
      return feed.place ? told : [];
    },
    ends: () => ends,
  };
}

/** What is committed is told at once, as after a moment. */
const put = ({ store, feed }: { store: Store; feed: PageFeed }, key: string, bytes: number) => {
  store.write((transaction) => {
    transaction.run(
      query.insertInto('settings').values({ key, valueJson: JSON.stringify('x'.repeat(bytes)) }),
    );
  });
  return feed.place;
};

/** A copy that was told the same has the same tables. */
async function expectSame({ store, begun, told }: ReturnType<typeof followed>) {
  const about = { generation: 'g', hallId: 'h', epoch: 1, shape: 1, at: 0, receivedAt: 0 };
  const copy = StandbyCopy.begin(join(temporaryFolder(), 'copy'), about, 0);
  writeFileSync(pagesFile(copy.folder), begun);
  copy.snapshotCame(0);
  await copy.append(told, 2_000);
  // As after a power cut: what lies on the disk is all that is known.
  await copy.close();
  const again = StandbyCopy.open(copy.folder);
  expect(again?.place.sequence).toBe(told.length);
  again?.fold();
  expect(dumpTables(withoutLog(readFileSync(pagesFile(copy.folder))))).toEqual(
    dumpTables(pagesOf(store.file)),
  );
}

test('what was undone after it had gone into the log is not told, large as it was', async () => {
  const hall = followed();
  put(hall, 'before', 10);
  expect(() =>
    hall.store.write((transaction) => {
      // More than SQLite keeps in memory, so that it writes pages out before the end.
      for (let row = 0; row < 200; row += 1)
        transaction.run(
          query
            .insertInto('settings')
            .values({ key: `undone ${row}`, valueJson: JSON.stringify('u'.repeat(40_000)) }),
        );
      throw new Error('no');
    }),
  ).toThrow('no');
  put(hall, 'after', 10);
  put(hall, 'and one more', 100_000);
  expect(hall.told.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  await expectSame(hall);
});

test('commits are told once each while the log is written back, emptied and begun anew', async () => {
  const hall = followed();
  for (let round = 0; round < 6; round += 1) {
    put(hall, `one of ${round}`, 9_000);
    if (round % 2 === 0) {
      hall.store.write((transaction) =>
        transaction.run(query.deleteFrom('settings').where('key', '=', 'none')),
      );
      hall.store.write((transaction) =>
        transaction.run(query.deleteFrom('settings').where('key', '=', `one of ${round - 1}`)),
      );
      hall.store.wipeLog();
    }
    put(hall, `two of ${round}`, 100);
  }
  expect(hall.told.map(({ sequence }) => sequence)).toEqual(hall.told.map((_each, at) => at + 1));
  expect(hall.ends()).toBe(0);
  await expectSame(hall);
});

test('so much is kept for a line that broke and no more; who comes later begins anew', () => {
  const hall = followed({ keptBytes: 100_000 });
  const { feed } = hall;
  const { generation } = feed.place ?? expect.fail('it has begun');
  for (let row = 0; row < 30; row += 1) put(hall, `row ${row}`, 9_000);
  const newest = feed.place?.sequence ?? 0;
  const after = (sequence: number) => {
    const heard: FeedMessage[] = [];
    const reader = new MessageReader();
    const { from, leave } = feed.follow(
      { generation, sequence },
      { told: (message) => void heard.push(...reader.feed(message)), ended: () => undefined },
    );
    leave();
    return { from: from.sequence, heard: heard.map((each) => each.sequence) };
  };
  expect(after(newest - 3)).toEqual({ from: newest - 3, heard: [newest - 2, newest - 1, newest] });
  expect(after(newest)).toEqual({ from: newest, heard: [] });
  expect(after(1)).toEqual({ from: newest, heard: [] });
  // From a place that never was, as of a hall that was restored.
  expect(after(newest + 5)).toEqual({ from: newest, heard: [] });
});

test('a copy takes no commit after a gap, and nothing half written', async () => {
  const hall = followed();
  for (let row = 0; row < 3; row += 1) put(hall, `row ${row}`, 100);
  const about = { generation: 'g', hallId: 'h', epoch: 1, shape: 1, at: 0, receivedAt: 0 };
  const copy = StandbyCopy.begin(join(temporaryFolder(), 'copy'), about, 0);
  writeFileSync(pagesFile(copy.folder), hall.begun);
  const [first, second, third] = hall.told;
  if (!first || !second || !third) throw new Error('there are three');
  await copy.append([first], 1);
  await expect(copy.append([third], 2)).rejects.toThrow('a commit is missing');
  await copy.append([second], 3);
  await copy.close();
  const file = join(copy.folder, 'commits.log');
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, -7));
  const torn = StandbyCopy.open(copy.folder);
  expect(torn?.place.sequence).toBe(1);
  await torn?.append([second, third], 4);
  await torn?.close();
  expect(StandbyCopy.open(copy.folder)?.place.sequence).toBe(3);
});

test('where nobody stands by, nothing of it is done', () => {
  const store = temporaryStore();
  const feed = new PageFeed(store, log);
  put({ store, feed }, 'a', 10);
  expect(feed.place).toBe(null);
  feed.begin();
  put({ store, feed }, 'b', 10);
  expect(feed.place?.sequence).toBe(1);
  feed.end();
  put({ store, feed }, 'c', 10);
  expect(feed.place).toBe(null);
});
