import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';

const issue = (server: TestServer, headers: Readonly<Record<string, string>> = {}) =>
  server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `press-${Math.random()}`, ...headers },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });

const ticketCount = (server: TestServer) =>
  server.hall.store.all(query.selectFrom('tickets').select('id')).length;

test.each([
  ['another name', 'evil.example'],
  ['another name with our port', 'evil.example:4180'],
  ['a name that begins like ours', 'localhost.evil.example'],
  ['an address of the network while the hall is not open to it', '192.168.1.20'],
  ['an address that only looks like loopback', '127.0.0.1.evil.example'],
  ['a name in brackets', '[localhost]'],
  ['a user in front', 'localhost@evil.example'],
  ['our name with a port that no address has', 'localhost:99999'],
])('a forged Host, %s, is refused before anything else', async (_what, host) => {
  const server = await runningServer();
  for (const path of [
    '/api/v1/site',
    '/api/v1/nothing',
    '/kiosk',
    '/healthz',
    '/metrics',
    '/assets/x.js',
    '/sertifikat',
    '/',
  ]) {
    const answer = await server.send({ path, headers: { host } });
    expect([path, answer.status]).toEqual([path, 403]);
  }
  expect((await server.send({ path: '/kiosk', headers: { host, origin: server.url } })).status).toBe(403);
  expect((await issue(server, { host })).status).toBe(403);
  expect(ticketCount(server)).toBe(0);
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const number = fc.integer({ min: 0, max: 255 });
/** Names and addresses as somebody may write them before a port, and what is neither. */
const writtenHost = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('localhost', '127.0.0.1', '[::1]', 'antrean.mpp.go.id', 'antre')
      .chain((known) =>
        fc.constantFrom(
          known,
          known.toUpperCase(),
          `${known}.`,
          `${known}.evil.example`,
          `evil-${known}`,
          `me@${known}`,
        ),
      ),
  },
  fc.tuple(number, number, number, number).map((parts) => parts.join('.')),
  fc.ipV6().map((address) => `[${address}]`),
  fc
    .string({ unit: fc.constantFrom(...'a.1:-[]@/%_'), minLength: 1, maxLength: 12 })
    .map((text) => text.trim()),
);

test('whatever Host is written, nothing is answered but by the hall’s own names and this machine’s', async () => {
  const server = await runningServer();
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: server.signIn('admin').headers,
    body: { hostNames: ['antrean.mpp.go.id'], publicUrl: 'http://antre:4180' },
  });
  const own =
    /^(localhost|127(\.\d{1,3}){3}|\[(0{0,4}:){2,7}(0{0,3}1)\]|antrean\.mpp\.go\.id|antre)(:\d{1,5})?$/i;
  await fc.assert(
    fc.asyncProperty(writtenHost, fc.constantFrom('', ':80', ':4180', ':0', ':99999'), async (name, port) => {
      const host = `${name}${port}`;
      const { status } = await server.send({ path: '/api/v1/site', headers: { host } });
      expect([200, 400, 403]).toContain(status);
      if (status === 200) expect(host).toMatch(own);
    }),
    { numRuns: 300 },
  );
});

test('a request that names no Host is refused', async () => {
  const server = await runningServer();
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end('GET /api/v1/site HTTP/1.0\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 Forbidden/);
});

test('what is not HTTP gets a problem and the line is closed', async () => {
  const server = await runningServer();
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('nonsense\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'invalid_request' });
});

test.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '[::1]', 'localhost:9999'])(
  'the loopback Host %s is ours',
  async (host) => {
    const server = await runningServer();
    expect((await server.send({ path: '/api/v1/site', headers: { host } })).status).toBe(200);
  },
);

test.each([
  'http://evil.example',
  'https://127.0.0.1',
  'http://127.0.0.1:1',
  'http://localhost',
  'null',
  'file://',
])('a page of the Origin %s is refused, even for reading', async (origin) => {
  const server = await runningServer();
  expect((await server.send({ path: '/api/v1/site', headers: { origin } })).status).toBe(403);
  expect((await issue(server, { origin })).status).toBe(403);
  expect(ticketCount(server)).toBe(0);
});

