import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningApp, startApp } from '../electron/app';
import { machineClock } from '../electron/clock';
import type { Config } from '../electron/config';
import { call } from '../electron/contract/lobby';
import { counterMenu } from '../electron/contract/site';
import { holderTicket } from '../electron/contract/tickets';
import { readRuns } from '../electron/health/run-record';
import { listBackups } from '../electron/store/backups/backup-files';
import { readKeptTime } from '../electron/store/kept-time';
import { openStore, query } from '../electron/store/store';
import { openEventStream } from './support/event-stream';
import { movableClock } from './support/movable-clock';
import { temporaryFolder } from './support/temporary-store';

const log = pino({ level: 'silent' });

function configOf(dataDir: string, more: Partial<Config> = {}): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    httpsPort: null,
    dataDir,
    printer: { kind: 'preview' },
    logLevel: 'silent',
    siteFile: null,
    updatesDir: null,
    trustedProxies: [],
    localKiosk: 'own',
    pagesDir: join(dataDir, 'pages'),
    ...more,
  };
}

const firstAdmin = { username: 'ani', password: 'kata sandi panjang', displayName: 'Ani' };

async function start(config: Config): Promise<RunningApp> {
  const app = await startApp(config, { machine: machineClock, log });
  onTestFinished(() => app.stop());
  return app;
}

const get = async (app: RunningApp, path: string) => (await fetch(`${app.url}${path}`)).json();
const post = async (app: RunningApp, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': `key-${Math.random()}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json(), cookie: response.headers.get('set-cookie') };
};

test('a new data directory gives a first ticket with its picture, and the same hall after a restart', async () => {
  const dataDir = temporaryFolder();
  const app = await start(configOf(dataDir));
  const menu = counterMenu.parse(await get(app, '/api/v1/counters'));
  expect(menu.length).toBe(26);
  const serviceId = menu[0]?.services[0]?.id;
  const issued = holderTicket.parse((await post(app, '/tickets', { serviceId })).body);
  expect(issued).toMatchObject({ number: 'A-001', practice: true });
  await expect
    .poll(async () => holderTicket.parse(await get(app, `/api/v1/tickets/${issued.token}`)).status)
    .toBe('waiting');
  const picture = await fetch(`${app.url}/api/v1/tickets/${issued.token}/preview`);
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect(await picture.text()).toMatch(/^<svg /);
  const code = app.setupCode();
  expect(readFileSync(join(dataDir, 'setup-code'), 'utf8').trim()).toBe(code);
  expect([await app.mayExit('nonsense'), await app.mayExit(String(code))]).toEqual([false, true]);
  await app.stop();

  const again = await start(configOf(dataDir));
  expect(again.setupCode()).toBe(code);
  expect(again.kioskToken).not.toBe(app.kioskToken);
  expect(holderTicket.parse((await post(again, '/tickets', { serviceId })).body).number).toBe('A-002');
  const byToken = await post(
    again,
    '/tickets',
    { serviceId },
    { authorization: `Bearer ${again.kioskToken}` },
  );
  expect(byToken.status).toBe(201);
});

test('calls go on from their number after a restart, and are heard once by who comes back', async () => {
  const dataDir = temporaryFolder();
  const app = await start(configOf(dataDir));
  const signed = await post(app, '/setup', {
    code: app.setupCode(),
    username: 'admin',
    password: 'kata sandi panjang',
    displayName: 'Admin',
  });
  const cookie = String(signed.cookie).split(';')[0] ?? '';
  expect([app.setupCode(), await app.mayExit('')]).toEqual([null, false]);
  const menu = counterMenu.parse(await get(app, '/api/v1/counters'));
  const serviceId = menu[0]?.services[0]?.id;
  const desks = (await (await fetch(`${app.url}/api/v1/desks`, { headers: { cookie } })).json()) as {
    id: string;
  }[];
  const deskId = desks[0]?.id;
  const verb = (running: RunningApp, name: string) =>
    post(running, `/desks/${deskId}/${name}`, undefined, { cookie, origin: running.url });
  for (let taken = 0; taken < 3; taken += 1) await post(app, '/tickets', { serviceId });
  await verb(app, 'sign-in');
  expect((await verb(app, 'call-next')).status).toBe(200);
  await verb(app, 'no-show');
  await app.stop();

  const again = await start(configOf(dataDir));
  expect((await verb(again, 'call-next')).status).toBe(200);
  const stream = await openEventStream(again.url, 'topics=board', { 'last-event-id': '1' });
  const missed = await stream.until(({ event }) => event === 'call');
  expect([missed.id, call.parse(missed.data).number]).toEqual(['2', 'A-002']);
});

