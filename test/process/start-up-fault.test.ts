import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createLog } from '../../electron/log';
import { openHall } from '../../electron/lost-hall/open-hall';
import { describeStartUpFault } from '../../electron/process/start-up-fault';
import { makeBackup } from '../../electron/store/backups/backup-files';
import { openStore } from '../../electron/store/store';
import { temporaryFolder } from '../support/temporary-store';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}

function fileError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'mkdir' });
}

test('a disk without room for the database is said to be full, and the start is tried again', () => {
  const database = new Database(':memory:');
  database.pragma('max_page_count = 2');
  const error = thrownBy(() =>
    database.exec('CREATE TABLE one (a); CREATE TABLE two (a); CREATE TABLE three (a)'),
  );
  database.close();
  expect(describeStartUpFault(error)).toMatchObject({
    sentence: { id: 'Penyimpanan penuh. Kosongkan sebagian, lalu Antre mulai sendiri.' },
    detail: 'database or disk is full',
    mayPass: true,
  });
  expect(describeStartUpFault(fileError('ENOSPC'))).toMatchObject({ mayPass: true });
});

test('a folder that may not be written in is told as that, whether by its rights or by its disk', () => {
  for (const code of ['EACCES', 'EROFS']) {
    expect(describeStartUpFault(fileError(code))).toMatchObject({
      sentence: { id: 'Antre tidak diizinkan menulis di folder datanya.' },
      mayPass: false,
    });
  }
});

test('a database in a folder that has become read-only is told as that, and one on a failing disk as that', () => {
  const file = join(temporaryFolder(), 'antre.sqlite');
  openStore(file).close();
  // Where the log must be, nothing can be written: as on a disk that was mounted only for reading.
  mkdirSync(`${file}-wal`);
  expect(describeStartUpFault(thrownBy(() => openStore(file)))).toMatchObject({
    sentence: { id: 'Antre tidak diizinkan menulis di folder datanya.' },
    detail: 'unable to open database file',
    mayPass: false,
  });
  for (const code of ['EIO', 'SQLITE_IOERR_FSYNC']) {
    expect(describeStartUpFault(fileError(code)).sentence.id).toBe(
      'Penyimpanan tidak dapat dibaca atau ditulis. Mohon hubungi petugas teknis.',
    );
  }
});

test('what nobody foresaw asks for the technician and shows where it came from', () => {
  const fault = describeStartUpFault(new TypeError('no such thing'));
  expect(fault.sentence.id).toBe('Antre belum dapat dimulai. Mohon hubungi petugas teknis.');
  expect(fault.detail).toContain('start-up-fault.test.ts');
});

test('a lost hall names the copy in the second place where it is newer than the one that is offered, or the only one', async () => {
  const dataDir = temporaryFolder();
  const madeAt = Date.parse('2026-11-24T12:00:00+07:00');
  const kept = {
    place: { folder: '/media/stik', otherDisk: true, rhythm: 'hourly', keptDays: 7, recipient: 'age1…' },
    last: { at: madeAt, name: 'antre-20261124T050000000Z', bytes: 1, sha256: '' },
    failure: null,
    drill: null,
    drillGoodAt: null,
  };
  writeFileSync(join(dataDir, 'hall.json'), '{}');
  const opening = () =>
    openHall(dataDir, { whenLost: 'ask', now: madeAt, log: createLog('silent') }).then(
      () => 'opened',
      (error: unknown) => describeStartUpFault(error),
    );
  const sentence = 'Data antrean hilang atau rusak, dan';
  expect(await opening()).toMatchObject({
    sentence: { id: `${sentence} tidak ada salinan yang baik. Mohon hubungi petugas teknis.` },
  });
  writeFileSync(join(dataDir, 'copies.json'), JSON.stringify(kept));
  expect(await opening()).toMatchObject({
    sentence: {
      id: expect.stringMatching(
        /di komputer ini tidak ada salinan yang baik\. Di tempat kedua \(\/media\/stik\) ada salinan yang dibuat Selasa 24 November 2026, pukul 12\.00/,
      ),
    },
  });
  const store = openStore(join(dataDir, 'copied.sqlite'));
  await makeBackup(store, dataDir, madeAt - 60_000, 'made');
  store.close();
  const newer =
    /Di tempat kedua \(\/media\/stik\) ada salinan yang lebih baru, dibuat Selasa 24 November 2026, pukul 12\.00/;
  expect(await opening()).toMatchObject({ offer: { id: expect.stringMatching(newer) } });
  writeFileSync(
    join(dataDir, 'copies.json'),
    JSON.stringify({ ...kept, last: { ...kept.last, at: madeAt - 120_000 } }),
  );
  expect(await opening()).toMatchObject({ offer: { id: expect.not.stringMatching('tempat kedua') } });
});
