import type { RouteName } from '../../contract/routes';
import type { AskedTable } from '../../heavy/heavy-jobs';
import type { Handlers, RouteRequest } from '../route-request';

/** What managers read, on the screen and in files made of the very same rows. */
export const reportRoutes = {
  staffing: async ({ heavy, query }) => ({ status: 200, body: await heavy('staffing', query) }),
  summary: async ({ heavy, query }) => ({ status: 200, body: await heavy('summary', query) }),
  summaryCsv: ({ query, ...request }) => csv(request, { report: 'summary', query }),
  summaryXlsx: ({ query, ...request }) => workbook(request, { report: 'summary', query }),
  presence: async ({ heavy, query }) => ({ status: 200, body: await heavy('presence', query) }),
  presenceCsv: ({ query, ...request }) => csv(request, { report: 'presence', query }),
  presenceXlsx: ({ query, ...request }) => workbook(request, { report: 'presence', query }),
  skmCsv: ({ query, ...request }) => csv(request, { report: 'skm', query }),
  skmXlsx: ({ query, ...request }) => workbook(request, { report: 'skm', query }),
  complaintsCsv: ({ query, ...request }) => csv(request, { report: 'complaints', query }),
  complaintsXlsx: ({ query, ...request }) => workbook(request, { report: 'complaints', query }),
  estimate: async ({ heavy, query }) => ({ status: 200, body: await heavy('estimate', query) }),
  estimateCsv: ({ query, ...request }) => csv(request, { report: 'estimate', query }),
  estimateXlsx: ({ query, ...request }) => workbook(request, { report: 'estimate', query }),
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
