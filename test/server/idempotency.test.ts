import { expect, test, vi } from 'vitest';
import { holderTicket } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';
import { kiosk, testHall } from '../support/test-hall';

const issue = (server: TestServer, key: string | undefined, body: object) =>
  server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: key === undefined ? {} : { 'idempotency-key': key },
    body,
  });
const ticketCount = (server: TestServer) =>
  server.hall.store.all(query.selectFrom('tickets').select('id')).length;
const codeOf = (answer: { readonly json: unknown }) => (answer.json as { readonly code: string }).code;

test('50 presses at once get 50 numbers in a row', async () => {
  const server = await runningServer();
  const serviceId = String(server.hall.serviceId('A'));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, press) => issue(server, `press-number-${press}`, { serviceId })),
  );
  expect(answers.map(({ json }) => holderTicket.parse(json).number).sort()).toEqual(
    Array.from({ length: 50 }, (_, index) => `A-${String(index + 1).padStart(3, '0')}`),
  );
});

test('20 presses at once on a quota of 10 get exactly 10 numbers', async () => {
  const server = await runningServer();
  const serviceId = String(server.hall.serviceId('A', 1));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, press) => issue(server, `press-number-${press}`, { serviceId })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...Array(10).fill(201),
    ...Array(10).fill(409),
  ]);
  expect(new Set(answers.filter(({ status }) => status === 409).map(codeOf))).toEqual(
    new Set(['quota_full']),
  );
  expect(ticketCount(server)).toBe(10);
});

test('twins under way, and the same press sent again, get the same answer and one number', async () => {
  const server = await runningServer();
  const body = { serviceId: String(server.hall.serviceId('A')), language: 'en' };
  const twins = await Promise.all(Array.from({ length: 10 }, () => issue(server, 'one-press', body)));
  const later = await issue(server, 'one-press', body);
  expect(new Set([...twins, later].map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect([later.status, ticketCount(server)]).toEqual([201, 1]);
});

test('the same key with another body is refused and changes nothing', async () => {
  const server = await runningServer();
  const serviceId = String(server.hall.serviceId('A'));
  await issue(server, 'one-press', { serviceId });
  const other = await issue(server, 'one-press', { serviceId, priority: 'elderly' });
  expect([other.status, codeOf(other), ticketCount(server)]).toEqual([409, 'idempotency_conflict', 1]);
});

test('a refusal is remembered, a fault of ours is not', async () => {
  const server = await runningServer();
  const serviceId = String(server.hall.serviceId('A'));
  server.hall.clock.set('2026-11-24T12:30+07:00');
  const closed = await issue(server, 'at-the-break', { serviceId });
  expect(closed.json).toMatchObject({
    code: 'service_closed',
    opensAt: '2026-11-24T13:00:00+07:00',
    detail: 'Layanan ini sedang tutup. Buka Selasa 24 Nov 13.00.',
  });
  server.hall.clock.set('2026-11-24T13:30+07:00');
  expect((await issue(server, 'at-the-break', { serviceId })).text).toBe(closed.text);

  const admin = server.signIn('admin');
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/settings',
    headers: admin.headers,
    body: { paperlessAllowed: false },
  });
  server.printer.set({ state: 'paper_out', cause: 'paper_out', detail: null });
  const noPaper = await issue(server, 'without-paper', { serviceId });
  expect([noPaper.status, codeOf(noPaper)]).toEqual([503, 'printer_unavailable']);
  server.printer.set({ state: 'ready', cause: null, detail: null });
  expect((await issue(server, 'without-paper', { serviceId })).status).toBe(201);
});

test('a key is needed for a number, of a length that can be unique, and is forgotten after a day', async () => {
  const server = await runningServer();
  const body = { serviceId: String(server.hall.serviceId('A')) };
  for (const key of [undefined, 'short', 'x'.repeat(201)]) {
    expect((await issue(server, key, body)).json).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'Idempotency-Key' }],
    });
  }
  expect(ticketCount(server)).toBe(0);

  await issue(server, 'one-press', body);
  server.hall.clock.advance({ hours: 24, seconds: 1 });
  await issue(server, 'one-press', body);
  expect(ticketCount(server)).toBe(2);
  server.hall.clock.advance({ hours: 25 });
  server.hall.actionRunner.forgetOldKeys();
  expect(server.hall.store.all(query.selectFrom('idempotency_keys').selectAll())).toEqual([]);
});

test('a key belongs to its caller and its path', async () => {
  const server = await runningServer();
  const first = server.signIn('staff');
  const second = server.signIn('staff');
  const take = (desk: number, headers: Readonly<Record<string, string>>) =>
    server.send({
      method: 'POST',
      path: `/api/v1/desks/${server.hall.deskId(desk)}/sign-in`,
      headers: { ...headers, 'idempotency-key': 'the-same-key' },
    });
  expect((await take(1, first.headers)).json).toMatchObject({
    number: 1,
    user: { id: String(first.userId) },
  });
  expect((await take(2, second.headers)).json).toMatchObject({
    number: 2,
    user: { id: String(second.userId) },
  });
  expect((await take(1, second.headers)).json).toMatchObject({ code: 'desk_taken' });
});

test('an empty call-next is remembered too: the press that found nobody finds nobody when it is sent again', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  const deskId = server.hall.deskId(1);
  const next = (key: string) =>
    server.send({
      method: 'POST',
      path: `/api/v1/desks/${deskId}/call-next`,
      headers: { ...officer.headers, 'idempotency-key': key },
    });
  await server.send({ method: 'POST', path: `/api/v1/desks/${deskId}/sign-in`, headers: officer.headers });
  expect((await next('first-press')).status).toBe(204);
  const walkIn = await server.send({
    method: 'POST',
    path: '/api/v1/walk-ins',
    headers: officer.headers,
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  expect(walkIn.status).toBe(201);
  expect((await next('first-press')).status).toBe(204);
  expect((await next('second-press')).json).toMatchObject({ number: 'A-001', status: 'called' });
});

test('the same password may be sent again with its key; another is a conflict', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const add = (password: string) =>
    server.send({
      method: 'POST',
      path: '/api/v1/admin/users',
      headers: { ...admin.headers, 'idempotency-key': 'add-budi' },
      body: { username: 'budi', password, displayName: 'Budi', role: 'staff', wholeHall: true },
    });
  const made = await add('rahasia sekali');
  expect(made.status).toBe(201);
  expect((await add('rahasia sekali')).text).toBe(made.text);
  expect(codeOf(await add('rahasia yang lain'))).toBe('idempotency_conflict');
});

test('what is kept of a request that nothing may lead back to can be made again by no other process', async () => {
  const key = {
    caller: 'holder:x',
    route: 'POST /survey/x',
    key: 'press-judge',
    body: {},
    unlinkableRoute: 'POST /survey/:token',
  };
  const keptBy = async () => {
    // As a process does that starts.
    vi.resetModules();
    const { createActionRunner } = await import('../../electron/actions/action-runner');
    const { store, time, hall } = testHall();
    createActionRunner({ store, clock: time, hall }).perform(kiosk, key, () => ({ status: 201, body: null }));
    return store.all(query.selectFrom('idempotency_keys').select(['caller', 'route', 'key', 'bodyHash']));
  };
  const [one, other] = [await keptBy(), await keptBy()];
  const known = { caller: '', route: 'POST /survey/:token', bodyHash: '', key: expect.any(String) };
  expect([one, other]).toEqual([[known], [known]]);
  expect(one[0]?.key).not.toBe(other[0]?.key);
});
