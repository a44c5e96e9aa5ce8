import { Client } from 'pg';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { CentreDatabase } from '../../electron/centre/database/engine';
import { openDatabase } from '../../electron/centre/database/open-database';
import { hasPostgres, sharedCluster } from './postgres-cluster';

/** Both engines that a centre may run on. The embedded one takes seconds to begin: it is left to `npm run test:long`. */
export const engines = [
  { engine: 'postgres', isMissing: !hasPostgres, tags: [] },
  { engine: 'pglite', isMissing: false, tags: ['long'] },
] as const;
export type Engine = (typeof engines)[number]['engine'];

const log = pino({ level: 'silent' });
let count = 0;

/** The address of a new database of the shared PostgreSQL: empty, or a copy of another one. */
export async function newPostgres(template = 'template0'): Promise<string> {
  const cluster = await sharedCluster();
  const name = `centre_${process.pid}_${count++}`;
  const client = new Client(cluster.url('postgres'));
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  return cluster.url(name);
}

let tables: Promise<string> | undefined;

/** A database with the centre's tables, made once and copied for each test. */
function withTables(): Promise<string> {
  const make = async () => {
    const url = await newPostgres();
    await (await openDatabase({ url, dataDir: null, log })).close();
    return new URL(url).pathname.slice(1);
  };
  tables ??= make();
  return tables;
}

/** A new database of a centre with its tables, closed when the test is over. */
export async function centreDatabase(engine: Engine): Promise<CentreDatabase> {
  const url = engine === 'postgres' ? await newPostgres(await withTables()) : null;
  const database = await openDatabase({ url, dataDir: null, log });
  onTestFinished(() => database.close());
  return database;
}
