import { languages } from '../../contract/languages';
import {
  type ListColumn,
  listColumns,
  listHeading,
  sippnColumns,
  translatedColumns,
} from '../../contract/standard-list';
import type { ServiceStandard } from '../../contract/standards';
import type { ReportTable } from '../reports/report-file';
import type { ViewContext } from '../view-context';
import { listStandards } from './standards';

/** All standards as a list that can be filled in and taken in again: a row a service, translations behind the rest. */
export function standardsTable(context: ViewContext): ReportTable {
  const others = languages.filter((each) => each !== 'id');
  const translated = translatedColumns.flatMap((part) => others.map((language) => ({ part, language })));
  return {
    title: 'Standar pelayanan',
    sheet: 'Standar pelayanan',
    headings: [
      ...listColumns.map((column) => listHeading(column)),
      ...translated.map(({ part, language }) => `${listHeading(part)} (${language})`),
    ],
    rows: listStandards(context).map((standard) => [
      ...listColumns.map((column) => cellOf(standard, column)),
      ...translated.map(({ part, language }) => standard[part][language] ?? ''),
    ]),
  };
}

/** The public parts alone, under the headings of SIPPN: what is to be handed in is copied from here. */
export function sippnTable(context: ViewContext): ReportTable {
  return {
    title: 'SIPPN',
    sheet: 'SIPPN',
    headings: sippnColumns.map((column) => listHeading(column === 'requirements' ? 'documents' : column)),
    rows: listStandards(context)
      .filter(({ state, isExample }) => state !== 'none' && !isExample)
      .map((standard) =>
        sippnColumns.map((column) =>
          column === 'requirements'
            ? [cellOf(standard, 'documents'), cellOf(standard, 'requirements')].filter(Boolean).join('\n')
            : cellOf(standard, column),
        ),
      ),
  };
}

function cellOf(standard: ServiceStandard, column: ListColumn): string {
  const value = standard[column];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ya' : '';
  if (typeof value === 'string') return value;
  return typeof value.id === 'string' ? value.id : value.id.join('\n');
}
