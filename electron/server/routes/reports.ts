import type { RouteName } from '../../contract/routes';
import { estimateView } from '../../views/reports/estimate-view';
import { presenceView } from '../../views/reports/presence-view';
import {
  asCsv,
  asWorkbook,
  estimateTable,
  presenceTable,
  type ReportTable,
  summaryTable,
} from '../../views/reports/report-file';
import type { ReportLanguage } from '../../views/reports/report-words';
import { staffingView } from '../../views/reports/staffing-view';
import { summaryView } from '../../views/reports/summary-view';
import type { Handlers, RouteRequest } from '../route-request';

/** What managers read, on the screen and in files made of the very same rows. */
export const reportRoutes = {
  staffing: async ({ look, query }) => ({ status: 200, body: await staffingView(look(), query) }),
  summary: async ({ look, query }) => ({ status: 200, body: await summaryView(look(), query) }),
  summaryCsv: async ({ look, query, reply }) => {
    const table = summaryTable(await summaryView(look(), query), query.by, query.language);
    return csv(reply, `${query.by}-${query.from}-${query.to}`, table, query.language);
  },
  summaryXlsx: async ({ look, query, reply }) => {
    const table = summaryTable(await summaryView(look(), query), query.by, query.language);
    return workbook(reply, `${query.by}-${query.from}-${query.to}`, table);
  },
  presence: ({ look, query }) => ({ status: 200, body: presenceView(look(), query) }),
  presenceCsv: ({ look, query, reply }) => {
    const table = presenceTable(presenceView(look(), query), query.language);
    return csv(reply, `presence-${query.from}-${query.to}`, table, query.language);
  },
  presenceXlsx: ({ look, query, reply }) => {
    const table = presenceTable(presenceView(look(), query), query.language);
    return workbook(reply, `presence-${query.from}-${query.to}`, table);
  },
  estimate: ({ look, query }) => ({ status: 200, body: estimateView(look(), query) }),
  estimateCsv: ({ look, query, reply }) => {
    const table = estimateTable(estimateView(look(), query), query.by, query.language);
    return csv(reply, `estimate-${query.by}-${query.from}-${query.to}`, table, query.language);
  },
  estimateXlsx: ({ look, query, reply }) => {
    const table = estimateTable(estimateView(look(), query), query.by, query.language);
    return workbook(reply, `estimate-${query.by}-${query.from}-${query.to}`, table);
  },
} satisfies Partial<Handlers<RouteName>>;

type Reply = RouteRequest<RouteName>['reply'];

async function csv(reply: Reply, name: string, table: ReportTable, language: ReportLanguage | undefined) {
  nameFile(reply, `${name}.csv`);
  return { status: 200, body: await asCsv(table, language) } as const;
}

async function workbook(reply: Reply, name: string, table: ReportTable) {
  nameFile(reply, `${name}.xlsx`);
  return { status: 200, body: await asWorkbook([table]) } as const;
}

function nameFile(reply: Reply, name: string): void {
  reply.header('content-disposition', `attachment; filename="antre-${name}"`);
}