test('our own Origin may take a number', async () => {
  const server = await runningServer();
  expect((await issue(server, { origin: server.url })).status).toBe(201);
});

test.each([
  ['x-forwarded-for', '127.0.0.1'],
  ['forwarded', 'for=127.0.0.1'],
  ['x-real-ip', '127.0.0.1'],
  ['x-forwarded-host', 'localhost'],
  ['via', '1.1 proxy'],
  ['cf-connecting-ip', '1.2.3.4'],
])('what a proxy passes on (%s) is not the built-in kiosk', async (name, value) => {
  const server = await runningServer();
  const answer = await issue(server, { [name]: value });
  expect([answer.status, ticketCount(server)]).toEqual([401, 0]);
  expect((await server.send({ path: '/api/v1/site', headers: { [name]: value } })).status).toBe(200);
});

test('a device token proves the kiosk, by cookie or Bearer, and a wrong one proves nothing', async () => {
  const server = await runningServer();
  const token = server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    giveDeviceToken(context, builtInKioskId),
  );
  const passedOn = { 'x-forwarded-for': '10.0.0.9' };
  const statusWith = async (headers: Readonly<Record<string, string>>) =>
    (await issue(server, headers)).status;

  expect(await statusWith({ ...passedOn, cookie: `antre_device=${token}` })).toBe(201);
  expect(await statusWith({ ...passedOn, authorization: `Bearer ${token}` })).toBe(201);
  expect(await statusWith({ cookie: 'antre_device=wrong' })).toBe(401);
  expect(await statusWith({ authorization: 'Bearer wrong' })).toBe(401);
  expect(await statusWith({ authorization: `Basic ${token}` })).toBe(401);

  server.hall.store.write((transaction) => {
    transaction.run(query.updateTable('devices').set({ revokedAt: 1 }).where('id', '=', builtInKioskId));
  });
  expect(await statusWith({ authorization: `Bearer ${token}` })).toBe(401);
});

test('a display is not a kiosk', async () => {
  const server = await runningServer();
  const token = server.hall.actionRunner.run({ kind: 'system' }, (context) => {
    context.transaction.run(
      query
        .insertInto('devices')
        .values({ id: 'display-1', kind: 'display', name: 'TV', createdAt: context.now }),
    );
    return giveDeviceToken(context, 'display-1');
  });
  expect((await issue(server, { authorization: `Bearer ${token}` })).status).toBe(403);
});

test('a session changes something only by our own Origin', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  const take = (headers: Readonly<Record<string, string>>) =>
    server.send({ method: 'POST', path: `/api/v1/desks/${server.hall.deskId(1)}/sign-in`, headers });
  const { origin: _ours, ...withoutOrigin } = officer.headers;

  expect((await take(withoutOrigin)).status).toBe(403);
  expect((await take({ ...withoutOrigin, origin: 'http://evil.example' })).status).toBe(403);
  expect((await take(officer.headers)).status).toBe(200);
  expect((await server.send({ path: '/api/v1/session', headers: withoutOrigin })).status).toBe(200);
});

test('the hall answers to network addresses and its own name once it is open to the network', async () => {
  const server = await runningServer();
  const statusOf = async (host: string) =>
    (await server.send({ path: '/api/v1/site', headers: { host } })).status;
  expect(await statusOf('192.168.1.20:4180')).toBe(403);
  const admin = server.signIn('admin');
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: admin.headers,
    body: { lanOpen: true, publicUrl: 'https://antre.kajen.example' },
  });
  expect(await statusOf('192.168.1.20:4180')).toBe(200);
  expect(await statusOf('[fd00::5]')).toBe(200);
  expect(await statusOf('antre.kajen.example')).toBe(200);
  expect(await statusOf('evil.example')).toBe(403);
  const proxied = { host: 'antre.kajen.example', origin: 'https://antre.kajen.example' };
  expect((await server.send({ path: '/api/v1/site', headers: proxied })).status).toBe(200);
});

