import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Backup } from '../../electron/contract/admin-backups';
import type { CopyKey, SecondPlaceState } from '../../electron/contract/admin-copies';
import type { Finding } from '../../electron/contract/admin-hall';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { addAdmin } from '../support/copied-hall';
import { runningServer, type TestServer } from '../support/running-server';
import { temporaryFolder } from '../support/temporary-store';

type Requests = ReturnType<typeof adminRequests>;

const stateOf = async (admin: Requests) => (await admin.get('/second-place')).json as SecondPlaceState;
const atRest = (admin: Requests) => expect.poll(async () => (await stateOf(admin)).busy).toBeNull();
const findingsOf = async (admin: Requests) =>
  ((await admin.get('/findings')).json as Finding[]).filter(({ subject }) => subject === 'copies');

async function chosen(admin: Requests, folder = temporaryFolder()) {
  const key = (await admin.post('/second-place/key')).json as CopyKey;
  const choice = { folder, rhythm: 'hourly', keptDays: 7, recipient: key.recipient };
  expect(outcome(await admin.patch('/second-place', choice))).toEqual([200]);
  return { folder, key };
}

async function copiedNow(admin: Requests) {
  expect(outcome(await admin.post('/second-place/copies'))).toEqual([202]);
  await atRest(admin);
  const { last, failure } = await stateOf(admin);
  return { last, failure };
}

test('an admin looks at a folder, makes a key, chooses the place, and sees the copy that was made there', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const folder = temporaryFolder();
  expect(await stateOf(admin)).toEqual({ place: null, busy: null, last: null, failure: null, drill: null });
  expect((await admin.post('/second-place/look', { folder })).json).toMatchObject({
    folder,
    fault: null,
    otherDisk: false,
    copies: 0,
  });
  expect((await admin.post('/second-place/look', { folder: join(folder, 'gone') })).json).toMatchObject({
    fault: 'missing',
  });
  const withoutKey = await admin.patch('/second-place', { folder, rhythm: 'closing', keptDays: 7 });
  expect(outcome(withoutKey)).toEqual([400, 'invalid_request']);
  expect(outcome(await admin.post('/second-place/copies'))).toEqual([404, 'not_found']);

  const { key } = await chosen(admin, folder);
  const kept = readFileSync(join(server.dataDir, 'copies.json'), 'utf8');
  expect(kept).not.toContain(key.key.slice(16));
  const { last, failure } = await copiedNow(admin);
  expect(failure).toBeNull();
  expect((await admin.get('/second-place/copies')).json).toEqual([
    {
      name: last?.name,
      madeAt: '2026-11-24T09:00:00+07:00',
      bytes: last?.bytes,
      label: {
        hall: 'MPP Kajen',
        counters: 3,
        users: 1,
        tickets: 0,
        lastBusinessDate: null,
        keyName: key.name,
      },
    },
  ]);
  const acts = server.hall.store.all(query.selectFrom('audit').select('action').orderBy('id'));
  expect(acts.map(({ action }) => action)).toEqual(['makeCopyKey', 'chooseSecondPlace', 'copyAway']);

  expect((await admin.remove('/second-place')).json).toMatchObject({ place: null, last: null });
  expect(readdirSync(folder).length).toBe(2);
});

test('a place that is gone is told with its act, an hour of waiting is not, and the next copy ends it', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { folder } = await chosen(admin);
  rmSync(folder, { recursive: true });
  expect((await copiedNow(admin)).failure).toMatchObject({ fault: 'missing', count: 1 });
  expect(await findingsOf(admin)).toMatchObject([
    { kind: 'second_place', detail: 'missing', occurred: { count: 1, at: '2026-11-24T09:00:00+07:00' } },
  ]);
  mkdirSync(folder);
  // It is tried again by itself, once its pause is over.
  server.copies.minutePassed();
  expect((await stateOf(admin)).busy).toBeNull();
  server.hall.clock.advance({ minutes: 3 });
  server.copies.minutePassed();
  expect((await stateOf(admin)).busy).not.toBeNull();
  await atRest(admin);
  expect(await findingsOf(admin)).toEqual([]);
  const { last } = await stateOf(admin);
  expect(last?.at).toBe('2026-11-24T09:03:00+07:00');

  // A stick that is put in each evening may be away by day.
  rmSync(folder, { recursive: true });
  server.hall.clock.advance({ minutes: 61 });
  expect((await copiedNow(admin)).failure).toMatchObject({ fault: 'missing' });
  expect(await findingsOf(admin)).toEqual([]);
  server.hall.clock.advance({ minutes: 27 * 60 });
  // Whoever was signed in no more is.
  expect(await findingsOf(adminRequests(server))).toMatchObject([
    { kind: 'second_place', detail: 'missing' },
  ]);
});

