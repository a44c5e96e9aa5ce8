import { expect, test } from 'vitest';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';

// Who may call what, written out: a right that is given or taken away shows here, to be meant.
// That the server keeps to the route table is tried in route-callers.test.ts, that it does so whatever is sent in
// admin-fuzz.test.ts.

const adminsOnly = [
  'PATCH /admin/settings',
  'POST /admin/go-live',
  'POST /admin/https/authority',
  'GET /admin/users',
  'POST /admin/users',
  'GET /admin/users/:id',
  'PATCH /admin/users/:id',
  'DELETE /admin/users/:id',
  'GET /admin/users/:id/sessions',
  'DELETE /admin/users/:id/sessions',
  'DELETE /admin/users/:id/sessions/:session',
  'POST /admin/users/import/preview',
  'POST /admin/users/import',
  'GET /admin/tokens',
  'GET /admin/tokens/:id',
  'POST /admin/tokens',
  'PATCH /admin/tokens/:id',
  'DELETE /admin/tokens/:id',
  'POST /admin/counters',
  'PATCH /admin/counters/:id',
  'DELETE /admin/counters/:id',
  'POST /admin/services',
  'PATCH /admin/services/:id',
  'DELETE /admin/services/:id',
  'POST /admin/desks',
  'PATCH /admin/desks/:id',
  'DELETE /admin/desks/:id',
  'POST /admin/hours',
  'PATCH /admin/hours/:id',
  'DELETE /admin/hours/:id',
  'POST /admin/closures',
  'PATCH /admin/closures/:id',
  'DELETE /admin/closures/:id',
  'POST /admin/closures/list/preview',
  'POST /admin/closures/list',
  'POST /admin/institutions/rename',
  'POST /admin/devices/pairings/:code/approve',
  'PATCH /admin/devices/:id',
  'DELETE /admin/devices/:id',
  'POST /admin/printers',
  'PATCH /admin/printers/:id',
  'DELETE /admin/printers/:id',
  'POST /admin/printers/find',
  'POST /admin/printers/test-print',
  'POST /admin/devices/:id/test-print',
  'GET /admin/audit',
  'GET /admin/audit.csv',
  'GET /admin/backups',
  'POST /admin/backups',
  'GET /admin/backups/:id',
  'GET /admin/backups/:id/file',
  'GET /admin/support',
  'DELETE /admin/backups/:id',
  'POST /admin/backups/:id/restore',
  'GET /admin/paper',
  'POST /admin/paper',
  'DELETE /admin/paper/:id',
  'GET /admin/second-place',
  'GET /admin/second-place/found',
  'POST /admin/second-place/look',
  'POST /admin/second-place/key',
  'PATCH /admin/second-place',
  'DELETE /admin/second-place',
  'GET /admin/second-place/copies',
  'POST /admin/second-place/copies',
  'POST /admin/second-place/drill',
  'POST /admin/clock/confirm',
  'GET /admin/export',
  'POST /admin/import/preview',
  'POST /admin/import',
  'POST /admin/slides',
  'PATCH /admin/slides/:id',
  'DELETE /admin/slides/:id',
  'POST /admin/pictures',
  'PATCH /admin/ticket-layout',
  'POST /admin/ticket-layout/test-print',
  'POST /admin/ticket-layout/logo',
  'POST /admin/voices',
  'DELETE /admin/voices/:language/:name',
];
const supervisorsToo = [
  'GET /admin/settings',
  'GET /admin/counters',
  'GET /admin/counters/:id',
  'GET /admin/services',
  'GET /admin/services/:id',
  'GET /admin/desks',
  'GET /admin/desks/:id',
  'GET /admin/hours',
  'GET /admin/hours/:id',
  'GET /admin/closures',
  'GET /admin/closures/:id',
  'GET /admin/findings',
  'GET /admin/https',
  'GET /admin/health',
  'GET /admin/day',
  'GET /admin/today',
  'GET /admin/clock',
  'GET /admin/devices',
  'GET /admin/devices/:id',
  'GET /admin/devices/:id/status',
  'POST /admin/tickets/:id/reprint',
  'GET /admin/printers',
  'GET /admin/printers/:id',
  'GET /admin/slides',
  'GET /admin/slides/:id',
  'GET /admin/ticket-layout',
  'POST /admin/ticket-layout/preview',
  'GET /admin/voices',
];

test('each route of the admin pages is for the roles that are meant, and never for officers or nobody', () => {
  const rows = (Object.values(routes) as readonly Route[])
    .filter(({ path }) => path.startsWith('/admin/'))
    .map(({ method, path, callers }) => [`${method} ${path}`, callers.join(' ')] as const);
  const meant = [
    ...adminsOnly.map((row) => [row, 'admin'] as const),
    ...supervisorsToo.map((row) => [row, 'supervisor admin'] as const),
  ];
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(meant));
});

test('a supervisor changes nothing of the hall', () => {
  // What is asked with a body and changes nothing, and a copy of a ticket for who lost theirs.
  const harmless = ['POST /admin/ticket-layout/preview', 'POST /admin/tickets/:id/reprint'];
  expect(supervisorsToo.filter((row) => !row.startsWith('GET ') && !harmless.includes(row))).toEqual([]);
});
