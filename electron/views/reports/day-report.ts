import type { ViewContext } from '../view-context';
import { presenceView } from './presence-view';
import { presenceTable, type ReportTable, summaryTable } from './report-file';
import { summaryView } from './summary-view';

/** The sheets of a day's report before presence. */
const groupings = ['period', 'hour', 'counter', 'service', 'desk', 'user'] as const;

/** Every figure of the whole hall's day (`2026-11-24`), a table for each way of grouping them, in Indonesian. */
export function dayReportTables(look: ViewContext, date: string): ReportTable[] {
  const period = { from: date, to: date, reach: null };
  return [
    ...groupings.map((by) => summaryTable(summaryView(look, { ...period, by }), by, 'id')),
    presenceTable(presenceView(look, period), 'id'),
  ];
}