test('pages come with a policy that allows nothing foreign, and a nonce of their own for styles', async () => {
  const server = await runningServer();
  const pages = await Promise.all(
    ['/kiosk', '/staff', '/display', '/t/abc'].map((path) => server.send({ path })),
  );
  const nonces = pages.map((page) => /nonce="([0-9a-f]{32})"/.exec(page.text)?.[1]);
  expect(new Set(nonces).size).toBe(4);
  for (const [index, page] of pages.entries()) {
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
    expect(policy).not.toContain('unsafe');
    expect(page.headers['cache-control']).toBe('no-store');
  }
  const asset = await server.send({ path: '/assets/kiosk-abc123.js' });
  expect([asset.status, asset.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});

test('every other answer says that nothing in it may be run, framed, kept or taken for something else', async () => {
  const server = await runningServer();
  const answers = await Promise.all([
    server.send({ path: '/api/v1/site' }),
    server.send({ path: '/api/v1/nothing' }),
    server.send({ path: '/api/v1/session' }),
    server.send({ path: '/api/v1/site', headers: { host: 'evil.example' } }),
    server.send({ path: '/api/v1/session', method: 'POST', body: { wrong: true } }),
  ]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
  }
});

test('nothing but pages and assets is served from the disk', async () => {
  const server = await runningServer();
  for (const path of [
    '/assets/../../setup-code',
    '/assets/..%2f..%2fsetup-code',
    '/assets/%2e%2e/%2e%2e/setup-code',
    '/kiosk/index.html/..%2f..%2f..%2fsetup-code',
    '/setup-code',
    '/voice/../setup-code',
    '/voice/..%2fsetup-code',
    '/assets/',
    '/assets',
    '/phone/index.html',
  ]) {
    const answer = await server.send({ path });
    expect(answer.text).not.toContain(server.setUpCode.code());
    if (!path.startsWith('/kiosk/')) expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('the front door leads to the kiosk on this machine', async () => {
  const server = await runningServer();
  const answer = await server.send({ path: '/' });
  expect([answer.status, answer.headers.location]).toEqual([302, '/kiosk']);
  const passedOn = await server.send({ path: '/', headers: { 'x-forwarded-for': '10.0.0.9' } });
  expect(passedOn.headers.location).toBe('/staff');
});

test('signing in is tried a few times a minute at most', async () => {
  const server = await runningServer();
  const statuses = [];
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const answer = await server.send({
      method: 'POST',
      path: '/api/v1/session',
      body: { username: 1 },
    });
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
  expect(statuses).toEqual([...Array(30).fill(400), ...Array(10).fill(429)]);
});

test('who opens an unknown address in a browser reads the way in, and a program gets the problem', async () => {
  const server = await runningServer();
  const opened = { host: 'antrean.mpp.go.id', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  for (const path of ['/', '/staff', '/t/abc', '/no-such-page']) {
    const page = await server.send({ path, headers: opened });
    expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    for (const words of [
      'Alamat ini belum dikenal',
      'This address is not known yet',
      'dereng dipuntepangi',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.text).toContain('<code>antrean.mpp.go.id</code>');
  }
  for (const [path, headers] of [
    ['/api/v1/site', opened],
    ['/staff', { ...opened, accept: '*/*' }],
    ['/staff', { ...opened, origin: 'http://antrean.mpp.go.id' }],
    ['/staff', { ...opened, host: '"><script>alert(1)</script>' }],
  ] as const) {
    const refused = await server.send({ path, headers });
    expect([refused.status, refused.headers['content-type']]).toEqual([403, 'application/problem+json']);
  }
});

test('an admin adds a name of the network, by which the hall is then reached', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const add = (hostNames: readonly string[]) =>
    server.send({
      method: 'PATCH',
      path: '/api/v1/admin/settings',
      headers: admin.headers,
      body: { hostNames },
    });
  const statusOf = async (host: string) =>
    (await server.send({ path: '/staff', headers: { host, origin: `http://${host}` } })).status;
  expect(await statusOf('antrean.mpp.go.id:4180')).toBe(403);
  expect((await add(['antrean.mpp.go.id'])).status).toBe(200);
  expect(await statusOf('antrean.mpp.go.id:4180')).toBe(200);
  expect(await statusOf('evil.antrean.mpp.go.id')).toBe(403);
  for (const wrong of ['http://mpp.go.id', '*', '*.go.id', 'mpp.go.id:80', 'a b', '-a', '']) {
    expect([wrong, (await add([wrong])).status]).toEqual([wrong, 400]);
  }
});
