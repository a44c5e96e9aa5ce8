import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { changeCounter } from '../../electron/actions/admin/counters';
import { goPaperless } from '../../electron/actions/go-paperless';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { configuration } from '../../electron/contract/configuration';
import { board, call, displaySnapshot } from '../../electron/contract/lobby';
import { kioskSnapshot } from '../../electron/contract/operation';
import { counterMenu } from '../../electron/contract/site';
import { counterSnapshot, deskSnapshot, hallSnapshot, helpSnapshot } from '../../electron/contract/staff';
import { holderTicket } from '../../electron/contract/tickets';
import { topicList } from '../../electron/contract/topic-list';
import practiceSite from '../../electron/store/practice-site.json';
import { type EventStream, openEventStream, type StreamEvent } from '../support/event-stream';
import { runningServer, type Signed, type TestServer } from '../support/running-server';
import { kiosk } from '../support/test-hall';

const firstCode = (server: TestServer) => server.hall.hall().counters[0]?.code ?? '';

/** Gives a number that waits at once. */
function takeNumber(
  server: TestServer,
  code = firstCode(server),
): { readonly ticketId: number; readonly token: string } {
  const ticket = server.hall.act(kiosk, (context) =>
    issueTicket(context, {
      serviceId: server.hall.serviceId(code),
      priority: null,
      language: 'id',
      printerReady: true,
    }),
  );
  server.hall.act({ kind: 'holder' }, (context) => goPaperless(context, { token: ticket.token }));
  return ticket;
}

const verb = async (server: TestServer, officer: Signed, desk: number, name: string) => {
  const path = `/api/v1/desks/${server.hall.deskId(desk)}/${name}`;
  const answer = await server.send({ method: 'POST', path, headers: officer.headers });
  expect([name, answer.status]).toEqual([name, 200]);
  return answer.json as { readonly number: string };
};
const sequences = (events: readonly StreamEvent[]) =>
  events.map(({ id, data }) => {
    expect(id).toBe(String(call.parse(data).sequence));
    return call.parse(data).sequence;
  });

test('each topic begins with its whole snapshot, without id', async () => {
  const server = await runningServer();
  const supervisor = server.signIn('supervisor');
  const { token } = takeNumber(server);
  const schemas = {
    board,
    'board:Barat': board,
    counters: counterMenu,
    display: displaySnapshot,
    hall: hallSnapshot,
    help: helpSnapshot,
    [`counter:${server.hall.counterId('A')}`]: counterSnapshot,
    [`desk:${server.hall.deskId(1)}`]: deskSnapshot,
    [`ticket:${token}`]: holderTicket,
  };
  const stream = await openEventStream(
    server.url,
    `topics=${Object.keys(schemas).join(',')}`,
    supervisor.headers,
  );
  for (const [topic, schema] of Object.entries(schemas)) {
    const first = await stream.until(({ event }) => event === topic);
    expect(schema.safeParse(first.data).error?.message).toBe(undefined);
    expect(first.id).toBe(undefined);
  }
  const kioskStream = await openEventStream(server.url, 'topics=kiosk');
  kioskSnapshot.parse((await kioskStream.until(({ event }) => event === 'kiosk')).data);
});

test('a zone given beside it makes the board and its calls that zone’s', async () => {
  const server = await runningServer();
  const stream = await openEventStream(server.url, 'topics=board&zone=Barat');
  const whole = await openEventStream(server.url, 'topics=board');
  const first = board.parse((await stream.until(({ event }) => event === 'board')).data);
  expect(first.counters.map((counter) => counter.code)).toEqual(['IM', 'L']);

  const officer = server.signIn('staff');
  const other = server.signIn('staff');
  takeNumber(server, 'A');
  takeNumber(server, 'L');
  await verb(server, officer, 1, 'sign-in');
  await verb(server, officer, 1, 'call-next');
  await verb(server, other, 4, 'sign-in');
  await verb(server, other, 4, 'call-next');
  await whole.until(({ event, data }) => event === 'call' && call.parse(data).number === 'LB-001');
  await stream.until(({ event }) => event === 'call');
  expect(stream.of('call').map(({ data }) => call.parse(data).number)).toEqual(['LB-001']);
});

