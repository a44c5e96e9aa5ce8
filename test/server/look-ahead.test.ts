import { expect, test } from 'vitest';
import type { AdminDay } from '../../electron/contract/admin-hall';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

async function lookAhead() {
  const server = await runningServer();
  const admin = adminRequests(server);
  const ahead = async (query: string) => (await admin.get(`/day?${query}`)).json as AdminDay;
  const counterId = String(server.hall.counterId('IM'));
  const at = async (query: string) =>
    (await ahead(query)).counters.find((each) => each.counterId === counterId)?.standing;
  return { server, admin, ahead, counterId, at };
}

test('a counter is told as visitors will find it at a moment that has not come', async () => {
  // Imigrasi opens on Wednesdays until 14.00.
  const { at } = await lookAhead();
  expect(await at('date=2026-12-02&time=10:00')).toMatchObject({
    status: 'open',
    state: 'serving',
    reason: null,
  });
  expect(await at('date=2026-12-02&time=15:00')).toMatchObject({
    status: 'closed',
    reason: { id: 'Buka Rabu 9 Des 08.00' },
  });
  expect((await at('date=2026-12-03&time=10:00'))?.status).toBe('closed');
});

test('what closes a day and what is stopped by hand is foreseen, and nothing is told without a time', async () => {
  const { admin, ahead, counterId, at } = await lookAhead();
  const closure = {
    scope: 'hall',
    from: '2026-12-02',
    to: '2026-12-02',
    reason: { id: 'Libur', en: '', jv: '' },
  };
  expect((await admin.post('/closures', { ...closure, week: null })).status).toBe(201);
  expect(await at('date=2026-12-02&time=10:00')).toMatchObject({ status: 'closed' });
  expect((await admin.patch(`/counters/${counterId}`, { paused: true })).status).toBe(200);
  expect(await at('date=2026-12-09&time=10:00')).toMatchObject({ status: 'paused', state: 'stopped' });
  const day = await ahead('date=2026-12-09');
  expect([day.counters, day.services.every(({ standing }) => standing === null)]).toEqual([[], true]);
});

test('on the last day that can be written, nothing is told of the next', async () => {
  const { at } = await lookAhead();
  expect(await at('date=9999-12-31&time=07:36')).toMatchObject({ status: 'closed', opensAt: null });
});
