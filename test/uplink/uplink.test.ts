import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../electron/log';
import { localInstant } from '../../electron/queue/local-instant';
import { makeBackup } from '../../electron/store/backups/backup-files';
import { comingFile } from '../../electron/store/backups/replace-database';
import { makeRestorable } from '../../electron/store/backups/restorable-copy';
import { readFeed } from '../../electron/store/journal/feed';
import { newestPosition } from '../../electron/store/journal/journal-rows';
import { query } from '../../electron/store/store';
import { Uplink } from '../../electron/uplink/uplink';
import { centreSnapshotView } from '../../electron/views/centre/snapshot-view';
import { type JournalHall, journalHall, journalOf } from '../support/linked-hall';
import { type StrictCentre, strictCentre } from '../support/strict-centre';
import { temporaryFolder } from '../support/temporary-store';

/** The hall's uplink, as the app makes it; stopped when the test has finished. */
function uplinkOf(hall: JournalHall, dataDir = dirname(hall.store.file)): Uplink {
  const uplink = new Uplink({
    ...{ dataDir, store: hall.store, journal: hall.journal, clock: hall.time, hall: hall.hall },
    ...{ log: createLog('silent'), version: '0.1.0', firstWaitMs: 20 },
    snapshot: () =>
      centreSnapshotView(hall.view(), {
        ...{ version: '0.1.0', copies: { here: null, away: null }, clockIsSure: true, documents: [] },
      }),
  });
  onTestFinished(() => uplink.stop());
  return uplink;
}

/** A hall that was let in at a centre, with everything told. */
async function linkedHall(): Promise<{ hall: JournalHall; centre: StrictCentre; uplink: Uplink }> {
  const centre = await strictCentre();
  const hall = journalHall();
  const uplink = uplinkOf(hall);
  await link(uplink, centre);
  await allTold(hall, centre);
  return { hall, centre, uplink };
}

async function link(uplink: Uplink, centre: StrictCentre): Promise<void> {
  uplink.ask(centre.url);
  await vi.waitFor(() => expect(uplink.state().asked?.code).toBe(centre.codes()[0] ?? 'none'));
  centre.decide(uplink.state().asked?.code ?? '', true);
  await vi.waitFor(() => expect(uplink.state().link).not.toBeNull(), { timeout: 5_000 });
}

const rowsOf = (hall: JournalHall) => journalOf(hall.store).rows;
/** Waits until the centre has the hall's newest row. */
const allTold = (hall: JournalHall, centre: StrictCentre) =>
  vi.waitFor(
    () => {
      const last = centre.rows().at(-1);
      expect(last && { epoch: last.epoch, seq: last.seq, hash: last.hash }).toEqual(
        newestPosition(hall.store),
      );
    },
    { timeout: 10_000 },
  );
/** Waits for what the last request came to. */
const contactIs = (uplink: Uplink, state: string) =>
  vi.waitFor(() => expect(uplink.state().link?.contact?.state).toBe(state), { timeout: 8_000 });

test('a hall is let in by the code that its admin reads out, and tells all that it is and was', async () => {
  const { hall, centre, uplink } = await linkedHall();
  hall.ticket('A');
  await allTold(hall, centre);

  expect(centre.rows()).toEqual(rowsOf(hall));
  await vi.waitFor(() => expect(readFeed(hall.store)?.acknowledgedSeq).toBe(rowsOf(hall).at(-1)?.seq));
  expect(uplink.state()).toMatchObject({
    asked: null,
    link: { centre: 'Bagian Organisasi', name: 'MPP Kajen', sends: true, contact: { state: 'reached' } },
    journal: { rows: 0, since: null, past: 'all', needsLink: false, parked: [] },
  });
  expect(centre.hall().snapshot).toMatchObject({
    at: localInstant(hall.clock.now(), 'Asia/Jakarta'),
    open: true,
    waiting: 0,
  });
});

test('a hall that is refused says so and keeps no journal, and plain HTTP goes to no other machine', async () => {
  const centre = await strictCentre();
  const hall = journalHall();
  const uplink = uplinkOf(hall);
  uplink.ask(centre.url);
  await vi.waitFor(() => expect(uplink.state().asked?.code).toBe(centre.codes()[0] ?? 'none'));
  centre.decide(uplink.state().asked?.code ?? '', false);

  await vi.waitFor(() => expect(uplink.state().asked?.fault).toBe('refused'), { timeout: 5_000 });
  expect(readFeed(hall.store)).toBeUndefined();
  expect(() => uplink.ask('http://192.0.2.7/')).toThrow(
    expect.objectContaining({ code: 'centre_not_secure' }),
  );
});

