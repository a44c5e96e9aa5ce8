import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Log } from '../../log';
import { type CentreDatabase, readTypes } from './engine';
import type { Tables } from './tables';

/** Lines to the server, of one centre process. */
const lines = 10;

/** Opens a PostgreSQL by its address (`postgres://…`). Each statement is bounded in time, so that nothing hangs for good. */
export function openPostgres(url: string, log: Log): CentreDatabase {
  const pool = new Pool({
    connectionString: url,
    max: lines,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'antre-centre',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        (readTypes as Readonly<Record<number, (text: string) => unknown>>)[id] ??
        types.getTypeParser(id, format as 'text'),
    } as typeof types,
  });
  // A line that broke while nobody used it: the next one is opened when it is asked for.
  pool.on('error', (error) => log.warn({ err: error }, 'a line to the database broke'));
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { query, engine: 'postgres', close: () => query.destroy() };
}
