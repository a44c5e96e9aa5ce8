import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pagesFile, StandbyCopy } from '../../electron/standby/standby-copy';
import { TakeOverRefused, takeOver } from '../../electron/standby/take-over';
import { HallMemory } from '../../electron/store/hall-memory';
import { readMachineRole } from '../../electron/store/machine-role';
import { openStore, query, type Store } from '../../electron/store/store';
import { take } from '../support/issue';
import { pagesOf } from '../support/table-dump';
import { temporaryFolder } from '../support/temporary-store';
import { testHall } from '../support/test-hall';

const minute = 60_000;
const hub = 'http://10.0.0.5:4180';

/** A standby's data directory that has all of a hall in which some numbers were given; its main machine was heard just now. */
async function standbyOf() {
  const hall = testHall();
  for (let taken = 0; taken < 3; taken += 1) take(hall, hall.serviceId('A'));
  const now = hall.clock.now();
  const dataDir = temporaryFolder();
  const folder = join(dataDir, 'standby/current');
  const about = { generation: 'g', hallId: 'h', epoch: 4, shape: 1, at: now, receivedAt: now };
  const copy = StandbyCopy.begin(folder, about, 0);
  const pages = pagesOf(hall.store.file);
  pages.set([2, 2], 18);
  writeFileSync(pagesFile(folder), pages);
  copy.snapshotCame(0);
  const picture = join(dataDir, 'standby/files/pictures/abcdefghijklmnopqrstuv.png');
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, 'a picture');
  return { hall, dataDir, now };
}

function opened<Result>(dataDir: string, look: (store: Store) => Result): Result {
  const store = openStore(join(dataDir, 'antre.sqlite'), { memory: new HallMemory(dataDir), wasHall: true });
  try {
    return look(store);
  } finally {
    store.close();
  }
}

const lastOfA = (store: Store) =>
  store.first(query.selectFrom('number_sequences').select('lastNumber').where('prefix', '=', 'A'))
    ?.lastNumber;

test('what a standby kept becomes the hall’s database, one epoch on, its numbers above all that may have been given', async () => {
  const { dataDir, now } = await standbyOf();
  expect(await takeOver(dataDir, { hub, now: now + 5_000 })).toEqual({ epoch: 5, heardAt: now });
  expect(readMachineRole(dataDir)).toEqual({
    role: 'main',
    epoch: 5,
    former: hub,
    address: null,
    since: now + 5_000,
  });
  expect(existsSync(join(dataDir, 'standby'))).toBe(false);
  expect(readFileSync(join(dataDir, 'pictures/abcdefghijklmnopqrstuv.png'), 'utf8')).toBe('a picture');
  const found = opened(dataDir, (store) => ({
    last: lastOfA(store),
    tickets: store.all(query.selectFrom('tickets').select('id')).length,
    machine: store.first(query.selectFrom('main_machine').select(['epoch', 'standbyId', 'standbyAddress'])),
    act: store.first(query.selectFrom('audit').select('action').orderBy('id', 'desc'))?.action,
    jobs: store.all(query.selectFrom('print_jobs').select(['state', 'copy']).orderBy('id')),
  }));
  expect(found).toEqual({
    last: 23,
    tickets: 3,
    machine: { epoch: 5, standbyId: null, standbyAddress: null },
    act: 'takeOver',
    jobs: [
      ...Array(3).fill({ state: 'dropped', copy: 0 }),
      ...Array(3).fill({ state: 'uncertain', copy: 1 }),
    ],
  });
});

test('a clock that was set back tells nothing of the time that passed, so numbers go on as after a long silence', async () => {
  const { dataDir, now } = await standbyOf();
  await takeOver(dataDir, { hub, now: now - 60 * minute });
  // Three came in the busiest minute: twice 3 × 11, and 0.2 a minute for the rest of twelve hours.
  expect(opened(dataDir, lastOfA)).toBeGreaterThan(300);
});

test('where its power was cut in the midst of it, it is done once more; without a copy it is refused', async () => {
  const { dataDir, now } = await standbyOf();
  const folder = join(dataDir, 'standby/current');
  // The database took its place, and nothing after that was done.
  StandbyCopy.open(folder)?.take();
  renameSync(pagesFile(folder), join(dataDir, 'antre.sqlite'));
  expect(await takeOver(dataDir, { hub, now })).toMatchObject({ epoch: 5 });
  expect(readMachineRole(dataDir)?.role).toBe('main');
  await expect(takeOver(temporaryFolder(), { hub, now })).rejects.toThrow(TakeOverRefused);
});

test('a machine that was a hall’s main one before keeps what it had aside, and its memory stands in nobody’s way', async () => {
  const { dataDir, now } = await standbyOf();
  const before = openStore(join(dataDir, 'antre.sqlite'), { memory: new HallMemory(dataDir) });
  before.close();
  await takeOver(dataDir, { hub, now });
  expect(opened(dataDir, lastOfA)).toBe(23);
  expect(existsSync(join(dataDir, 'damaged'))).toBe(true);
});