test('whatever is lost on the way, each row arrives once', async () => {
  const { hall, centre } = await linkedHall();
  centre.trouble('journal', 'lose_answer', 'drop', 'busy', 'lose_answer');
  centre.trouble('hello', 'drop', 'lose_answer', 'no_json', 'stranger');
  for (let taken = 0; taken < 12; taken += 1) {
    hall.ticket('A');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await allTold(hall, centre);

  expect(centre.rows()).toEqual(rowsOf(hall));
  expect(new Set(rowsOf(hall).map(({ epoch }) => epoch))).toEqual(new Set([1]));
});

test('what answers without the centre’s key is believed in nothing', async () => {
  const { hall, centre, uplink } = await linkedHall();
  const acknowledged = readFeed(hall.store)?.acknowledgedSeq;
  centre.trouble('journal', ...Array<'stranger'>(2).fill('stranger'));
  centre.trouble('hello', ...Array<'stranger'>(40).fill('stranger'));
  hall.ticket('A');
  await contactIs(uplink, 'other_key');

  expect(readFeed(hall.store)?.acknowledgedSeq).toBe(acknowledged);
});

test('a centre that lost its newest rows, or all, gets them again', async () => {
  const { hall, centre, uplink } = await linkedHall();
  for (const after of [2, undefined]) {
    centre.forget(after);
    await centre.stop();
    hall.ticket('A');
    await contactIs(uplink, 'unreachable');
    await centre.start();
    await allTold(hall, centre);
    expect(centre.rows()).toEqual(rowsOf(hall));
  }
});

test('a centre that lost what the hall has dropped begins anew with the sums', async () => {
  const { hall, centre, uplink } = await linkedHall();
  hall.store.write((transaction) => {
    transaction.run(query.deleteFrom('journal').where('seq', '<', 3));
    transaction.run(query.insertInto('summed_days').values({ businessDate: '2026-11-01', summedAt: 0 }));
  });
  centre.forget();
  await centre.stop();
  hall.ticket('A');
  await contactIs(uplink, 'unreachable');
  await centre.start();
  await vi.waitFor(() => expect(centre.rows().map(({ kind }) => kind)).toContain('day_summed'), {
    timeout: 8_000,
  });

  expect(centre.rows()[0]).toMatchObject({ epoch: 2, seq: 1 });
  expect(JSON.parse(centre.rows()[0]?.body ?? '')).toEqual({ reason: 'centre_differs', after: null });
});

test('a restored copy sends the tail that it forgot, then goes on in an epoch of its own', async () => {
  const { hall, centre } = await linkedHall();
  hall.addUser('budi', 'admin');
  const dataDir = dirname(hall.store.file);
  const id = await makeBackup(hall.store, dataDir, 0, 'made');
  hall.ticket('A');
  await makeRestorable(join(dataDir, 'backups', `${id}.sqlite`), comingFile(hall.store.file));
  hall.store.replaceByCopy();
  hall.ticket('A');
  await allTold(hall, centre);

  expect(centre.rows()).toEqual(rowsOf(hall));
  expect(centre.rows().filter(({ kind }) => kind === 'epoch_opened')).toHaveLength(2);
  expect(centre.hall().state).toBe('let_in');
});

test('a database that went back without knowing opens an epoch after what both have, and tells the rest again', async () => {
  const { hall, centre, uplink } = await linkedHall();
  const agreed = readFeed(hall.store);
  await uplink.stop();
  // The centre has two rows that this database never wrote, in the place of its own.
  hall.ticket('A');
  const other = journalHall();
  copyFileSync(join(dirname(hall.store.file), 'centre.json'), join(dirname(other.store.file), 'centre.json'));
  const { rows } = centre.hall();
  const last = rowsOf(hall).at(-1);
  if (!last) throw new Error('no row');
  rows.get(1)?.set(last.seq, { ...last, hash: 'x'.repeat(43) });
  uplinkOf(hall);
  await allTold(hall, centre);

  const told = centre.rows().filter(({ epoch }) => epoch === 2);
  expect(JSON.parse(told[0]?.body ?? '')).toMatchObject({
    reason: 'centre_differs',
    after: { epoch: 1, seq: agreed?.acknowledgedSeq },
  });
  expect(told.map(({ kind }) => kind).slice(0, 2)).toEqual(['epoch_opened', 'ticket_step']);
});

test('a database that went back to before it knew that anything had arrived begins its journal anew, once', async () => {
  const { hall, centre, uplink } = await linkedHall();
  await uplink.stop();
  const last = rowsOf(hall).at(-1);
  if (!last) throw new Error('no row');
  // The centre has another row in the last one's place, and the hall has written more since.
  centre
    .hall()
    .rows.get(1)
    ?.set(last.seq, { ...last, hash: 'x'.repeat(43) });
  const unknown = { acknowledgedEpoch: null, acknowledgedSeq: null, acknowledgedAt: null };
  hall.store.write((transaction) => transaction.run(query.updateTable('journal_feed').set(unknown)));
  hall.ticket('A');
  uplinkOf(hall);
  await allTold(hall, centre);

  const told = centre.rows().filter(({ kind }) => kind === 'epoch_opened');
  expect(told.map(({ epoch, body }) => [epoch, JSON.parse(body).after])).toEqual([
    [1, null],
    [2, null],
  ]);
});

test('two machines with one key: the one that goes on in the old epoch is frozen, and its admin sees why', async () => {
  const { hall, centre, uplink } = await linkedHall();
  const { rows } = centre.hall();
  const last = rowsOf(hall).at(-1);
  if (!last) throw new Error('no row');
  // The other one restored a copy and opened an epoch of its own, while this one never said hello again.
  rows.set(2, new Map([[1, { ...last, epoch: 2, seq: 1, kind: 'epoch_opened', hash: 'y'.repeat(43) }]]));
  hall.ticket('A');
  await contactIs(uplink, 'two_machines');

  expect(centre.rows().filter(({ epoch }) => epoch === 1)).toHaveLength(rowsOf(hall).length - 1);
  hall.ticket('A');
  expect(uplink.state().journal?.rows).toBe(2);
});

test('an admin stops and starts what leaves the hall, and lets the centre go', async () => {
  const { hall, centre, uplink } = await linkedHall();
  uplink.send(false);
  const had = centre.rows().length;
  hall.ticket('A');
  expect(uplink.state()).toMatchObject({ link: { sends: false }, journal: { rows: 1 } });
  expect(centre.rows()).toHaveLength(had);
  uplink.send(true);
  await allTold(hall, centre);
  uplink.unlink();
  hall.ticket('A');

  await vi.waitFor(() => expect(rowsOf(hall)).toEqual([]));
  expect(uplink.state()).toEqual({ asked: null, link: null, journal: null });
});

test('a hall on another machine, without the key, keeps its journal and asks to be let in anew', async () => {
  const { hall, centre, uplink } = await linkedHall();
  await uplink.stop();
  const elsewhere = uplinkOf(hall, temporaryFolder());
  hall.ticket('A');
  expect(elsewhere.state()).toMatchObject({ link: null, journal: { needsLink: true } });
  await link(elsewhere, centre);
  await allTold(hall, centre);

  expect(centre.rows()).toEqual(rowsOf(hall));
  expect(JSON.parse(centre.rows().find(({ epoch }) => epoch === 2)?.body ?? '')).toMatchObject({
    reason: 'other_machine',
  });
});

test('a clock that is a year off, and back, changes neither order nor session', async () => {
  const { hall, centre } = await linkedHall();
  hall.clock.jump({ years: 1 });
  hall.time.tick();
  hall.ticket('A');
  hall.clock.jump({ years: -1 });
  hall.ticket('A');
  await allTold(hall, centre);

  expect(centre.rows()).toEqual(rowsOf(hall));
  expect(centre.hall().hellos).toBe(1);
});

test('ten thousand rows are caught up in batches, and hold up nobody for long', {
  tags: ['long'],
}, async () => {
  const { hall, centre, uplink } = await linkedHall();
  await uplink.stop();
  hall.store.write((transaction) => {
    for (let written = 0; written < 10_000; written += 1) {
      const event = { at: written, businessDate: '2026-11-24', kind: 'desk_left', deskId: hall.deskId(1) };
      transaction.run(query.insertInto('events').values(event));
    }
  });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  onTestFinished(() => clearInterval(beat));
  uplinkOf(hall);
  await allTold(hall, centre);

  expect(centre.rows()).toHaveLength(rowsOf(hall).length);
  expect(longest).toBeLessThan(500);
});
