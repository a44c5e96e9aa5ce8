import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { importConfiguration } from '../../electron/store/import-configuration';
import { migrations } from '../../electron/store/migrations/index';
import { openStore, query, type Store } from '../../electron/store/store';
import { StoreUnusableError } from '../../electron/store/store-errors';
import { smallHall } from '../support/small-hall';
import { temporaryFolder } from '../support/temporary-store';

/** A closed database file with a hall in it. */
function databaseFile(): string {
  const file = join(temporaryFolder(), 'antre.sqlite');
  const store = openStore(file);
  importConfiguration(store, smallHall, 0);
  store.close();
  return file;
}

const unusable = (file: string): string => {
  try {
    openStore(file).close();
  } catch (error) {
    if (error instanceof StoreUnusableError) return error.message;
    throw error;
  }
  return 'it opened';
};

test('what was written is there after closing and opening', () => {
  const store = openStore(databaseFile());
  expect(store.all(query.selectFrom('counters').select('code').orderBy('position'))).toEqual([
    { code: 'A' },
    { code: 'IM' },
    { code: 'L' },
  ]);
  expect(store.check()).toMatchObject({ ok: true });
  store.close();
  expect(store.check()).toMatchObject({ ok: false });
});

test('every write is synced, foreign keys hold, and a wrong type is refused', () => {
  const file = databaseFile();
  const store = openStore(file);
  const pragma = (name: string) => {
    const database = new Database(file, { readonly: true });
    const value = database.pragma(name, { simple: true });
    database.close();
    return value;
  };
  expect(pragma('journal_mode')).toBe('wal');
  const insertDesk = (counterId: number) =>
    store.write((transaction) =>
      transaction.run(query.insertInto('desks').values({ counterId, number: 9, label: '9' })),
    );
  expect(() => insertDesk(999)).toThrow('FOREIGN KEY');
  expect(() =>
    store.write((transaction) =>
      transaction.run(
        query
          .updateTable('desks')
          .set({ number: 'nine' as never })
          .where('number', '=', 1),
      ),
    ),
  ).toThrow('cannot store TEXT value in INTEGER column');
  store.close();
});

test('an exception in a write leaves nothing behind, and tells nobody', () => {
  const store = openStore(databaseFile());
  const told: unknown[] = [];
  store.onCommit((changes) => told.push(...changes));
  expect(() =>
    store.write((transaction) => {
      transaction.run(query.deleteFrom('hours'));
      transaction.announce({ kind: 'configuration' });
      throw new Error('on the way');
    }),
  ).toThrow('on the way');
  expect(store.all(query.selectFrom('hours').select('scope'))).toHaveLength(2);
  expect(told).toEqual([]);
  store.close();
});

test('a database of a newer build is refused and left as it was', () => {
  const file = databaseFile();
  const newer = new Database(file);
  newer.pragma(`user_version = ${migrations.length + 1}`);
  newer.pragma('wal_checkpoint(TRUNCATE)');
  newer.close();
  const before = readFileSync(file);
  expect(unusable(file)).toBe(
    `The database ${file} was written by a newer Antre (format ${migrations.length + 1}, this one knows ` +
      `${migrations.length}). Start the newer Antre, or another data directory.`,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database is refused and left as it was', () => {
  const file = join(temporaryFolder(), 'antre.sqlite');
  writeFileSync(file, 'this is a letter, not a database\n'.repeat(100));
  expect(unusable(file)).toContain('is damaged.');
  expect(readFileSync(file, 'utf8')).toContain('this is a letter');
});

test('a damaged database is refused', () => {
  const file = databaseFile();
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  // Everything behind the first page, where the tables' own pages are.
  writeSync(handle, Buffer.alloc(size - 4096, 0x5a), 0, size - 4096, 4096);
  closeSync(handle);
  expect(unusable(file)).toContain('is damaged.');
});

test('a large database is used at once; damage that is found aside is told and fails its check', async () => {
  const file = databaseFile();
  const filling = openStore(file);
  filling.write((transaction) => {
    for (let number = 0; number < 2000; number += 1) {
      transaction.run(
        query.insertInto('audit').values({
          at: number,
          actor: 'x'.repeat(100),
          action: 'fill',
          userId: null,
          subject: null,
          beforeJson: null,
          afterJson: null,
        }),
      );
    }
  });
  filling.close();
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  // Pages of the table that grew last: the rest, which opening reads, stays whole.
  writeSync(handle, Buffer.alloc(8 * 4096, 0x5a), 0, 8 * 4096, size - 16 * 4096);
  closeSync(handle);

  let store: Store | undefined;
  const found = await new Promise<string>((onDamage) => {
    store = openStore(file, { onDamage, checkedAtOnceBytes: 0 });
    expect(store.check()).toEqual({ ok: true, file });
  });
  expect(found).toMatch(/Tree \d+ page \d+/);
  expect(store?.check()).toEqual({ ok: false, file });
  store?.close();
});

test('a cut-off database is refused', () => {
  const file = databaseFile();
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)));
  expect(unusable(file)).toContain('is damaged.');
});

test('what was committed before a power cut is found in the log', () => {
  const file = databaseFile();
  const store = openStore(file);
  store.write((transaction) =>
    transaction.run(
      query.insertInto('number_sequences').values({ businessDate: '2026-11-24', prefix: 'A', lastNumber: 7 }),
    ),
  );
  // The files as a power cut would leave them: the log not yet taken into the database.
  const copy = join(temporaryFolder(), 'antre.sqlite');
  copyFileSync(file, copy);
  expect(existsSync(`${file}-wal`)).toBe(true);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  const recovered = openStore(copy);
  expect(recovered.all(query.selectFrom('number_sequences').select('lastNumber'))).toEqual([
    { lastNumber: 7 },
  ]);
  recovered.close();
  store.close();
});

test('what is no file is refused with its name', () => {
  const folder = temporaryFolder();
  expect(unusable(folder)).toBe(
    `The database ${folder} cannot be opened. It must be a file that Antre may read and write, in such a folder.`,
  );
});
