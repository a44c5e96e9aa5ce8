import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { httpsState } from '../../../electron/contract/admin-https';
import { askByHttps } from '../../support/https-requests';
import type { TestServer } from '../../support/running-server';
import { doorOf, secureServer } from '../../support/secure-server';
import { temporaryFolder } from '../../support/temporary-store';

async function findingsOf(server: TestServer) {
  const { headers } = server.signIn('admin');
  const { json } = await server.send({ path: '/api/v1/admin/findings', headers });
  return (json as { readonly kind: string }[]).filter(({ kind }) => kind.startsWith('https_'));
}

const setUp = (server: TestServer) => ({
  code: server.setUpCode.code() ?? '',
  username: 'ani',
  password: 'kata sandi panjang sekali',
  displayName: 'Ani',
});

test('who trusts the certificate of /sertifikat.crt opens the hall by https, by each of its names', async () => {
  const server = await secureServer();
  for (const name of ['localhost', '127.0.0.1']) {
    const answer = await askByHttps({ ...(await doorOf(server)), name }, '/api/v1/site');
    expect(answer.status).toBe(200);
    expect(answer.certificate.subjectaltname).toContain('IP Address:127.0.0.1');
  }
  const door = await doorOf(server);
  await expect(askByHttps({ ...door, name: 'bank.example' }, '/api/v1/site')).rejects.toThrow(/altnames/);
  await expect(askByHttps({ ...door, authority: '' }, '/api/v1/site')).rejects.toThrow();
});

test('OpenSSL’s client takes the chain, HTTP/1.1 and nothing older than TLS 1.2', async () => {
  const server = await secureServer();
  const { port, authority } = await doorOf(server);
  const file = join(temporaryFolder(), 'authority.pem');
  writeFileSync(file, authority);
  // Not at once and wait: the server is in this process.
  const ask = (...more: string[]) => {
    const trusting = ['-CAfile', file, '-verify_return_error', '-verify_hostname', 'localhost'];
    const client = spawn('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, ...trusting, ...more]);
    client.stdin.end();
    return text(client.stdout);
  };
  const said = await ask('-alpn', 'h2,http/1.1');
  expect(said).toMatch(/Verify return code: 0 \(ok\)/);
  expect(said).toMatch(/ALPN protocol: http\/1\.1/);
  expect(await ask('-tls1_2')).toMatch(/Cipher is ECDHE-ECDSA/);
  expect(await ask('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0')).toMatch(/Cipher is \(NONE\)/);
});

test('by https the cookie is Secure with a name of its own, proves its user, and is taken back', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const origin = `https://localhost:${door.port}`;
  const made = await askByHttps(door, '/api/v1/setup', {
    method: 'POST',
    headers: { origin },
    body: setUp(server),
  });
  expect(made.status).toBe(201);
  const [cookie = ''] = [made.headers['set-cookie']].flat();
  expect(cookie).toMatch(/^__Host-antre_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  // The plain port has the same name: a browser must go on using it by HTTP.
  expect(made.headers['strict-transport-security']).toBeUndefined();
  const headers = { origin, cookie: cookie.split(';', 1)[0] ?? '' };
  expect((await askByHttps(door, '/api/v1/session', { headers })).status).toBe(200);
  const out = await askByHttps(door, '/api/v1/session', { method: 'DELETE', headers });
  expect(out.status).toBe(204);
  expect([out.headers['set-cookie']].flat().join()).toMatch(/__Host-antre_session=;/);
  expect((await askByHttps(door, '/api/v1/session', { headers })).status).toBe(401);
});

test('who once came by https still signs in by http in the same browser, and by both at once', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const user = server.signIn('admin');
  const stale = '__Host-antre_session=AAAA';
  const ask = (cookie: string) => askByHttps(door, '/api/v1/session', { headers: { cookie } });
  expect((await ask(`${stale}; antre_session=${user.token}`)).status).toBe(200);
  expect((await ask(`__Host-antre_session=${user.token}; antre_session=AAAA`)).status).toBe(200);
  expect((await ask(`${stale}; antre_session=AAAA`)).status).toBe(401);
});

