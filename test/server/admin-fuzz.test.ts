import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { query } from '../../electron/store/store';
import { fittingBodies } from '../support/fitting-bodies';
import { requireImageWorker } from '../support/image-worker';
import { runCount } from '../support/run-count';
import { runningServer, type TestServer } from '../support/running-server';
import { barsPng, bombPng, smallMp4 } from '../support/sendable-files';

const table: readonly Route[] = Object.values(routes);
const adminTable = table.filter(
  (route) => route.path.startsWith('/admin/') || route.path === '/devices/pair',
);

beforeAll(requireImageWorker);

const tables = [
  'settings',
  'counters',
  'services',
  'service_standards',
  'desks',
  'hours',
  'closures',
  'devices',
  'slides',
  'printers',
  'users',
  'api_tokens',
  'tickets',
  'audit',
] as const;
const folders = ['pictures', 'slides', 'voices', 'backups'];
/** Every row and file that an admin's request may change. */
const kept = (server: TestServer) =>
  JSON.stringify([
    ...tables.map((name) => server.hall.store.all(query.selectFrom(name).selectAll())),
    ...folders.map((name) => {
      const folder = join(server.dataDir, name);
      // What a copy's bytes sum to is written beside it afterwards, by itself.
      const found = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
      return found.filter((file) => !(name === 'backups' && String(file).endsWith('.json')));
    }),
  ]);

const png = barsPng(12, 12);
const files = fc.oneof(
  fc.constantFrom(
    png,
    png.subarray(0, 40),
    bombPng(50_000),
    smallMp4(),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.alloc(0),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
/** What stands for a part of a path: rows that are there, rows that aren't, and what can be none. */
const parts = fc.constantFrom(
  '1',
  '2',
  '3',
  '77',
  'kiosk-1',
  'ABCDEF',
  'id',
  'chime',
  '%00',
  '..%2Fantre.sqlite',
);

/** A request for a row of the table, made after its schemas. */
function requestFor(row: Route) {
  const queries = row.query ? fittingBodies(row.query) : fc.constant({});
  return fc.record({
    row: fc.constant(row),
    path: fc.array(parts, { minLength: 2, maxLength: 2 }).map((chosen) => {
      let at = 0;
      return row.path.replace(/:\w+/g, () => chosen[at++] ?? '1');
    }),
    search: queries.map((wanted) => {
      const fields = typeof wanted === 'object' && wanted !== null ? Object.entries(wanted) : [];
      const text = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
      return text === '' ? '' : `?${text}`;
    }),
    body: row.body && row.method !== 'GET' ? fittingBodies(row.body) : fc.constant(undefined),
    file: row.file ? files : fc.constant(undefined),
    tag: fc.constantFrom(undefined, undefined, '"1"', '"2"', '*', 'nonsense'),
  });
}
/** What `requestFor` makes. */
type FuzzedRequest = ReturnType<typeof requestFor> extends fc.Arbitrary<infer Made> ? Made : never;
const roles = ['admin', 'supervisor', 'staff', 'nobody'] as const;

test('bodies made after the schemas never make an admin route fail, change nothing without the right, and leave kiosk and board well', async () => {
  const server = await runningServer();
  const passedOn = { 'x-forwarded-for': '10.0.0.9' };
  const callers = {
    nobody: passedOn,
    staff: { ...passedOn, ...server.signIn('staff').headers },
    supervisor: { ...passedOn, ...server.signIn('supervisor').headers },
    admin: { ...passedOn, ...server.signIn('admin').headers },
  };
  const statuses = new Set<number>();
  const seen = new Set<string>();
  const tryOut = async (
    caller: (typeof roles)[number],
    { row, path, search, body, file, tag }: FuzzedRequest,
  ): Promise<void> => {
    const mayEver = row.callers.includes('anyone') || row.callers.some((each) => each === caller);
    const before = mayEver ? undefined : kept(server);
    const answer = await server.send({
      method: row.method,
      path: `/api/v1${path}${search}`,
      headers: {
        ...callers[caller],
        ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(tag === undefined ? {} : { 'if-match': tag }),
      },
      ...(file === undefined ? {} : { file }),
      ...(body === undefined ? {} : { body }),
    });
    statuses.add(answer.status);
    seen.add(`${row.method} ${row.path} ${caller}`);
    // A printer that isn't there is said with a 503 of the contract; any other is a fault of ours.
    const says = answer.status >= 500 ? String(answer.text) : '';
    if (says !== '' && !says.includes('"code":"printer_unavailable"'))
      throw new Error(`${row.method} ${path}${search}: ${answer.status} ${says}`);
    if (
      answer.status >= 400 &&
      !String(answer.headers['content-type']).startsWith('application/problem+json')
    )
      throw new Error(`${row.method} ${path}: ${answer.status} is no problem+json`);
    if (before !== undefined) {
      if (answer.status < 400) throw new Error(`${caller} got ${answer.status} from ${path}`);
      if (kept(server) !== before) throw new Error(`${caller} changed something by ${path}`);
    }
  };
  // Everybody at every door, then what chance brings; the admin most often: others get no further than the door.
  for (const row of adminTable) {
    for (const caller of roles) {
      await fc.assert(
        fc.asyncProperty(requestFor(row), (request) => tryOut(caller, request)),
        { numRuns: 1 },
      );
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('admin', 'admin', 'admin', 'admin', ...roles),
      fc.constantFrom(...adminTable).chain(requestFor),
      tryOut,
    ),
    { numRuns: runCount(40) },
  );
  expect(seen.size).toBe(adminTable.length * roles.length);
  for (const path of ['/counters', '/board', '/display', '/site', '/services/1/week']) {
    expect((await server.send({ path: `/api/v1${path}` })).status).toBeLessThan(500);
  }
  // It went further than the door; which changes came through is chance's.
  for (const status of [200, 400, 401, 403, 404]) expect(statuses).toContain(status);
  expect(statuses.has(201) || statuses.has(204)).toBe(true);
});