test('a zone may have any name, with commas and signs too', async () => {
  const server = await runningServer();
  const zone = 'Lantai 1, 50%25: A';
  server.hall.act({ kind: 'system' }, (context) =>
    changeCounter(context, server.hall.counterId('A'), { zone }),
  );
  const topics = topicList(['display', `board:${zone}`]);
  const query = `topics=${encodeURIComponent(topics)}`;
  const asked = await server.send({ path: `/api/v1/events/snapshot?${query}` });
  expect(asked.status).toBe(200);
  const { snapshots } = asked.json as { readonly snapshots: Readonly<Record<string, unknown>> };
  expect(board.parse(snapshots[`board:${zone}`]).counters.map(({ code }) => code)).toEqual(['A']);
  const stream = await openEventStream(server.url, query);
  await stream.until(({ event }) => event === `board:${zone}`);
});

test('what an officer does is told to the board, the counter, the desk and the phone', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  const { token } = takeNumber(server);
  const counterTopic = `counter:${server.hall.counterId('A')}`;
  const deskTopic = `desk:${server.hall.deskId(1)}`;
  const stream = await openEventStream(
    server.url,
    `topics=board,${counterTopic},${deskTopic},ticket:${token}`,
    officer.headers,
  );
  await verb(server, officer, 1, 'sign-in');
  await verb(server, officer, 1, 'call-next');

  const told = await stream.until(({ event }) => event === 'call');
  expect(call.parse(told.data)).toMatchObject({ number: 'A-001', recall: false, desk: { label: '1' } });
  await stream.until(
    ({ event, data }) =>
      event === 'board' && board.parse(data).counters[0]?.nowServing[0]?.number === 'A-001',
  );
  await stream.until(
    ({ event, data }) =>
      event === counterTopic && counterSnapshot.parse(data).desks[0]?.user?.displayName === 'staff 1',
  );
  await stream.until(
    ({ event, data }) => event === deskTopic && deskSnapshot.parse(data).ticket?.status === 'called',
  );
  await stream.until(
    ({ event, data }) => event === `ticket:${token}` && holderTicket.parse(data).desk?.label === '1',
  );
});

test('a call for help is told to supervisors who reach the desk, wherever they work, until it ends', async () => {
  const server = await runningServer();
  const institutionOf = (code: string) =>
    server.hall.hall().institutionOf.get(server.hall.counterId(code)) ?? '';
  const officer = server.signIn('staff');
  const near = server.signIn('supervisor', { institutions: [institutionOf('A')] });
  const far = server.signIn('supervisor', { institutions: [institutionOf('L')] });
  const lines = {
    admin: await openEventStream(server.url, 'topics=help', server.signIn('admin').headers),
    near: await openEventStream(server.url, 'topics=help', near.headers),
    far: await openEventStream(server.url, 'topics=help', far.headers),
  };
  const calls = (line: EventStream) => line.of('help').map(({ data }) => helpSnapshot.parse(data).calls);
  /** Waits until those who reach the desk have heard so much. */
  const heard = (count: number) =>
    Promise.all([lines.admin, lines.near].map((line) => line.until(() => calls(line).length >= count)));
  await verb(server, officer, 1, 'sign-in');
  await verb(server, officer, 1, 'help');
  await heard(2);
  await verb(server, near, 1, 'help/answer');
  await heard(3);
  await verb(server, officer, 1, 'help/end');
  await heard(4);
  const call = {
    desk: { id: String(server.hall.deskId(1)), label: '1' },
    counter: server.hall.hall().counter.get(server.hall.counterId('A'))?.name,
    officer: { id: String(officer.userId), displayName: 'staff 1' },
    since: '2026-11-24T09:00:00+07:00',
    coming: null,
  };
  const coming = { id: String(near.userId), displayName: 'supervisor 2' };
  const all = [[], [call], [{ ...call, coming }], []];
  expect([calls(lines.admin), calls(lines.near), calls(lines.far)]).toEqual([all, all, [[]]]);
});

test('the phones of those who wait behind are told their new place', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  takeNumber(server);
  const { token } = takeNumber(server);
  const stream = await openEventStream(server.url, `topics=ticket:${token}`);
  const ahead = (wanted: number) =>
    stream.until(
      ({ event, data }) => event === `ticket:${token}` && holderTicket.parse(data).ahead === wanted,
    );
  await ahead(1);
  await verb(server, officer, 1, 'sign-in');
  await verb(server, officer, 1, 'call-next');
  await ahead(0);
});

