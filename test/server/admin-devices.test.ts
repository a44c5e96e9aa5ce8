import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditPage } from '../../electron/contract/admin-audit';
import type { PrinterNow } from '../../electron/contract/printers';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';

const passedOn = { 'x-forwarded-for': '10.0.0.9' };
const pair = (server: TestServer, body: unknown) =>
  server.send({ method: 'POST', path: '/api/v1/devices/pair', headers: passedOn, body });
const poll = (server: TestServer, token: string) =>
  server.send({ path: `/api/v1/devices/pair/${token}`, headers: passedOn });

test('a kiosk is let in by the code on its screen, gets its token once, and is let in no longer when revoked', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const asked = await pair(server, { kind: 'kiosk', name: 'Kios utara' });
  expect(asked.status).toBe(201);
  const { code, pollToken } = asked.json as { readonly code: string; readonly pollToken: string };
  expect((await poll(server, pollToken)).json).toEqual({ state: 'waiting' });
  expect(outcome(await admin.post('/devices/pairings/ZZZZZZ/approve', {}))).toEqual([404, 'not_found']);
  expect(outcome(await admin.post(`/devices/pairings/${code}/approve`, { counterIds: ['99'] }))).toEqual([
    400,
    'invalid_request',
  ]);
  const approved = await admin.post(`/devices/pairings/${code}/approve`, { zone: 'Utara' });
  expect(approved.json).toMatchObject({ kind: 'kiosk', name: 'Kios utara', zone: 'Utara', lastSeenAt: null });
  expect(outcome(await admin.post(`/devices/pairings/${code}/approve`, {}))).toEqual([404, 'not_found']);

  const given = await poll(server, pollToken);
  const { token, deviceId } = given.json as { readonly token: string; readonly deviceId: string };
  expect(String(given.headers['set-cookie'])).toMatch(
    /^antre_device=[\w-]{43}; .*HttpOnly; SameSite=Strict$/,
  );
  expect(outcome(await poll(server, pollToken))).toEqual([404, 'not_found']);

  const kiosk = () =>
    server.send({ path: '/api/v1/kiosk', headers: { ...passedOn, authorization: `Bearer ${token}` } });
  expect((await kiosk()).status).toBe(200);
  expect((await admin.get(`/devices/${deviceId}/status`)).json).toEqual({
    online: true,
    lastSeenAt: '2026-11-24T09:00:00+07:00',
    printer: null,
    version: null,
    touchScreen: null,
    scanner: null,
    page: null,
    openPrintJobs: 0,
  });
  expect((await admin.get('/devices/kiosk-1/status')).json).toMatchObject({
    printer: { state: 'ready', cause: null, detail: null },
    version: '0.0.0-test',
  });
  const named = await admin.patch(`/devices/${deviceId}`, { name: 'Kios barat' }, '"1"');
  expect([named.status, named.headers.etag]).toEqual([200, '"2"']);
  expect(outcome(await admin.patch(`/devices/${deviceId}`, { name: 'X' }, '"1"'))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect(outcome(await admin.remove('/devices/kiosk-1'))).toEqual([409, 'in_use']);
  expect(outcome(await admin.remove(`/devices/${deviceId}`, '"2"'))).toEqual([204]);
  expect((await kiosk()).status).toBe(401);
});

test('a code is good for ten minutes', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const asked = await pair(server, { kind: 'display', name: 'TV' });
  const { code, pollToken } = asked.json as { readonly code: string; readonly pollToken: string };
  server.hall.clock.advance({ minutes: 10 });
  expect(outcome(await poll(server, pollToken))).toEqual([404, 'not_found']);
  expect(outcome(await admin.post(`/devices/pairings/${code}/approve`))).toEqual([404, 'not_found']);
  expect(server.hall.store.all(query.selectFrom('devices').select('id'))).toEqual([{ id: 'kiosk-1' }]);
});

