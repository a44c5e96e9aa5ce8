import { expect, test } from 'vitest';
import { endDay } from '../../electron/actions/end-day';
import type { ClockState } from '../../electron/contract/admin-clock';
import type { Finding } from '../../electron/contract/admin-hall';
import { createLog } from '../../electron/log';
import { query } from '../../electron/store/store';
import { HallTime } from '../../electron/time/hall-time';
import { adminRequests, outcome } from '../support/admin-requests';
import { sumNextDay } from '../support/close-days';
import { stored, takePrinted } from '../support/issue';
import { runningServer, type TestServer } from '../support/running-server';
import { serve } from '../support/served';

const system = { kind: 'system' } as const;

const clockOf = async (server: TestServer) => (await adminRequests(server).get('/clock')).json as ClockState;
const numbers = (server: TestServer) =>
  server.hall.store
    .all(query.selectFrom('tickets').select(['businessDate', 'prefix', 'sequence', 'status']).orderBy('id'))
    .map((each) => `${each.businessDate} ${each.prefix}-${each.sequence} ${each.status}`);

/** A hall as older builds left it: for a while they believed a clock that was a year ahead. */
function liveAYearAhead(server: TestServer, visit: () => void): void {
  const { hall } = server;
  hall.clock.advance({ years: 1 });
  visit();
  hall.clock.advance({ years: -1 });
}

test('a clock that is wrong for a minute begins no day; an admin is told, and nothing is left of it', async () => {
  const server = await runningServer();
  const { hall } = server;
  const first = takePrinted(hall, hall.serviceId('A'));
  hall.clock.jump({ years: 1 });
  const second = takePrinted(hall, hall.serviceId('A'));
  expect(await clockOf(server)).toMatchObject({
    doubt: 'held',
    computer: '2027-11-24T09:00:00+07:00',
    hall: '2026-11-24T09:00:00+07:00',
    hallDate: '2026-11-24',
    confirming: { date: '2027-11-24', ends: 2 },
  });
  const findings = (await adminRequests(server).get('/findings')).json as Finding[];
  expect(findings).toContainEqual({ subject: 'machine', name: null, kind: 'clock', detail: 'held' });
  hall.clock.jump({ years: -1 });
  expect((await clockOf(server)).doubt).toBeNull();
  expect(numbers(server)).toEqual(['2026-11-24 A-1 waiting', '2026-11-24 A-2 waiting']);
  expect([stored(hall, first.ticketId).issuedAt, stored(hall, second.ticketId).issuedAt]).toEqual([
    hall.clock.now(),
    hall.clock.now(),
  ]);
});

test('an admin’s word lets the hall follow the clock at once, and stays signed in', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  takePrinted(hall, hall.serviceId('A'));
  hall.clock.jump({ days: 3 });
  const { confirming } = (await admin.get('/clock')).json as ClockState;
  expect(confirming).toMatchObject({ date: '2026-11-27', ends: 1 });
  expect(outcome(await admin.post('/clock/confirm', { date: '2026-11-26' }))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect((await admin.get('/clock')).json).toMatchObject({ doubt: 'held', hallDate: '2026-11-24' });
  expect((await admin.post('/clock/confirm', { date: '2026-11-27' })).json).toMatchObject({
    doubt: null,
    hall: '2026-11-27T09:00:00+07:00',
  });
  expect((await admin.get('/clock')).status).toBe(200);
  const audited = hall.store.all(
    query.selectFrom('audit').select(['action', 'at']).where('action', '=', 'confirmClock'),
  );
  expect(audited).toEqual([{ action: 'confirmClock', at: hall.clock.now() }]);
});

test('a hall that an older build let live in a later date is led back: no number twice, nobody lost, reports right', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  const service = hall.serviceId('A');
  serve(hall, service);
  serve(hall, service);
  hall.clock.advance({ minutes: 10 });
  liveAYearAhead(server, () => {
    serve(hall, service);
    // As `endDay` of an older build did at once.
    hall.act(system, endDay);
    sumNextDay(hall);
  });
  hall.clock.advance({ minutes: 10 });
  serve(hall, service);
  const waiting = takePrinted(hall, service);
  const other = takePrinted(hall, hall.serviceId('L'));
  expect(numbers(server).map((each) => each.replace(/ \w+$/, ''))).toEqual([
    '2026-11-24 A-1',
    '2026-11-24 A-2',
    '2027-11-24 A-1',
    '2027-11-24 A-2',
    '2027-11-24 A-3',
    '2027-11-24 LB-1',
  ]);
  expect((await clockOf(server)).doubt).toBe('ahead');
  const { confirming } = await clockOf(server);
  expect(confirming).toMatchObject({
    date: '2026-11-24',
    tickets: 4,
    waiting: 2,
    renumbered: 2,
    clashing: [],
    dates: ['2026-11-24'],
  });
  expect(outcome(await admin.post('/clock/confirm', { date: confirming.date }))).toEqual([200]);
  expect(numbers(server)).toEqual([
    '2026-11-24 A-1 done',
    '2026-11-24 A-2 done',
    '2026-11-24 A-4 done',
    '2026-11-24 A-5 done',
    '2026-11-24 A-3 waiting',
    '2026-11-24 LB-1 waiting',
  ]);
  // Whoever waits keeps the number on the paper, and is in today's line.
  expect(hall.view().businessDate).toBe('2026-11-24');
  expect(stored(hall, waiting.ticketId).sequence).toBe(3);
  expect(stored(hall, other.ticketId)).toMatchObject({ businessDate: '2026-11-24', sequence: 1 });
  const next = takePrinted(hall, service);
  expect(stored(hall, next.ticketId).sequence).toBe(6);
  const late = hall.store.all(
    query.selectFrom('events').select(['at', 'businessDate']).where('businessDate', '>', '2026-11-24'),
  );
  const stamps = hall.store.all(query.selectFrom('steps').select(['arrivedAt', 'endedAt']));
  expect([
    late,
    stamps.filter(({ arrivedAt, endedAt }) => Math.max(arrivedAt, endedAt ?? 0) > hall.clock.now()),
  ]).toEqual([[], []]);
  expect(hall.store.all(query.selectFrom('summed_days').selectAll())).toEqual([]);
  // The day goes on to its end, and is summed once with everybody of it.
  hall.clock.set('2026-11-25T00:01+07:00');
  expect(hall.act(system, endDay).ended).toBe(3);
  expect([sumNextDay(hall), sumNextDay(hall)]).toEqual(['2026-11-24', null]);
  const again = server.signIn('supervisor').headers;
  const report = (
    await server.send({
      path: '/api/v1/reports/summary?from=2026-11-24&to=2026-11-24&by=period',
      headers: again,
    })
  ).json as { readonly rows: readonly { readonly issued: number; readonly served: number }[] };
  expect(JSON.stringify(report)).toContain('"served":4');
});

