import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addUser } from '../../electron/actions/accounts/add-user';
import { openSession } from '../../electron/actions/accounts/session';
import type { Backup } from '../../electron/contract/admin-backups';
import { openStore, query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';

test('a backup is a whole database that only Antre may read, listed with the newest first', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  expect((await admin.get('/backups')).json).toEqual([]);
  await admin.patch('/counters/1', { zone: 'Timur' });
  const first = (await admin.post('/backups')).json as Backup;
  server.hall.clock.advance({ minutes: 1 });
  await admin.patch('/counters/1', { zone: 'Barat' });
  const second = (await admin.post('/backups')).json as Backup;
  expect((await admin.get('/backups')).json).toEqual([second, first]);
  expect([first.id, second.id]).toEqual(['antre-20261124T020000000Z', 'antre-20261124T020100000Z']);

  const file = join(server.dataDir, 'backups', `${first.id}.sqlite`);
  expect([statSync(file).mode & 0o777, statSync(file).size]).toEqual([0o600, first.bytes]);
  const copy = openStore(file);
  onTestFinished(() => copy.close());
  expect(copy.first(query.selectFrom('counters').select('zone').where('id', '=', 1))).toEqual({
    zone: 'Timur',
  });
  const supervisor = adminRequests(server, server.signIn('supervisor'));
  expect(outcome(await supervisor.post('/backups'))).toEqual([403, 'forbidden']);
  expect(
    server.hall.store.all(
      query.selectFrom('audit').select('subject').where('action', '=', 'makeBackup').orderBy('id'),
    ),
  ).toEqual([{ subject: `backup:${first.id}` }, { subject: `backup:${second.id}` }]);
});

test('copies that are asked for in the same moment are copies of their own, each whole', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post('/backups')));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const ids = answers.map(({ json }) => (json as Backup).id);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) {
    expect((await admin.get(`/backups/${id}`)).json).toMatchObject({ counters: 3 });
  }
});

