import { expect, test } from 'vitest';
import type { Configuration } from '../../electron/contract/configuration';
import { exportConfiguration } from '../../electron/store/export-configuration';
import practiceSite from '../../electron/store/practice-site.json';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { testHall } from '../support/test-hall';

const kept = (server: TestServer) =>
  JSON.stringify(
    (['settings', 'counters', 'services', 'desks', 'hours', 'closures', 'audit'] as const).map((table) =>
      server.hall.store.all(query.selectFrom(table).selectAll()),
    ),
  );
const exported = async (admin: ReturnType<typeof adminRequests>) =>
  (await admin.get('/export')).json as Configuration;

test('what is exported makes the same hall in a new data directory', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await admin.patch('/counters/1', { paused: true });
  await admin.patch('/desks/1', { serviceIds: ['2'] });
  await admin.patch('/desks/2', { otherCounterIds: ['3', '2'] });
  await admin.patch('/desks/3', { otherCounterIds: ['1'], serviceIds: ['3', '1'] });
  await admin.post('/closures', {
    scope: 'service:2',
    from: '2026-12-01',
    to: '2026-12-02',
    reason: { id: 'Pelatihan', en: '', jv: '' },
    week: null,
  });
  await admin.patch('/settings', { recallLimit: 7, exitPin: '123456' });
  const file = await exported(admin);
  expect(JSON.stringify(file)).not.toContain('scrypt');
  expect(exportConfiguration(testHall(file).hall())).toEqual({
    ...file,
    settings: expect.objectContaining({ recallLimit: 7 }),
  });
  // Imported where it comes from, it changes nothing.
  expect((await admin.post('/import/preview', file)).json).toMatchObject({ differences: [] });
});

test('a file whose desk serves a counter that it lacks, or one twice, is refused whole', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const file = await exported(admin);
  const before = kept(server);
  const withOthers = (otherCounters: readonly { readonly code: string; readonly services?: number[] }[]) => ({
    ...file,
    counters: file.counters.map((counter) => ({
      ...counter,
      desks: counter.desks.map((desk) => (desk.number === 1 ? { ...desk, otherCounters } : desk)),
    })),
  });
  const faults = async (others: Parameters<typeof withOthers>[0]) => {
    const { status, json } = await admin.post('/import', withOthers(others));
    return [status, (json as { errors: { path: string }[] }).errors.map(({ path }) => path)];
  };
  const at = 'counters.0.desks.0.otherCounters';
  expect([
    await faults([{ code: 'Q' }]),
    await faults([{ code: 'A' }]),
    await faults([{ code: 'L' }, { code: 'L' }]),
    await faults([{ code: 'L', services: [1] }]),
  ]).toEqual([
    [400, [`${at}.0.code`]],
    [400, [`${at}.0.code`]],
    [400, [`${at}.1.code`]],
    [400, [`${at}.0.services`]],
  ]);
  expect(kept(server)).toBe(before);
  expect((await admin.post('/import', withOthers([{ code: 'L' }]))).status).toBe(200);
  expect(server.hall.hall().desk.get(server.hall.deskId(1))?.counterIds).toEqual([1, 3]);
});

