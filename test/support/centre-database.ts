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

/** The address of a new, empty database of the shared PostgreSQL. */
export async function newPostgres(): Promise<string> {
  const cluster = await sharedCluster();
  const name = `centre_${process.pid}_${count++}`;
  const client = new Client(cluster.url('postgres'));
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return cluster.url(name);
}

/** A new database of a centre with its tables, closed when the test is over. */
export async function centreDatabase(engine: Engine): Promise<CentreDatabase> {
  const url = engine === 'postgres' ? await newPostgres() : null;
  const database = await openDatabase({ url, dataDir: null, log });
  onTestFinished(() => database.close());
  return database;
}