test('while somebody waits with a number that the true date had given too, nothing is moved', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  serve(hall, hall.serviceId('A'));
  liveAYearAhead(server, () => void takePrinted(hall, hall.serviceId('A')));
  const before = numbers(server);
  expect((await clockOf(server)).confirming.clashing).toEqual(['A-001']);
  expect(outcome(await admin.post('/clock/confirm', { date: '2026-11-24' }))).toEqual([409, 'in_use']);
  expect(numbers(server)).toEqual(before);
});

test('what an admin’s wrong word began is led back once the clock is right: sums, deadlines and locks too', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  const service = hall.serviceId('A');
  serve(hall, service);
  hall.clock.jump({ days: 42 });
  await admin.post('/clock/confirm', { date: '2027-01-05' });
  hall.clock.advance({ minutes: 5 });
  const { token } = serve(hall, service);
  const message = { kind: 'complaint', text: 'Lama.' };
  const given = await server.send({
    method: 'POST',
    path: `/api/v1/survey/${token}`,
    headers: { 'x-forwarded-for': '10.0.0.9' },
    body: { answers: {}, message },
  });
  expect(given.status).toBe(201);
  hall.clock.jump({ days: -42 });
  expect((await clockOf(server)).doubt).toBe('held');
  hall.clock.advance({ minutes: 5 });
  takePrinted(hall, hall.serviceId('L'));
  expect((await admin.post('/clock/confirm', { date: '2026-11-24' })).json).toMatchObject({ doubt: null });
  expect(numbers(server)).toEqual(['2026-11-24 A-1 done', '2026-11-24 A-2 done', '2026-11-24 LB-1 waiting']);
  expect(hall.store.all(query.selectFrom('complaints').select(['businessDate', 'dueDate']))).toEqual([
    { businessDate: '2026-11-24', dueDate: '2026-12-14' },
  ]);
  // The stamps are those of the true time: five minutes after the first.
  const arrived = hall.store.all(query.selectFrom('steps').select('arrivedAt').orderBy('id'));
  const [first, second, third] = arrived.map(({ arrivedAt }) => arrivedAt);
  expect([(second ?? 0) - (first ?? 0), (third ?? 0) - (first ?? 0)]).toEqual([5 * 60_000, 10 * 60_000]);
  expect((await admin.get('/clock')).status).toBe(200);
});

test('other computers of the hall tell their time with what they ask; strangers and this machine don’t count', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.1'] });
  const { hall } = server;
  hall.clock.jump({ hours: 5 });
  const tell = async (address: string, headers: Readonly<Record<string, string>>) =>
    server.send({
      path: '/api/v1/desks',
      headers: { ...headers, 'x-forwarded-for': address, 'antre-time': String(hall.clock.now() + 2_000) },
    });
  const staff = server.signIn('staff').headers;
  for (const address of ['10.0.0.7', '10.0.0.8', '10.0.0.9']) await tell(address, {});
  await tell('127.0.0.1', staff);
  await tell('10.0.0.7', staff);
  expect((await clockOf(server)).doubt).toBe('held');
  await tell('10.0.0.8', staff);
  expect((await clockOf(server)).doubt).toBeNull();
});

test('a restored copy carries no date over that has not come, and no number is given again', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  const service = hall.serviceId('A');
  serve(hall, service);
  const { id } = (await admin.post('/backups')).json as { readonly id: string };
  liveAYearAhead(server, () => {
    for (let count = 0; count < 3; count += 1) serve(hall, service);
  });
  expect(hall.view().businessDate).toBe('2027-11-24');
  expect(outcome(await admin.post(`/backups/${id}/restore`))).toEqual([200]);
  expect([hall.view().businessDate, (await clockOf(server)).doubt]).toEqual(['2026-11-24', null]);
  expect(stored(hall, takePrinted(hall, service).ticketId)).toMatchObject({
    businessDate: '2026-11-24',
    sequence: 4,
  });
});

test('after a copy of long ago was restored, the next start knows what time it may be', async () => {
  const server = await runningServer();
  const { hall } = server;
  hall.time.keep();
  const { id } = (await adminRequests(server).post('/backups')).json as { readonly id: string };
  hall.clock.advance({ days: 30 });
  hall.time.keep();
  expect(outcome(await adminRequests(server).post(`/backups/${id}/restore`))).toEqual([200]);
  hall.clock.switchOn();
  const next = new HallTime({
    machine: hall.clock.machine,
    store: hall.store,
    timezone: () => hall.hall().settings.timezone,
    log: createLog('silent'),
  });
  expect([next.doubt(), next.now()]).toEqual([null, hall.clock.now()]);
});
