import type { RouteName } from '../../contract/routes';
import type { AskedTable } from '../../heavy/heavy-jobs';
import { accessView } from '../../views/reports/access-view';
import type { Handlers, RouteRequest } from '../routing/route-request';

/** What managers read of the counters that they reach, on the screen and in files made of the very same rows. */
export const reportRoutes = {
  staffing: async ({ heavy, query }) => ({ status: 200, body: await heavy('staffing', query) }),
  overview: async ({ heavy, query, reach }) => ({
    status: 200,
    body: await heavy('overview', { ...query, reach }),
  }),
  summary: async ({ heavy, query, reach }) => ({
    status: 200,
    body: await heavy('summary', { ...query, reach }),
  }),
  summaryCsv: ({ query, reach, ...request }) =>
    csv(request, { report: 'summary', query: { ...query, reach } }),
  summaryXlsx: ({ query, reach, ...request }) =>
    workbook(request, { report: 'summary', query: { ...query, reach } }),
  presence: async ({ heavy, query, reach }) => ({
    status: 200,
    body: await heavy('presence', { ...query, reach }),
  }),
  presenceCsv: ({ query, reach, ...request }) =>
    csv(request, { report: 'presence', query: { ...query, reach } }),
  presenceXlsx: ({ query, reach, ...request }) =>
    workbook(request, { report: 'presence', query: { ...query, reach } }),
  skmCsv: ({ query, reach, ...request }) => csv(request, { report: 'skm', query: { ...query, reach } }),
  skmXlsx: ({ query, reach, ...request }) => workbook(request, { report: 'skm', query: { ...query, reach } }),
  complaintsCsv: ({ query, reach, ...request }) =>
    csv(request, { report: 'complaints', query: { ...query, reach } }),
  complaintsXlsx: ({ query, reach, ...request }) =>
    workbook(request, { report: 'complaints', query: { ...query, reach } }),
  access: ({ look, query }) => ({ status: 200, body: accessView(look(), query) }),
  accessCsv: ({ query, reach, ...request }) => csv(request, { report: 'access', query: { ...query, reach } }),
  accessXlsx: ({ query, reach, ...request }) =>
    workbook(request, { report: 'access', query: { ...query, reach } }),
  estimate: async ({ heavy, query, reach }) => ({
    status: 200,
    body: await heavy('estimate', { ...query, reach }),
  }),
  estimateCsv: ({ query, reach, ...request }) =>
    csv(request, { report: 'estimate', query: { ...query, reach } }),
  estimateXlsx: ({ query, reach, ...request }) =>
    workbook(request, { report: 'estimate', query: { ...query, reach } }),
} satisfies Partial<Handlers<RouteName>>;

type Request = Pick<RouteRequest<RouteName>, 'heavy' | 'reply'>;

async function csv({ heavy, reply }: Request, asked: AskedTable) {
  const body = await heavy('csv', asked);
  nameFile(reply, asked, 'csv');
  return { status: 200, body } as const;
}

async function workbook({ heavy, reply }: Request, asked: AskedTable) {
  const body = await heavy('workbook', asked);
  nameFile(reply, asked, 'xlsx');
  return { status: 200, body } as const;
}

/** `antre-counter-2026-11-01-2026-11-30.csv`, `antre-presence-…`, `antre-estimate-day-…` */
function nameFile(reply: Request['reply'], { report, query }: AskedTable, ending: string): void {
  const about = [report === 'summary' ? [] : report, 'by' in query ? query.by : []].flat().join('-');
  reply.header(
    'content-disposition',
    `attachment; filename="antre-${about}-${query.from}-${query.to}.${ending}"`,
  );
}
