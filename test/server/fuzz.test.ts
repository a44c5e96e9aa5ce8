import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { goPaperless } from '../../electron/actions/go-paperless';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import type { RawRequest } from '../support/raw-request';
import { runCount } from '../support/run-count';
import { runningServer, type TestServer } from '../support/running-server';
import { kiosk } from '../support/test-hall';

const table: readonly Route[] = Object.values(routes);

/** Everything that is kept, but for what answering a request may touch by itself. */
function kept(server: TestServer): string {
  const tables = [
    'settings',
    'counters',
    'services',
    'hours',
    'closures',
    'users',
    'desks',
    'devices',
    'number_sequences',
    'access_days',
    'tickets',
    'steps',
    'events',
    'calls',
    'print_jobs',
    'survey_given',
    'survey_answers',
    'complaints',
    'follow_ups',
    'service_standards',
    'kept_files',
    'published_answers',
    'published_skm',
    'evaluation_answers',
    'instruments',
    'visitor_points',
    'visitor_forms',
    'idempotency_keys',
    'audit',
  ] as const;
  return JSON.stringify(tables.map((name) => server.hall.store.all(query.selectFrom(name).selectAll())));
}

function prepare(server: TestServer) {
  const tickets = ['A', 'A', 'L'].map((code) =>
    server.hall.act(kiosk, (context) =>
      issueTicket(context, {
        serviceId: server.hall.serviceId(code),
        priority: null,
        language: 'id',
        printerReady: true,
      }),
    ),
  );
  for (const { token } of tickets.slice(0, 2)) {
    server.hall.act({ kind: 'holder' }, (context) => goPaperless(context, { token }));
  }
  const passedOn = { 'x-forwarded-for': '10.0.0.9' };
  const kioskToken = server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    giveDeviceToken(context, builtInKioskId),
  );
  const callers = {
    nobody: passedOn,
    kiosk: { ...passedOn, authorization: `Bearer ${kioskToken}` },
    staff: { ...passedOn, ...server.signIn('staff').headers },
    supervisor: { ...passedOn, ...server.signIn('supervisor').headers },
    admin: { ...passedOn, ...server.signIn('admin').headers },
    ghost: { ...passedOn, cookie: 'antre_session=AAAA; antre_device=BBBB', origin: server.url },
  };
  return { callers, tokens: tickets.map(({ token }) => token) };
}

const anything = fc.anything({ maxDepth: 2, maxKeys: 3 }).map((value) => {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return '{"big":1}';
  }
});

/** Bodies that fit now and then: known fields with likely and unlikely values, and some that are no JSON. */
function bodies(): fc.Arbitrary<string | undefined> {
  const value = fc.oneof(
    fc.constantFrom<unknown>('1', '2', '3', '99', 'front', 'arrival', 'back', 'elderly', null, true, 5, ''),
    fc.string({ maxLength: 12 }),
    fc.constant('x'.repeat(600)),
  );
  const fields = [
    'serviceId',
    'priority',
    'language',
    'reason',
    'place',
    'note',
    'ticketId',
    'username',
    'password',
    'role',
    'displayName',
    'counterIds',
    'institutions',
    'wholeHall',
    'active',
    'code',
    'city',
    'publicUrl',
    'priorityRatio',
    '__proto__',
    'extra',
  ];
  const likely = fc
    .dictionary(fc.constantFrom(...fields), value, { maxKeys: 4 })
    .map((body) => JSON.stringify(body));
  return fc.oneof(
    { weight: 5, arbitrary: likely },
    { weight: 2, arbitrary: anything },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constant(`{"reason":"${'a'.repeat(70_000)}"}`) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );
}

test('whatever is sent by whomever, the answer is the contract’s, never a fault of ours, and changes nothing without the right', async () => {
  const server = await runningServer();
  const { callers, tokens } = prepare(server);
  const parameters = fc.oneof(
    fc.constantFrom(
      '1',
      '2',
      '3',
      '4',
      '999',
      ...tokens,
      'AAAAAAAAAAAAAAAAAAAAAA',
      '0',
      '-1',
      '1e3',
      '%00',
      '..%2f',
    ),
    fc
      .string({ maxLength: 30 })
      .map((text) => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, 'x')) || 'x'),
  );
  const requests = fc.record({
    row: fc.constantFrom(...table.filter((route) => route.path !== '/setup' && route.path !== '/session')),
    caller: fc.constantFrom(...(Object.keys(callers) as (keyof typeof callers)[])),
    parameter: parameters,
    query: fc.constantFrom('', '', '?counterId=1', '?counterId=x', '?zone=Barat', '?no=field', '?zone=%'),
    body: bodies(),
    key: fc.constantFrom(undefined, undefined, 'a-key-of-mine', 'x', 'clé'),
    type: fc.constantFrom(undefined, undefined, undefined, 'text/plain', 'application/xml', 'nonsense'),
    language: fc.constantFrom(undefined, 'en', 'jv', 'xx;q=a,*', ';;,'),
  });
  await fc.assert(
    fc.asyncProperty(
      requests,
      async ({ row, caller, parameter, query: search, body, key, type, language }) => {
        const request: RawRequest = {
          method: row.method,
          path: `/api/v1${row.path.replace(/:\w+/g, () => parameter)}${search}`,
          headers: {
            ...callers[caller],
            ...(key === undefined ? {} : { 'idempotency-key': key }),
            ...(language === undefined ? {} : { 'accept-language': language }),
            ...(type === undefined || body === undefined ? {} : { 'content-type': type }),
          },
          ...(body === undefined || row.method === 'GET' ? {} : { body }),
        };
        const mayEver =
          row.callers.includes('anyone') ||
          row.callers.includes('holder') ||
          row.callers.some((each) => each === caller);
        const before = mayEver ? undefined : kept(server);
        const answer = await server.send(request);
        if (answer.status >= 500)
          throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.text}`);
        if (before !== undefined) {
          // Somebody else gets 401 or 403; a path that can't be read, 400 or 404; always nothing is changed.
          if (answer.status < 400) throw new Error(`${caller} got ${answer.status} from ${request.path}`);
          if (kept(server) !== before) throw new Error(`${caller} changed something by ${request.path}`);
        }
      },
    ),
    { numRuns: runCount(150) },
  );
});

test('the doors of signing in and setting up take anything without falling over', async () => {
  const server = await runningServer();
  const requests = fc.record({ path: fc.constantFrom('/setup', '/session'), body: bodies() });
  await fc.assert(
    fc.asyncProperty(requests, async ({ path, body }) => {
      const answer = await server.send({
        method: 'POST',
        path: `/api/v1${path}`,
        ...(body === undefined ? {} : { body }),
      });
      expect([400, 401, 403, 413, 429]).toContain(answer.status);
    }),
    { numRuns: 25 },
  );
  expect(server.hall.store.all(query.selectFrom('users').select('id'))).toEqual([]);
});

test('an address that nobody made leads to a problem', async () => {
  const server = await runningServer();
  const paths = fc.webPath({ size: 'small' }).map((path) => (path.startsWith('/') ? path : `/${path}`));
  await fc.assert(
    fc.asyncProperty(
      paths,
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
      async (path, method) => {
        const answer = await server.send({ method, path: `/api${path}` });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      },
    ),
    { numRuns: 150 },
  );
  const wrong = await server.send({ method: 'PUT', path: '/api/v1/tickets' });
  expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
});
