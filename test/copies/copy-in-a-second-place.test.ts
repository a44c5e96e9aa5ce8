import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenFault } from '../../electron/contract/admin-copies';
import { CopyUnopenedError, PlaceUnusableError } from '../../electron/copies/copy-fault';
import { makeKey, readKey } from '../../electron/copies/copy-key';
import { awayCopies, listAwayCopies } from '../../electron/copies/list-away';
import { lookAtPlace } from '../../electron/copies/place';
import { openCopy } from '../../electron/copies/read-copy';
import { writeCopy } from '../../electron/copies/write-copy';
import { copiedHall, ownFiles } from '../support/copied-hall';
import { runCount } from '../support/run-count';
import { temporaryFolder } from '../support/temporary-store';

const quietly = () => undefined;
const name = 'antre-20261124T020000000Z';
const day = 24 * 60 * 60_000;

async function faultOf(opening: Promise<unknown>): Promise<OpenFault | 'opened'> {
  try {
    await opening;
    return 'opened';
  } catch (error) {
    if (error instanceof CopyUnopenedError) return error.fault;
    throw error;
  }
}

test('a copy holds the database, the pictures, slides, voices and reports, and nothing secret of the machine', async () => {
  const { order, folder, key } = await copiedHall();
  const written = await writeCopy(order, quietly);
  expect(written.name).toBe(name);
  expect(readdirSync(folder).sort()).toEqual([`${name}.json`, `${name}.tar.gz.age`]);
  expect(statSync(join(folder, `${name}.tar.gz.age`)).size).toBe(written.bytes);
  expect(readFileSync(join(folder, `${name}.tar.gz.age`), 'latin1').slice(0, 21)).toBe(
    'age-encryption.org/v1',
  );

  const into = join(temporaryFolder(), 'opened');
  const opened = await openCopy({ folder, name, typedKey: key.key, into }, quietly);
  expect(opened).toMatchObject({ countsRight: true, recipient: key.recipient });
  const found = readdirSync(into, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(into.length + 1))
    .sort();
  expect(found).toEqual(['configuration.json', 'database.sqlite', ...Object.keys(ownFiles)].sort());
  for (const [file, text] of Object.entries(ownFiles)) {
    expect(readFileSync(join(into, file), 'utf8')).toBe(text);
  }
  expect(opened.manifest.sums).toMatchObject({
    siteName: 'MPP Kajen',
    counters: 3,
    users: 1,
    tickets: 0,
  });
  expect(JSON.parse(readFileSync(join(into, 'configuration.json'), 'utf8'))).toMatchObject({
    format: 'antre-site',
    site: { name: 'MPP Kajen' },
  });
});

test('what lies in a place is told without the key', async () => {
  const { order, folder, key } = await copiedHall();
  const { bytes } = await writeCopy(order, quietly);
  writeFileSync(join(folder, 'holiday.jpg'), 'another file');
  expect(awayCopies(folder)).toEqual([
    {
      name,
      madeAt: '2026-11-24T09:00:00+07:00',
      bytes,
      label: {
        hall: 'MPP Kajen',
        counters: 3,
        users: 1,
        tickets: 0,
        lastBusinessDate: null,
        keyName: key.name,
      },
    },
  ]);
  writeFileSync(join(folder, `${name}.json`), 'torn');
  expect(awayCopies(folder)).toMatchObject([{ name, label: null }]);
});

test('a flipped byte anywhere, or a cut, is noticed, and nothing is left of what was unpacked', async () => {
  const { order, folder, key } = await copiedHall();
  await writeCopy(order, quietly);
  const file = join(folder, `${name}.tar.gz.age`);
  const whole = readFileSync(file);
  const into = join(temporaryFolder(), 'opened');
  const open = () => faultOf(openCopy({ folder, name, typedKey: key.key, into }, quietly));
  expect(await open()).toBe('opened');

  const every = Math.ceil(whole.length / runCount(150));
  // The head of the file byte by byte: there a change may look like another key.
  const places = [...Array.from({ length: 60 }, (_, place) => place * 3), whole.length - 1];
  for (let place = 200; place < whole.length; place += every) places.push(place);
  for (const place of places) {
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect([place, await open()]).toEqual([place, 'damaged']);
    expect(existsSync(into)).toBe(false);
  }
  writeFileSync(file, whole);
  for (const length of [whole.length - 1, whole.length - 17, Math.floor(whole.length / 2), 200, 10, 0]) {
    truncateSync(file, length);
    expect([length, await open()]).toEqual([length, 'damaged']);
  }
});

