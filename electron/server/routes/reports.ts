import type { RouteName } from '../../contract/routes';
import { estimateView } from '../../views/reports/estimate-view';
import { presenceView } from '../../views/reports/presence-view';
import {
  asCsv,
  asWorkbook,
  estimateTable,
  presenceTable,
  summaryTable,
} from '../../views/reports/report-file';
import { staffingView } from '../../views/reports/staffing-view';
import { summaryView } from '../../views/reports/summary-view';
import type { Handlers, RouteRequest } from '../route-request';

/** What managers read, on the screen and in files made of the very same rows. */
export const reportRoutes = {
  staffing: async ({ look, query }) => ({ status: 200, body: await staffingView(look(), query) }),
  summary: async ({ look, query }) => ({ status: 200, body: await summaryView(look(), query) }),
  summaryCsv: async ({ look, query, reply }) => {
    nameFile(reply, `antre-${query.by}-${query.from}-${query.to}.csv`);
    const rows = await summaryView(look(), query);
    return { status: 200, body: await asCsv(summaryTable(rows, query.by, query.language), query.language) };
  },
  summaryXlsx: async ({ look, query, reply }) => {
    nameFile(reply, `antre-${query.by}-${query.from}-${query.to}.xlsx`);
    const rows = await summaryView(look(), query);
    return { status: 200, body: await asWorkbook([summaryTable(rows, query.by, query.language)]) };
  },
  presence: ({ look, query }) => ({ status: 200, body: presenceView(look(), query) }),
  presenceCsv: async ({ look, query, reply }) => {
    nameFile(reply, `antre-presence-${query.from}-${query.to}.csv`);
    const table = presenceTable(presenceView(look(), query), query.language);
    return { status: 200, body: await asCsv(table, query.language) };
  },
  presenceXlsx: async ({ look, query, reply }) => {
    nameFile(reply, `antre-presence-${query.from}-${query.to}.xlsx`);
    return {
      status: 200,
      body: await asWorkbook([presenceTable(presenceView(look(), query), query.language)]),
    };
  },
  estimate: ({ look, query }) => ({ status: 200, body: estimateView(look(), query) }),
  estimateCsv: async ({ look, query, reply }) => {
    nameFile(reply, `antre-estimate-${query.by}-${query.from}-${query.to}.csv`);
    const table = estimateTable(estimateView(look(), query), query.by, query.language);
    return { status: 200, body: await asCsv(table, query.language) };
  },
  estimateXlsx: async ({ look, query, reply }) => {
    nameFile(reply, `antre-estimate-${query.by}-${query.from}-${query.to}.xlsx`);
    const table = estimateTable(estimateView(look(), query), query.by, query.language);
    return { status: 200, body: await asWorkbook([table]) };
  },
} satisfies Partial<Handlers<RouteName>>;

function nameFile(reply: RouteRequest<RouteName>['reply'], name: string): void {
  reply.header('content-disposition', `attachment; filename="${name}"`);
}
