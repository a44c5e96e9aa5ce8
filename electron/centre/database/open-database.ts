import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Log } from '../../log';
import { StoreUnusableError } from '../../store/store-errors';
import type { CentreDatabase } from './engine';
import { migrations } from './migrations';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

/** `server_version_num` of PostgreSQL 15. */
const oldest = 150_000;

/** The database can't be used as it is; the message says what to do. */
export class DatabaseUnusable extends StoreUnusableError {
  override name = 'DatabaseUnusable';
}

/**
 * Opens the database and brings its tables to this program's shape: the steps that are missing, in one transaction, by one
 * process at a time. `url` null: the embedded one in `dataDir`. Throws `DatabaseUnusable` where it is too old, or was
 * written by a newer centre.
 */
export async function openDatabase(from: {
  readonly url: string | null;
  readonly dataDir: string | null;
  readonly log: Log;
}): Promise<CentreDatabase> {
  const database = from.url === null ? await openPglite(from.dataDir) : openPostgres(from.url, from.log);
  try {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version_num') as version`.execute(database.query);
    if (Number(rows[0]?.version) < oldest)
      throw new DatabaseUnusable('The centre needs PostgreSQL 15 or newer; update the server.');
    await migrate(database);
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
  return database;
}

async function migrate({ query }: CentreDatabase): Promise<void> {
  const migrator = new Migrator({ db: query, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new DatabaseUnusable(
      'The database was written by a newer centre. Update this one, or name another database.',
    );
  }
  throw error;
}
