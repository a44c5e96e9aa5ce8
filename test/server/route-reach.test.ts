import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { summaryGroupings } from '../../electron/contract/reports';
import { type RouteName, routes } from '../../electron/contract/routes';
import { routeReaches } from '../../electron/contract/routes/reach';
import type { Route } from '../../electron/contract/routes/route';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { fittingBodies } from '../support/fitting-bodies';
import {
  type BoundRole,
  boundRoles,
  type Code,
  codes,
  type HallOfInstitutions,
  hallOfInstitutions,
  type Things,
} from '../support/hall-of-institutions';
import type { RawAnswer } from '../support/raw-request';

// Made of the route table: a route that officers or supervisors may call and that says nothing of its reach fails
// here, and so does one of which nothing here knows what it is about or how it is asked.

const table = Object.entries(routes) as [RouteName, Route][];
const isForBound = ({ callers }: Route) => boundRoles.some((role) => callers.includes(role));
const boundRoutes = table.filter(([, route]) => isForBound(route));

test('each route that officers or supervisors may call says how far it reaches, and no other', () => {
  const said = table.map(([name, { reach }]) => [name, reach !== undefined]);
  expect(said).toEqual(table.map(([name, route]) => [name, isForBound(route)]));
  const used = new Set(boundRoutes.map(([, { reach }]) => reach));
  expect([...routeReaches].filter((reach) => !used.has(reach))).toEqual([]);
});

const days = 'from=2026-11-24&to=2026-11-25';

const fitting = new Map<z.ZodType, unknown>();
/** A body that fits a route's schema, whatever it says; the same each time. */
function fittingBody(schema: z.ZodType | undefined): unknown {
  if (!schema) return undefined;
  if (!fitting.has(schema)) {
    const samples = fc.sample(fittingBodies(schema), { numRuns: 500, seed: 7 });
    fitting.set(
      schema,
      samples.find((each) => schema.safeParse(each).success),
    );
  }
  return fitting.get(schema);
}

/** Bodies that name a thing, or that more than their schema has a say in. */
const bodies: Partial<Record<RouteName, (things: Things) => unknown>> = {
  walkIn: ({ serviceId }) => ({ serviceId: String(serviceId) }),
  pauseDesk: () => ({ reason: 'salat' }),
  makePublication: ({ complaint }) => ({
    code: complaint,
    question: 'Loket kosong pagi ini.',
    answer: 'Kini selalu terisi.',
  }),
};

/** The path and body of a request to a route about a thing of an institution. Throws where nobody knows what it is about. */
function about(
  name: RouteName,
  route: Route,
  things: Things,
): { path: string; body?: unknown; file?: Buffer } {
  const { path, reach } = route;
  const body = bodies[name]?.(things) ?? fittingBody(route.body);
  const id = idIn(path, reach, things);
  if (path.includes(':') && id === undefined) throw new Error(`${name}: about what is it?`);
  const query =
    name === 'keepFile'
      ? '?ownerKind=follow_up&ownerId=1&name=bukti'
      : reach === 'hall' && route.query && 'from' in route.query.shape
        ? `?${days}`
        : '';
  const address = `${path.replace(/:\w+/, String(id))}${query}`;
  return route.file ? { path: address, file: Buffer.from('%PDF-1.4') } : { path: address, body };
}

