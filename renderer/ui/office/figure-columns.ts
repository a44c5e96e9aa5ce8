import type { Language } from '../../../electron/contract/languages';
import {
  type ColumnKey,
  type ColumnOf,
  columnsOf,
  type Report,
  type ReportColumn,
} from '../../../electron/contract/report-columns';
import type { Translate } from '../../../electron/texts/catalogue';
import type { DataColumn } from './data-table';
import { countInWords, durationInWords, shareInWords } from './figure-words';

type Figures = Readonly<Record<string, unknown>>;

/** A column's heading on the page, which may be another than in files (`KEY.screen`). */
export function headingOf(key: ColumnKey, t: Translate<ColumnKey>): string {
  return t(`${key}.screen` as ColumnKey) || t(key);
}

/** A row's figure of a column as people read it; a dash where nothing was measured. */
export function figureInWords(
  { name, measure, of }: ReportColumn & { readonly name: string },
  row: Figures,
  language: Language,
): string {
  if (of) {
    const [part, whole] = of.map((each) => Number(row[each]));
    return shareInWords(part ?? 0, whole ?? 0);
  }
  const figure = row[name] as number | null;
  return measure === 'duration' ? durationInWords(figure, language) : countInWords(Number(figure), language);
}

/** The columns of a report's table on the page. */
export function figureColumns<Of extends Report>(
  report: Of,
  { t, language }: { readonly t: Translate<ColumnKey>; readonly language: Language },
): DataColumn<Readonly<Record<ColumnOf<Of>, number | null>>>[] {
  return columnsOf(report)
    .filter(({ onScreen }) => onScreen !== 'never')
    .toSorted((one, other) => Number(other.onScreen === 'first') - Number(one.onScreen === 'first'))
    .map((column) => ({
      key: column.name,
      title: headingOf(column.key, t),
      value: (row) => row[column.name],
      show: (row) => figureInWords(column, row, language),
    }));
}
