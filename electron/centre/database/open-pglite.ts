import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { type CentreDatabase, DatabaseAway, readTypes } from './engine';
import type { Tables } from './tables';

/**
 * Opens the embedded PostgreSQL in a folder of the data directory (null: in memory, for tests). It has one line, so whoever
 * has a transaction under way has it alone; the others wait in order.
 */
export async function openPglite(dataDir: string | null): Promise<CentreDatabase> {
  // Half a gigabyte: loaded by a centre that has no server of its own, and by nothing else.
  const { PGlite: Engine } = await import('@electric-sql/pglite');
  const folder = dataDir === null ? undefined : join(dataDir, 'postgres');
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const engine = await Engine.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    parsers: readTypes,
  });
  const dialect = new PostgresDialect({ pool: poolOf(engine) });
  const query = new Kysely<Tables>({ dialect });
  return { query, engine: 'pglite', close: () => query.destroy() };
}

/** A pool of the one line. */
function poolOf(engine: PGlite): PostgresPool {
  let last: Promise<void> = Promise.resolve();
  let isOpen = true;
  const take = async () => {
    if (!isOpen) throw new DatabaseAway('The database is closed.');
    const before = last;
    let release = () => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  };
  return {
    options: {},
    connect: async () => {
      const release = await take();
      return {
        query: async <Row>(statement: unknown, parameters: readonly unknown[] = []) => {
          if (typeof statement !== 'string') throw new Error('Cursors are not for the embedded database');
          const { rows, affectedRows } = await engine.query<Row>(statement, [...parameters]);
          const command = /^\s*(\w+)/.exec(statement)?.[1]?.toUpperCase() ?? '';
          return { command, rowCount: affectedRows ?? 0, rows };
        },
        release,
      } as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: async () => {
      isOpen = false;
      await last;
      await engine.close();
    },
  };
}
