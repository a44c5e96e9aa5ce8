import { valueName } from '../../contract/history/value-names';
import type { Language } from '../../contract/languages';
import { type ComplaintFileQuery, complaintFileMost } from '../../contract/reports';
import type { ListedComplaint } from '../../contract/survey';
import { complaintCountsView } from '../complaint-counts-view';
import { complaintsOfPeriod } from '../complaints-view';
import type { ViewContext } from '../view-context';
import type { ReportTable } from './report-file';
import { reportTexts } from './report-words';
import type { WithinReach } from './summary-view';

/** In order. Nothing here tells who wrote, or when beyond the day. */
const columns = [
  'code',
  'receivedOn',
  'origin',
  'counter',
  'service',
  'kind',
  'text',
  'status',
  'answer',
  'dueOn',
  'answeredOn',
  'sp4nNumber',
  'sp4nState',
] as const satisfies readonly (keyof ListedComplaint)[];
type Column = (typeof columns)[number];

/**
 * Suggestions and complaints of a period and within reach as a table, the newest first, and in the end for people the four counts;
 * without a language columns and values are the contract's.
 */
export function complaintTable(context: ViewContext, wanted: ComplaintFileQuery & WithinReach): ReportTable {
  const { language } = wanted;
  const t = reportTexts.in(language ?? 'id');
  const found = complaintsOfPeriod(context, wanted, complaintFileMost + 1);
  const rows: (string | number | null)[][] = found
    .slice(0, complaintFileMost)
    .map((complaint) => columns.map((column) => cell(complaint, column, language)));
  if (found.length > complaintFileMost)
    rows.push([t('complaint.more', { most: complaintFileMost }), ...columns.slice(1).map(() => null)]);
  if (language) {
    const counts = complaintCountsView(context, wanted);
    const empty = columns.slice(2).map(() => null);
    const totals = ['received', 'finished', 'sp4nReceived', 'sp4nFinished'] as const;
    for (const total of totals) rows.push([t(`complaint.count.${total}`), counts[total], ...empty]);
  }
  return {
    title: t('complaint.sheet'),
    sheet: t('complaint.sheet'),
    headings: columns.map((column) => (language ? t(`complaint.${column}`) : column)),
    rows,
  };
}

function cell(complaint: ListedComplaint, column: Column, language?: Language): string | null {
  if (column === 'counter' || column === 'service') {
    const name = complaint[column];
    if (name) return name[language ?? 'id'] || name.id;
    return column === 'counter' && language ? reportTexts.in(language)('complaint.hall') : null;
  }
  const value = complaint[column];
  if (!language || value === null) return value;
  if (column === 'origin') return reportTexts.in(language)(`origin.${complaint.origin}`);
  return valueName(column, value, language) ?? value;
}