test('the printer and the settings reach the kiosk', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const stream = await openEventStream(server.url, 'topics=kiosk');
  const snapshot = (fits: (kiosk: ReturnType<typeof kioskSnapshot.parse>) => boolean) =>
    stream.until(({ event, data }) => event === 'kiosk' && fits(kioskSnapshot.parse(data)));
  await snapshot(({ printer }) => printer.state === 'ready');
  server.printer.set({ state: 'paper_out', cause: 'paper_out', detail: 'no paper' });
  await snapshot(({ printer }) => printer.state === 'paper_out' && printer.detail === 'no paper');
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: admin.headers,
    body: { slot: 'left' },
  });
  await snapshot(({ slot }) => slot === 'left');
});

test('what the time alone changes is told when the minute has passed', async () => {
  const server = await runningServer();
  const stream = await openEventStream(server.url, 'topics=counters');
  const statusOf = (wanted: string) =>
    stream.until(({ event, data }) => event === 'counters' && counterMenu.parse(data)[0]?.status === wanted);
  await statusOf('open');
  server.hall.clock.set('2026-11-24T12:00:30+07:00');
  server.minutePassed();
  await statusOf('break');
});

test('a topic that isn’t allowed is refused before the stream, one that isn’t there too', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  const statusOf = async (topics: string, headers: Readonly<Record<string, string>> = {}) =>
    (await openEventStream(server.url, `topics=${topics}`, headers)).status;
  const proxied = { 'x-forwarded-for': '10.0.0.9' };

  expect(await statusOf('board,desk:1')).toBe(403);
  expect(await statusOf('counter:1')).toBe(403);
  expect(await statusOf('hall', officer.headers)).toBe(403);
  expect(await statusOf('kiosk', proxied)).toBe(403);
  expect(await statusOf('kiosk', { 'x-forwarded-for': '1', ...officer.headers })).toBe(403);
  expect(await statusOf('board', proxied)).toBe(200);
  expect(await statusOf('ticket:AAAAAAAAAAAAAAAAAAAAAA')).toBe(404);
  expect(await statusOf('desk:999', officer.headers)).toBe(404);
  for (const topics of [
    '',
    'nothing',
    'board,',
    'desk:x',
    'ticket:short',
    'desk:',
    'constructor',
    '__proto__',
  ]) {
    expect([topics, await statusOf(topics)]).toEqual([topics, 400]);
  }
});

test('a stream ends with the rights of who opened it', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const officer = server.signIn('staff');
  const stream = await openEventStream(server.url, 'topics=counter:1', officer.headers);
  const open = await openEventStream(server.url, 'topics=board', officer.headers);
  await stream.until(({ event }) => event === 'counter:1');
  await server.send({
    method: 'PATCH',
    path: `/api/v1/admin/users/${officer.userId}`,
    headers: admin.headers,
    body: { active: false },
  });
  await expect(stream.until(() => false)).rejects.toThrow('ended');
  expect(open.ended).toBe(false);
});

test('a listener that comes back hears the calls of the last 30 s that it missed, once and in order', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  await verb(server, officer, 1, 'sign-in');
  takeNumber(server);
  const stream = await openEventStream(server.url, 'topics=board');
  await verb(server, officer, 1, 'call-next');
  const heard = await stream.until(({ event }) => event === 'call');
  stream.close();

  server.hall.clock.advance({ seconds: 20 });
  await verb(server, officer, 1, 'recall');
  server.hall.clock.advance({ seconds: 11 });
  await verb(server, officer, 1, 'recall');

  const replayed = async (query: string, headers: Readonly<Record<string, string>> = {}) => {
    const again = await openEventStream(server.url, query, headers);
    await again.until(({ event }) => event === 'board');
    // A fresh call marks the end of what is replayed.
    await verb(server, officer, 1, 'start');
    await verb(server, officer, 1, 'finish');
    takeNumber(server);
    const { number } = await verb(server, officer, 1, 'call-next');
    await again.until(({ event, data }) => event === 'call' && call.parse(data).number === number);
    again.close();
    return sequences(again.of('call'));
  };
  expect(heard.id).toBe('1');
  expect(await replayed('topics=board', { 'last-event-id': '1' })).toEqual([2, 3, 4]);
  expect(await replayed('topics=board&lastEventId=2')).toEqual([3, 4, 5]);
  expect(await replayed('topics=board')).toEqual([6]);
  expect(await replayed('topics=board', { 'last-event-id': 'nonsense' })).toEqual([7]);
  server.hall.clock.advance({ seconds: 31 });
  expect(await replayed('topics=board', { 'last-event-id': '1' })).toEqual([8]);
});