test('another key opens nothing; the right one may be typed in small letters, with blanks, without its beginning', async () => {
  const { order, folder, key } = await copiedHall();
  await writeCopy(order, quietly);
  const into = join(temporaryFolder(), 'opened');
  const open = (typedKey: string) => faultOf(openCopy({ folder, name, typedKey, into }, quietly));
  expect(await open((await makeKey()).key)).toBe('wrong_key');
  expect(await open('a sentence that is easily remembered')).toBe('wrong_key');
  const mistyped = `${key.key.slice(0, -1)}${key.key.endsWith('Q') ? 'P' : 'Q'}`;
  expect(await readKey(mistyped)).toBeNull();
  expect(await open(mistyped)).toBe('wrong_key');
  const inGroups = (key.key.slice(16).match(/.{1,4}/g) ?? []).join(' ').toLowerCase();
  expect(await open(inGroups)).toBe('opened');
  expect(await open(key.key)).toBe('opened');
});

test('a copy of a newer Antre is told as one', async () => {
  const { order, folder, key } = await copiedHall();
  await writeCopy(order, quietly);
  const into = join(temporaryFolder(), 'opened');
  const open = () => faultOf(openCopy({ folder, name, typedKey: key.key, into }, quietly));
  const labelFile = join(folder, `${name}.json`);
  const label = JSON.parse(readFileSync(labelFile, 'utf8')) as object;
  writeFileSync(labelFile, JSON.stringify({ ...label, form: 4 }));
  expect(await open()).toBe('newer');
});

test('old copies go once a newer one is there: the last of each day stays, and the newest two; others are let be', async () => {
  const { order, folder } = await copiedHall();
  const other = await copiedHall({ folder });
  await writeCopy({ ...other.order, now: order.now - 9 * day }, quietly);
  const hour = day / 24;
  const moments = [-4 * day, -3 * day, -3 * day + hour, -2 * day, -day, -day + hour, 0, hour, 2 * hour];
  for (const moment of moments) await writeCopy({ ...order, keptDays: 3, now: order.now + moment }, quietly);
  expect(listAwayCopies(folder).map(({ madeAt }) => (madeAt - order.now) / hour)).toEqual([
    2,
    1,
    -23,
    -48,
    -9 * 24,
  ]);
  expect(readdirSync(folder).length).toBe(10);
});

test('a folder that is gone, or no more on its own disk, takes no copy', async () => {
  const { order, folder, dataDir } = await copiedHall();
  const copy = (changed: Partial<typeof order>) =>
    writeCopy({ ...order, ...changed }, quietly).then(
      () => 'copied',
      (error: unknown) => (error instanceof PlaceUnusableError ? error.fault : String(error)),
    );
  expect(await copy({ folder: join(folder, 'gone') })).toBe('missing');
  writeFileSync(join(folder, 'file'), '');
  expect(await copy({ folder: join(folder, 'file') })).toBe('missing');
  // It was a stick's when it was chosen.
  expect(await copy({ otherDisk: true })).toBe('away');
  expect(readdirSync(folder)).toEqual(['file']);
  expect(existsSync(join(dataDir, 'copying.sqlite'))).toBe(false);
  expect(lookAtPlace(folder, dataDir)).toMatchObject({ fault: null, otherDisk: false, copies: 0 });
  expect(lookAtPlace(join(folder, 'gone'), dataDir)).toMatchObject({ fault: 'missing' });
});

test('a database of which a page is broken is no copy, and the good ones stay', async () => {
  const { order, folder, hall } = await copiedHall();
  await writeCopy(order, quietly);
  hall.store.close();
  const broken = readFileSync(order.database);
  broken.fill(0xee, 4096 * 3, 4096 * 12);
  writeFileSync(order.database, broken);
  const again = writeCopy({ ...order, now: order.now + day }, quietly);
  await expect(again).rejects.toMatchObject({ fault: 'damaged' });
  expect(listAwayCopies(folder).map((copy) => copy.name)).toEqual([name]);
});

test('a stick that keeps something else than what was written is told, and its copy has no name', async () => {
  const { order, folder, dataDir } = await copiedHall();
  writeFileSync(join(dataDir, 'slides', 'film.mp4'), randomBytes(4 * 1024 * 1024));
  let before = 0;
  let isReadBack = false;
  const copying = writeCopy(order, (done) => {
    if (!isReadBack && done < before) {
      isReadBack = true;
      const unfinished = join(folder, readdirSync(folder).find((file) => file.endsWith('.part')) ?? '');
      const handle = openSync(unfinished, 'r+');
      writeSync(handle, Buffer.from([1, 2, 3]), 0, 3, statSync(unfinished).size - 9);
      closeSync(handle);
    }
    before = done;
  });
  await expect(copying).rejects.toMatchObject({ fault: 'unlike' });
  expect(isReadBack).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});
