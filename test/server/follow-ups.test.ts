import { expect, test } from 'vitest';
import type { FollowUp, FollowUpPlan } from '../../electron/contract/follow-up';
import { runningServer } from '../support/running-server';

const semester = { from: '2026-01-01', to: '2026-06-30' };
const first = {
  ...semester,
  reportedOn: '2026-07-03',
  element: 'time',
  action: 'Buka satu meja lagi pada jam sibuk',
  owner: 'Koordinator balai',
  dueOn: '2026-09-30',
};

/** A supervisor of a hall in which today is Tuesday, 24 November 2026. */
async function supervised() {
  const server = await runningServer();
  const { headers } = server.signIn('supervisor');
  const path = '/api/v1/reports/follow-ups';
  const send = async (method: string, below = '', body?: unknown, more: Record<string, string> = {}) =>
    server.send({ method, path: `${path}${below}`, headers: { ...headers, ...more }, body });
  const add = async (body: unknown) => (await send('POST', '', body)).json as FollowUp;
  const plans = async () => ((await send('GET')).json as { plans: FollowUpPlan[] }).plans;
  return { server, send, add, plans };
}

test('what is resolved about a report is told by its period, the first due first, with what is late', async () => {
  const { add, plans } = await supervised();
  expect(await plans()).toEqual([]);
  const later = await add({ ...first, element: null, action: 'Tambah kursi', dueOn: '2026-12-31' });
  // The day of the plan's first holds for all of it.
  const sooner = await add({ ...first, reportedOn: '2026-08-01' });
  await add({ ...first, from: '2025-07-01', to: '2025-12-31', reportedOn: '2026-01-05' });
  expect(sooner).toEqual({
    ...{ id: sooner.id, version: 1, ...semester, element: 'time' },
    ...{ action: first.action, owner: first.owner, dueOn: first.dueOn, doneOn: null, proof: null },
  });
  expect(await plans()).toMatchObject([
    {
      ...semester,
      reportedOn: '2026-07-03',
      actions: [sooner, later],
      ...{ done: 0, overdue: 1, finishedOn: null, months: 4 },
    },
    { from: '2025-07-01', to: '2025-12-31', reportedOn: '2026-01-05', done: 0, months: 10 },
  ]);
});

test('it is done by a day and a proof; once all are, the months since the report stand still', async () => {
  const { send, add, plans } = await supervised();
  const { id } = await add(first);
  const without = await send('PATCH', `/${id}`, { doneOn: '2026-08-02' });
  expect([without.status, without.json]).toMatchObject([400, { errors: [{ path: 'proof' }] }]);
  const done = await send('PATCH', `/${id}`, { doneOn: '2026-08-02', proof: 'SK 12/2026, map SKM' });
  expect(done.json).toMatchObject({ version: 2, doneOn: '2026-08-02', proof: 'SK 12/2026, map SKM' });
  // 30 days are no month of July yet.
  expect(await plans()).toMatchObject([{ done: 1, overdue: 0, finishedOn: '2026-08-02', months: 0 }]);
  expect((await send('PATCH', `/${id}`, { doneOn: '2026-08-03' })).status).toBe(200);
  expect(await plans()).toMatchObject([{ finishedOn: '2026-08-03', months: 1 }]);
  // Not done after all: then there is nothing to prove.
  expect((await send('PATCH', `/${id}`, { doneOn: null })).json).toMatchObject({ doneOn: null, proof: null });
});

test('when the report was handed in is the same for all that follows it', async () => {
  const { send, add, plans } = await supervised();
  const { id } = await add(first);
  await add({ ...first, element: 'cost' });
  expect((await send('PATCH', `/${id}`, { reportedOn: '2026-07-20' })).status).toBe(200);
  const other = await add({ ...first, element: 'facilities', reportedOn: '2026-07-01' });
  expect(await plans()).toMatchObject([{ reportedOn: '2026-07-20', months: 4 }]);
  expect((await send('DELETE', `/${other.id}`)).status).toBe(204);
  expect((await plans())[0]?.actions.map(({ element }) => element)).toEqual(['time', 'cost']);
});

test.each([
  ['to', { to: '2025-12-31', from: '2026-01-01' }],
  ['reportedOn', { reportedOn: '2026-06-29' }],
  ['reportedOn', { reportedOn: '2026-11-25' }],
  ['action', { action: ' ' }],
  ['element', { element: 'speed' }],
  ['dueOn', { dueOn: '2026-02-30' }],
])('a wrong %s is refused at its field, and nothing is kept', async (path, wrong) => {
  const { send, plans } = await supervised();
  const answer = await send('POST', '', { ...first, ...wrong });
  expect([answer.status, answer.json]).toMatchObject([400, { errors: [{ path }] }]);
  expect(await plans()).toEqual([]);
});

test('a day to come is none on which something was done, and two people do not change one action unseen', async () => {
  const { send, add, plans } = await supervised();
  const { id } = await add(first);
  const early = await send('PATCH', `/${id}`, { doneOn: '2026-11-25', proof: 'foto' });
  expect([early.status, early.json]).toMatchObject([400, { errors: [{ path: 'doneOn' }] }]);
  expect((await send('PATCH', `/${id}`, { owner: 'Sekretaris' }, { 'if-match': '"1"' })).status).toBe(200);
  expect((await send('PATCH', `/${id}`, { owner: 'Kepala' }, { 'if-match': '"1"' })).status).toBe(412);
  expect((await plans())[0]?.actions).toMatchObject([{ owner: 'Sekretaris', version: 2 }]);
  expect((await send('PATCH', '/77', { owner: 'Kepala' })).status).toBe(404);
  expect((await send('DELETE', '/77')).status).toBe(404);
});
