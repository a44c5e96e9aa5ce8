import { expect, test } from 'vitest';
import { addUser } from '../../../electron/actions/accounts/add-user';
import { hashMadeSecret } from '../../../electron/actions/accounts/secret-hash';
import { openEventStream } from '../../support/event-stream';
import { askByHttps } from '../../support/https-requests';
import { runningServer, type TestServer } from '../../support/running-server';
import { doorOf, secureServer } from '../../support/secure-server';
import { stranger } from '../../support/strangers';

const password = 'k7fm-3xqa-9hwc';

async function admin(server: TestServer): Promise<void> {
  const passwordHash = await hashMadeSecret(password);
  server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    addUser(context, {
      username: 'ani',
      displayName: 'Ani',
      role: 'admin',
      passwordHash,
      wholeHall: true,
      active: true,
      leave: [],
      mustChangePassword: false,
    }),
  );
}

/** Signs in by https as a browser does, from another machine; returns the headers of that browser. */
async function signInByHttps(server: TestServer) {
  const door = await doorOf(server);
  const origin = `https://localhost:${door.port}`;
  const headers = { origin, ...stranger };
  const body = { username: 'ani', password };
  const signed = await askByHttps(door, '/api/v1/session', { method: 'POST', headers, body });
  expect(signed.status).toBe(200);
  const cookie = [signed.headers['set-cookie']].flat()[0]?.split(';', 1)[0] ?? '';
  return { door, headers: { ...headers, cookie } };
}

async function requiredServer() {
  const server = await secureServer();
  await admin(server);
  const before = server.signIn('admin');
  const { door, headers } = await signInByHttps(server);
  const changed = await askByHttps(door, '/api/v1/admin/settings', {
    method: 'PATCH',
    headers,
    body: { httpsRequired: true },
  });
  expect(changed.status).toBe(200);
  return { server, before, door, headers };
}

const page = { accept: 'text/html', ...stranger };
const signIn = (server: TestServer, headers: Readonly<Record<string, string>>) =>
  server.send({ method: 'POST', path: '/api/v1/session', headers, body: { username: 'ani', password } });

test('it can be required by who came by https alone', async () => {
  const server = await secureServer();
  const { headers } = server.signIn('admin');
  const ask = { method: 'PATCH', path: '/api/v1/admin/settings', headers } as const;
  const refused = await server.send({ ...ask, body: { httpsRequired: true } });
  expect([refused.status, refused.json]).toMatchObject([400, { errors: [{ path: 'httpsRequired' }] }]);
  expect((await server.send({ ...ask, body: { httpsRequired: false } })).status).toBe(200);
  expect((await server.send({ path: '/staff', headers: page })).status).toBe(200);
});

test('required, desks’ pages move to https by the name that was asked for, and kiosks, screens and phones stay', async () => {
  const { server, door } = await requiredServer();
  const { host } = new URL(server.url);
  for (const path of ['/staff', '/staff/desk/3?a=1', '/admin', '/reports/day']) {
    const moved = await server.send({ path, headers: page });
    expect([moved.status, moved.headers.location]).toEqual([307, `https://127.0.0.1:${door.port}${path}`]);
  }
  const byName = await server.send({
    path: '/staff',
    headers: { ...page, host: `localhost:${host.split(':')[1]}` },
  });
  expect(byName.headers.location).toBe(`https://localhost:${door.port}/staff`);
  for (const path of ['/kiosk', '/display', '/sertifikat', '/info', '/api/v1/counters']) {
    expect([path, (await server.send({ path, headers: page })).status]).toEqual([path, 200]);
  }
  const headers = { host: `localhost:${door.port}`, ...page };
  expect((await askByHttps(door, '/staff', { headers })).status).toBe(200);
});

test('required, passwords and sessions by plain HTTP are refused from other machines', async () => {
  const { server, before, headers } = await requiredServer();
  const refused = await signIn(server, stranger);
  expect([refused.status, refused.json]).toMatchObject([403, { code: 'https_needed' }]);
  const told = await server.send({ path: '/api/v1/session', headers: { ...before.headers, ...stranger } });
  expect(told.status).toBe(401);
  const stolen = { cookie: headers.cookie, ...stranger };
  expect((await server.send({ path: '/api/v1/session', headers: stolen })).status).toBe(401);
});

test('required, a session that went by plain HTTP before proves nobody by https', async () => {
  const { before, door, headers } = await requiredServer();
  const ask = (cookie: string) =>
    askByHttps(door, '/api/v1/session', { headers: { ...stranger, cookie } }).then(({ status }) => status);
  expect(await ask(`antre_session=${before.token}`)).toBe(401);
  expect(await ask(headers.cookie)).toBe(200);
});

test('required while somebody is at work by plain HTTP, their stream ends', async () => {
  const server = await secureServer();
  await admin(server);
  const worker = server.signIn('supervisor');
  const stream = await openEventStream(server.url, 'topics=hall', { ...worker.headers, ...stranger });
  expect(stream.status).toBe(200);
  const { door, headers } = await signInByHttps(server);
  await askByHttps(door, '/api/v1/admin/settings', {
    method: 'PATCH',
    headers,
    body: { httpsRequired: true },
  });
  await expect.poll(() => stream.ended).toBe(true);
});

test('whoever is locked out switches it off at the machine itself, by plain HTTP', async () => {
  const { server } = await requiredServer();
  expect((await server.send({ path: '/admin', headers: { accept: 'text/html' } })).status).not.toBe(307);
  const signed = await signIn(server, { origin: server.url });
  expect(signed.status).toBe(200);
  const cookie = String(signed.headers['set-cookie']).split(';', 1)[0] ?? '';
  const off = await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: { cookie, origin: server.url },
    body: { httpsRequired: false },
  });
  expect(off.status).toBe(200);
  expect((await signIn(server, stranger)).status).toBe(200);
});

test('required where https can’t be served keeps nobody out', async () => {
  const { server } = await requiredServer();
  const without = await runningServer({ hall: server.hall });
  expect((await without.send({ path: '/staff', headers: page })).status).toBe(200);
  expect((await signIn(without, stranger)).status).toBe(200);
});

test('required, who comes by a trusted proxy’s https works on', async () => {
  const { server } = await requiredServer();
  const proxied = await runningServer({ hall: server.hall, httpsPort: 0, trustedProxies: ['127.0.0.1'] });
  const by = (protocol: string) => ({ ...page, 'x-forwarded-proto': protocol });
  expect((await proxied.send({ path: '/staff', headers: by('https') })).status).toBe(200);
  expect((await signIn(proxied, by('https'))).status).toBe(200);
  expect((await proxied.send({ path: '/staff', headers: by('http') })).status).toBe(307);
  expect((await signIn(proxied, by('http'))).status).toBe(403);
});
