import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from './open-database';
import { keepPrivate } from './private-files';
import { DataInUse } from './store-errors';

/**
 * Keeps every other Antre out of this data directory, since two would each print the other's tickets once more, and every
 * other user of the machine (`keepPrivate`). The lock is SQLite's own on a file beside the database, so the system lets
 * go of it whatever way the process ends. Returns the way to let go. Throws `DataInUse` if another Antre holds it.
 */
export function holdDataDirectory(dataDir: string): () => void {
  const file = join(dataDir, 'in-use');
  let lock = openDatabase(file, { timeout: 0 });
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_NOTADB') throw error;
      // Damaged, and so not locked by anybody: there is nothing in it but the lock.
      lock.close();
      rmSync(file);
      lock = openDatabase(file, { timeout: 0 });
      lock.exec('BEGIN EXCLUSIVE');
    }
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new DataInUse(
        `Another Antre is working with ${dataDir}. Stop it, or start this one with another data directory.`,
      );
    }
    throw error;
  }
  keepPrivate(dataDir);
  return () => void lock.close();
}
