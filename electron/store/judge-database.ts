import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { RememberedHall } from './hall-memory';
import { migrations } from './migrations/index';
import { DatabaseLost } from './store-errors';

/** Tables that every database of Antre has had. */
const ourTables = ['settings', 'counters', 'services', 'devices', 'number_sequences', 'tickets', 'steps'];

/** Throws `DatabaseLost` if the file of a data directory that was a hall is gone or holds nothing. */
export function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new DatabaseLost('missing', file);
  if (found.isFile() && found.size === 0) throw new DatabaseLost('empty', file);
}

/**
 * Throws `DatabaseLost` if an open file is another program's database, or, where a hall was, one without anything in
 * it. Reads only. Returns whether it is one of Antre's or a new one.
 */
export function requireOurs(database: Database.Database, file: string, wasHall: boolean): 'ours' | 'new' {
  const version = database.pragma('user_version', { simple: true }) as number;
  // Whoever migrates it says so in other words.
  if (version > migrations.length) return 'ours';
  const tables = new Set(
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[],
  );
  if (version > 0 || tables.size > 0) {
    const isOurs = version > 0 && ourTables.every((name) => tables.has(name));
    if (!isOurs) throw new DatabaseLost('foreign', file);
    return 'ours';
  }
  if (wasHall) throw new DatabaseLost('empty', file);
  return 'new';
}

/**
 * Throws `DatabaseLost` if a database is another hall's, or if numbers that were on disk are not in it: it is an older
 * one then.
 */
export function requireRemembered(
  database: Database.Database,
  file: string,
  remembered: RememberedHall,
): void {
  const hallId = database.prepare('SELECT id FROM hall_identity').pluck().get() as string | undefined;
  if (hallId !== undefined && hallId !== remembered.hallId) throw new DatabaseLost('foreign', file);
  const last = database
    .prepare('SELECT lastNumber FROM number_sequences WHERE businessDate = ? AND prefix = ?')
    .pluck();
  for (const [key, { given }] of Object.entries(remembered.numbers)) {
    const found = (last.get(key.slice(0, 10), key.slice(11)) as number | undefined) ?? 0;
    if (found < given) throw new DatabaseLost('behind', file);
  }
}

/**
 * Whether what was committed last may be missing without a trace: an Antre was working with the database, and the log
 * that it left is gone or empty.
 */
export function mayLackItsLog(file: string, remembered: RememberedHall): boolean {
  if (!remembered.open) return false;
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return existsSync(file) && (log === undefined || log.size === 0);
}