test('a trial opens the newest copies and counts them; what changed since they were made is told', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { folder, key } = await chosen(admin);
  const { id } = (await admin.post('/backups')).json as Backup;
  const seal = join(server.dataDir, 'backups', `${id}.json`);
  await expect.poll(() => existsSync(seal)).toBe(true);
  const { last } = await copiedNow(admin);
  const drill = async (body: object) => {
    expect(outcome(await admin.post('/second-place/drill', body))).toEqual([202]);
    await atRest(admin);
    const { drill: tried } = await stateOf(admin);
    return [tried?.local?.outcome, tried?.away?.outcome];
  };
  expect(await drill({})).toEqual(['good', 'as_written']);
  expect(await drill({ key: key.key })).toEqual(['good', 'good']);
  expect((await stateOf(admin)).drill).toMatchObject({
    at: '2026-11-24T09:00:00+07:00',
    local: { name: id },
    away: { name: last?.name },
    nextBy: '2026-12-24',
  });
  expect(await findingsOf(admin)).toEqual([]);

  const other = (await admin.post('/second-place/key')).json as CopyKey;
  expect(await drill({ key: other.key })).toEqual(['good', 'wrong_key']);
  const told = JSON.parse(readFileSync(seal, 'utf8')) as { sums: { rows: { desks: number } } };
  told.sums.rows.desks += 1;
  writeFileSync(seal, JSON.stringify(told));
  const file = join(folder, `${last?.name}.tar.gz.age`);
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 4;
  writeFileSync(file, bytes);
  expect(await drill({})).toEqual(['miscounted', 'damaged']);
  expect(await findingsOf(admin)).toMatchObject([{ kind: 'copy_trial', detail: 'miscounted' }]);
  expect(existsSync(join(server.dataDir, 'opened-copies', 'tried.sqlite'))).toBe(false);
});

test('copies are tried by themselves each month, and it is told where that did not go well for long', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await admin.post('/backups');
  server.copies.minutePassed();
  await expect.poll(async () => (await stateOf(admin)).drill?.local?.outcome).toBe('good');
  await atRest(admin);
  server.hall.clock.advance({ minutes: 29 * 24 * 60 });
  server.copies.minutePassed();
  expect(server.copies.state().busy).toBeNull();
  server.hall.clock.advance({ minutes: 12 * 24 * 60 });
  const later = adminRequests(server);
  expect(await findingsOf(later)).toMatchObject([{ kind: 'copy_trial', detail: 'overdue' }]);
  server.copies.minutePassed();
  await expect.poll(async () => (await stateOf(later)).drill?.at).toBe('2027-01-04T09:00:00+07:00');
  await atRest(later);
  expect(await findingsOf(later)).toEqual([]);
});

test('on a fresh machine the set-up code leads to the copies; with the key one becomes the hall, numbers going on above', async () => {
  const old = await runningServer();
  addAdmin(old.hall);
  const admin = adminRequests(old);
  mkdirSync(join(old.dataDir, 'slides'));
  writeFileSync(join(old.dataDir, 'slides', 'a-film-of-chance-0000a.mp4'), 'a film');
  const { folder, key } = await chosen(admin);
  const tap = async (server: TestServer, name: string) => {
    const serviceId = String(server.hall.serviceId('A'));
    const headers = { 'idempotency-key': `a-tap-${name}` };
    const issued = await server.send({
      method: 'POST',
      path: '/api/v1/tickets',
      headers,
      body: { serviceId },
    });
    return issued.json as { readonly number: string; readonly token: string };
  };
  mkdirSync(join(old.dataDir, 'tls'));
  for (const name of ['authority.pem', 'given-out', 'server.pem'])
    writeFileSync(join(old.dataDir, 'tls', name), `${name} of the old machine`);
  const before = await tap(old, 'one');
  expect(before.number).toBe('A-001');
  const { last } = await copiedNow(admin);
  expect((await tap(old, 'two')).number).toBe('A-002');

  const fresh = await runningServer();
  const code = fresh.setUpCode.code() ?? '';
  const ask = (path: string, body: object) =>
    fresh.send({ method: 'POST', path: `/api/v1/setup/${path}`, body });
  expect(outcome(await ask('copies', { code: 'ABCD-EFGH-JKLM', folder }))).toEqual([403, 'setup_code_wrong']);
  expect((await ask('copies', { code, folder })).json).toMatchObject({
    copies: [{ name: last?.name, label: { hall: 'MPP Kajen', users: 2, lastBusinessDate: '2026-11-24' } }],
  });
  const order = { code, folder, name: last?.name, key: key.key };
  const wrong = (await adminRequests(old).post('/second-place/key')).json as CopyKey;
  expect(outcome(await ask('restore', { ...order, key: wrong.key }))).toEqual([403, 'copy_key_wrong']);
  expect(outcome(await ask('restore', { ...order, code: 'ABCD-EFGH-JKLM' }))).toEqual([
    403,
    'setup_code_wrong',
  ]);
  expect(outcome(await ask('restore', { ...order, name: 'antre-20260101T000000000Z' }))).toEqual([
    409,
    'place_unusable',
  ]);
  expect(fresh.hall.store.all(query.selectFrom('users').select('username'))).toEqual([]);

  const restored = await ask('restore', order);
  expect(restored.json).toEqual({ hall: 'MPP Kajen', users: 2, lastBusinessDate: '2026-11-24' });
  expect(fresh.hall.store.all(query.selectFrom('users').select('username').orderBy('id'))).toMatchObject([
    { username: 'budi' },
    {},
  ]);
  expect(readFileSync(join(fresh.dataDir, 'slides', 'a-film-of-chance-0000a.mp4'), 'utf8')).toBe('a film');
  // What the hall's computers trust; the server's own certificate is this machine's.
  expect(readdirSync(join(fresh.dataDir, 'tls')).sort()).toEqual(['authority.pem', 'given-out']);
  expect((await fresh.send({ path: `/api/v1/tickets/${before.token}` })).json).toMatchObject({
    number: 'A-001',
  });
  // A-002 was given after the copy was made, and nobody here knows of it.
  expect((await tap(fresh, 'three')).number).toBe('A-202');
  expect(fresh.setUpCode.code()).toBeNull();
  expect(outcome(await ask('restore', order))).toEqual([409, 'already_set_up']);
  expect(existsSync(join(fresh.dataDir, 'opened-copies', 'restored'))).toBe(false);
  // Copies go on to where this one lay, for the same key.
  expect(fresh.copies.state().place).toMatchObject({ folder, keyName: key.name });
  const actions = fresh.hall.store.all(query.selectFrom('audit').select('action').orderBy('id'));
  expect(actions.at(-1)).toEqual({ action: 'restoreBackup' });
});

