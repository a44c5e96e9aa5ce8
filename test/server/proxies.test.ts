import { spawn } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUser } from '../../electron/actions/accounts/add-user';
import { hashMadeSecret } from '../../electron/actions/accounts/secret-hash';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';

const password = 'k7fm-3xqa-9hwc';
const tap = (server: TestServer, headers: Readonly<Record<string, string>> = {}) =>
  server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `press-${Math.random()}`, ...headers },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });

/** Makes an officer with a password that is quick to check. */
async function officer(server: TestServer): Promise<void> {
  const passwordHash = await hashMadeSecret(password);
  server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    addUser(context, {
      username: 'budi',
      displayName: 'Budi',
      role: 'staff',
      passwordHash,
      wholeHall: true,
      active: true,
      leave: [],
      mustChangePassword: false,
    }),
  );
}

async function signIn(server: TestServer, headers: Readonly<Record<string, string>>) {
  const answer = await server.send({
    method: 'POST',
    path: '/api/v1/session',
    headers,
    body: { username: 'budi', password },
  });
  const session = server.hall.store.first(
    query.selectFrom('sessions').select('address').orderBy('createdAt', 'desc').orderBy('tokenHash'),
  );
  server.hall.store.write((transaction) => transaction.run(query.deleteFrom('sessions')));
  return {
    status: answer.status,
    address: session?.address,
    secure: /; Secure/.test(String(answer.headers['set-cookie'])),
    hsts: answer.headers['strict-transport-security'] !== undefined,
  };
}

const address = fc.oneof(fc.ipV4(), fc.constantFrom('127.0.0.1', '10.0.0.9', 'fd00::7'));
/** What may stand in a request of somebody who wishes to be taken for the kiosk, or for another. */
const forwarding = fc.record(
  {
    'x-forwarded-for': fc.array(address, { minLength: 1, maxLength: 3 }).map((list) => list.join(', ')),
    'x-forwarded-proto': fc.constantFrom('http', 'https'),
    'x-forwarded-host': fc.constantFrom('localhost', '127.0.0.1:4180'),
    forwarded: fc.constantFrom('for=127.0.0.1', 'for=127.0.0.1;proto=https;host=localhost'),
    'x-real-ip': address,
    via: fc.constant('1.1 proxy'),
    'cf-connecting-ip': address,
  },
  { requiredKeys: [] },
);

test('from whoever is not named as a proxy no forwarding header is believed, and none makes a kiosk', async () => {
  const server = await runningServer();
  await officer(server);
  await fc.assert(
    fc.asyncProperty(forwarding, async (headers) => {
      const isForwarded = Object.keys(headers).length > 0;
      expect((await tap(server, headers)).status).toBe(isForwarded ? 401 : 201);
      expect(await signIn(server, headers)).toEqual({
        status: 200,
        address: '127.0.0.1',
        secure: false,
        hsts: false,
      });
    }),
    // Fewer than the thirty a minute that one address may sign in.
    { numRuns: 25 },
  );
});

test('a trusted proxy is believed who asks, by which name, and whether by https; it is never the kiosk', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.0/8', 'fd00::/16'] });
  await officer(server);
  await fc.assert(
    fc.asyncProperty(forwarding, async (headers) => {
      expect((await tap(server, headers)).status).toBe(401);
      const https = headers['x-forwarded-proto'] === 'https';
      const list = (headers['x-forwarded-for'] ?? '').split(', ').filter(Boolean);
      // The nearest that isn't itself a proxy of the hall's; of proxies alone, the farthest.
      const isProxy = (each: string) => each.startsWith('127.') || each.startsWith('fd00:');
      const nearest = list.findLast((each) => !isProxy(each)) ?? list[0] ?? '127.0.0.1';
      const signed = await signIn(server, headers);
      if (signed.status === 429) return;
      expect(signed).toEqual({ status: 200, address: nearest, secure: https, hsts: https });
    }),
    { numRuns: 40 },
  );
});

test('by a proxy, a page of its own https name may act, and one of another name or of plain http may not', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.1'] });
  const admin = server.signIn('admin');
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: admin.headers,
    body: { publicUrl: 'https://antre.kajen.example' },
  });
  const statusOf = async (origin: string, headers: Readonly<Record<string, string>>) => {
    const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.9', ...headers };
    return (await server.send({ path: '/api/v1/site', headers: { ...proxied, origin } })).status;
  };
  const own = { host: 'antre.kajen.example' };
  expect(await statusOf('https://antre.kajen.example', own)).toBe(200);
  expect(await statusOf('https://antre.kajen.example', { host: 'antre.kajen.example:443' })).toBe(200);
  expect(await statusOf('https://antre.kajen.example', { 'x-forwarded-host': 'antre.kajen.example' })).toBe(
    200,
  );
  expect(await statusOf('http://antre.kajen.example', own)).toBe(403);
  expect(await statusOf('https://evil.example', own)).toBe(403);
  expect(await statusOf('https://evil.example', { 'x-forwarded-host': 'evil.example' })).toBe(403);
});

test('what a proxy with its defaults asks, by HTTP/1.0 and without a word of it, is not the kiosk', async () => {
  const server = await runningServer();
  const { port, host } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`GET /api/v1/kiosk HTTP/1.0\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /);
});

test('two Host headers are refused, whichever is the own one', async () => {
  const server = await runningServer();
  const { port, host } = new URL(server.url);
  for (const hosts of [
    [host, 'evil.example'],
    ['evil.example', host],
    [host, host],
  ]) {
    const headers = hosts.flatMap((each) => ['Host', each]);
    const status = await new Promise((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', path: '/api/v1/site', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([hosts, status]).toEqual([hosts, 403]);
  }
});

test('the switch says which programs at this machine are the kiosk', async () => {
  const statusWith = async (localKiosk: 'own' | 'any' | 'none') =>
    (await tap(await runningServer({ localKiosk }))).status;
  expect(await Promise.all([statusWith('own'), statusWith('any'), statusWith('none')])).toEqual([
    201, 201, 401,
  ]);
});

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a program of another user at this machine is the kiosk only where that is said',
  async () => {
    const ask = `fetch(process.argv[1] + '/api/v1/kiosk').then(({ status }) => console.log(status))`;
    const statusOf = async (server: TestServer, uid: number) => {
      const child = spawn(process.execPath, ['-e', ask, server.url], {
        uid,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return Number(await text(child.stdout));
    };
    const nobody = 65534;
    const server = await runningServer();
    expect(await statusOf(server, nobody)).toBe(401);
    expect(await statusOf(server, 0)).toBe(200);
    expect(await statusOf(await runningServer({ localKiosk: 'any' }), nobody)).toBe(200);
  },
);
