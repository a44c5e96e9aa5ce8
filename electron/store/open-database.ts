import Database from 'better-sqlite3';
import { StoreUnusableError } from './store-errors';

/** Opens a database file, making an empty one where there is none. Throws `StoreUnusableError` where that can't be done. */
export function openDatabase(file: string, options: Database.Options = {}): Database.Database {
  try {
    return new Database(file, options);
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|PERM|READONLY)/.test(error.code)) {
      throw new StoreUnusableError(
        `The database ${file} cannot be opened. It must be a file that Antre may read and write, in such a folder.`,
      );
    }
    throw error;
  }
}
