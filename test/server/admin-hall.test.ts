import { expect, test } from 'vitest';
import type { AdminCounter, AdminDay, AdminService } from '../../electron/contract/admin-hall';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { openEventStream } from '../support/event-stream';
import { runningServer } from '../support/running-server';

const same = (text: string) => ({ id: text, en: text, jv: text });
const passport = {
  code: 'P',
  name: same('Imigrasi'),
  hint: same('Paspor'),
  agency: 'Kantor Imigrasi',
  group: 'vertical',
  icon: 'passport',
  zone: 'Barat',
};

test('a counter is made, found, changed, moved and archived, and each act is written down', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const made = await admin.post('/counters', passport);
  expect([made.status, made.headers.etag, made.json]).toEqual([
    201,
    '"1"',
    {
      ...passport,
      id: '4',
      version: 1,
      archived: false,
      position: 3,
      paused: false,
      priorityRatio: null,
      waitLimitMinutes: null,
      phoneJoining: true,
      soundsLike: [],
      unreadable: [],
    },
  ]);
  const moved = await admin.patch('/counters/4', { position: 0, zone: 'Timur' }, '"1"');
  expect([moved.status, moved.headers.etag]).toEqual([200, '"2"']);
  const codes = async () =>
    ((await admin.get('/counters')).json as AdminCounter[]).map(({ code, position }) => [code, position]);
  expect(await codes()).toEqual([
    ['P', 0],
    ['A', 1],
    ['IM', 2],
    ['L', 3],
  ]);
  const gone = await admin.remove('/counters/4', '"2"');
  expect([gone.status, gone.text]).toEqual([204, '']);
  expect((await codes()).map(([code]) => code)).toEqual(['A', 'IM', 'L']);
  const all = (await admin.get('/counters?archived=true')).json as AdminCounter[];
  expect(all.map(({ code, archived }) => [code, archived])).toContainEqual(['P', true]);
  expect(outcome(await admin.remove('/counters/4'))).toEqual([404, 'not_found']);
  expect((await admin.patch('/counters/4', { archived: false })).json).toMatchObject({
    archived: false,
    position: 3,
    zone: 'Timur',
  });
  const audit = server.hall.store.all(
    query.selectFrom('audit').select(['actor', 'action', 'subject', 'beforeJson', 'afterJson']).orderBy('id'),
  );
  expect(audit.map(({ actor, action, subject }) => [actor, action, subject])).toEqual(
    ['makeCounter', 'changeCounter', 'archiveCounter', 'changeCounter'].map((action) => [
      `user:${admin.signed.userId}`,
      action,
      'counter:4',
    ]),
  );
  expect(JSON.parse(audit[1]?.beforeJson ?? '')).toMatchObject({ zone: 'Barat', version: 1 });
  expect(JSON.parse(audit[1]?.afterJson ?? '')).toMatchObject({ zone: 'Timur', version: 2 });
});

