import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { askByHttps } from '../../support/https-requests';
import type { TestServer } from '../../support/running-server';
import { doorOf, secureServer } from '../../support/secure-server';
import { openSocket, stranger } from '../../support/strangers';

async function tap(server: TestServer): Promise<number> {
  const { status } = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `press-${Math.random()}` },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  return status;
}

/** What a client says first, as a browser does. */
async function clientHello(): Promise<Buffer> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { readonly port: number };
  const client = connectTls({ host: '127.0.0.1', port }).on('error', () => undefined);
  const [heard] = (await once(listener, 'connection')) as [Socket];
  const [hello] = (await once(heard, 'data')) as [Buffer];
  client.destroy();
  listener.close();
  return hello;
}

/** A connection whose handshake is done, and nothing asked. */
async function openSecure(port: number): Promise<TLSSocket> {
  const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false });
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  return socket;
}

test('handshakes that never end push one another out, while taps go on and whoever comes by https gets in', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const hello = await clientHello();
  const beginnings = fc.sample(fc.nat({ max: hello.length }), 150);
  const url = `http://127.0.0.1:${door.port}`;
  const quiet: Socket[] = [];
  for (const bytes of beginnings) {
    const socket = (await openSocket(url)).resume();
    if (bytes > 0) socket.write(hello.subarray(0, bytes));
    quiet.push(socket);
    if (quiet.length % 50 === 0) expect(await tap(server)).toBe(201);
  }
  // The taps come from the same address, and have pushed some out too.
  await expect.poll(() => quiet.slice(0, 150 - 64).every(({ closed }) => closed)).toBe(true);
  expect(quiet.slice(-50).some(({ closed }) => closed)).toBe(false);
  expect((await askByHttps(door, '/api/v1/site', { headers: stranger })).status).toBe(200);
  expect(await tap(server)).toBe(201);
});

test('both doors share the places of one address, and a proven connection by https stays', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: door.authority });
  onTestFinished(() => agent.destroy());
  const worker = server.signIn('staff');
  const ask = () =>
    new Promise<boolean>((resolve, reject) => {
      const headers = { host: `localhost:${door.port}`, cookie: worker.headers.cookie ?? '', ...stranger };
      const options = { host: '127.0.0.1', servername: 'localhost', port: door.port, agent, headers };
      const sent = httpsRequest({ ...options, path: '/api/v1/session' }, (response) => {
        response.resume();
        response.on('end', () => resolve(sent.reusedSocket));
      });
      sent.on('error', reject).end();
    });
  expect(await ask()).toBe(false);
  const quiet: Socket[] = [];
  for (let at = 0; at < 60; at += 1) {
    quiet.push(await openSecure(door.port), await openSocket(server.url, 'GET '));
  }
  await expect.poll(() => quiet.filter(({ closed }) => closed).length).toBe(120 - 64);
  expect(quiet.findIndex(({ closed }) => !closed)).toBe(120 - 64);
  expect(await ask()).toBe(true);
  expect(await tap(server)).toBe(201);
});

test('a stranger has as many streams by both doors together as by one', async () => {
  const server = await secureServer();
  const door = await doorOf(server);
  const open = (at: number) =>
    new Promise<number>((resolve, reject) => {
      const headers = { host: `localhost:${door.port}`, ...stranger };
      const options = { host: '127.0.0.1', servername: 'localhost', port: door.port, ca: door.authority };
      const path = '/api/v1/events?topics=board';
      const answered = (response: IncomingMessage) => {
        response.on('error', () => undefined).resume();
        resolve(response.statusCode ?? 0);
      };
      const sent =
        at % 2 === 0
          ? httpsRequest({ ...options, path, headers, agent: false }, answered)
          : httpRequest(`${server.url}${path}`, { headers: stranger, agent: false }, answered);
      sent.on('error', reject).end();
      onTestFinished(() => void sent.destroy());
    });
  const statuses = [];
  for (let at = 0; at < 36; at += 1) statuses.push(await open(at));
  expect(statuses).toEqual([...Array(32).fill(200), 429, 429, 429, 429]);
});

test('plain HTTP, what is no TLS, and who never ends the handshake are let go at the door by https', async () => {
  const server = await secureServer();
  const { port } = await doorOf(server);
  for (const words of ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', '\0\0\0\0', 'SSH-2.0-x\r\n']) {
    const socket = await openSocket(`http://127.0.0.1:${port}`, words);
    socket.resume();
    if (!socket.closed) await once(socket, 'close');
  }
  expect(await tap(server)).toBe(201);
});
