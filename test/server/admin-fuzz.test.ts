import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Route, routes } from '../../electron/contract/routes';
import { query } from '../../electron/store/store';
import { fittingBodies } from '../support/fitting-bodies';
import { runningServer, type TestServer } from '../support/running-server';

const table: readonly Route[] = Object.values(routes);
const adminTable = table.filter(
  (route) => route.path.startsWith('/admin/') || route.path === '/devices/pair',
);

const kept = (server: TestServer) =>
  JSON.stringify(
    (
      ['settings', 'counters', 'services', 'desks', 'hours', 'closures', 'devices', 'users', 'audit'] as const
    ).map((name) => server.hall.store.all(query.selectFrom(name).selectAll())),
  );

test('bodies made after the schemas never make an admin route fail, change nothing without the right, and leave kiosk and board well', async () => {
  const server = await runningServer();
  const passedOn = { 'x-forwarded-for': '10.0.0.9' };
  const callers = {
    nobody: passedOn,
    staff: { ...passedOn, ...server.signIn('staff').headers },
    supervisor: { ...passedOn, ...server.signIn('supervisor').headers },
    admin: { ...passedOn, ...server.signIn('admin').headers },
  };
  const bodies = new Map(adminTable.map((row) => [row, row.body && fittingBodies(row.body)]));
  const requests = fc.constantFrom(...adminTable).chain((row) =>
    fc.record({
      row: fc.constant(row),
      // The admin most often: others get no further than the door.
      caller: fc.constantFrom('admin', 'admin', 'admin', 'admin', 'supervisor', 'staff', 'nobody'),
      id: fc.constantFrom('1', '2', '3', '4', '77', 'kiosk-1', 'ABCDEF'),
      body: bodies.get(row) ?? fc.constant(undefined),
      tag: fc.constantFrom(undefined, undefined, '"1"', '"2"', '*', 'nonsense'),
    }),
  );
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ row, caller, id, body, tag }) => {
      const mayEver = row.callers.includes('anyone') || row.callers.some((each) => each === caller);
      const before = mayEver ? undefined : kept(server);
      const path = row.path.replace(/:\w+/g, id) + (row.path === '/admin/day' ? '?date=2026-12-02' : '');
      const answer = await server.send({
        method: row.method,
        path: `/api/v1${path}`,
        headers: {
          ...callers[caller as keyof typeof callers],
          ...(tag === undefined ? {} : { 'if-match': tag }),
        },
        ...(body === undefined || row.method === 'GET' ? {} : { body }),
      });
      statuses.add(answer.status);
      // A printer that isn't there is said with a 503 of the contract; any other is a fault of ours.
      const says = answer.status >= 500 ? String(answer.text) : '';
      if (says !== '' && !says.includes('"code":"printer_unavailable"'))
        throw new Error(`${row.method} ${path}: ${answer.status} ${says}`);
      if (before !== undefined) {
        if (answer.status < 400) throw new Error(`${caller} got ${answer.status} from ${path}`);
        if (kept(server) !== before) throw new Error(`${caller} changed something by ${path}`);
      }
    }),
    { numRuns: 1_500 },
  );
  for (const path of ['/counters', '/board', '/display', '/site', '/services/1/week']) {
    expect((await server.send({ path: `/api/v1${path}` })).status).toBeLessThan(500);
  }
  // It went further than the door.
  for (const status of [200, 201, 204, 400, 401, 403, 404]) expect(statuses).toContain(status);
}, 120_000);