test('a burst of changes makes few snapshots and loses no call', async () => {
  const server = await runningServer();
  const stream = await openEventStream(server.url, 'topics=board,counters');
  await stream.until(({ event }) => event === 'board');
  for (let taken = 0; taken < 200; taken += 1) takeNumber(server);
  const waiting = (data: unknown) => board.parse(data).counters[0]?.waiting;
  await stream.until(({ event, data }) => event === 'board' && waiting(data) === 200);
  expect(stream.of('board').length).toBeLessThan(40);
});

test('a listener that takes nothing is dropped and delays nobody', async () => {
  const server = await runningServer({ configuration: configuration.parse(practiceSite) });
  const { headers } = server.signIn('supervisor');
  const { port } = new URL(server.url);
  const slow = connect(Number(port), '127.0.0.1');
  slow.pause();
  slow.on('error', () => undefined);
  slow.write(
    `GET /api/v1/events?topics=hall,counters HTTP/1.1\r\nHost: localhost\r\nCookie: ${headers.cookie}\r\n\r\n`,
  );
  const listeners = async () =>
    Number(/^antre_listeners (\d+)$/m.exec((await server.send({ path: '/metrics' })).text)?.[1]);
  const quick = await openEventStream(server.url, 'topics=counters');
  await expect.poll(listeners).toBe(2);

  let rounds = 0;
  while ((await listeners()) === 2) {
    rounds += 1;
    expect(rounds).toBeLessThan(1_000);
    takeNumber(server);
    await quick.until(
      ({ event, data }) => event === 'counters' && counterMenu.parse(data)[0]?.waiting === rounds,
    );
  }
  expect([rounds > 1, quick.ended]).toEqual([true, false]);
  slow.destroy();
});

test('26 consoles and 10 displays hear every call', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  await verb(server, officer, 1, 'sign-in');
  const consoles = await Promise.all(
    Array.from({ length: 26 }, () =>
      openEventStream(
        server.url,
        `topics=desk:${server.hall.deskId(1)},counter:${server.hall.counterId('A')}`,
        officer.headers,
      ),
    ),
  );
  const displays = await Promise.all(
    Array.from({ length: 10 }, () => openEventStream(server.url, 'topics=board,display')),
  );
  const deskTopic = `desk:${server.hall.deskId(1)}`;
  for (let round = 1; round <= 10; round += 1) {
    takeNumber(server);
    const { number } = await verb(server, officer, 1, 'call-next');
    await Promise.all([
      ...displays.map((display) =>
        display.until(({ event, data }) => event === 'call' && call.parse(data).number === number),
      ),
      ...consoles.map((console) =>
        console.until(
          ({ event, data }) => event === deskTopic && deskSnapshot.parse(data).ticket?.number === number,
        ),
      ),
    ]);
    await verb(server, officer, 1, 'no-show');
  }
  for (const display of displays)
    expect(sequences(display.of('call'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('a line says how often it beats: quickly, but for the many phones', async () => {
  const server = await runningServer();
  const { token } = takeNumber(server);
  const beats = async (topics: string) => {
    const stream = await openEventStream(server.url, `topics=${topics}`);
    const first = await stream.until(({ event }) => event === 'heartbeat');
    return [stream.events[0], first.data];
  };
  const quick = { everySeconds: 2 };
  const calm = { everySeconds: 15 };
  const beat = (data: unknown) => ({ id: undefined, event: 'heartbeat', data });
  expect(await beats('board')).toEqual([beat(quick), quick]);
  expect(await beats('kiosk,counters')).toEqual([beat(quick), quick]);
  expect(await beats(`ticket:${token}`)).toEqual([beat(calm), calm]);
});
