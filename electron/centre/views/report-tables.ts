import type { CentreGrouping } from '../../contract/centre/report-groupings';
import type { CentrePresenceQuery, CentrePresenceRow, CentreSummaryRow } from '../../contract/centre/reports';
import type { Language } from '../../contract/languages';
import { columnsOf } from '../../contract/report-columns';
import { weekdayName } from '../../texts/dates';
import type { ReportTable } from '../../views/reports/report-file';
import { reportTexts } from '../../views/reports/report-words';

/** A summary over halls as a table for people. */
export function summaryTableOf(
  rows: readonly CentreSummaryRow[],
  by: CentreGrouping,
  language: Language,
): ReportTable {
  const t = reportTexts.in(language);
  const columns = columnsOf('summary');
  const about = (row: CentreSummaryRow) => {
    if (row.name) return row.name[language] || row.name.id;
    return by === 'weekday' ? weekdayName(Number(row.key), language) : row.key;
  };
  return {
    title: `${t('title.summary')}: ${t(`grouping.${by}`)}`,
    sheet: t(`grouping.${by}`),
    headings: [t(`grouping.${by}`), ...columns.map(({ key }) => t(key))],
    measures: [undefined, ...columns.map(({ measure }) => measure)],
    rows: rows.map((row) => [about(row), ...columns.map(({ name }) => row[name])]),
  };
}

/** The presence of institutions over halls likewise. */
export function presenceTableOf(
  rows: readonly CentrePresenceRow[],
  by: CentrePresenceQuery['by'],
  language: Language,
): ReportTable {
  const t = reportTexts.in(language);
  const columns = columnsOf('presence');
  const withDay = by === 'weekday';
  return {
    title: t('title.presence'),
    sheet: t('presence.sheet'),
    headings: [
      t(by === 'agency' ? 'grouping.agency' : 'grouping.hall'),
      ...(withDay ? [t('grouping.weekday')] : []),
      ...columns.map(({ key }) => t(key)),
    ],
    measures: [undefined, ...(withDay ? [undefined] : []), ...columns.map(({ measure }) => measure)],
    rows: rows.map((row) => [
      row.name,
      ...(withDay ? [row.weekday === null ? '' : weekdayName(row.weekday, language)] : []),
      ...columns.map(({ name }) => row[name]),
    ]),
  };
}
