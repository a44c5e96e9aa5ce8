import { expect, test } from 'vitest';
import { recordAudit } from '../../electron/actions/accounts/record-audit';
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

test('a number is found as people type it, also where an older act noted no more than the ticket', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const supervisor = server.signIn('supervisor');
  const walkIn = await server.send({
    method: 'POST',
    path: '/api/v1/walk-ins',
    headers: supervisor.headers,
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { id, number } = walkIn.json as { readonly id: string; readonly number: string };
  expect(number).toBe('A-001');
  server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    recordAudit(context, { action: 'reinstate', subject: `ticket:${id}` }),
  );
  for (const typed of ['A-001', 'a1', '1']) {
    const { entries } = (await admin.get(`/audit?number=${typed}`)).json as AuditPage;
    expect(entries.map(({ action }) => action)).toEqual(['reinstate', 'walkIn']);
  }
  const other = (await admin.get('/audit?number=B-001')).json as AuditPage;
  expect(other.entries).toEqual([]);
  expect((await admin.get('/audit?number=A-0O1')).status).toBe(400);
  for (const none of ['.0', '-1', 'K-123456']) {
    const found = await admin.get(`/audit?number=${none}`);
    expect([none, found.status === 400 || (found.json as AuditPage).entries.length === 0]).toEqual([
      none,
      true,
    ]);
  }
});

test('sign-ins are found by the computer that they came from', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await server.send({
    method: 'POST',
    path: '/api/v1/session',
    body: { username: 'admin.1', password: 'bukan kata sandinya' },
  });
  const found = async (address: string) =>
    ((await admin.get(`/audit?address=${address}`)).json as AuditPage).entries.map(({ action }) => action);
  expect(await found('127.0.0.1')).toEqual(['signInFailed']);
  expect(await found('127.0.')).toEqual(['signInFailed']);
  expect(await found('10.0.0.1')).toEqual([]);
  expect((await admin.get('/audit?address=kantor')).status).toBe(400);
});

test('what is filtered is a file too: in words, for Excel, and no formula among it', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const supervisor = server.signIn('supervisor');
  const work = (path: string, body: unknown) =>
    server.send({ method: 'POST', path: `/api/v1${path}`, headers: supervisor.headers, body });
  const serviceId = String(server.hall.serviceId('A'));
  const { id } = (await work('/walk-ins', { serviceId })).json as { readonly id: string };
  await work('/walk-ins', { serviceId });
  await work(`/tickets/${id}/cancel`, { reason: '=HYPERLINK("http://x";"y")' });
  const file = await admin.get('/audit.csv?number=A-001');
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="antre-history-[\d-]+\.csv"$/);
  const [heading, cancelled = '', added = '', ...more] = file.text.split('\r\n');
  expect(heading).toBe('\uFEFFWaktu;Siapa;Tindakan;Tentang;Nomor;Alasan;Alamat komputer;Perubahan');
  expect(cancelled.replace(/^[\d-]+ [\d:]+;/, '')).toBe(
    `supervisor 2;Membatalkan nomor;nomor A-001;A-001;"'=HYPERLINK(""http://x"";""y"")";;`,
  );
  expect(added.replace(/^[\d-]+ [\d:]+;/, '')).toBe(
    'supervisor 2;Menambah pengunjung di loket;nomor A-001;A-001;;;',
  );
  expect(more).toEqual(['']);
  const english = await admin.get('/audit.csv?action=cancelTicket&language=en');
  expect(english.text.split('\r\n')[1]).toContain(',supervisor 2,Cancelled a number,number A-001,A-001,');
  const outsider = await server.send({ path: '/api/v1/admin/audit.csv', headers: supervisor.headers });
  expect(outsider.status).toBe(403);
});

test('a stop is one act in the history, with its reason', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const supervisor = server.signIn('supervisor');
  const counterId = server.hall.counterId('A');
  const stopped = await server.send({
    method: 'POST',
    path: `/api/v1/counters/${counterId}/pause`,
    headers: supervisor.headers,
    body: { reason: { id: 'Alat rusak', en: '', jv: '' } },
  });
  expect(stopped.status).toBe(200);
  const { entries } = (await admin.get('/audit?part=work')).json as AuditPage;
  expect(entries.map(({ action, subject, before, after }) => ({ action, subject, before, after }))).toEqual([
    {
      action: 'pauseCounter',
      subject: `counter:${counterId}`,
      before: { paused: false },
      after: { paused: true, reason: { id: 'Alat rusak', en: '', jv: '' } },
    },
  ]);
});