test('a start that fails leaves nothing running: the port, the directory and the site file are told', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dataDir = temporaryFolder();
  await expect(start(configOf(dataDir, { port }))).rejects.toMatchObject({ code: 'EADDRINUSE' });

  const siteFile = join(dataDir, 'site.json');
  writeFileSync(siteFile, '{"format":"antre-site"}');
  await expect(start(configOf(temporaryFolder(), { siteFile }))).rejects.toMatchObject({
    name: 'ConfigurationFault',
  });

  const app = await start(configOf(dataDir));
  await expect(start(configOf(dataDir))).rejects.toMatchObject({ name: 'StoreUnusableError' });
  // Those that failed were no runs.
  expect(readRuns(dataDir).runs).toHaveLength(1);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test('the PIN given at the first set-up closes the kiosk from then on, and the set-up code no longer does', async () => {
  const app = await start(configOf(temporaryFolder()));
  const code = String(app.setupCode());
  const refused = await post(app, '/setup', { ...firstAdmin, code, exitPin: 'abcd' });
  expect([refused.status, app.setupCode()]).toEqual([400, code]);
  expect((await post(app, '/setup', { ...firstAdmin, code, exitPin: '4711' })).status).toBe(201);
  expect(await Promise.all([code, '1234', '4711'].map((typed) => app.mayExit(typed)))).toEqual([
    false,
    false,
    true,
  ]);
});

test('each minute what is old is forgotten and a copy of the day is made, but not by a date in doubt', async () => {
  const dataDir = temporaryFolder();
  const clock = movableClock('2026-11-24T09:00+07:00');
  const startBy = async () => {
    const app = await startApp(configOf(dataDir), { machine: clock.machine, log });
    onTestFinished(() => app.stop());
    return app;
  };
  const first = await startBy();
  const within = <Result>(look: (store: ReturnType<typeof openStore>) => Result) => {
    const store = openStore(join(dataDir, 'antre.sqlite'));
    try {
      return look(store);
    } finally {
      store.close();
    }
  };
  // From then on a start knows what time it may be.
  await expect.poll(() => within(readKeptTime)).not.toBe(null);
  await first.stop();
  const daysAgo = (days: number) => clock.now() - days * 86_400_000;
  within((store) =>
    store.write((transaction) => {
      const attempt = { subject: 'somebody', count: 1, lastAt: daysAgo(10), lockedUntil: null };
      transaction.run(query.insertInto('sign_in_failures').values(attempt));
      const key = { caller: 'kiosk-1', route: 'POST /tickets', key: 'press-of-long-ago', bodyHash: '' };
      const answer = { status: 201, answerJson: null, createdAt: daysAgo(2) };
      transaction.run(query.insertInto('idempotency_keys').values({ ...key, ...answer }));
    }),
  );
  const left = () =>
    within((store) => [
      ...store.all(query.selectFrom('sign_in_failures').select('subject')),
      ...store.all(query.selectFrom('idempotency_keys').select('key')),
      ...listBackups(dataDir, 'UTC').map(({ kind }) => kind),
    ]);
  const old = [{ subject: 'somebody' }, { key: 'press-of-long-ago' }];

  clock.switchOn();
  clock.jump({ years: 1 });
  const doubtful = await startBy();
  const stream = await openEventStream(doubtful.url, 'topics=board');
  const { data: before } = await stream.until(({ event }) => event === 'board');
  clock.advance({ minutes: 1 });
  // By then all has been done that is due each minute.
  await stream.until(
    ({ event, data }) => event === 'board' && JSON.stringify(data) !== JSON.stringify(before),
  );
  stream.close();
  await doubtful.stop();
  expect(left()).toEqual(old);

  clock.jump({ years: -1 });
  await startBy();
  clock.advance({ minutes: 1 });
  await expect.poll(left).toEqual(['daily']);
});
