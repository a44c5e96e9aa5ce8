import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseStandby } from '../../electron/actions/admin/choose-standby';
import type { StandbyState } from '../../electron/contract/standby';
import { createLog } from '../../electron/log';
import { writeMessage } from '../../electron/standby/feed-messages';
import { StandbyFollower } from '../../electron/standby/follow-main';
import { pagesFile, StandbyCopy } from '../../electron/standby/standby-copy';
import { makeBackup } from '../../electron/store/backups/backup-files';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';
import { type LetInKiosk, secondKiosk } from '../support/second-kiosk';
import { dumpTables, pagesOf, withoutLog } from '../support/table-dump';
import { temporaryFolder } from '../support/temporary-store';

const log = createLog('silent');

async function hallWithStandby() {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  server.hall.act({ kind: 'system' }, (context) => chooseStandby(context, kiosk.id));
  const admin = server.signIn('admin');
  const state = async () =>
    (await server.send({ path: '/api/v1/admin/standby', headers: admin.headers })).json as StandbyState;
  return { server, kiosk, state, admin };
}

function follow(server: TestServer, { token }: LetInKiosk, dataDir = temporaryFolder()) {
  const access = { hub: server.url, token };
  const follower = new StandbyFollower({ access, dataDir, port: 4180, log });
  onTestFinished(() => follower.stop());
  return { follower, dataDir };
}

const tap = async (server: TestServer, kiosk: LetInKiosk) =>
  expect((await kiosk.post('/tickets', { serviceId: String(server.hall.serviceId('A')) })).status).toBe(201);

/** Once it has all that the hall has, its tables are the hall's. */
async function expectSame(server: TestServer, { follower }: ReturnType<typeof follow>) {
  const newest = () => {
    const database = dumpTables(pagesOf(server.hall.store.file));
    const copy = StandbyCopy.open(follower.copy?.folder ?? '');
    if (!copy?.isWhole) return 'no copy';
    copy.fold();
    const own = dumpTables(withoutLog(readFileSync(pagesFile(copy.folder))));
    return Object.keys(database).filter((name) => database[name] !== own[name]);
  };
  await follower.stop();
  expect(newest()).toEqual([]);
}

const caughtUp = (follower: StandbyFollower, before: number) =>
  expect
    .poll(() => follower.copy?.isWhole && follower.copy.place.sequence, { timeout: 10_000 })
    .toBeGreaterThan(before);

test('a standby takes a snapshot while numbers are given, then each commit, and the hall’s files', async () => {
  const { server, kiosk, state } = await hallWithStandby();
  expect(await state()).toMatchObject({ deviceId: kiosk.id, state: 'waiting', epoch: 1 });
  mkdirSync(join(server.dataDir, 'pictures'), { recursive: true });
  const picture = 'pictures/abcdefghijklmnopqrstuv.png';
  writeFileSync(join(server.dataDir, picture), 'a picture');
  const standby = follow(server, kiosk);
  for (let taken = 0; taken < 10; taken += 1) await tap(server, kiosk);
  await expect.poll(async () => (await state()).state, { timeout: 10_000 }).toBe('following');
  await tap(server, kiosk);
  await expect.poll(async () => (await state()).missing, { timeout: 10_000 }).toBe(0);
  expect(await state()).toMatchObject({ address: 'http://127.0.0.1:4180' });
  const files = join(standby.dataDir, 'standby/files');
  expect(readFileSync(join(files, picture), 'utf8')).toBe('a picture');
  await expectSame(server, standby);
}, 30_000);

test('after a broken line and a new start it goes on where it was, and after a restored copy with another snapshot', async () => {
  const { server, kiosk } = await hallWithStandby();
  const first = follow(server, kiosk);
  await caughtUp(first.follower, -1);
  await first.follower.stop();
  const { place } = first.follower.copy ?? expect.fail('no copy');
  for (let taken = 0; taken < 5; taken += 1) await tap(server, kiosk);
  const second = follow(server, kiosk, first.dataDir);
  await caughtUp(second.follower, place.sequence);
  expect(second.follower.copy?.place.generation).toBe(place.generation);
  expect(readdirSync(join(first.dataDir, 'standby'))).not.toContain('coming');

  const { store, dataDir } = { store: server.hall.store, dataDir: server.dataDir };
  const admin = server.signIn('admin');
  const id = await makeBackup(store, dataDir, server.hall.clock.now(), 'made');
  const restored = await server.send({
    method: 'POST',
    path: `/api/v1/admin/backups/${id}/restore`,
    headers: admin.headers,
  });
  expect(restored.status).toBe(200);
  await expect
    .poll(() => second.follower.copy?.place.generation, { timeout: 10_000 })
    .not.toBe(place.generation);
  await tap(server, kiosk);
  await caughtUp(second.follower, 0);
  await expectSame(server, second);
}, 40_000);

test('nobody gets the hall’s data but the kiosk that was chosen, and only as long as it is', async () => {
  const { server, kiosk } = await hallWithStandby();
  const other = secondKiosk(server);
  for (const path of ['feed', 'snapshot', 'files', 'file?name=pictures/a.png']) {
    expect(await other.get(`/devices/me/standby/${path}`)).toMatchObject({ code: 'not_found' });
    const stranger = await server.send({
      path: `/api/v1/devices/me/standby/${path}`,
      headers: { 'x-forwarded-for': '10.0.0.9' },
    });
    expect(stranger.status).toBe(401);
  }
  expect(await kiosk.get('/devices/me/standby/file?name=antre.sqlite')).toMatchObject({ code: 'not_found' });
  expect(await kiosk.get('/devices/me/standby/file?name=pictures/../setup-code')).toMatchObject({
    code: 'not_found',
  });
  server.hall.act({ kind: 'system' }, (context) => chooseStandby(context, null));
  expect(await kiosk.get('/devices/me/standby/files')).toMatchObject({ code: 'not_found' });
  expect(server.hall.store.first(query.selectFrom('main_machine').select('standbyId'))).toEqual({
    standbyId: null,
  });
});

test('what another Antre keeps in a newer shape is not taken, and told', async () => {
  const told: unknown[] = [];
  const main = createServer((request, response) => {
    if (request.method === 'POST') {
      request.on('data', (chunk: Buffer) => told.push(JSON.parse(chunk.toString())));
      request.on('end', () => response.writeHead(204).end());
      return;
    }
    if (request.url?.includes('/files')) return void response.end('[]');
    const begun = { generation: 'g', shape: 9_999, hallId: 'h', epoch: 1 };
    const body = Buffer.from(JSON.stringify(begun));
    response.write(writeMessage({ kind: 'begun', sequence: 3, at: 1, body }));
  });
  await new Promise<void>((resolve) => main.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    main.closeAllConnections();
    main.close();
  });
  const hub = `http://127.0.0.1:${(main.address() as AddressInfo).port}`;
  const dataDir = temporaryFolder();
  const follower = new StandbyFollower({ access: { hub, token: 'a' }, dataDir, port: 4180, log });
  onTestFinished(() => follower.stop());
  await expect
    .poll(() => told.at(-1), { timeout: 5_000 })
    .toMatchObject({ state: 'older', generation: null });
  expect(readdirSync(join(dataDir, 'standby'))).not.toContain('coming');
});
