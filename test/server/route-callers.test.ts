import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { makeToken } from '../../electron/actions/accounts/api-tokens';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { type RouteName, routes } from '../../electron/contract/routes';
import type { Caller, Route } from '../../electron/contract/routes/route';
import { roles } from '../../electron/contract/staff';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { fittingBodies } from '../support/fitting-bodies';
import { runCount } from '../support/run-count';
import { runningServer, type TestServer } from '../support/running-server';

type Somebody = 'nobody' | 'kiosk' | 'display' | 'staff' | 'supervisor' | 'admin' | 'program';
const everybody: readonly Somebody[] = [
  'nobody',
  'kiosk',
  'display',
  'staff',
  'supervisor',
  'admin',
  'program',
];
/** Another program may only what its token's roles may. */
const programRole = 'supervisor';

/** Headers of each; nobody comes through a proxy, so as not to be the built-in kiosk. */
function headersOf(server: TestServer): Readonly<Record<Somebody, Readonly<Record<string, string>>>> {
  const passedOn = { 'x-forwarded-for': '10.0.0.9' };
  const deviceToken = (deviceId: string) =>
    server.hall.actionRunner.run({ kind: 'system' }, (context) => giveDeviceToken(context, deviceId));
  server.hall.store.write((transaction) => {
    const display = { id: 'display-1', kind: 'display', name: 'TV', createdAt: 0 } as const;
    transaction.run(query.insertInto('devices').values(display));
  });
  const { token: programToken } = server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    makeToken(context, { name: 'papan', roles: [programRole] }),
  );
  return {
    nobody: passedOn,
    kiosk: { ...passedOn, authorization: `Bearer ${deviceToken(builtInKioskId)}` },
    display: { ...passedOn, authorization: `Bearer ${deviceToken('display-1')}` },
    staff: { ...passedOn, ...server.signIn('staff').headers },
    supervisor: { ...passedOn, ...server.signIn('supervisor').headers },
    admin: { ...passedOn, ...server.signIn('admin').headers },
    program: { ...passedOn, authorization: `Bearer ${programToken}` },
  };
}

function mayCall(somebody: Somebody, { callers, inPerson }: Route): boolean {
  if (callers.includes('anyone')) return true;
  if (somebody === 'program' && inPerson) return false;
  if (somebody === 'nobody') return false;
  return callers.includes(somebody === 'program' ? programRole : somebody);
}

const protectedRoutes = (Object.entries(routes) as [RouteName, Route][]).filter(
  ([, route]) => !route.callers.includes('anyone') && !route.callers.every((caller) => caller === 'holder'),
);

test('each route lets in the callers of its row and nobody else', async () => {
  const server = await runningServer();
  const headers = headersOf(server);
  const table: string[] = [];
  for (const [name, route] of protectedRoutes) {
    for (const somebody of everybody) {
      // Signing out would end the session that the next rows need.
      if (name === 'signOut' && mayCall(somebody, route)) continue;
      const answer = await server.send({
        method: route.method,
        path: `/api/v1${route.path.replace(/:\w+/g, '999')}`,
        headers: { ...headers[somebody], 'idempotency-key': `key-${name}-${somebody}` },
        ...(route.method === 'GET' ? {} : { body: { no: 'such field' } }),
      });
      const expected = mayCall(somebody, route) ? 'in' : somebody === 'nobody' ? '401' : '403';
      const got = answer.status === 401 || answer.status === 403 ? String(answer.status) : 'in';
      if (got !== expected) table.push(`${name} as ${somebody}: ${got}, not ${expected}`);
    }
  }
  expect(table).toEqual([]);
});

test('what a row lets a program do, no rule behind it refuses to a program', async () => {
  const server = await runningServer();
  const newToken = () =>
    server.hall.actionRunner.run({ kind: 'system' }, (context) =>
      makeToken(context, { name: 'semua', roles: [...roles] }),
    ).token;
  // The third: the first two are what the requests change and revoke.
  const [, , token] = [newToken(), newToken(), newToken()];
  const open = protectedRoutes.filter(
    ([, route]) => !route.inPerson && !route.file && roles.some((role) => route.callers.includes(role)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        at: fc.nat({ max: open.length - 1 }),
        id: fc.constantFrom('1', '2', '99'),
        seed: fc.nat(),
      }),
      async ({ at, id, seed }) => {
        const [name, route] = open[at] ?? [];
        if (!name || !route) return;
        const sample = (schema: z.ZodType) => fc.sample(fittingBodies(schema), { numRuns: 1, seed })[0];
        const wanted = route.query ? (sample(route.query) as Record<string, unknown>) : {};
        const search = new URLSearchParams(
          Object.entries(wanted).map(([key, value]) => [key, String(value)]),
        );
        const answer = await server.send({
          method: route.method,
          path: `/api/v1${route.path.replace(/:\w+/g, id)}?${search}`,
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': `key-${name}-${seed}` },
          ...(route.body ? { body: sample(route.body) } : {}),
        });
        expect([name, answer.status]).not.toEqual([name, 401]);
        expect([name, answer.status]).not.toEqual([name, 403]);
      },
    ),
    { numRuns: runCount(60) },
  );
});

test('the table names a known caller in every row', () => {
  const known: readonly Caller[] = ['anyone', 'holder', 'kiosk', 'display', ...roles];
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    expect([name, route.callers.length > 0]).toEqual([name, true]);
    expect([name, route.callers.filter((caller) => !known.includes(caller))]).toEqual([name, []]);
  }
});
