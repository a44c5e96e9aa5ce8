import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate } from '../migrate';
import { migrations } from '../migrations/index';
import { StoreUnusableError } from '../store-errors';

/** Why a copy can't take the database's place. */
export type CopyFault = 'damaged' | 'newer' | 'no_admin';

/** A copy that can't take the database's place; it and the database are as they were. */
export class CopyUnusableError extends Error {
  override name = 'CopyUnusableError';
  constructor(readonly fault: CopyFault) {
    super(`the copy is ${fault}`);
  }
}

/** What a copy holds, for people to know it by. */
export interface CopyContents {
  readonly siteName: string | null;
  readonly counters: number;
  readonly users: number;
  readonly tickets: number;
  /** The last date on which numbers were given, or null. */
  readonly lastBusinessDate: string | null;
  /** The highest ticket's id, by which later tickets of the same hall are counted. */
  readonly lastTicketId: number;
}

/** Reads what a copy holds. Throws `CopyUnusableError`. */
export function readCopy(file: string): CopyContents {
  return withCopy(file, { readonly: true }, (database) => {
    requireKnownCopy(database);
    const one = <Value>(sql: string) => database.prepare(sql).pluck().get() as Value;
    const siteName = one<string | undefined>("SELECT valueJson FROM settings WHERE key = 'siteName'");
    return {
      siteName: siteName === undefined ? null : (JSON.parse(siteName) as string),
      counters: one('SELECT count(*) FROM counters WHERE archivedAt IS NULL'),
      users: one('SELECT count(*) FROM users WHERE active = 1'),
      tickets: one('SELECT count(*) FROM tickets'),
      lastBusinessDate: one('SELECT max(businessDate) FROM number_sequences'),
      lastTicketId: one('SELECT coalesce(max(id), 0) FROM tickets'),
    };
  });
}

/**
 * Checks a copy whole; returns the last number of each date and prefix (`2026-11-24 A`) in it, and the zone of its hall.
 * Takes most of a minute for five busy years. Throws `CopyUnusableError`.
 */
export function readCopyNumbers(file: string): {
  readonly timezone: string;
  readonly numbers: ReadonlyMap<string, number>;
} {
  return withCopy(file, { readonly: true }, (database) => {
    requireKnownCopy(database);
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CopyUnusableError('damaged');
    const timezone = database
      .prepare("SELECT valueJson FROM settings WHERE key = 'timezone'")
      .pluck()
      .get() as string | undefined;
    const rows = database
      .prepare("SELECT businessDate || ' ' || prefix, lastNumber FROM number_sequences")
      .raw()
      .all() as [string, number][];
    return {
      timezone: timezone === undefined ? 'Asia/Jakarta' : (JSON.parse(timezone) as string),
      numbers: new Map(rows),
    };
  });
}

/**
 * Copies a backup into a new file that can take the database's place: checked whole, brought to the newest shape, on
 * disk. Throws `CopyUnusableError`, with no file left; also for one without an admin, by whom it could be used, if that is
 * needed.
 */
export async function makeRestorable(
  backupFile: string,
  restorableFile: string,
  { adminNeeded = true }: { readonly adminNeeded?: boolean } = {},
): Promise<void> {
  removeDatabase(restorableFile);
  try {
    const backup = open(backupFile, { readonly: true });
    try {
      requireKnownCopy(backup);
      await backup.backup(restorableFile);
    } finally {
      backup.close();
    }
    withCopy(restorableFile, {}, (database) => {
      // Without a log beside it, so that the one file is all there is to rename.
      database.pragma('journal_mode = DELETE');
      database.pragma('synchronous = FULL');
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new CopyUnusableError('damaged');
      migrate(database, restorableFile);
      if ((database.pragma('foreign_key_check') as unknown[]).length > 0)
        throw new CopyUnusableError('damaged');
      // A copy of before deleted rows were left out.
      if ((database.pragma('freelist_count', { simple: true }) as number) > 0) database.exec('VACUUM');
      if (!adminNeeded) return;
      const admin = database.prepare("SELECT 1 FROM users WHERE role = 'admin' AND active = 1").get();
      if (admin === undefined) throw new CopyUnusableError('no_admin');
    });
  } catch (error) {
    removeDatabase(restorableFile);
    throw asCopyFault(error);
  }
}

/**
 * Makes a copy one file that needs none beside it to be read, and forgets in it which visits were judged: copies outlive
 * the day, after which nothing may lead from a ticket to its judgement. Throws `CopyUnusableError`.
 */
export function finishCopy(file: string): void {
  withCopy(file, {}, (database) => {
    database.pragma('journal_mode = DELETE');
    // Written over, not only let go of.
    database.pragma('secure_delete = ON');
    database.exec(askersForgotten('main'));
  });
}

/** Forgets in a database which visits were judged, and what their holders' requests were answered. */
export function askersForgotten(schema: 'main' | 'restored'): string {
  return `DELETE FROM ${schema}.survey_given;
DELETE FROM ${schema}.idempotency_keys WHERE route LIKE 'POST %/survey/%';`;
}

/** Removes a database file and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const part of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
}

function withCopy<Result>(
  file: string,
  options: Database.Options,
  work: (database: Database.Database) => Result,
): Result {
  const database = open(file, options);
  try {
    return work(database);
  } catch (error) {
    throw asCopyFault(error);
  } finally {
    database.close();
  }
}

function open(file: string, options: Database.Options): Database.Database {
  try {
    return new Database(file, { ...options, fileMustExist: true });
  } catch (error) {
    throw asCopyFault(error);
  }
}

/** Throws `CopyUnusableError` for a newer Antre's database, and for one that is none. */
export function requireKnownCopy(database: Database.Database): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) throw new CopyUnusableError('newer');
  if (version === 0) throw new CopyUnusableError('damaged');
}

/** What SQLite says of a file that isn't what it should be, as `CopyUnusableError`; any other error as it is. */
export function asCopyFault(error: unknown): unknown {
  if (error instanceof StoreUnusableError) return new CopyUnusableError('newer');
  // Whatever SQLite says of a file that isn't what it should be: no database, cut off, other tables.
  const unfit = /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|ERROR|IOERR|CONSTRAINT)/;
  if (error instanceof Database.SqliteError && unfit.test(error.code))
    return new CopyUnusableError('damaged');
  if (error instanceof SyntaxError) return new CopyUnusableError('damaged');
  return error;
}
