import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CentreRoute } from '../../../electron/contract/centre/route';
import { centreRoutes } from '../../../electron/contract/centre/routes';
import { centreAddresses } from '../../../electron/contract/centre/wire';
import { configuration, daySummed, hallSnapshot, surveySums } from '../../support/centre-samples';
import { fittingBodies } from '../../support/fitting-bodies';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres } from '../../support/postgres-cluster';
import { runCount } from '../../support/run-count';
import { letIn, runningCentre, type TestCentre } from '../../support/running-centre';

const table = Object.entries(centreRoutes) as [string, CentreRoute][];
/** Lasts until it is broken off; `halls.test.ts` follows it. */
const isStream = (name: string) => name === 'hallsEvents';
/** Questions that find the most there is. */
const queries: Readonly<Record<string, string>> = {
  reportSummary: '?from=2026-11-01&to=2026-11-30&by=agency',
  reportSummaryFile: '?from=2026-11-01&to=2026-11-30&by=hall',
  reportPresence: '?from=2026-11-01&to=2026-11-30&by=hall',
  reportPresenceFile: '?from=2026-11-01&to=2026-11-30&by=hall',
  reportSkm: '?from=2026-11&to=2026-11',
};

/** Two halls whose every word says which one it is of, and everybody who may ask. */
async function prepare() {
  const centre = await runningCentre();
  const ids: number[] = [];
  for (const mark of ['Seen', 'Hidden']) {
    const hall = new JournalHall(centre);
    const id = await letIn(centre, hall);
    await centre.database.query
      .updateTable('halls')
      .set({ name: `${mark} hall` })
      .where('id', '=', id)
      .execute();
    hall.open();
    hall.write('configuration_version', configuration([`${mark} agency`], `${mark} hall`));
    hall.write('day_summed', daySummed('2026-11-24', [{ counterId: 1, served: 3, waited: 60 }]));
    hall.write('survey_sums', surveySums('2026-11', 1, 4, 4));
    const due = { open: 2, new: 1, overdue: 1, nextDue: null, answered: 9 };
    hall.write('complaint_counts', { date: '2026-11-25', counters: [{ counterId: 1, ...due }] });
    await hall.send(hall.rows);
    await hall.ask(centreAddresses.snapshot, { ...hallSnapshot, absentAgencies: [`${mark} agency`] });
    ids.push(id);
  }
  const [seen = 0, hidden = 0] = ids;
  const callers = {
    anyone: undefined,
    viewer: await centre.person('viewer', [seen]),
    blind: await centre.person('viewer', []),
    manager: await centre.person('manager'),
    admin: await centre.person('admin'),
  };
  return { centre, seen, hidden, callers };
}

const addressOf = (route: CentreRoute, hall: number) =>
  `/api/v1${route.path.replace(':hall', String(hall)).replace(':id', '999999')}`;

/** What is kept, but for what being asked may touch by itself. */
async function kept({ database }: TestCentre): Promise<string> {
  const tables = [
    'accounts',
    'account_halls',
    'halls',
    'hall_keys',
    'feeds',
    'journal',
    'day_sums',
    'audit',
  ] as const;
  return JSON.stringify(
    await Promise.all(tables.map((name) => database.query.selectFrom(name).selectAll().execute())),
  );
}

test.skipIf(!hasPostgres)('no route tells or does anything beyond who asks', async () => {
  const { centre, seen, hidden, callers } = await prepare();
  const before = await kept(centre);
  for (const [name, route] of table) {
    if (isStream(name)) continue;
    for (const [caller, as] of Object.entries(callers)) {
      const role = caller === 'blind' ? 'viewer' : caller;
      const isAllowed = route.callers.includes('anyone') || route.callers.some((each) => each === role);
      if (isAllowed && route.method !== 'GET') continue;
      const asked = { method: route.method, as, ...(route.body ? { body: {} } : {}) };
      for (const hall of route.path.includes(':hall') ? [seen, hidden] : [seen]) {
        const answer = await centre.ask(`${addressOf(route, hall)}${queries[name] ?? ''}`, asked);
        const place = [name, caller, hall === seen ? 'seen' : 'hidden'];
        if (!isAllowed) {
          expect([...place, answer.status]).toEqual([...place, caller === 'anyone' ? 401 : 403]);
        } else if (route.halls === 'id' && role === 'viewer' && (caller === 'blind' || hall === hidden)) {
          expect([...place, answer.status]).toEqual([...place, 404]);
        } else {
          expect([...place, answer.status]).toEqual([...place, 200]);
        }
        if (role === 'viewer' || role === 'anyone')
          expect(JSON.stringify(answer.body)).not.toContain('Hidden');
        if (caller === 'blind') expect(JSON.stringify(answer.body)).not.toContain('Seen');
      }
    }
  }
  expect(await kept(centre)).toBe(before);
});

test.skipIf(!hasPostgres)('the answers of routes have the shape that their rows say', async () => {
  const { centre, seen, callers } = await prepare();
  for (const [name, route] of table) {
    if (isStream(name) || route.method !== 'GET' || route.produces) continue;
    const { body, status } = await centre.ask(`${addressOf(route, seen)}${queries[name] ?? ''}`, {
      as: callers.admin,
    });
    const shape = route.answers[status];
    expect([name, shape?.safeParse(body).error?.issues ?? null]).toEqual([name, null]);
  }
  const openapi = (await centre.ask('/api/v1/openapi.json')).body as {
    paths: Record<string, Record<string, object>>;
  };
  const published = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
  for (const [, { method, path }] of table) expect(published).toContain(`${method} ${path}`);
});

test.skipIf(!hasPostgres)('whatever is sent, no route fails', { tags: ['long'] }, async () => {
  const { centre, seen, callers } = await prepare();
  const bodied = table.filter(([, { body, path }]) => body !== undefined && !/session|setup/.test(path));
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(...bodied)
        .chain(([name, route]) =>
          fc.tuple(
            fc.constant(name),
            fc.constant(route),
            fc.oneof(fc.jsonValue(), fittingBodies(route.body as never)),
          ),
        ),
      async ([name, route, body]) => {
        const answer = await centre.ask(addressOf(route, seen), {
          method: route.method,
          as: callers.admin,
          body,
        });
        expect([name, answer.status < 500]).toEqual([name, true]);
      },
    ),
    { numRuns: runCount(150) },
  );
});
