import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/centre/database/open-database';
import { letIn as letHallIn } from '../../../electron/centre/intake/pairings';
import { startCentre } from '../../../electron/centre/start-centre';
import { centreAddresses } from '../../../electron/contract/centre/wire';
import { newPostgres } from '../../support/centre-database';
import { ticket } from '../../support/centre-samples';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres, startCluster } from '../../support/postgres-cluster';

const log = pino({ level: 'silent' });
const pagesDir = join(import.meta.dirname, '../../../build/centre/pages');
const config = {
  dataDir: '',
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  trustedProxies: [],
  logLevel: 'silent',
  pagesDir,
  rebuild: false,
} as const;

/** Lets a hall in at a centre that runs by itself, by its database. */
async function linked(centre: { readonly url: string }, databaseUrl: string) {
  const database = await openDatabase({ url: databaseUrl, dataDir: null, log });
  const { public_key: publicKey, private_key: privateKey } = await database.query
    .selectFrom('centre')
    .selectAll()
    .executeTakeFirstOrThrow();
  const key = { publicKey, privateKey };
  const { id } = await database.query
    .insertInto('accounts')
    .values({
      username: 'dewi',
      display_name: 'Dewi',
      role: 'admin',
      password_hash: '',
      must_change_password: false,
      made_at: 0,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const hall = new JournalHall({ url: centre.url, key });
  const { body } = await hall.pair();
  const parts = { database, key, now: Date.now, log, version: '' };
  await letHallIn(parts, hall.codeOf(body), { accountId: id, name: 'MPP Sleman' });
  await database.close();
  return { hall, key };
}

test.skipIf(!hasPostgres)(
  'while the database is away a hall is told when to come again, and loses nothing',
  { tags: ['long'] },
  async () => {
    const cluster = await startCluster();
    onTestFinished(() => cluster.stop());
    const databaseUrl = cluster.url('postgres');
    const centre = await startCentre({ ...config, databaseUrl }, { log });
    onTestFinished(() => centre.stop());
    const { hall } = await linked(centre, databaseUrl);
    await hall.hello();
    hall.open();
    await hall.send(hall.rows);
    await cluster.kill();
    const next = hall.write('ticket_step', { ...ticket, step: 'issued' });
    const busy = await hall.send([next]);
    expect(busy).toMatchObject({
      status: 503,
      body: { state: 'busy', retryAfterSeconds: 30 },
      isSigned: true,
    });
    expect(busy.headers.get('retry-after')).toBe('30');
    const site = await fetch(`${centre.url}/api/v1/site`);
    expect([site.status, site.headers.get('retry-after')]).toEqual([503, '15']);
    expect((await fetch(`${centre.url}/healthz`)).status).toBe(503);
    await cluster.start();
    await expect.poll(async () => (await hall.send([next])).body.state).toBe('taken');
    expect((await hall.send(hall.rows)).body).toMatchObject({ state: 'taken', have: { seq: 2 } });
  },
);

test.skipIf(!hasPostgres)(
  'of two processes on one database either may take what the other began',
  async () => {
    const databaseUrl = await newPostgres();
    const [one, other] = await Promise.all(
      [1, 2].map(() => startCentre({ ...config, databaseUrl }, { log })),
    );
    if (!one || !other) throw new Error('no centre');
    onTestFinished(async () => void (await Promise.all([one.stop(), other.stop()])));
    const { hall, key } = await linked(one, databaseUrl);
    await hall.hello();
    hall.open();
    for (let at = 0; at < 60; at += 1)
      hall.write('ticket_step', { ...ticket, step: 'issued', ticketId: at + 1 });
    const beside = new JournalHall({ url: other.url, key }, hall);
    for (let at = 0; at < hall.rows.length; at += 10) {
      const side = at % 20 === 0 ? hall : beside;
      Object.assign(side, { session: hall.session, turn: at });
      const { body } = await side.send(hall.rows.slice(at, at + 10));
      expect(body).toMatchObject({ state: 'taken', have: { seq: Math.min(at + 10, hall.rows.length) } });
    }
    // Both at once with the same rows: each is there once.
    Object.assign(hall, { turn: 1_000 });
    Object.assign(beside, { turn: 1_001 });
    const states = await Promise.all([hall.send(hall.rows), beside.send(hall.rows)]);
    expect(states.some(({ body }) => body.state === 'taken')).toBe(true);
    const snapshot = await beside.ask(centreAddresses.snapshot, {});
    expect(snapshot.status).toBe(422);
  },
);