test('whatever codes are asked for, guessed, typed and polled, each lets in the one device that shows it, once and in time', async () => {
  const server = await runningServer({ trustedProxies: ['127.0.0.1'] });
  let asker = 0;
  // Of as many addresses as requests: what one address may try a minute is shown elsewhere.
  const from = () => ({
    'x-forwarded-for': `10.${asker >> 14}.${(asker >> 7) & 127}.${1 + (asker++ & 127)}`,
  });
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ act: fc.constant('ask' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({ act: fc.constantFrom('type', 'poll', 'revoke' as const), of: fc.nat(2) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('guess' as const),
        code: fc.stringMatching(/^[A-HJ-NP-Z2-9]{6}$/),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 11 }) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30, size: 'max' }), async (steps) => {
      const shown: { code: string; pollToken: string; until: number; state: string; id?: string }[] = [];
      const now = () => server.hall.clock.now();
      const admin = adminRequests(server);
      const typed = (code: string) => admin.post(`/devices/pairings/${code}/approve`, {}, from());
      const letIn = new Set<string>();
      for (const each of steps) {
        if (each.act === 'ask') {
          const body = { kind: 'display', name: 'TV' };
          const { json } = await server.send({
            method: 'POST',
            path: '/api/v1/devices/pair',
            headers: from(),
            body,
          });
          const asked = json as { readonly code: string; readonly pollToken: string };
          expect(shown.map(({ code, until }) => until > now() && code)).not.toContain(asked.code);
          shown.push({ ...asked, until: now() + 600_000, state: 'waiting' });
        } else if (each.act === 'wait') server.hall.clock.advance({ minutes: each.minutes });
        else if (each.act === 'guess') {
          if (shown.some(({ code }) => code === each.code)) continue;
          expect(outcome(await typed(each.code))).toEqual([404, 'not_found']);
        } else {
          const one = shown[each.of];
          if (!one) continue;
          const isInTime = one.until > now();
          if (each.act === 'type') {
            const answer = await typed(one.code);
            expect(answer.status).toBe(one.state === 'waiting' && isInTime ? 201 : 404);
            if (answer.status !== 201) continue;
            one.state = 'approved';
            one.id = (answer.json as { readonly id: string }).id;
            expect(letIn).not.toContain(one.id);
            letIn.add(one.id);
          } else if (each.act === 'revoke' && one.id !== undefined) {
            const { status } = await admin.remove(`/devices/${one.id}`, '*');
            expect(status).toBe(one.state === 'revoked' ? 404 : 204);
            one.state = 'revoked';
          } else if (each.act === 'poll') {
            const answer = await poll(server, one.pollToken);
            if (one.state === 'waiting' && isInTime) expect(answer.json).toEqual({ state: 'waiting' });
            else if (one.state === 'approved' && isInTime) {
              expect(answer.json).toMatchObject({ state: 'approved', deviceId: one.id });
              one.state = 'let in';
            } else expect(outcome(answer)).toEqual([404, 'not_found']);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a paper is printed once, however often it is asked for, for a ticket that is in the hall', async () => {
  const server = await runningServer();
  const supervisor = adminRequests(server, server.signIn('supervisor'));
  const issued = await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'a-tap-of-mine' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const { id, token } = issued.json as { readonly id: string; readonly token: string };
  // Its first paper is still awaited.
  expect(outcome(await supervisor.post(`/tickets/${id}/reprint`))).toEqual([409, 'illegal_transition']);
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/paperless` });
  expect(outcome(await supervisor.post(`/tickets/${id}/reprint`))).toEqual([200]);
  expect(outcome(await supervisor.post(`/tickets/${id}/reprint`))).toEqual([200]);
  const open = server.hall.store.all(
    query
      .selectFrom('print_jobs')
      .select(['deviceId', 'state', 'copy', 'reprint'])
      .where('state', '=', 'queued'),
  );
  expect(open).toEqual([{ deviceId: 'kiosk-1', state: 'queued', copy: 0, reprint: 1 }]);
  await server.send({ method: 'POST', path: `/api/v1/tickets/${token}/cancel` });
  expect(outcome(await supervisor.post(`/tickets/${id}/reprint`))).toEqual([409, 'illegal_transition']);
  expect(outcome(await supervisor.post('/tickets/999/reprint'))).toEqual([404, 'not_found']);
});

test('what was done is found by who, what, when and words, page by page', async () => {
  const server = await runningServer();
  const [one, other] = [adminRequests(server), adminRequests(server)];
  await one.patch('/counters/1', { zone: 'Timur 100%' });
  await other.patch('/counters/2', { zone: 'Barat' });
  server.hall.clock.advance({ days: 1 });
  // The night ended the sessions.
  const third = adminRequests(server);
  await third.patch('/counters/1', { paused: true });
  const search = async (conditions: string) => (await third.get(`/audit${conditions}`)).json as AuditPage;
  const found = async (words: string) => (await search(words)).entries.map((entry) => entry.id);
  expect((await search('')).entries[2]).toEqual({
    id: '1',
    at: '2026-11-24T09:00:00+07:00',
    user: { id: String(one.signed.userId), username: 'admin.1', displayName: 'admin 1' },
    actor: `user:${one.signed.userId}`,
    program: null,
    action: 'changeCounter',
    subject: 'counter:1',
    before: expect.objectContaining({ zone: '', version: 1 }),
    after: expect.objectContaining({ zone: 'Timur 100%', version: 2 }),
  });
  expect(await found(`?userId=${other.signed.userId}`)).toEqual(['2']);
  expect(await found('?subject=counter:1')).toEqual(['3', '1']);
  expect(await found('?to=2026-11-24')).toEqual(['2', '1']);
  expect(await found('?from=2026-11-25')).toEqual(['3']);
  expect(await found('?text=100%25&to=2026-11-24')).toEqual(['1']);
  expect(await found('?text=Tim_r')).toEqual([]);
  const first = await search('?limit=2');
  expect([first.entries.map((entry) => entry.id), first.next]).toEqual([['3', '2'], '2']);
  const second = await search(`?limit=2&cursor=${first.next}`);
  expect([second.entries.map((entry) => entry.id), second.next]).toEqual([['1'], null]);
  expect(outcome(await third.get('/audit?limit=0'))).toEqual([400, 'invalid_request']);
});

test('the built-in kiosk’s test ticket comes out of its own printer, never of another kiosk’s', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const status = { state: 'ready', cause: null, detail: null } as const;
  const at = (deviceId: string, target: string, printing: boolean): PrinterNow => ({
    id: null,
    deviceId,
    name: target,
    target,
    status,
    printing,
    ticketsLeft: null,
    bringPaper: false,
    printedSinceRoll: null,
  });
  const tried: string[] = [];
  const printers = [at('kiosk-2', 'usb:04b8:0e28', true)];
  Object.assign(server.printer, {
    now: () => ({ printers, setFromOutside: false, preview: false }),
    testPrint: async (target: string) => {
      tried.push(target);
      return { outcome: 'printed', status };
    },
  });
  const print = async () => outcome(await admin.post(`/devices/${builtInKioskId}/test-print`, {}));
  expect(await print()).toEqual([503, 'printer_unavailable']);
  printers.unshift(at(builtInKioskId, 'usb:0416:5011', false));
  expect(await print()).toEqual([200]);
  expect(tried).toEqual(['usb:0416:5011']);
});
