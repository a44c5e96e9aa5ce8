import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';

const kept = (server: TestServer) => join(server.dataDir, 'local-access.json');
const keyOf = (server: TestServer) => JSON.parse(readFileSync(kept(server), 'utf8')).key as string;
const ask = (server: TestServer, key: string, path = '/admin/backups', headers = {}) =>
  server.send({ path: `/api/v1${path}`, headers: { authorization: `Bearer ${key}`, ...headers } });

test('the key in the data directory is its owner’s alone, lets in as an admin would, and ends with the server', async () => {
  const server = await runningServer();
  expect(JSON.parse(readFileSync(kept(server), 'utf8'))).toEqual({
    url: server.url,
    key: expect.stringMatching(/^[\w-]{43}$/),
    version: '0.0.0-test',
  });
  if (process.platform !== 'win32') expect(statSync(kept(server)).mode & 0o777).toBe(0o600);
  expect((await ask(server, keyOf(server))).status).toBe(200);
  await server.stop();
  expect(existsSync(kept(server))).toBe(false);
});

test('without the key, with another, or from anywhere but this machine, the door stays shut', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.1'], localKiosk: 'none' });
  const other = await runningServer();
  const key = keyOf(server);
  const codes = [
    await ask(server, keyOf(other)),
    await ask(server, ''),
    await ask(server, key.slice(1)),
    await ask(other, keyOf(other), '/admin/backups', { 'x-forwarded-for': '10.0.0.9' }),
    // By a proxy, even with the key.
    await ask(server, key, '/admin/backups', { 'x-forwarded-for': '10.0.0.9' }),
    await ask(server, key),
  ];
  expect(codes.map((answer) => outcome(answer)[0])).toEqual([401, 401, 401, 401, 401, 401]);
});

test('what is done in somebody’s own name is not done by the key', async () => {
  const server = await runningServer();
  const answer = await server.send({
    method: 'POST',
    path: '/api/v1/admin/https/authority',
    headers: { authorization: `Bearer ${keyOf(server)}` },
  });
  expect(answer.status).toBe(401);
});