test('a copy that can not become a hall changes nothing on a fresh machine', async () => {
  // Nobody could sign in afterwards.
  const old = await runningServer();
  const admin = adminRequests(old);
  const { folder, key } = await chosen(admin);
  old.hall.store.write((transaction) => {
    transaction.run(query.updateTable('users').set({ role: 'supervisor' }));
  });
  old.copies.begin();
  await expect.poll(() => old.copies.state().last?.name).toBeDefined();
  const fresh = await runningServer();
  const refused = await fresh.send({
    method: 'POST',
    path: '/api/v1/setup/restore',
    body: { code: fresh.setUpCode.code(), folder, name: old.copies.state().last?.name, key: key.key },
  });
  expect(outcome(refused)).toEqual([409, 'backup_without_admin']);
  expect(fresh.hall.store.all(query.selectFrom('users').select('id'))).toEqual([]);
  expect(fresh.setUpCode.code()).not.toBeNull();
  expect(fresh.copies.state().place).toBeNull();
  expect(existsSync(join(fresh.dataDir, 'opened-copies', 'restored'))).toBe(false);
});

test('a copy of the second place is brought into this computer’s list by its key, and restored from there', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  mkdirSync(join(server.dataDir, 'tls'), { recursive: true });
  writeFileSync(join(server.dataDir, 'tls', 'authority.pem'), 'the authority');
  writeFileSync(join(server.dataDir, 'tls', 'server.pem'), 'of one address');
  const { folder, key } = await chosen(admin);
  const { last } = await copiedNow(admin);
  const name = last?.name ?? '';
  await admin.patch('/settings', { siteName: 'Balai lain' });
  writeFileSync(join(server.dataDir, 'tls', 'authority.pem'), 'another');
  const path = `/second-place/copies/${name}`;
  expect(outcome(await admin.post(path, { key: 'AAAA' }))).toEqual([403, 'copy_key_wrong']);
  expect(
    outcome(await admin.post('/second-place/copies/antre-20200101T000000000Z', { key: key.key })),
  ).toEqual([409, 'place_unusable']);
  expect((await admin.get('/backups')).json).toEqual([]);
  const taken = await admin.post(path, { key: key.key });
  expect(taken.status).toBe(201);
  const backup = taken.json as Backup;
  expect((await admin.get('/backups')).json).toEqual([backup]);
  expect(backup.madeAt).toBe(last?.at);
  // Nothing of the hall is other than it was, nor what its computers trust.
  expect(readFileSync(join(server.dataDir, 'tls', 'authority.pem'), 'utf8')).toBe('another');
  const site = async () => ((await admin.get('/settings')).json as { siteName: string }).siteName;
  expect(await site()).toBe('Balai lain');
  expect(outcome(await admin.post(`/backups/${backup.id}/restore`))).toEqual([200]);
  expect(await site()).toBe('MPP Kajen');
  expect(readdirSync(folder)).toHaveLength(2);
});
