import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from '../../electron/log';
import { type FeedMessage, MessageReader } from '../../electron/standby/feed-messages';
import { PageFeed } from '../../electron/standby/page-feed';
import { pagesFile, StandbyCopy } from '../../electron/standby/standby-copy';
import type { Store } from '../../electron/store/store';
import { clockActs } from '../actions/model/clock-acts';
import { modelOf, RealHall } from '../actions/model/real-hall';
import { defaultVerbs, nextDay, openHall, seldomVerbs } from '../actions/model/verbs';
import { runCount } from '../support/run-count';
import { dumpTables, pagesOf, withoutLog } from '../support/table-dump';

/** One stretch between two starts of the hall: what the feed told, and what the tables were after each act. */
interface Stretch {
  readonly begun: Buffer;
  readonly told: FeedMessage[];
  readonly after: { readonly sequence: number; readonly tables: Readonly<Record<string, string>> }[];
}

const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Follows a hall's feed from start to start, and keeps its tables after each act. */
function watchHall(real: RealHall): { readonly stretches: Stretch[]; look(): void } {
  const stretches: Stretch[] = [];
  let store: Store | undefined;
  let feed: PageFeed | undefined;
  const begin = () => {
    const own = real.store;
    store = own;
    feed = new PageFeed(own, createLog('silent'), { now: () => 1_000 });
    feed.begin();
    const reader = new MessageReader();
    const told: FeedMessage[] = [];
    feed.follow(null, {
      told: (message) => told.push(...reader.feed(message)),
      // Only with the hall itself.
      ended: () => expect(real.store).not.toBe(own),
    });
    stretches.push({ begun: pagesOf(own.check().file), told, after: [] });
  };
  begin();
  return {
    stretches,
    look() {
      if (store !== real.store) begin();
      const sequence = feed?.place?.sequence ?? 0;
      const { file } = real.store.check();
      stretches.at(-1)?.after.push({ sequence, tables: dumpTables(pagesOf(file)) });
    },
  };
}

/** The copy that a standby makes of it, commit by commit, has the same tables after each act. */
async function requireSame({ begun, told, after }: Stretch, folder: string): Promise<void> {
  const about = { generation: 'g', hallId: 'h', epoch: 1, shape: 1, at: 0, receivedAt: 0 };
  const copy = StandbyCopy.begin(join(folder, 'copy'), about, 0);
  writeFileSync(pagesFile(copy.folder), begun);
  copy.snapshotCame(0);
  let taken = 0;
  for (const { sequence, tables } of after) {
    await copy.append(told.slice(taken, sequence), 2_000);
    taken = sequence;
    copy.fold();
    expect(dumpTables(withoutLog(readFileSync(pagesFile(copy.folder))))).toEqual(tables);
  }
  expect(told.map((each) => each.sequence)).toEqual(told.map((_each, at) => at + 1));
  await copy.close();
}

test('whatever people do, the standby has the tables of the hall after each act, with restarts and jumps of the clock', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...defaultVerbs, ...defaultVerbs, ...seldomVerbs, ...clockActs, nextDay], {
        maxCommands: 30,
        size: 'max',
      }),
      async (commands) => {
        const folder = mkdtempSync(join(parent, 'antre-standby-'));
        const real = new RealHall(folder);
        try {
          const { model, counterIds } = modelOf(real);
          const watched = watchHall(real);
          const halls = { real, counterIds, seen: new Map(), compare: () => watched.look() };
          openHall(model, halls);
          fc.modelRun(() => ({ model, real: halls }), commands);
          for (const stretch of watched.stretches) await requireSame(stretch, folder);
        } finally {
          real.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: runCount(1) },
  );
});
