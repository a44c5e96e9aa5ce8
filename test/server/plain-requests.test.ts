import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { goPaperless } from '../../electron/actions/go-paperless';
import { issueTicket } from '../../electron/actions/issue-ticket';
import type { DeviceStatus } from '../../electron/contract/admin-devices';
import type { Finding } from '../../electron/contract/admin-hall';
import type { Board } from '../../electron/contract/lobby';
import { type PlainAnswer, plainAnswer } from '../../electron/contract/plain-line';
import { openEventStream } from '../support/event-stream';
import { runningServer, type Signed, type TestServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';
import { kiosk } from '../support/test-hall';

const elsewhere = { 'x-forwarded-for': '10.0.0.9' };

/** Gives a number that waits at once. */
function takeNumber(server: TestServer, code: string): void {
  const { token } = server.hall.act(kiosk, (context) =>
    issueTicket(context, {
      serviceId: server.hall.serviceId(code),
      priority: null,
      language: 'id',
      printerReady: true,
    }),
  );
  server.hall.act({ kind: 'holder' }, (context) => goPaperless(context, { token }));
}

async function asking(server: TestServer, query: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await server.send({ path: `/api/v1/events/snapshot?${query}`, headers });
  return {
    status: answer.status,
    tag: String(answer.headers.etag),
    told: answer.status === 200 ? plainAnswer.parse(answer.json) : undefined,
  };
}

async function verb(server: TestServer, officer: Signed, desk: number, name: string): Promise<void> {
  const path = `/api/v1/desks/${server.hall.deskId(desk)}/${name}`;
  const { status } = await server.send({ method: 'POST', path, headers: officer.headers });
  expect([name, status]).toEqual([name, 200]);
}

test('a plain request answers what the stream tells, and 304 until any of it changes', async () => {
  const server = await runningServer();
  const { headers } = server.signIn('supervisor');
  const query = `topics=board,counters,display,hall,desk:${server.hall.deskId(1)}`;
  const stream = await openEventStream(server.url, query, headers);
  const first = await asking(server, query, headers);
  for (const [topic, snapshot] of Object.entries(first.told?.snapshots ?? {})) {
    const { data } = await stream.until(({ event }) => event === topic);
    expect([topic, snapshot]).toEqual([topic, data]);
  }
  expect(Object.keys(first.told?.snapshots ?? {})).toHaveLength(5);
  const again = () => asking(server, query, { ...headers, 'if-none-match': first.tag });
  expect(await again()).toEqual({ status: 304, tag: first.tag, told: undefined });
  takeNumber(server, 'A');
  // Within a moment of the last one no other is made.
  const waiting = async () =>
    ((await again()).told?.snapshots.board as Board | undefined)?.counters[0]?.waiting;
  await expect.poll(waiting).toBe(1);
  const changed = await asking(server, query, headers);
  stream.close();
  // A snapshot that is kept for those who ask is made anew by the minute too.
  server.hall.clock.advance({ minutes: 1 });
  server.minutePassed();
  await expect
    .poll(async () => (await asking(server, query, { ...headers, 'if-none-match': changed.tag })).status)
    .toBe(200);
});

test('zones that nobody has are the one board of the hall, however many are thought of', async () => {
  const server = await runningServer();
  const { tag } = await asking(server, 'topics=board');
  for (const zone of fc.sample(fc.stringMatching(/^[a-z0-9 ]{1,20}$/), 30)) {
    const named = await asking(server, `topics=${encodeURIComponent(`board:${zone}`)}`, elsewhere);
    // The number of a snapshot that was made once and is kept once.
    expect([zone, named.tag]).toEqual([zone, tag]);
  }
});

test('a topic that nobody asks for any more is forgotten, one that somebody asks for is not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await runningServer();
  const tagOf = async (topic: string) => (await asking(server, `topics=${topic}`, elsewhere)).tag;
  const [board, counters] = [await tagOf('board'), await tagOf('counters')];
  for (let at = 0; at < 3; at += 1) {
    vi.advanceTimersByTime(15_000);
    expect(await tagOf('board')).toBe(board);
  }
  // Made anew, it has another number, though it says the same.
  expect(await tagOf('counters')).not.toBe(counters);
});

