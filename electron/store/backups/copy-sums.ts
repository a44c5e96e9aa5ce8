import Database from 'better-sqlite3';
import { asCopyFault, finishCopy, readCopy, removeDatabase, requireKnownCopy } from './restorable-copy';

/** What is counted of a copy when it is made, and again whenever it is tried. */
export interface CopySums {
  /** How far the database's shape had come: the number of its migrations. */
  readonly shape: number;
  readonly hallId: string | null;
  readonly siteName: string | null;
  readonly timezone: string;
  readonly counters: number;
  readonly users: number;
  readonly tickets: number;
  /** The last date on which numbers were given, or null. */
  readonly lastBusinessDate: string | null;
  /** The rows of each table, by its name. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Copies a database as it stands at one moment into a new file, by a connection of its own that only reads; not in the
 * process that serves the hall, which it would hold up. Replaces a file that is there. Throws `CopyUnusableError`, or the
 * file system's error.
 */
export function snapshotDatabase(file: string, into: string): void {
  removeDatabase(into);
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    database.pragma('busy_timeout = 5000');
    database.prepare('VACUUM INTO ?').run(into);
  } finally {
    database.close();
  }
  finishCopy(into);
}

/** Looks through a whole copy and counts it. Throws `CopyUnusableError` where it is damaged or a newer Antre's. */
export function sumCopy(file: string): CopySums {
  const { siteName, counters, users, tickets, lastBusinessDate } = readCopy(file);
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    requireKnownCopy(database);
    const one = <Value>(sql: string) => database.prepare(sql).pluck().get() as Value;
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new Database.SqliteError('the copy fails its check', 'SQLITE_CORRUPT');
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const timezone = one<string | undefined>("SELECT valueJson FROM settings WHERE key = 'timezone'");
    return {
      shape: database.pragma('user_version', { simple: true }) as number,
      hallId: tables.includes('hall_identity')
        ? (one<string | undefined>('SELECT id FROM hall_identity') ?? null)
        : null,
      siteName,
      timezone: timezone === undefined ? 'Asia/Jakarta' : (JSON.parse(timezone) as string),
      counters,
      users,
      tickets,
      lastBusinessDate,
      rows: Object.fromEntries(
        tables.map((table) => [table, one<number>(`SELECT count(*) FROM "${table}"`)]),
      ),
    };
  } catch (error) {
    throw asCopyFault(error);
  } finally {
    database.close();
  }
}