const tap = async (server: TestServer, key: string) => {
  const issued = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `a-tap-${key}` },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { token, number } = issued.json as { readonly token: string; readonly number: string };
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/paperless` });
  return { token, number };
};
const zoneOf = (server: TestServer) =>
  server.hall.store.first(query.selectFrom('counters').select('zone').where('id', '=', 1))?.zone;

test('restoring brings back what was there then, keeps what was there now, and gives no number twice', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await admin.patch('/counters/1', { zone: 'Timur' });
  const first = await tap(server, 'one');
  const { id } = (await admin.post('/backups')).json as Backup;

  server.hall.clock.advance({ minutes: 5 });
  await admin.patch('/counters/1', { zone: 'Barat' });
  const second = await tap(server, 'two');
  expect([first.number, second.number]).toEqual(['A-001', 'A-002']);
  const revoked = (await admin.post('/tokens', { name: 'papan', roles: ['supervisor'] })).json as {
    readonly id: string;
  };
  const later = server.signIn('staff');
  const desk = server.hall.deskId(1);
  await server.send({ method: 'POST', path: `/api/v1/desks/${desk}/sign-in`, headers: admin.signed.headers });
  const called = await server.send({
    method: 'POST',
    path: `/api/v1/desks/${desk}/call-next`,
    headers: admin.signed.headers,
  });
  expect(called.status).toBe(200);

  expect((await admin.get(`/backups/${id}`)).json).toMatchObject({ tickets: 1, ticketsSince: 1, users: 1 });
  const restored = await admin.post(`/backups/${id}/restore`);
  expect(outcome(restored)).toEqual([200]);
  const { kept } = restored.json as { readonly kept: string };

  // The same admin goes on; who wasn't there then is out, and what was made since is gone.
  expect(zoneOf(server)).toBe('Timur');
  expect(((await admin.get('/counters/1')).json as { readonly zone: string }).zone).toBe('Timur');
  expect((await server.send({ path: '/api/v1/session', headers: later.headers })).status).toBe(401);
  expect(outcome(await admin.get(`/tokens/${revoked.id}`))).toEqual([404, 'not_found']);
  expect((await server.send({ path: `/api/v1/tickets/${first.token}` })).json).toMatchObject({
    number: 'A-001',
    status: 'waiting',
  });
  expect((await server.send({ path: `/api/v1/tickets/${second.token}` })).status).toBe(404);
  expect((await tap(server, 'three')).number).toBe('A-003');

  // The admin sits where they sat; the next call's number is above every one that a display heard.
  const next = await server.send({
    method: 'POST',
    path: `/api/v1/desks/${desk}/call-next`,
    headers: admin.signed.headers,
  });
  expect(next.json).toMatchObject({ number: 'A-001' });
  const sequences = server.hall.store.all(query.selectFrom('calls').select('sequence'));
  expect(sequences).toEqual([{ sequence: 2 }]);

  const actions = server.hall.store
    .all(query.selectFrom('audit').select('action').orderBy('id'))
    .map(({ action }) => action);
  expect(actions).toEqual([
    'changeCounter',
    'makeBackup',
    'changeCounter',
    'makeToken',
    'takeDesk',
    'callNext',
    'restoreBackup',
    'callNext',
  ]);

  // What was there can be had back whole.
  expect(kept).toMatch(/-replaced$/);
  expect(outcome(await admin.post(`/backups/${kept}/restore`))).toEqual([200]);
  expect(zoneOf(server)).toBe('Barat');
  expect((await server.send({ path: `/api/v1/tickets/${second.token}` })).json).toMatchObject({
    number: 'A-002',
  });
});

test('a result that was taken back from everybody since the copy stays so', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { userId } = server.signIn('supervisor');
  server.hall.store.write((transaction) => {
    const published = { publishedBy: userId, publishedAt: 1, state: 'published', practice: 0 } as const;
    for (const toDate of ['2026-03-31', '2026-06-30']) {
      transaction.run(
        query.insertInto('published_skm').values({
          ...{ fromDate: '2026-01-01', toDate, forms: 9, sampleNeeded: 9, skmIndex: 90, grade: 'A' },
          ...{ elementsJson: '[]', actionsJson: '[]', writtenBy: userId, writtenAt: 0, ...published },
        }),
      );
    }
  });
  const { id } = (await admin.post('/backups')).json as Backup;
  server.hall.store.write((transaction) => {
    transaction.run(query.updateTable('published_skm').set({ state: 'withdrawn' }).where('id', '=', 1));
  });
  expect(outcome(await admin.post(`/backups/${id}/restore`))).toEqual([200]);
  const rows = server.hall.store.all(query.selectFrom('published_skm').select(['id', 'state']));
  expect(rows).toEqual([
    { id: 1, state: 'withdrawn' },
    { id: 2, state: 'published' },
  ]);
});

test('who listens hears of what is there now, within the second', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { id } = (await admin.post('/backups')).json as Backup;
  server.hall.clock.advance({ minutes: 1 });
  await admin.patch('/counters/1', { zone: 'Barat' });
  const heard: string[] = [];
  server.hall.store.onCommit((changes) => heard.push(...changes.map(({ kind }) => kind)));
  await admin.post(`/backups/${id}/restore`);
  expect(heard).toEqual(expect.arrayContaining(['configuration', 'replaced', 'print_job']));
  expect(server.hall.hall().counter.get(1)?.zone).toBe('');
});

test('a paper that was awaited in the copy is printed as a copy, by a job that nobody had', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'a-tap-of-mine' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { id } = (await admin.post('/backups')).json as Backup;
  server.hall.clock.advance({ minutes: 1 });
  await admin.post(`/backups/${id}/restore`);
  const jobs = server.hall.store.all(
    query.selectFrom('print_jobs').select(['id', 'state', 'copy']).orderBy('id'),
  );
  expect(jobs).toEqual([
    { id: 1, state: 'dropped', copy: 0 },
    { id: 2, state: 'uncertain', copy: 1 },
  ]);
});

test('a copy that is cut off, no database, newer, or without an admin is refused, and nothing is changed', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const copy = async () => {
    server.hall.clock.advance({ minutes: 1 });
    const { id } = (await admin.post('/backups')).json as Backup;
    return { id, file: join(server.dataDir, 'backups', `${id}.sqlite`) };
  };
  const [cut, text, holed, newer, without] = [
    await copy(),
    await copy(),
    await copy(),
    await copy(),
    await copy(),
  ];
  truncateSync(cut.file, 20_000);
  writeFileSync(text.file, '<html>bukan cadangan</html>');
  const bytes = readFileSync(holed.file);
  bytes.fill(0x5a, 8192, bytes.length - 4096);
  writeFileSync(holed.file, bytes);
  // The version of a database file's shape stands at byte 60.
  const ahead = readFileSync(newer.file);
  ahead.writeUInt32BE(999, 60);
  writeFileSync(newer.file, ahead);
  const lonely = openStore(without.file);
  lonely.write((transaction) => transaction.run(query.updateTable('users').set({ active: 0 })));
  lonely.close();

  await admin.patch('/counters/1', { zone: 'Barat' });
  for (const [{ id }, code] of [
    [cut, 'backup_damaged'],
    [text, 'backup_damaged'],
    [holed, 'backup_damaged'],
    [newer, 'backup_newer'],
    [without, 'backup_without_admin'],
  ] as const) {
    expect([code, outcome(await admin.post(`/backups/${id}/restore`))]).toEqual([code, [409, code]]);
  }
  expect(outcome(await admin.get(`/backups/${text.id}`))).toEqual([409, 'backup_damaged']);
  expect(zoneOf(server)).toBe('Barat');
  expect(outcome(await admin.post('/backups/antre-20200101T000000000Z/restore'))).toEqual([404, 'not_found']);
  expect(outcome(await admin.post('/backups/..%2Fantre/restore'))).toEqual([400, 'invalid_request']);
});

test('an account that was made after the copy is not let in, nor another that has its number', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { id } = (await admin.post('/backups')).json as Backup;
  server.hall.clock.advance({ minutes: 1 });
  const stranger = server.hall.actionRunner.run({ kind: 'system' }, (context) => {
    const rights = { role: 'admin', active: true, leave: [] } as const;
    const account = { ...rights, mustChangePassword: false };
    const userId = addUser(context, {
      ...account,
      username: 'orang.baru',
      displayName: 'Orang Baru',
      passwordHash: 'x',
    });
    return openSession(context, userId, null);
  });
  await admin.post(`/backups/${id}/restore`);
  const headers = { cookie: `antre_session=${stranger}`, origin: server.url };
  expect((await server.send({ path: '/api/v1/session', headers })).status).toBe(401);
});

test('a copy is taken away as a file, which is written down, and removed for good', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { id } = (await admin.post('/backups')).json as Backup;
  const taken = await admin.get(`/backups/${id}/file`);
  expect([taken.status, taken.headers['content-type'], taken.headers['content-disposition']]).toEqual([
    200,
    'application/vnd.sqlite3',
    `attachment; filename="${id}.sqlite"`,
  ]);
  expect(taken.text.startsWith('SQLite format 3')).toBe(true);
  expect(outcome(await admin.remove(`/backups/${id}`))).toEqual([204]);
  expect((await admin.get('/backups')).json).toEqual([]);
  const actions = server.hall.store
    .all(query.selectFrom('audit').select('action').orderBy('id'))
    .map(({ action }) => action);
  expect(actions).toEqual(['makeBackup', 'backupFile', 'removeBackup']);
});
