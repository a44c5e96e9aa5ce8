import type Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { openDatabase } from './open-database';
import type { Reader, Transaction } from './store';
import { TouchedRows } from './touched-rows';

/** A database as it stood at one moment, whatever is written meanwhile. */
export interface OpenReader extends Reader {
  /**
   * From now on the configuration is read from a copy in memory, which the transaction that is returned changes: what an
   * action would do is seen, and nothing of it is kept.
   */
  tryConfiguration(): Transaction;
  close(): void;
}

/**
 * Opens a store's file once more, only to read; in another process than the store's. Close it soon: as long as it is open
 * the log grows, and nothing can take the file's place. Throws `StoreUnusableError` if it can't be opened.
 */
export function openReader(file: string): OpenReader {
  const database = openDatabase(file, { readonly: true, fileMustExist: true });
  database.pragma('temp_store = MEMORY');
  // What is tried refers to rows that stay in the file.
  database.pragma('foreign_keys = OFF');
  // One moment for all that is read.
  database.exec('BEGIN');
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const reader: Reader = {
    touched: new TouchedRows(),
    all: <Row>(compilable: Compilable<Row>) => {
      const { sql, parameters } = compilable.compile();
      return statement(sql).all(...parameters) as Row[];
    },
    first: <Row>(compilable: Compilable<Row>) => {
      const { sql, parameters } = compilable.compile();
      return statement(sql).get(...parameters) as Row | undefined;
    },
  };
  return {
    ...reader,
    tryConfiguration: () => {
      copyConfiguration(database);
      return {
        ...reader,
        run: (compilable) => {
          const { sql, parameters } = compilable.compile();
          const { changes, lastInsertRowid } = statement(sql).run(...parameters);
          return { changes, lastId: Number(lastInsertRowid) };
        },
        announce: () => undefined,
        savepoint: (work) => work(),
      };
    },
    close: () => void database.close(),
  };
}

/** What an import writes, and where devices and people follow it. */
const configurationTables = [
  'settings',
  'counters',
  'services',
  'service_standards',
  'desks',
  'hours',
  'closures',
  'devices',
  'users',
];
/** Where it only adds rows, of which nobody reads here. */
const writtenTables = ['audit', 'events'];

/** Temporary tables of the same names, which SQLite finds before those of the file, with their rows and indexes. */
function copyConfiguration(database: Database.Database): void {
  const parts = database.prepare(
    "SELECT sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC",
  );
  for (const table of [...configurationTables, ...writtenTables]) {
    for (const sql of parts.pluck().all(table) as string[]) {
      database.exec(
        sql
          .replace(/^CREATE TABLE /, 'CREATE TEMP TABLE ')
          .replace(/^CREATE (UNIQUE )?INDEX /, 'CREATE $1INDEX temp.'),
      );
    }
    if (writtenTables.includes(table)) continue;
    database.exec(`INSERT INTO temp.${table} SELECT * FROM main.${table}`);
  }
}
