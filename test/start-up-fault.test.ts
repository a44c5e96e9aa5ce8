import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { describeStartUpFault } from '../electron/start-up-fault';

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

test('what nobody foresaw asks for the technician and shows where it came from', () => {
  const fault = describeStartUpFault(new TypeError('no such thing'));
  expect(fault.sentence.id).toBe('Antre belum dapat dimulai. Mohon hubungi petugas teknis.');
  expect(fault.detail).toContain('start-up-fault.test.ts');
});
