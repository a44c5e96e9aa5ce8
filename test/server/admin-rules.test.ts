import { expect, test } from 'vitest';
import type { Finding } from '../../electron/contract/admin-hall';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

test('the second admin to save the settings is told, and nothing is overwritten', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const tag = String((await admin.get('/settings')).headers.etag);
  const first = await admin.patch('/settings', { recallLimit: 4 }, tag);
  expect([first.status, first.headers.etag !== tag]).toEqual([200, true]);
  expect(outcome(await admin.patch('/settings', { recallLimit: 9 }, tag))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect((await admin.get('/settings')).json).toMatchObject({ recallLimit: 4 });
});

test('a list of closed days is taken whole or not at all, each day once', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const wrong = await admin.post('/closures/list', {
    scope: 'hall',
    text: '25/12/2026; Natal\n31/2/2027; Tidak ada',
  });
  expect(outcome(wrong)).toEqual([400, 'invalid_request']);
  expect((await admin.get('/closures')).json).toEqual([]);
  const text = 'tanggal;nama;name\n# libur\n25 Desember 2026;Natal;Christmas\n2027-01-01;Tahun Baru;';
  const once = await admin.post('/closures/list', { scope: 'hall', text });
  expect([once.status, once.json]).toEqual([201, { made: 2, already: 0 }]);
  const again = await admin.post('/closures/list', { scope: 'hall', text });
  expect(again.json).toEqual({ made: 0, already: 2 });
  expect((await admin.get('/closures')).json).toMatchObject([
    { from: '2026-12-25', to: '2026-12-25', reason: { id: 'Natal', en: 'Christmas', jv: '' }, week: null },
    { from: '2027-01-01', reason: { id: 'Tahun Baru' } },
  ]);
  for (const hostile of ['\u0000', '"', ';;;;', '=1+1; x', 'a'.repeat(90_000), '24/11/2026'.repeat(2_000)]) {
    expect(outcome(await admin.post('/closures/list', { scope: 'hall', text: hostile }))[0]).toBe(400);
  }
  expect(outcome(await admin.post('/closures/list', { scope: 'service:999', text }))).toEqual([
    400,
    'invalid_request',
  ]);
});

test.each([
  ['a name with a sign that turns letters round', '25/12/2026;Natal\u202E', 'unreadable'],
  ['a name with a sign that nobody sees', '25/12/2026;Na\u0007tal', 'unreadable'],
  ['a date further ahead than a closure may be', '1/1/2033;Tahun Baru', 'too_far'],
])('a list of closed days is looked at as it is taken: %s', async (_what, text, kind) => {
  const admin = adminRequests(await runningServer());
  const looked = (await admin.post('/closures/list/preview', { scope: 'hall', text })).json;
  expect(looked).toMatchObject({ days: [], faults: [{ line: 1, kind }] });
  expect(outcome(await admin.post('/closures/list', { scope: 'hall', text }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect((await admin.get('/closures')).json).toEqual([]);
});

test('a bad row takes nothing down, and admins are told which and what', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await admin.patch('/counters/1', { icon: 'no-such-picture' });
  server.hall.store.write((transaction) => {
    transaction.run(query.updateTable('services').set({ nameJson: '{"id":' }).where('id', '=', 1));
    transaction.run(query.updateTable('hours').set({ weekJson: 'nonsense' }).where('scope', '=', 'hall'));
    transaction.announce({ kind: 'configuration' });
  });
  for (const path of ['/counters', '/board', '/display', '/services/1/week']) {
    expect((await server.send({ path: `/api/v1${path}` })).status).toBe(200);
  }
  const found = (await admin.get('/findings')).json as Finding[];
  const kinds = found.map(({ subject, kind, detail }) => `${subject} ${kind} ${detail}`);
  expect(kinds).toEqual(
    expect.arrayContaining([
      'counter:1 unknown_icon no-such-picture',
      'service:1 unreadable name',
      'service:1 no_hours ',
      'hours:hall unreadable week',
    ]),
  );
});

test('a service that is closed until further notice is not said to have no hours', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const reason = { id: 'Pindah gedung', en: '', jv: '' };
  const closed = { scope: 'service:1', from: '2026-11-24', to: null, week: null, reason };
  expect((await admin.post('/closures', closed)).status).toBe(201);
  const found = (await admin.get('/findings')).json as Finding[];
  expect(found.filter(({ kind }) => kind === 'no_hours')).toEqual([]);
});

test('a reason that the service does not know gives a regular number', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  expect(
    (await admin.patch('/services/1', { priorities: ['disability'], calledMinutes: 3 })).json,
  ).toMatchObject({
    priorities: ['disability'],
    calledMinutes: 3,
  });
  const menu = (await server.send({ path: '/api/v1/counters' })).json as {
    services: { id: string; priorities: string[] }[];
  }[];
  const offered = menu.flatMap(({ services }) => services).find(({ id }) => id === '1');
  expect(offered?.priorities).toEqual(['disability']);
  expect(outcome(await admin.patch('/services/1', { priorities: ['elderly', 'elderly'] }))).toEqual([
    400,
    'invalid_request',
  ]);
});
