import { expect, onTestFinished, test } from 'vitest';
import type { Backup } from '../../electron/contract/admin-backups';
import type { Problem } from '../../electron/contract/common';
import type { Configuration } from '../../electron/contract/configuration';
import { writeHistory } from '../../scripts/simulate/write-history';
import { adminRequests, outcome } from '../support/admin-requests';
import { largeSite } from '../support/large-hall';
import { runningServer, type Signed, type TestServer } from '../support/running-server';

const year = 'from=2025-11-24&to=2026-11-24';

/** A hall with some days behind it, and a supervisor's reports. */
async function hallWithReports() {
  const server = await runningServer();
  writeHistory(server.hall.store, { until: '2026-11-23', days: 10, seed: 4 });
  const report = (path: string, { headers }: Signed = server.signIn('supervisor')) =>
    server.send({ path: `/api/v1/reports/${path}`, headers });
  return { server, report };
}

/** Lets the process of heavy work stand still as soon as it is there; returns its number. */
async function standStill({ heavyWork }: TestServer): Promise<number> {
  await expect.poll(() => heavyWork.pid, { interval: 1 }).not.toBe(null);
  const pid = heavyWork.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  onTestFinished(() => {
    if (heavyWork.pid === pid) process.kill(pid, 'SIGKILL');
  });
  return pid;
}

async function tap({ send, hall }: TestServer, key: string): Promise<number> {
  const { status } = await send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': `a-tap-${key}` },
    body: { serviceId: String(hall.serviceId('A')) },
  });
  return status;
}

test('numbers are given while a report of a year and an advice are still being made', async () => {
  const { server, report } = await hallWithReports();
  const counterId = server.hall.counterId('A');
  const order: string[] = [];
  const asked = [
    `summary?${year}&by=day`,
    `summary.xlsx?${year}&by=service`,
    `staffing?counterId=${counterId}`,
  ].map((path) =>
    report(path).then(({ status }) => {
      order.push(`report ${status}`);
    }),
  );
  const pid = await standStill(server);
  for (const key of ['one', 'two', 'three']) order.push(`number ${await tap(server, key)}`);
  process.kill(pid, 'SIGCONT');
  await Promise.all(asked);
  expect(order).toEqual([...Array(3).fill('number 201'), ...Array(3).fill('report 200')]);
});

test('numbers are given while the import of a large hall is looked at, which changes nothing', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const before = (await admin.get('/export')).json as Configuration;
  // Without the one whose letters a service of the small hall has.
  const others = largeSite().counters.filter(({ code }) => code !== 'LB');
  const more = others.map((counter) => ({
    ...counter,
    desks: counter.desks.map(({ number }) => ({ number: number + 500, label: `${number}` })),
  }));
  const file = { ...before, counters: [...before.counters, ...more] };
  const order: string[] = [];
  const looked = admin.post('/import/preview', file).then(({ status, json }) => {
    order.push(`preview ${status}`);
    return json as { readonly differences: readonly { readonly path: string }[] };
  });
  const pid = await standStill(server);
  for (const key of ['one', 'two', 'three']) order.push(`number ${await tap(server, key)}`);
  process.kill(pid, 'SIGCONT');
  const { differences } = await looked;
  expect(order).toEqual([...Array(3).fill('number 201'), 'preview 200']);
  expect(differences.filter(({ path }) => /^counters\.[^.]+$/.test(path))).toHaveLength(more.length);
  expect((await admin.get('/export')).json).toEqual(before);
});

test('whose report is broken off is told so in words, and the next is made', async () => {
  const { server, report } = await hallWithReports();
  const asking = report(`summary?${year}&by=day`);
  process.kill(await standStill(server), 'SIGKILL');
  const answer = await asking;
  expect(answer.json).toMatchObject({
    status: 503,
    code: 'work_broken_off',
    title: 'Hitungan terhenti',
  } satisfies Partial<Problem>);
  expect((await report(`summary?${year}&by=day`)).status).toBe(200);
});

test('of one who asks for too much some is refused at once, and others have their turn', async () => {
  const { server, report } = await hallWithReports();
  const greedy = server.signIn('supervisor');
  const other = server.signIn('supervisor');
  const order: string[] = [];
  const ask = (who: string, signed: Signed) =>
    report(`presence?${year}`, signed).then((answer) => {
      order.push([who, ...outcome(answer)].join(' '));
    });
  const greedyAsked = Array.from({ length: 20 }, () => ask('greedy', greedy));
  const pid = await standStill(server);
  // One at work and twelve that wait.
  const refused = Array(7).fill('greedy 429 too_many_requests');
  await expect.poll(() => order).toEqual(refused);
  const otherAsked = ask('other', other);
  expect(await tap(server, 'meanwhile')).toBe(201);
  process.kill(pid, 'SIGCONT');
  await Promise.all([...greedyAsked, otherAsked]);
  expect(order.filter((each) => each === 'greedy 200')).toHaveLength(13);
  expect(order.slice(7).indexOf('other 200')).toBeLessThanOrEqual(3);
});

test('a copy is restored while a report is made, and the report is made of what was restored', async () => {
  const { server, report } = await hallWithReports();
  const admin = adminRequests(server);
  const { id } = (await admin.post('/backups')).json as Backup;
  const asking = report('presence?from=2026-11-20&to=2026-11-24');
  const pid = await standStill(server);
  expect(outcome(await admin.post(`/backups/${id}/restore`))).toEqual([200]);
  expect((await asking).status).toBe(200);
  expect(server.heavyWork.pid).not.toBe(pid);
  expect((await report(`summary?${year}&by=day`)).status).toBe(200);
});