test('whatever is called between questions of any pages is told to each once, and of its zone alone', async () => {
  const server = await runningServer();
  const [first, other] = [server.signIn('staff'), server.signIn('staff')];
  await verb(server, first, 1, 'sign-in');
  await verb(server, other, 4, 'sign-in');
  let isServing = { 1: false, 4: false };
  let given = 0;
  const call = async (desk: 1 | 4, officer: Signed) => {
    if (isServing[desk]) {
      await verb(server, officer, desk, 'start');
      await verb(server, officer, desk, 'finish');
    }
    takeNumber(server, desk === 1 ? 'A' : 'L');
    await verb(server, officer, desk, 'call-next');
    isServing = { ...isServing, [desk]: true };
    given += 1;
    return given;
  };
  const acts = fc.array(
    fc.oneof(
      fc.constantFrom({ act: 'call', desk: 1 } as const, { act: 'call', desk: 4 } as const),
      fc.record({ act: fc.constant('ask' as const), page: fc.constantFrom('board', 'board:Barat') }),
    ),
    { maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const pages = { board: '', 'board:Barat': '' } as Record<string, string>;
      const heard: Record<string, number[]> = { board: [], 'board:Barat': [] };
      const made: Record<string, number[]> = { board: [], 'board:Barat': [] };
      const ask = async (page: string) => {
        const { told } = await asking(server, `topics=${page}${pages[page]}`);
        heard[page]?.push(...(told?.calls ?? []).map(({ sequence }) => sequence));
        pages[page] = `&lastEventId=${told?.sequence}`;
      };
      await ask('board');
      await ask('board:Barat');
      for (const step of [...steps, { act: 'ask', page: 'board' }, { act: 'ask', page: 'board:Barat' }]) {
        if ('page' in step) await ask(step.page);
        else {
          const sequence = await call(step.desk, step.desk === 1 ? first : other);
          made.board?.push(sequence);
          if (step.desk === 4) made['board:Barat']?.push(sequence);
        }
      }
      expect(heard).toEqual(made);
    }),
    { numRuns: 12 },
  );
});

test('one question of several pages leaves out what its caller may not hear, or what isn’t there, and says so', async () => {
  const server = await runningServer();
  const unknown = `ticket:${'x'.repeat(24)}`;
  const topics = `topics=board,hall,${unknown},weather`;
  expect((await asking(server, topics, elsewhere)).status).toBe(403);
  expect((await asking(server, `topics=board,${unknown}`)).status).toBe(404);
  const { told } = await asking(server, `${topics}&partly=yes`, elsewhere);
  const refused = { hall: 'forbidden', [unknown]: 'not_found', weather: 'bad_request' };
  expect([Object.keys(told?.snapshots ?? {}), told?.refused]).toEqual([['board'], refused]);
  expect((await asking(server, `topics=hall&partly=yes`, elsewhere)).status).toBe(403);
  expect((await asking(server, `topics=${unknown}&partly=yes`)).status).toBe(404);

  const stream = await openEventStream(server.url, `${topics}&partly=yes`, elsewhere);
  await stream.until(({ event }) => event === 'board');
  await stream.until(({ data }) => (data as { topic?: string }).topic === unknown);
  const said = stream.of('refused').map(({ data }) => data as { topic: string; code: string });
  expect(Object.fromEntries(said.map(({ topic, code }) => [topic, code]))).toEqual(refused);
  // What is left goes on.
  const { length } = stream.of('board');
  takeNumber(server, 'A');
  await stream.until(() => stream.of('board').length > length);
  const nothing = await openEventStream(server.url, `topics=${unknown}&partly=yes`);
  expect(nothing.status).toBe(404);
});

test('a kiosk whose streams are held back counts as there while it asks, and admins are told where', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const officer = server.signIn('staff');
  const other = secondKiosk(server);
  const found = async () =>
    ((await server.send({ path: '/api/v1/admin/findings', headers: admin.headers })).json as Finding[])
      .filter(({ kind }) => kind === 'held_stream')
      .map(({ subject, name, detail }) => `${subject} ${name?.id} ${detail}`);
  const isOnline = async () => {
    const path = `/api/v1/admin/devices/${other.id}/status`;
    return ((await server.send({ path, headers: admin.headers })).json as DeviceStatus).online;
  };
  await other.post('/devices/me/report', { version: '1', width: 1, height: 1, touch: true, sound: null });
  expect([await found(), await isOnline()]).toEqual([[], false]);
  await other.get('/events/snapshot?topics=kiosk');
  expect([await found(), await isOnline()]).toEqual([[], true]);
  await other.get('/events/snapshot?topics=kiosk&streamsHeld=yes');
  await other.get('/devices/me/print-jobs/snapshot?streamsHeld=yes');
  await asking(server, `topics=desk:${server.hall.deskId(1)}&streamsHeld=yes`, officer.headers);
  // Nobody knows who this is.
  await asking(server, 'topics=board&streamsHeld=yes', elsewhere);
  const address = '127.0.0.1';
  expect(await found()).toEqual([
    `device:${other.id} Dua ${address}`,
    `user:${officer.userId} staff 2 ${address}`,
  ]);
});

test('a kiosk’s print jobs are told by plain requests too, and to no other', async () => {
  const server = await runningServer();
  const other = secondKiosk(server);
  await other.post('/tickets', { serviceId: String(server.hall.serviceId('A')) });
  const told = (await other.get('/devices/me/print-jobs/snapshot')) as PlainAnswer;
  expect(Object.keys(told.snapshots)).toEqual(['printers', 'standby', 'printer-wishes', 'print-jobs']);
  expect(told.snapshots['print-jobs']).toMatchObject([{ state: 'queued', attempts: 0, copy: false }]);
  const path = '/api/v1/devices/me/print-jobs/snapshot';
  expect((await server.send({ path, headers: elsewhere })).status).toBe(401);
});