test('the second of two admins to save is told, and nothing is overwritten', async () => {
  const server = await runningServer();
  const [one, other] = [adminRequests(server), adminRequests(server)];
  const seen = String((await one.get('/services/1')).headers.etag);
  expect((await other.get('/services/1')).headers.etag).toBe(seen);
  expect(outcome(await one.patch('/services/1', { quotaPerDay: 15 }, seen))).toEqual([200]);
  expect(outcome(await other.patch('/services/1', { quotaPerDay: 99 }, seen))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect(outcome(await other.remove('/services/1', seen))).toEqual([412, 'changed_meanwhile']);
  expect((await other.get('/services/1')).json).toMatchObject({ quotaPerDay: 15, archived: false });
});

test('a prefix belongs to one counter, a number to one desk', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const before = server.hall.store.all(query.selectFrom('services').selectAll());
  const service = { counterId: '1', name: same('Lain'), usualMinutes: 5 };
  expect(outcome(await admin.post('/counters', { ...passport, code: 'A' }))).toEqual([409, 'already_exists']);
  expect(outcome(await admin.post('/services', { ...service, prefix: 'IM' }))).toEqual([
    409,
    'already_exists',
  ]);
  expect(outcome(await admin.patch('/services/1', { prefix: 'L' }))).toEqual([409, 'already_exists']);
  expect(outcome(await admin.patch('/counters/1', { code: 'IM' }))).toEqual([409, 'already_exists']);
  expect(outcome(await admin.post('/desks', { counterId: '1', number: 2 }))).toEqual([409, 'already_exists']);
  expect(outcome(await admin.post('/desks', { counterId: '1', number: 9, serviceIds: ['3'] }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(outcome(await admin.post('/services', { ...service, counterId: '99' }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(outcome(await admin.post('/services', { ...service, usualMinutes: 0 }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(server.hall.store.all(query.selectFrom('services').selectAll())).toEqual(before);
  // The prefix of an archived counter is free, and then the counter cannot come back with it.
  expect(outcome(await admin.remove('/counters/2'))).toEqual([204]);
  expect(outcome(await admin.post('/services', { ...service, prefix: 'IM' }))).toEqual([201]);
  expect(outcome(await admin.patch('/counters/2', { archived: false }))).toEqual([409, 'already_exists']);
  expect(outcome(await admin.patch('/counters/2', { archived: false, code: 'IN' }))).toEqual([200]);
});

test('a counter is made with the services of another, or not at all', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const fields = {
    name: same('Akta'),
    usualMinutes: 12,
    quotaPerDay: 40,
    documents: { id: ['KTP'], en: ['ID card'], jv: ['KTP'] },
    paused: true,
    priorities: ['elderly'],
    calledMinutes: 4,
  };
  await admin.post('/services', { ...fields, counterId: '1', prefix: 'AK', position: 0 });
  const gone = await admin.post('/services', { counterId: '1', name: same('Lama'), usualMinutes: 5 });
  expect(outcome(await admin.remove(`/services/${(gone.json as AdminService).id}`))).toEqual([204]);
  const servicesOf = async (counterId: string) =>
    ((await admin.get('/services')).json as AdminService[])
      .filter((service) => service.counterId === counterId)
      .map(({ id, counterId: _at, version, prefix, ...kept }) => kept);
  const sounds = ({ soundsLike, ...kept }: { readonly soundsLike: readonly string[] }) => kept;
  const before = await servicesOf('1');
  expect(before[0]).toMatchObject(fields);

  const made = await admin.post('/counters', { ...passport, servicesOf: '1' });
  expect(made.status).toBe(201);
  const copied = (made.json as AdminCounter).id;
  expect((await servicesOf(copied)).map(sounds)).toEqual(before.map(sounds));
  const all = (await admin.get('/services')).json as AdminService[];
  expect(all.filter(({ counterId }) => counterId === copied).map(({ prefix }) => prefix)).toEqual(
    before.map(() => null),
  );
  const audited = server.hall.store.all(
    query.selectFrom('audit').select('action').where('subject', '=', `counter:${copied}`),
  );
  expect(audited.map(({ action }) => action)).toEqual(['makeCounter']);

  const counters = (await admin.get('/counters')).json;
  const refused = await admin.post('/counters', { ...passport, code: 'Q', servicesOf: '999' });
  expect(outcome(refused)).toEqual([400, 'invalid_request']);
  expect((await admin.get('/counters')).json).toEqual(counters);
});

test('letters that sound alike are told', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await admin.post('/counters', { ...passport, code: 'P' });
  const made = await admin.post('/counters', { ...passport, code: 'T' });
  expect((made.json as AdminCounter).soundsLike).toEqual(['P']);
  const service = { counterId: '1', name: same('Lain'), usualMinutes: 5, prefix: 'B' };
  expect(((await admin.post('/services', service)).json as AdminService).soundsLike).toEqual(['P']);
});

test('what visitors and officers still need is not taken away', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const { serviceId, manDesk } = server.hall;
  const issue = (service: number) =>
    server.send({
      method: 'POST',
      path: '/api/v1/tickets',
      headers: { 'idempotency-key': `tap-at-${service}-1` },
      body: { serviceId: String(service) },
    });
  const ticket = await issue(serviceId('A'));
  expect(ticket.status).toBe(201);
  expect(outcome(await admin.remove(`/services/${serviceId('A')}`))).toEqual([409, 'in_use']);
  expect(outcome(await admin.remove(`/counters/${server.hall.counterId('A')}`))).toEqual([409, 'in_use']);
  const { deskId } = manDesk(1);
  expect(outcome(await admin.remove(`/desks/${deskId}`))).toEqual([409, 'in_use']);
  expect(outcome(await admin.patch(`/desks/${deskId}`, { counterId: '2' }))).toEqual([409, 'in_use']);
  expect(outcome(await admin.patch(`/desks/${deskId}`, { label: '1A' }))).toEqual([200]);
  expect(outcome(await admin.remove('/hours/1'))).toEqual([409, 'in_use']);

  // Given back, the service can go; its tickets stay readable.
  const { token } = ticket.json as { readonly token: string };
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/cancel` });
  expect(outcome(await admin.remove(`/services/${serviceId('A')}`))).toEqual([204]);
  expect((await server.send({ path: `/api/v1/tickets/${token}` })).status).toBeLessThan(500);
  const queue = await server.send({
    path: `/api/v1/queue?counterId=${server.hall.counterId('A')}`,
    headers: admin.signed.headers,
  });
  expect(queue.status).toBe(200);
  for (const path of ['/counters', '/board', '/display', '/site']) {
    expect((await server.send({ path: `/api/v1${path}` })).status).toBe(200);
  }
});

test('hours, breaks and closures come out in the day view as on the kiosk', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const im = server.hall.serviceId('IM');
  const kajen = server.hall.serviceId('L');
  const week = [{ weekday: 3, opens: '08:00', closes: '12:00', breaks: [{ from: '09:30', to: '10:00' }] }];
  const made = await admin.post('/hours', {
    scope: `service:${kajen}`,
    week,
    lastTicketMinutesBefore: 30,
  });
  expect(made.status).toBe(201);
  expect(
    outcome(await admin.post('/hours', { scope: `service:${kajen}`, week, lastTicketMinutesBefore: 0 })),
  ).toEqual([409, 'already_exists']);
  expect(
    outcome(await admin.post('/hours', { scope: 'service:999', week, lastTicketMinutesBefore: 0 })),
  ).toEqual([400, 'invalid_request']);
  await admin.patch(`/services/${kajen}`, { quotaPerDay: 15 });
  const dayOf = async (date: string, serviceId: number) =>
    ((await admin.get(`/day?date=${date}`)).json as AdminDay).services.find(
      (each) => each.serviceId === String(serviceId),
    );
  expect(await dayOf('2026-12-02', kajen)).toMatchObject({
    spans: [
      { opens: '08:00', closes: '09:30' },
      { opens: '10:00', closes: '11:30' },
    ],
    quota: 15,
    reason: null,
  });
  expect(await dayOf('2026-12-03', kajen)).toMatchObject({ spans: [] });
  const closure = {
    scope: 'hall',
    from: '2026-12-02',
    to: '2026-12-02',
    reason: same('Rapat'),
    week: null,
  };
  expect(outcome(await admin.post('/closures', { ...closure, to: '2026-12-01' }))).toEqual([
    400,
    'invalid_request',
  ]);
  const closed = await admin.post('/closures', closure);
  expect(await dayOf('2026-12-02', kajen)).toMatchObject({ spans: [], reason: same('Rapat') });
  const shown = (await server.send({ path: `/api/v1/services/${im}/week` })).json;
  expect(shown).toEqual(expect.arrayContaining([expect.objectContaining({ reason: null })]));
  const { id } = closed.json as { readonly id: string };
  expect(outcome(await admin.patch(`/closures/${id}`, { from: '2026-12-05' }, '"1"'))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(outcome(await admin.remove(`/closures/${id}`, '"1"'))).toEqual([204]);
  expect(outcome(await admin.get('/day?date=2026-02-30'))).toEqual([400, 'invalid_request']);
});

test('a hall may be closed until further notice, but no day further away than five years is typed', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const closure = { scope: 'hall', from: '2026-11-24', reason: same('Rusak'), week: null };
  for (const days of [{ to: '9999-12-31' }, { to: '2031-11-25' }, { from: '2031-11-25', to: null }]) {
    expect(outcome(await admin.post('/closures', { ...closure, ...days }))).toEqual([400, 'invalid_request']);
  }
  const { id } = (await admin.post('/closures', { ...closure, to: null })).json as { readonly id: string };
  expect((await admin.get(`/closures/${id}`)).json).toMatchObject({ from: '2026-11-24', to: null });
  const counters = (await server.send({ path: '/api/v1/counters' })).json as readonly {
    readonly status: string;
    readonly opensAt: string | null;
  }[];
  expect([...new Set(counters.map(({ status, opensAt }) => `${status} ${opensAt}`))]).toEqual([
    'closed null',
  ]);
  expect((await server.send({ path: '/info', headers: { 'x-forwarded-for': '10.0.0.9' } })).text).toContain(
    'Tutup mulai Selasa, 24 November sampai pemberitahuan lebih lanjut: Rusak',
  );
  expect(outcome(await admin.patch(`/closures/${id}`, { to: '2031-11-24' }, '"1"'))).toEqual([200]);
});

test('a bad row is told to the admin, and the kiosk goes on', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  server.hall.store.write((transaction) => {
    transaction.run(
      query.updateTable('counters').set({ nameJson: '{"id":""', icon: 'no-such' }).where('id', '=', 1),
    );
    transaction.run(query.updateTable('services').set({ documentsJson: '7' }).where('id', '=', 1));
    transaction.run(query.updateTable('hours').set({ weekJson: '[{"weekday":9}]' }).where('id', '=', 1));
    transaction.run(query.updateTable('desks').set({ serviceIdsJson: '[1,99]' }).where('id', '=', 1));
    transaction.announce({ kind: 'configuration' });
  });
  expect((await server.send({ path: '/api/v1/counters' })).status).toBe(200);
  expect((await server.send({ path: '/api/v1/board' })).status).toBe(200);
  expect((await admin.get('/counters/1')).json).toMatchObject({ unreadable: ['name'] });
  expect((await admin.get('/services/1')).json).toMatchObject({ unreadable: ['documents'] });
  expect((await admin.get('/hours/1')).json).toMatchObject({ unreadable: ['week'], week: [] });
  expect(((await admin.get('/day?date=2026-11-25')).json as AdminDay).faults).toHaveLength(3);
  // Saving the field mends the row.
  const mended = await admin.patch('/counters/1', { name: same('Dukcapil') });
  expect(mended.json).toMatchObject({ unreadable: [], name: same('Dukcapil') });
});

test('kiosks hear of an edit without asking', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const stream = await openEventStream(server.url, 'topics=counters');
  await stream.until((event) => event.event === 'counters');
  await admin.patch('/counters/1', { name: same('Dukcapil baru') });
  await stream.until(
    (event) => event.event === 'counters' && JSON.stringify(event.data).includes('Dukcapil baru'),
  );
});
