import { expect, test } from 'vitest';
import type { AuditPage } from '../../electron/contract/admin-audit';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

test('the history says who cancelled a number, and why, by the number on its paper', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const supervisor = server.signIn('supervisor');
  const work = (path: string, body: unknown) =>
    server.send({ method: 'POST', path: `/api/v1${path}`, headers: supervisor.headers, body });
  const added = await work('/walk-ins', { serviceId: String(server.hall.serviceId('A')) });
  const { id, number } = added.json as { readonly id: string; readonly number: string };
  await work('/walk-ins', { serviceId: String(server.hall.serviceId('A')) });
  expect((await work(`/tickets/${id}/priority`, { priority: 'elderly', reason: 'terlihat' })).status).toBe(
    200,
  );
  expect((await work(`/tickets/${id}/cancel`, { reason: 'pengunjung pulang' })).status).toBe(200);
  const { entries } = (await admin.get(`/audit?text=${number}`)).json as AuditPage;
  expect(entries.map(({ action, user, after }) => ({ action, by: user?.id, after }))).toEqual([
    {
      action: 'cancelTicket',
      by: String(supervisor.userId),
      after: { ticketId: Number(id), number, reason: 'pengunjung pulang' },
    },
    {
      action: 'changePriority',
      by: String(supervisor.userId),
      after: { ticketId: Number(id), number, reason: 'terlihat' },
    },
    { action: 'walkIn', by: String(supervisor.userId), after: { ticketId: Number(id), number } },
  ]);
});

test('a sign-in that failed stands in the history with its address, and no name that nobody has', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const signIn = (username: string) =>
    server.send({
      method: 'POST',
      path: '/api/v1/session',
      body: { username, password: 'bukan kata sandinya' },
    });
  expect((await signIn('admin.1')).status).toBe(401);
  expect((await signIn('kata sandi rahasia')).status).toBe(401);
  const { entries } = (await admin.get('/audit')).json as AuditPage;
  expect(entries.map(({ action, subject, after }) => ({ action, subject, after }))).toEqual([
    {
      action: 'signInFailed',
      subject: `user:${admin.signed.userId}`,
      after: { address: expect.stringMatching(/127\.0\.0\.1|::1/) },
    },
  ]);
});
