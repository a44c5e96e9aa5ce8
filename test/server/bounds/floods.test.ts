import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEventStream } from '../../support/event-stream';
import { runningServer, type TestServer } from '../../support/running-server';
import { askOver, beginRequest, openSocket, stranger } from '../../support/strangers';

/** A tap at the kiosk, the call of its number by an officer, and both told to the lobby's screen. */
async function hallGoesOn(server: TestServer): Promise<void> {
  const display = await openEventStream(server.url, 'topics=board');
  expect(display.status).toBe(200);
  const officer = server.signIn('staff');
  const post = (path: string, body?: unknown) =>
    server.send({
      method: 'POST',
      path: `/api/v1${path}`,
      // By the same address as the strangers.
      headers: { ...stranger, ...officer.headers },
      ...(body === undefined ? {} : { body }),
    });
  const tap = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `press-${Math.random()}` },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  expect(tap.status).toBe(201);
  const { token } = tap.json as { readonly token: string };
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/paperless` });
  const desk = server.hall.deskId(1);
  expect((await post(`/desks/${desk}/sign-in`)).status).toBe(200);
  expect((await post(`/desks/${desk}/call-next`)).status).toBe(200);
  await display.until(({ event }) => event === 'call');
  await display.until(
    ({ event, data }) => event === 'board' && JSON.stringify(data).includes('"nowServing":[{'),
  );
  display.close();
}

test('a stranger has some streams, of few topics; the hall goes on and others still get in', async () => {
  const server = await runningServer();
  const topic = fc.oneof(
    fc.constantFrom('board', 'counters', 'display'),
    fc.stringMatching(/^[a-z0-9]{1,12}$/).map((zone) => `board:${zone}`),
  );
  const asked = fc.sample(fc.array(topic, { minLength: 1, maxLength: 12 }), 80);
  const streams = [];
  for (const topics of asked) {
    streams.push({ topics, stream: await openEventStream(server.url, `topics=${topics.join()}`, stranger) });
  }
  const tooManyTopics = streams.filter(({ topics }) => new Set(topics).size > 8);
  expect(tooManyTopics.map(({ stream }) => stream.status)).toEqual(tooManyTopics.map(() => 400));
  const others = streams.filter((each) => !tooManyTopics.includes(each));
  expect(others.map(({ stream }) => stream.status)).toEqual(others.map((_, at) => (at < 32 ? 200 : 429)));
  await hallGoesOn(server);
  // A zone that no counter has is the hall's board, by the name that it was given.
  const open = others.slice(0, 32);
  for (const { topics, stream } of open) {
    for (const event of new Set(topics)) {
      const { data } = await stream.until((each) => each.event === event);
      if (event.startsWith('board')) expect(data).toHaveProperty('counters.length', 3);
    }
  }
  open[0]?.stream.close();
  await expect
    .poll(async () => (await openEventStream(server.url, 'topics=board', stranger)).status)
    .toBe(200);
});

test('a ticket’s followers have places of their own, whoever asks from the same address', async () => {
  const server = await runningServer();
  for (let at = 0; at < 32; at += 1) await openEventStream(server.url, 'topics=board', stranger);
  const tap = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'press-follow' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { token } = tap.json as { readonly token: string };
  const follow = async (by: string) =>
    (await openEventStream(server.url, `topics=ticket:${by}`, stranger)).status;
  const statuses = [];
  for (let at = 0; at < 10; at += 1) statuses.push(await follow(token));
  expect(statuses).toEqual([...Array(8).fill(200), 429, 429]);
  expect(await follow('x'.repeat(22))).toBe(404);
});

test('requests that never end take a stranger’s own places only', async () => {
  const server = await runningServer();
  await Promise.all(
    Array.from({ length: 64 }, () => beginRequest(server.url, `/api/v1/survey/${'x'.repeat(22)}`)),
  );
  expect((await server.send({ path: '/api/v1/site', headers: stranger })).status).toBe(429);
  await hallGoesOn(server);
});

test('connections that say nothing push one another out, never who asks or who is proven', async () => {
  const server = await runningServer();
  // The kiosk's own connection, which then waits.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<boolean>((resolve, reject) => {
      const sent = request(`${server.url}/api/v1/kiosk`, { agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(sent.reusedSocket));
      });
      sent.on('error', reject);
      sent.end();
    });
  expect(await ask()).toBe(false);
  const words = fc.sample(fc.constantFrom('', 'GET ', 'GET / HTTP/1.1\r\nHost: '), 150);
  const quiet: Socket[] = [];
  for (const each of words) quiet.push(await openSocket(server.url, each));
  await expect.poll(() => quiet.filter(({ closed }) => closed).length).toBe(150 - 64);
  expect(quiet.findIndex(({ closed }) => !closed)).toBe(150 - 64);
  expect((await server.send({ path: '/api/v1/site', headers: stranger })).status).toBe(200);
  expect(await ask()).toBe(true);
  agent.destroy();
  await hallGoesOn(server);
});

test('who is proven is not refused for what strangers ask from the same address', async () => {
  const server = await runningServer();
  const statuses = await askOver(server.url, '/nothing', 3_200);
  // The minute may have turned over meanwhile.
  expect(statuses.get(429)).toBeGreaterThan(0);
  expect((statuses.get(404) ?? 0) + (statuses.get(429) ?? 0)).toBe(3_200);
  await hallGoesOn(server);
});
