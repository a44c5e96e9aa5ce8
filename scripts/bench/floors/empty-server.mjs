// The least that a server's start and memory can cost: Fastify and better-sqlite3, with one table and one answer.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fastify from 'fastify';

const database = new Database(join(process.env.ANTRE_DATA_DIR, 'empty.sqlite'));
database.pragma('journal_mode = WAL');
database.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY)');
const app = fastify();
app.get('/healthz', () => ({ rows: database.prepare('SELECT count(*) FROM rows').pluck().get() }));
await app.listen({ port: 0, host: '127.0.0.1' });
console.error(`served at http://127.0.0.1:${app.server.address().port}/kiosk`);
