import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { describeStartUpFault } from '../../electron/process/start-up-fault';
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
