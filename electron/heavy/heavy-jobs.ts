import type { AuditFileQuery } from '../contract/admin-audit';
import type { Configuration } from '../contract/configuration';
import type { Language } from '../contract/languages';
import { configurationTag } from '../store/export-configuration';
import type { OpenReader } from '../store/open-reader';
import { auditTable } from '../views/admin/audit-file';
import { auditView } from '../views/admin/audit-view';
import { evaluationView } from '../views/evaluation/evaluation-view';
import { accessView } from '../views/reports/access-view';
import { complaintTable } from '../views/reports/complaint-file';
import { dayReportTables } from '../views/reports/day-report';
import { estimateView } from '../views/reports/estimate-view';
import { evaluationBundle } from '../views/reports/evaluation-bundle/bundle-view';
import { yearReport } from '../views/reports/evaluation-bundle/year-reports';
import { overviewView } from '../views/reports/overview/overview-view';
import { presenceView } from '../views/reports/presence-view';
import {
  accessTable,
  asCsv,
  asWorkbook,
  estimateTable,
  presenceTable,
  type ReportTable,
  summaryTable,
} from '../views/reports/report-file';
import { skmTable } from '../views/reports/skm-file';
import { staffingView } from '../views/reports/staffing-view';
import { summaryView } from '../views/reports/summary-view';
import { workbookHeading } from '../views/reports/workbook-heading';
import { skmView } from '../views/skm-view';
import { sippnTable, standardsTable } from '../views/standards/standards-file';
import type { ViewContext } from '../views/view-context';
import { importDifferences } from './import-differences';
import { readSpreadsheet } from './read-spreadsheet';

type Asked<View extends (look: ViewContext, asked: never) => unknown> = Parameters<View>[1];
type InWords<Query> = Query & { readonly language?: Language | undefined };

/** A report as the table of a file, in words where a language is named. */
export type AskedTable =
  | { readonly report: 'summary'; readonly query: InWords<Asked<typeof summaryView>> }
  | { readonly report: 'presence'; readonly query: InWords<Asked<typeof presenceView>> }
  | { readonly report: 'skm'; readonly query: Asked<typeof skmTable> }
  | { readonly report: 'complaints'; readonly query: Asked<typeof complaintTable> }
  | { readonly report: 'access'; readonly query: InWords<Asked<typeof presenceView>> }
  | { readonly report: 'estimate'; readonly query: InWords<Asked<typeof estimateView>> };

/** The database as it stands at one moment. */
export interface HeavyContext extends ViewContext {
  readonly reader: OpenReader;
}

/** What takes longer than a tap may wait, each made of the database alone. */
export const heavyJobs = {
  staffing: staffingView,
  overview: overviewView,
  summary: summaryView,
  presence: presenceView,
  estimate: estimateView,
  skm: skmView,
  evaluation: evaluationView,
  evaluationBundle,
  evaluationReport: yearReport,
  audit: auditView,
  auditCsv: (look: ViewContext, asked: AuditFileQuery) => asCsv(auditTable(look, asked), asked.language),
  csv: (look: ViewContext, asked: AskedTable) => asCsv(tableOf(look, asked), asked.query.language),
  workbook: (look: ViewContext, asked: AskedTable) => {
    const { query } = asked;
    const heading = query.language ? workbookHeading(look, query, query.language) : null;
    return asWorkbook([tableOf(look, asked)], heading);
  },
  spreadsheet: (_look: ViewContext, path: string) => readSpreadsheet(path),
  standardsCsv: (look: ViewContext, asked: Language) => asCsv(standardsTable(look), asked),
  standardsWorkbook: (look: ViewContext, _asked: Language) =>
    asWorkbook([standardsTable(look), sippnTable(look)], null),
  importPreview: (look: HeavyContext, file: Configuration) => ({
    differences: importDifferences(
      { ...look, transaction: look.reader.tryConfiguration(), actor: { kind: 'system' } },
      file,
    ),
    basis: configurationTag(look.hall),
  }),
  dayReport: (look: ViewContext, date: string) =>
    asWorkbook(
      dayReportTables(look, date),
      workbookHeading(look, { from: date, to: date, reach: null }, 'id'),
    ),
};

export type HeavyJobs = typeof heavyJobs;
export type HeavyJob = keyof HeavyJobs;
export type HeavyInput<Job extends HeavyJob> = Parameters<HeavyJobs[Job]>[1];
export type HeavyResult<Job extends HeavyJob> = Awaited<ReturnType<HeavyJobs[Job]>>;

function tableOf(look: ViewContext, { report, query }: AskedTable): ReportTable {
  switch (report) {
    case 'summary':
      return summaryTable(summaryView(look, query), query.by, query.language);
    case 'presence':
      return presenceTable(presenceView(look, query), query.language);
    case 'skm':
      return skmTable(look, query);
    case 'complaints':
      return complaintTable(look, query);
    case 'access':
      return accessTable(accessView(look, query), query.language);
    case 'estimate':
      return estimateTable(estimateView(look, query), query.by, query.language);
  }
}