test('events come by https, from the same hub', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const events = await new Promise<string>((resolve, reject) => {
    const sent = httpsRequest(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port: door.port,
        ca: door.authority,
        path: '/api/v1/events?topics=board',
        headers: { host: `localhost:${door.port}` },
      },
      (response) => {
        let told = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          told += chunk;
          if (/^event: board\ndata: .*\n\n/m.test(told)) resolve(told);
        });
      },
    );
    sent.on('error', reject).end();
    onTestFinished(() => void sent.destroy());
  });
  expect(events).toContain('"counters":[');
});

test('a name that an admin adds is in the certificate at once, while who is connected stays so', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const before = await askByHttps(door, '/api/v1/site');
  const { headers } = server.signIn('admin');
  const changed = await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers,
    body: { hostNames: ['antrean.lan'] },
  });
  expect(changed.status).toBe(200);
  await expect
    .poll(() =>
      askByHttps({ ...door, name: 'antrean.lan' }, '/api/v1/site').then(({ status }) => status, String),
    )
    .toBe(200);
  const after = await askByHttps(door, '/api/v1/site');
  expect(after.certificate.fingerprint256).not.toBe(before.certificate.fingerprint256);
});

test('damaged keys are a finding and http serves on; another authority by an admin’s hand opens https again', async () => {
  const dataDir = temporaryFolder();
  await (await secureServer({ dataDir })).stop();
  for (const name of ['authority.pem', 'server.pem']) writeFileSync(join(dataDir, 'tls', name), 'rusak');
  const server = await secureServer({ dataDir });
  expect(server.httpsPort).toBeNull();
  expect((await server.send({ path: '/api/v1/site' })).status).toBe(200);
  expect(await findingsOf(server)).toMatchObject([{ subject: 'https', kind: 'https_damaged' }]);
  expect((await fetch(`${server.url}/sertifikat.crt`)).status).toBe(404);
  expect(await (await fetch(`${server.url}/sertifikat`)).text()).toContain('Sertifikatnya belum ada');

  const { headers } = server.signIn('admin');
  const replaced = await server.send({ method: 'POST', path: '/api/v1/admin/https/authority', headers });
  const { port, faults } = httpsState.parse(replaced.json);
  expect(faults).toEqual([]);
  expect(await findingsOf(server)).toEqual([]);
  const door = await doorOf({ ...server, httpsPort: port });
  expect((await askByHttps(door, '/api/v1/site')).status).toBe(200);
});

test('a port that another program has is a finding, and https opens once it is free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { readonly port: number };
  const server = await secureServer({ httpsPort: port });
  expect((await server.send({ path: '/api/v1/site' })).status).toBe(200);
  expect(await findingsOf(server)).toMatchObject([{ kind: 'https_port' }]);
  await new Promise((resolve) => other.close(resolve));
  server.minutePassed();
  await expect.poll(() => findingsOf(server)).toEqual([]);
  const door = await doorOf({ ...server, httpsPort: port });
  expect((await askByHttps(door, '/api/v1/site')).status).toBe(200);
});

test('what admins see, the page and the certificate have the same fingerprint; no answer has the key', async () => {
  const server = await secureServer();
  const { headers } = server.signIn('admin');
  const shown = await server.send({ path: '/api/v1/admin/https', headers });
  const { authority, addresses, port } = httpsState.parse(shown.json);
  expect(port).toBe(server.httpsPort);
  expect(addresses).toContain(`https://localhost:${port}`);
  const fingerprint = authority?.fingerprint ?? '';
  expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  const pages = await Promise.all(
    ['id', 'en', 'jv'].map(async (lang) => (await fetch(`${server.url}/sertifikat?lang=${lang}`)).text()),
  );
  for (const page of pages) {
    expect(page.replace(/<[^>]*>/g, '').replace(/\s/g, '')).toContain(fingerprint);
    expect(page).toContain(`${authority?.name}.crt`);
  }
  const key = readFileSync(join(server.dataDir, 'tls', 'authority.pem'), 'latin1').split('\n')[1] ?? '';
  const exported = await server.send({ path: '/api/v1/admin/export', headers });
  for (const told of [shown.text, exported.text, ...pages]) expect(told).not.toContain(key);
});

test('the server stops while a handshake hangs', async () => {
  const server = await secureServer();
  const socket = connect(server.httpsPort ?? 0, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(Buffer.from([0x16, 0x03, 0x01]));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await server.stop();
  await closed;
});