function idIn(path: string, reach: Route['reach'], things: Things): string | number | undefined {
  if (reach === 'counter') return things.counterId;
  if (reach === 'service' || path.startsWith('/admin/services/')) return things.serviceId;
  if (reach === 'desk' || path.startsWith('/admin/desks/')) return things.deskId;
  if (/^(\/admin)?\/tickets\//.test(path)) return things.ticketId;
  if (path.startsWith('/reports/complaints/')) return things.complaint;
  if (path.startsWith('/reports/follow-ups/') || path.startsWith('/files/')) return 1;
  if (/^\/reports\/(skm-)?publications\//.test(path)) return 1;
  if (path.startsWith('/reports/evaluation/')) return '2026-1';
  if (path.startsWith('/admin/hours/')) return things.hoursId;
  if (path.startsWith('/admin/closures/')) return things.closureId;
  if (path.startsWith('/admin/devices/')) return builtInKioskId;
  if (path.startsWith('/admin/printers/')) return 1;
  return undefined;
}

const refusedByReach = (answer: RawAnswer, name: RouteName) => {
  const { code } = (answer.json ?? {}) as { readonly code?: string };
  if (code === 'not_your_counter' || code === 'whole_hall_only') return code;
  // That there is such a complaint is told to nobody else.
  return name === 'changeComplaint' && answer.status === 404 ? 'not_there' : 'in';
};

let key = 0;
const send = (
  { server, account }: HallOfInstitutions,
  who: Code | 'hall',
  role: BoundRole,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly file?: Buffer;
  },
) => {
  key += 1;
  return server.send({
    ...request,
    path: `/api/v1${request.path}`,
    headers: {
      ...account[who][role].headers,
      'idempotency-key': `reach-key-${key}`,
      ...(request.file && { 'content-type': 'application/octet-stream' }),
    },
  });
};

describe('what a route is about is refused outside of one’s institutions', () => {
  const pointed = boundRoutes.filter(([, { reach }]) =>
    ['counter', 'service', 'desk', 'act', 'hall'].includes(reach ?? ''),
  );

  test('by every route, role and institution', async () => {
    const hall = await hallOfInstitutions(codes);
    const wrong: string[] = [];
    for (const [name, route] of pointed) {
      for (const role of boundRoles.filter((each) => route.callers.includes(each))) {
        for (const of of codes) {
          const things = hall.things.get(of);
          if (!things) throw new Error('it was not busy');
          const request = about(name, route, things);
          // The own account last: what it does must not hide what others may not.
          for (const who of [...codes.filter((each) => each !== of), of]) {
            const answer = await send(hall, who, role, { method: route.method, ...request });
            const got = refusedByReach(answer, name);
            const outside = name === 'changeComplaint' ? 'not_there' : 'not_your_counter';
            const expected = route.reach === 'hall' ? 'whole_hall_only' : who === of ? 'in' : outside;
            if (got !== expected) wrong.push(`${role} of ${who}, ${name} of ${of}: ${got} ${answer.status}`);
            if (answer.status === 400) wrong.push(`${name} of ${of} isn't asked rightly: ${answer.text}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('and not to accounts of the whole hall', async () => {
    const hall = await hallOfInstitutions(codes);
    const things = hall.things.get('IM');
    if (!things) throw new Error('it was not busy');
    for (const [name, route] of pointed) {
      for (const role of boundRoles.filter((each) => route.callers.includes(each))) {
        const answer = await send(hall, 'hall', role, {
          method: route.method,
          ...about(name, route, things),
        });
        expect([name, refusedByReach(answer, name)]).toEqual([name, 'in']);
      }
    }
  });

  test('and by a counter in the query', async () => {
    const hall = await hallOfInstitutions([]);
    const wrong: string[] = [];
    const asking = boundRoutes.filter(([, { query }]) => query && 'counterId' in query.shape);
    expect(asking.map(([name]) => name)).toContain('queue');
    for (const [name, route] of asking) {
      for (const role of boundRoles.filter((each) => route.callers.includes(each))) {
        for (const who of codes) {
          for (const of of codes.filter((each) => each !== who)) {
            const query = new URLSearchParams({ counterId: String(hall.server.hall.counterId(of)) });
            if (route.query && 'from' in route.query.shape && name !== 'staffing') {
              query.set('from', '2026-11-24');
              query.set('to', '2026-11-25');
            }
            const path = `${route.path}?${query}`;
            const answer = await send(hall, who, role, { method: route.method, path });
            const got = refusedByReach(answer, name);
            if (got !== 'not_your_counter') wrong.push(`${role} of ${who}, ${name} of ${of}: ${got}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** How routes are asked that tell of what one reaches: each must be told as if the others had never been busy. */
const asked: Partial<Record<RouteName, (counterId: number) => readonly string[]>> = {
  queue: (counterId) => [`counterId=${counterId}`],
  findTickets: () => ['number=1', 'number=A-002', 'number=IM-002', 'number=L2'],
  summary: () => summaryGroupings.map((by) => `${days}&by=${by}`),
  summaryCsv: () => [`${days}&by=period`, `${days}&by=user&language=id`],
  summaryXlsx: () => [`${days}&by=counter`],
  overview: () => [days],
  presence: () => [days],
  presenceCsv: () => [days],
  presenceXlsx: () => [days],
  estimate: () => ['period', 'day', 'counter'].map((by) => `${days}&by=${by}`),
  estimateCsv: () => [`${days}&by=period`],
  estimateXlsx: () => [`${days}&by=period`],
  staffing: (counterId) => [`counterId=${counterId}`],
  skm: () => [days],
  skmCsv: () => [days],
  skmXlsx: () => [days],
  complaints: () => ['', 'status=open'],
  complaintCounts: () => [days],
  complaintsCsv: () => [days, `${days}&language=id`],
  complaintsXlsx: () => [days],
  adminCounters: () => ['', 'archived=true'],
  adminDay: () => ['date=2026-11-25', 'date=2026-11-27'],
};
/** Signing out and the like; what is about oneself has other names in other halls. */
const onlyAbout = boundRoutes.filter(
  ([, { method, reach }]) => method === 'GET' && (reach === 'own' || reach === 'any'),
);

/** Every answer of a hall that such an account is told, by how it was asked. */
async function told(hall: HallOfInstitutions, who: Code | 'hall', of: Code): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  const counterId = hall.server.hall.counterId(of);
  for (const [name, route] of onlyAbout.filter(([, { path }]) => !path.includes(':'))) {
    for (const role of boundRoles.filter((each) => route.callers.includes(each))) {
      for (const query of asked[name]?.(counterId) ?? ['']) {
        const path = query === '' ? route.path : `${route.path}?${query}`;
        if (route.produces?.includes('openxml')) {
          answers.set(`${role} ${path}`, await sheetOf(hall, who, role, path));
          continue;
        }
        const answer = await send(hall, who, role, { method: 'GET', path });
        if (answer.status !== 200) throw new Error(`${name}: how is it asked? ${answer.text}`);
        answers.set(`${role} ${path}`, answer.json ?? answer.text);
      }
    }
  }
  const topics = ['hall', 'printers', `counter:${counterId}`, `desk:${hall.things.get(of)?.deskId}`];
  const live = await send(hall, who, 'supervisor', {
    method: 'GET',
    path: `/events/snapshot?topics=${topics}`,
  });
  for (const [topic, snapshot] of Object.entries((live.json as { snapshots: object }).snapshots)) {
    answers.set(`topic ${topic}`, snapshot);
  }
  return answers;
}

async function sheetOf(
  { server, account }: HallOfInstitutions,
  who: Code | 'hall',
  role: BoundRole,
  path: string,
) {
  const file = await fetch(`${server.url}/api/v1${path}`, { headers: account[who][role].headers });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows: unknown[] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push(row.values));
  return rows;
}

describe('an account of one institution is told nothing of the others, by no row, sum or count', () => {
  test.each(codes.slice(0, 1))('%s', isToldNothingOfOthers);
  test.each(codes.slice(1))('%s', { tags: 'long' }, isToldNothingOfOthers);

  async function isToldNothingOfOthers(of: Code): Promise<void> {
    const alone = await hallOfInstitutions([of]);
    const among = await hallOfInstitutions([of, ...codes.filter((each) => each !== of)]);
    const own = await told(alone, of, of);
    expect(Object.fromEntries(await told(among, of, of))).toEqual(Object.fromEntries(own));

    // An account of the whole hall sees the difference, so that there is one to be seen.
    const [few, all] = [await told(alone, 'hall', of), await told(among, 'hall', of)];
    const same = [...few].filter(([how, answer]) => JSON.stringify(answer) === JSON.stringify(all.get(how)));
    const narrowed = onlyAbout.filter(([name, { reach }]) => reach === 'own' && !pointsItself.has(name));
    for (const [name, { path }] of narrowed) {
      const asks = [...few.keys()].filter((how) => how.split(' ')[1]?.split('?')[0] === path);
      expect([name, asks.some((how) => !same.some(([each]) => each === how))]).toEqual([name, true]);
    }
    expect(same.map(([how]) => how)).not.toContain('topic hall');
  }
});

/** These are asked about one counter, which the query names. */
const pointsItself: ReadonlySet<RouteName> = new Set<RouteName>(['queue', 'staffing']);
