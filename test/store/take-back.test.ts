import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CopyUnusableError } from '../../electron/store/backups/restorable-copy';
import { takeBackDatabase } from '../../electron/store/backups/take-back';
import { HallMemory } from '../../electron/store/hall-memory';
import { importConfiguration } from '../../electron/store/import-configuration';
import { migrations } from '../../electron/store/migrations/index';
import { openStore } from '../../electron/store/store';
import { smallHall } from '../support/small-hall';
import { temporaryFolder } from '../support/temporary-store';

const newest = migrations.length;

/** A hall's closed database with a number given, and a copy of it from then. */
function hallWithCopy(): { readonly file: string; readonly former: string } {
  const file = join(temporaryFolder(), 'antre.sqlite');
  const store = openStore(file, { memory: new HallMemory(dirname(file)) });
  importConfiguration(store, smallHall, 0);
  store.close();
  give(file, 1);
  const former = join(temporaryFolder(), 'former.sqlite');
  copyFileSync(file, former);
  return { file, former };
}

/** Gives a number as a ticket, in whatever shape the database has. */
function give(file: string, sequence: number): void {
  const database = new Database(file);
  database.exec(`INSERT INTO tickets (token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt,
      serviceId, firstServiceId)
    SELECT 'token-${sequence}', '2026-11-24', 'A', ${sequence}, 0, 'waiting', 'none', 'id', 1, min(id), min(id) FROM services;
    INSERT INTO number_sequences VALUES ('2026-11-24', 'A', ${sequence})
      ON CONFLICT (businessDate, prefix) DO UPDATE SET lastNumber = excluded.lastNumber;`);
  database.close();
}

/** What a newer Antre makes of it. */
function convert(file: string, sql: string): void {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec(sql);
  database.pragma(`user_version = ${newest + 1}`);
  database.close();
}

function read(file: string, sql: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
}

const given = (file: string) => read(file, 'SELECT sequence FROM tickets ORDER BY id');
const opens = (file: string) =>
  openStore(file, { memory: new HallMemory(dirname(file)), wasHall: true }).close();

test('a database that a newer Antre never converted stays as it is', async () => {
  const { file, former } = hallWithCopy();
  const before = readFileSync(file);
  expect(await takeBackDatabase(file, former)).toBe('as_it_is');
  expect(readFileSync(file)).toEqual(before);
});

test('every number that was given on the newer Antre is there in the former shape, and numbering goes on above it', async () => {
  const { file, former } = hallWithCopy();
  convert(
    file,
    `ALTER TABLE tickets ADD COLUMN tried INTEGER NOT NULL DEFAULT 7;
     CREATE TABLE tried (id INTEGER PRIMARY KEY) STRICT`,
  );
  give(file, 2);
  give(file, 3);
  // Calls whose rows are gone: the next one still has a number above theirs.
  const newer = new Database(file);
  newer.exec("INSERT INTO sqlite_sequence (name, seq) VALUES ('calls', 41)");
  newer.close();
  expect(() => opens(file)).toThrow(/was written by a newer Antre/);
  expect(await takeBackDatabase(file, former)).toBe('carried');
  expect(given(file)).toEqual([[1], [2], [3]]);
  expect(read(file, 'SELECT lastNumber FROM number_sequences')).toEqual([[3]]);
  expect(read(file, "SELECT seq FROM sqlite_sequence WHERE name = 'calls'")).toEqual([[41]]);
  expect(read(file, 'PRAGMA user_version')).toEqual([[newest]]);
  // The newer one is kept beside it until the next start files it.
  expect(given(`${file}.replaced`)).toEqual([[1], [2], [3]]);
  opens(file);
});

test('where its rows do not fit the former shape, the copy takes its place if no number was given since', async () => {
  const { file, former } = hallWithCopy();
  convert(file, 'ALTER TABLE tickets DROP COLUMN language');
  expect(await takeBackDatabase(file, former)).toBe('copy');
  expect([given(file), read(file, 'SELECT language FROM tickets')]).toEqual([[[1]], [['id']]]);
  opens(file);
});

test('where they do not fit and a number was given since, nothing is changed', async () => {
  const { file, former } = hallWithCopy();
  convert(file, 'ALTER TABLE print_jobs DROP COLUMN copy');
  give(file, 2);
  await expect(takeBackDatabase(file, former)).rejects.toThrow(CopyUnusableError);
  expect([given(file), read(file, 'PRAGMA user_version')]).toEqual([[[1], [2]], [[newest + 1]]]);
  expect(existsSync(`${file}.coming`)).toBe(false);
});

test('a row that the former shape forbids is not left out', async () => {
  const { file, former } = hallWithCopy();
  convert(
    file,
    `CREATE TABLE desks_new AS SELECT * FROM desks;
     DROP TABLE desks; ALTER TABLE desks_new RENAME TO desks;
     INSERT INTO desks (counterId, number, label) VALUES (999, 1, '1')`,
  );
  give(file, 2);
  await expect(takeBackDatabase(file, former)).rejects.toThrow(CopyUnusableError);
  expect(given(file)).toEqual([[1], [2]]);
});