test('an import shows what it changes, then makes the hall what the file says', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const file = await exported(admin);
  const [a, im, l] = file.counters;
  if (!a || !im || !l) throw new Error('the small hall has three counters');
  const [first, second] = a.services;
  if (!first || !second) throw new Error('A has two services');
  const changed: Configuration = {
    ...file,
    site: { ...file.site, name: 'MPP Baru' },
    settings: { ...file.settings, recallLimit: 9, practice: true, exitPinHash: 'x' },
    // IM goes, L comes first, A loses a service and its desks change numbers with one another.
    counters: [
      l,
      {
        ...a,
        zone: 'Timur',
        desks: [
          { number: 2, label: 'dua' },
          { number: 30, label: '30', services: [0] },
        ],
        services: [{ ...second, quotaPerDay: 99 }],
      },
    ],
  };
  const before = kept(server);
  const preview = await admin.post('/import/preview', changed);
  expect(preview.status).toBe(200);
  expect(kept(server)).toBe(before);
  const { differences, basis } = preview.json as {
    readonly differences: readonly { readonly path: string }[];
    readonly basis: string;
  };
  expect(differences.map(({ path }) => path).sort()).toEqual(
    [
      'counters.A.desks.1',
      'counters.A.desks.2.label',
      'counters.A.desks.30',
      'counters.A.services.Akta kelahiran.quotaPerDay',
      'counters.A.services.KTP-el',
      'counters.A.zone',
      'counters.IM',
      'settings.recallLimit',
      'site.name',
    ].sort(),
  );
  // What was shown must still be what an import would do.
  expect(outcome(await admin.post('/import', changed, { 'if-match': '"another"' }))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect(kept(server)).toBe(before);
  const done = await admin.post('/import', changed, { 'if-match': `"${basis}"` });
  expect([done.status, done.json]).toEqual([200, { differences }]);
  const { settings, ...now } = await exported(admin);
  const served = changed.counters.map(({ source: _source, ...counter }) => ({
    ...counter,
    // All of the counter's services is the same as the one it has.
    desks: counter.desks.map(({ services: _all, ...desk }) => desk),
  }));
  expect(now).toEqual({
    format: 'antre-site',
    version: 1,
    site: changed.site,
    hours: file.hours,
    closures: [],
    counters: served,
  });
  expect(settings).toMatchObject({ recallLimit: 9 });
  expect(server.hall.hall().settings).toMatchObject({ practice: false, exitPinHash: null });
  const audit = server.hall.store.all(query.selectFrom('audit').select(['action', 'subject']));
  expect(audit).toEqual([{ action: 'importConfiguration', subject: 'site' }]);
});

test('a file that cannot be used changes nothing and says where it is wrong', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const file = await exported(admin);
  const [a, ...others] = file.counters;
  const before = kept(server);
  const refused = async (body: unknown) => {
    for (const path of ['/import', '/import/preview']) {
      const answer = await admin.post(path, body);
      expect(answer.status).toBe(400);
      expect(kept(server)).toBe(before);
      if (path === '/import/preview') return answer.json as { code: string; errors?: { path: string }[] };
    }
    throw new Error('unreachable');
  };
  expect((await refused(JSON.stringify(file).slice(0, -20))).code).toBe('malformed_json');
  expect((await refused({ ...file, version: 2 })).errors?.[0]?.path).toBe('version');
  expect((await refused({ ...file, virus: true })).errors?.[0]?.path).toBe('virus');
  expect(
    (await refused({ ...file, site: { ...file.site, timezone: 'Mars/Phobos' } })).errors?.[0]?.path,
  ).toBe('site.timezone');
  expect((await refused({ ...file, counters: [a, a, ...others] })).errors?.[0]?.path).toBe('counters');
  expect((await refused({ ...file, settings: { recallLimit: -1 } })).errors?.[0]?.path).toBe(
    'settings.recallLimit',
  );
  const stolen = { ...a, services: a?.services.map((service) => ({ ...service, prefix: 'IM' })) };
  expect((await refused({ ...file, counters: [stolen, ...others] })).errors?.[0]?.path).toBe(
    'counters.0.services.0.prefix',
  );
  expect(outcome(await admin.post('/import', `{"format":"${'x'.repeat(17 * 1024 * 1024)}"}`))).toEqual([
    413,
    'too_large',
  ]);
  expect(kept(server)).toBe(before);
});

test('an import does not take away what visitors still need', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  await server.send({
    method: 'POST',
    path: '/api/v1/tickets',
    headers: { 'idempotency-key': 'a-tap-of-mine' },
    body: { serviceId: String(server.hall.serviceId('A')) },
  });
  const file = await exported(admin);
  const before = kept(server);
  const without = { ...file, counters: file.counters.slice(1) };
  expect(outcome(await admin.post('/import', without))).toEqual([409, 'in_use']);
  // The practice site has a counter A, but not the service that somebody waits for.
  expect(outcome(await admin.post('/import/preview', practiceSite))).toEqual([409, 'in_use']);
  expect(kept(server)).toBe(before);
});
