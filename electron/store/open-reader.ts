import type { Compilable } from 'kysely';
import { openDatabase } from './open-database';
import type { Reader } from './store';
import { TouchedRows } from './touched-rows';

/** A database as it stood at one moment, whatever is written meanwhile. */
export interface OpenReader extends Reader {
  close(): void;
}

/**
 * Opens a store's file once more, only to read: in another process than the store's, since this one may hold no thread
 * that loads the driver too. Close it soon: as long as it is open the log grows, and nothing can take the file's place.
 * Throws `StoreUnusable` if it can't be opened.
 */
export function openReader(file: string): OpenReader {
  const database = openDatabase(file, { readonly: true, fileMustExist: true });
  // One moment for all that is read.
  database.exec('BEGIN');
  return {
    touched: new TouchedRows(),
    all: <Row>(compilable: Compilable<Row>) => {
      const { sql, parameters } = compilable.compile();
      return database.prepare(sql).all(...parameters) as Row[];
    },
    first: <Row>(compilable: Compilable<Row>) => {
      const { sql, parameters } = compilable.compile();
      return database.prepare(sql).get(...parameters) as Row | undefined;
    },
    close: () => void database.close(),
  };
}
