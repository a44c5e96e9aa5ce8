import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { query, type Store } from '../../electron/store/store';
import { temporaryFolder, temporaryStore } from '../support/temporary-store';

function note(store: Store, key: string, value: string): void {
  store.write((transaction) =>
    transaction.run(query.insertInto('settings').values({ key, valueJson: JSON.stringify(value) })),
  );
}

/** The settings that the database's own file holds, without the log beside it. */
function withoutLog(file: string): unknown[] {
  const copy = join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(file, copy);
  const database = new Database(copy);
  try {
    return database.prepare('SELECT key FROM settings').pluck().all();
  } catch {
    // Copied while it was being written, or before there was a table.
    return [];
  } finally {
    database.close();
  }
}

test('what was written is taken over from the log once nobody writes', async () => {
  const store = temporaryStore();
  note(store, 'first', 'a');
  expect(withoutLog(store.file)).not.toContain('first');
  await expect.poll(() => withoutLog(store.file)).toContain('first');
  note(store, 'second', 'b');
  await expect.poll(() => withoutLog(store.file)).toContain('second');
});

test('the log stays within its limit where writing never pauses', () => {
  const store = temporaryStore();
  for (let at = 0; at < 120; at += 1) note(store, `long-${at}`, 'x'.repeat(1_000_000));
  expect(statSync(`${store.file}-wal`).size).toBeLessThan(20_000_000);
});
