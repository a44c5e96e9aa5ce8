import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetOldTraces } from '../../../electron/actions/accounts/forget-old-traces';
import { giveDeviceToken } from '../../../electron/actions/accounts/give-device-token';
import { query } from '../../../electron/store/store';
import { adminRequests } from '../../support/admin-requests';
import { runningServer } from '../../support/running-server';
import { testHall } from '../../support/test-hall';

const system = { kind: 'system' } as const;
const dayMs = 86_400_000;

test('attempts and old acts are forgotten, whenever they were; what still counts stays', () => {
  const halfHours = (from: number, to: number) =>
    fc.integer({ min: from * 24, max: to * 24 }).map((hours) => (hours + 0.5) / 24);
  const attempt = fc.record({ daysAgo: halfHours(0, 10), lockedForDays: fc.option(halfHours(-3, 3)) });
  const act = fc.record({
    daysAgo: halfHours(0, 5_000),
    action: fc.constantFrom('callNext', 'signIn', 'changeSettings', 'importConfiguration'),
  });
  const hall = testHall();
  const now = hall.clock.now();
  const past = (days: number) => Math.round(now - days * dayMs);
  fc.assert(
    fc.property(fc.array(attempt), fc.array(act), (attempts, acts) => {
      hall.store.write((transaction) => {
        transaction.run(query.deleteFrom('sign_in_failures'));
        transaction.run(query.deleteFrom('audit'));
        for (const [at, { daysAgo, lockedForDays }] of attempts.entries()) {
          const lockedUntil = lockedForDays === null ? null : past(-lockedForDays);
          const row = { subject: `${at}`, count: 1, lastAt: past(daysAgo), lockedUntil };
          transaction.run(query.insertInto('sign_in_failures').values(row));
        }
        for (const { daysAgo, action } of acts) {
          const row = { at: past(daysAgo), userId: null, actor: 'user:1', action, subject: null };
          transaction.run(query.insertInto('audit').values({ ...row, beforeJson: null, afterJson: null }));
        }
      });
      hall.actionRunner.run(system, forgetOldTraces);
      const isKept = ({ daysAgo, lockedForDays }: (typeof attempts)[number]) =>
        daysAgo <= 2 || (lockedForDays !== null && lockedForDays > 0);
      const keptDays = (action: string) => (/change|import/.test(action) ? 3_650 : 730);
      expect(hall.store.all(query.selectFrom('sign_in_failures').select('subject'))).toHaveLength(
        attempts.filter(isKept).length,
      );
      expect(hall.store.all(query.selectFrom('audit').select('id'))).toHaveLength(
        acts.filter(({ daysAgo, action }) => daysAgo <= keptDays(action)).length,
      );
    }),
    { numRuns: 30 },
  );
});

test('names that strangers try by the ten thousand leave so many rows and no more', () => {
  const hall = testHall();
  hall.store.write((transaction) => {
    for (let at = 0; at < 20_400; at += 1) {
      const row = { subject: `${at}`, count: 1, lastAt: hall.clock.now() - at, lockedUntil: null };
      transaction.run(query.insertInto('sign_in_failures').values(row));
    }
  });
  hall.actionRunner.run(system, forgetOldTraces);
  const left = hall.store.all(query.selectFrom('sign_in_failures').select('subject'));
  expect(left).toHaveLength(20_000);
  expect(left.map(({ subject }) => subject)).toContain('0');
});

test('who holds a ticket, or makes one up, leaves few keys behind', async () => {
  const server = await runningServer();
  const tap = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'press-keys' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { token } = tap.json as { readonly token: string };
  const keys = () => server.hall.store.all(query.selectFrom('idempotency_keys').select('caller')).length;
  const before = keys();
  for (let at = 0; at < 40; at += 1) {
    const press = (of: string) =>
      server.send({
        method: 'POST',
        path: `/api/v1/tickets/${of}/cancel`,
        headers: { 'idempotency-key': `press-again-${at}` },
      });
    await press(token);
    expect((await press('x'.repeat(22))).status).toBe(404);
  }
  expect(keys() - before).toBe(20);
});

test('a tablet offers the survey at a few desks of its own counters', async () => {
  const server = await runningServer();
  const { hall } = server;
  const admin = adminRequests(server);
  const device = hall.actionRunner.run(system, (context) => {
    const row = { id: 'display-7', kind: 'display', name: 'Tablet', createdAt: context.now } as const;
    context.transaction.run(query.insertInto('devices').values(row));
    return giveDeviceToken(context, 'display-7');
  });
  for (let number = 70; number < 75; number += 1) {
    await admin.post('/desks', { counterId: String(hall.counterId('A')), label: `${number}`, number });
  }
  const offer = async (number: number) => {
    const path = `/api/v1/desks/${hall.deskId(number)}/survey`;
    return (await server.send({ path, headers: { authorization: `Bearer ${device}` } })).status;
  };
  const statuses = [];
  for (const number of [70, 71, 72, 73, 74, 70]) statuses.push(await offer(number));
  expect(statuses).toEqual([200, 200, 200, 200, 429, 200]);
  hall.clock.advance({ hours: 2 });
  await admin.patch('/devices/display-7', { counterIds: [String(hall.counterId('L'))] });
  expect(await offer(70)).toBe(403);
});
