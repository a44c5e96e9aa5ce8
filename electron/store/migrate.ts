import type Database from 'better-sqlite3';
import { migrations } from './migrations/index';
import { StoreUnusableError } from './store-errors';

/** From this shape on what is deleted is written over; what was deleted before is still in free pages. */
const wipedSince = 8;

/**
 * Brings the database to the newest shape, each migration in a transaction of its own; `user_version` counts
 * them. One of before deleted rows were written over is written anew, once, without them. Throws `StoreUnusableError` for a database from a newer build, leaving it as it was.
 */
export function migrate(database: Database.Database, file: string): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) {
    throw new StoreUnusableError(
      `The database ${file} was written by a newer Antre (format ${version}, this one knows ${migrations.length}). ` +
        'Start the newer Antre, or another data directory.',
    );
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(migration.sql);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
  if (version > 0 && version < wipedSince) database.exec('VACUUM');
}
