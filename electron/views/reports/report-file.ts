import type { Worksheet } from 'exceljs';
import type { Localized } from '../../contract/common';
import { type Language, languageTable } from '../../contract/languages';
import { type ColumnKey, columnsOf, type Measure, type Report } from '../../contract/report-columns';
import type {
  AccessRow,
  EstimateQuery,
  EstimateRow,
  PresenceRow,
  SummaryGrouping,
  SummaryRow,
} from '../../contract/reports';
import type { Translate } from '../../texts/catalogue';
import { reportTexts } from './report-words';

/** A table as people see it: the heading row, then the rows. */
export interface ReportTable {
  /** What it is called, for people. */
  readonly title: string;
  readonly sheet: string;
  /** What must be known to read it, a line each, above the table in a workbook for people. */
  readonly notes?: readonly string[];
  readonly headings: readonly string[];
  /** What each column measures; left out: plain numbers and texts all. */
  readonly measures?: readonly (Measure | undefined)[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A summary as a table; without a language its columns have the names of the contract's fields. */
export function summaryTable(
  rows: readonly SummaryRow[],
  by: SummaryGrouping,
  language?: Language,
): ReportTable {
  const t = reportTexts.in(language ?? 'id');
  return {
    title: `${t('title.summary')}: ${t(`grouping.${by}`)}`,
    sheet: t(`grouping.${by}`),
    ...tableOf('summary', rows, { key: t(`grouping.${by}`), ...named(t) }, language),
  };
}

/** The presence of each institution as a table, likewise. */
export function presenceTable(rows: readonly PresenceRow[], language?: Language): ReportTable {
  const t = reportTexts.in(language ?? 'id');
  return {
    title: t('title.presence'),
    sheet: t('presence.sheet'),
    ...tableOf('presence', rows, { counterId: t('counterId'), ...named(t), agency: t('agency') }, language),
  };
}

/** How well estimated waits held as a table, likewise. */
export function estimateTable(
  rows: readonly EstimateRow[],
  by: EstimateQuery['by'],
  language?: Language,
): ReportTable {
  const t = reportTexts.in(language ?? 'id');
  return {
    title: t('title.estimate'),
    sheet: t('estimate.sheet'),
    ...tableOf('estimate', rows, { key: t(`grouping.${by}`), ...named(t) }, language),
  };
}

/** How many came by the ways for those who see little or nothing as a table, likewise. */
export function accessTable(rows: readonly AccessRow[], language?: Language): ReportTable {
  const t = reportTexts.in(language ?? 'id');
  return {
    title: t('title.access'),
    sheet: t('access.sheet'),
    notes: [t('access.note')],
    ...tableOf('access', rows, { key: t('grouping.day') }, language),
  };
}

function named(t: Translate<'counterCode' | 'name'>) {
  return { counterCode: t('counterCode'), name: t('name') };
}

/** `about` says what a row is about: the fields before its figures, and their headings. */
function tableOf(
  report: Report,
  rows: readonly Readonly<Record<string, string | number | null | Localized>>[],
  about: Readonly<Record<string, string>>,
  language?: Language,
): Pick<ReportTable, 'headings' | 'measures' | 'rows'> {
  const t: Translate<ColumnKey> = reportTexts.in(language ?? 'id');
  const columns = [
    ...Object.entries(about).map(([name, heading]) => ({ name, heading, measure: undefined })),
    ...columnsOf(report).map(({ name, key, measure }) => ({ name, heading: t(key), measure })),
  ];
  return {
    headings: columns.map(({ name, heading }) => (language ? heading : name)),
    measures: columns.map(({ measure }) => measure),
    rows: rows.map((row) => columns.map(({ name }) => cell(row[name] ?? null, language))),
  };
}

function cell(value: string | number | null | Localized, language: Language = 'id') {
  return typeof value === 'object' && value !== null ? value[language] || value.id : value;
}

/** What stands above each table of a workbook for people, a line each: the hall, the period, when it was made. */
export interface WorkbookHeading {
  readonly hall: string;
  readonly lines: readonly string[];
}

/** A day of Excel's, in seconds. */
const daySeconds = 86_400;
const formats: Readonly<Partial<Record<Measure, string>>> = { duration: '[h]:mm:ss', share: '0.0%' };

/**
 * Tables as a workbook (XLSX), a sheet each, with heading rows that stay in sight and filters. With a heading it is for
 * people: the hall, the table's title and the lines stand above, durations are Excel's own, to read and to reckon with.
 * Without one every sheet is the table alone, durations in seconds, for programs.
 */
export async function asWorkbook(
  tables: readonly ReportTable[],
  heading: WorkbookHeading | null,
): Promise<Buffer> {
  const workbook = await newWorkbook();
  for (const table of tables) {
    const above = heading ? [heading.hall, table.title, ...heading.lines, ...(table.notes ?? []), null] : [];
    const first = above.length + 1;
    const sheet = workbook.addWorksheet(table.sheet, { views: [{ state: 'frozen', ySplit: first }] });
    for (const line of above) sheet.addRow([line]);
    fill(sheet, heading ? withExcelDurations(table) : table);
    if (heading) {
      sheet.getRow(1).font = { bold: true, size: 14 };
      sheet.getRow(2).font = { bold: true, size: 12 };
    }
    sheet.getRow(first).font = { bold: true };
    sheet.autoFilter = { from: { row: first, column: 1 }, to: { row: first, column: table.headings.length } };
    table.headings.forEach((name, at) => {
      const column = sheet.getColumn(at + 1);
      const lengths = table.rows.map((row) => String(row[at] ?? '').length);
      column.width = Math.min(60, Math.max(name.length, ...lengths) + 2);
      const measure = table.measures?.[at];
      const format = heading && measure && formats[measure];
      if (format) column.numFmt = format;
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function withExcelDurations(table: ReportTable): ReportTable {
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((value, at) =>
        table.measures?.[at] === 'duration' && typeof value === 'number' ? value / daySeconds : value,
      ),
    ),
  };
}

/**
 * A table as CSV (RFC 4180, UTF-8). For people it begins with a byte order mark, without which Excel takes it for
 * another encoding, and where numbers have a decimal comma its fields are parted by `;`, as Excel there expects.
 */
export async function asCsv(table: ReportTable, language?: Language): Promise<string> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(table.sheet);
  const headings = table.headings.map((heading, at) =>
    language && table.measures?.[at] === 'duration'
      ? `${heading} (${reportTexts.in(language)('seconds')})`
      : heading,
  );
  fill(sheet, { ...table, headings, rows: table.rows.map((row) => row.map(harmless)) });
  const text = await workbook.csv.writeBuffer({
    formatterOptions: {
      delimiter: language && hasDecimalComma(language) ? ';' : ',',
      rowDelimiter: '\r\n',
      escape: '"',
      quote: '"',
    },
  });
  return `${language ? '\uFEFF' : ''}${Buffer.from(text).toString('utf8')}\r\n`;
}

function hasDecimalComma(language: Language): boolean {
  return new Intl.NumberFormat(languageTable[language].locale).format(0.5).includes(',');
}

/** A name that begins like a formula would be run as one by spreadsheets (OWASP, CSV injection). */
function harmless(value: string | number | null): string | number {
  // Else a row that ends with nothing would have fewer fields than the heading.
  if (value === null) return '';
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function fill(sheet: Worksheet, table: ReportTable): void {
  sheet.addRow([...table.headings]);
  for (const row of table.rows) sheet.addRow([...row]);
}

/** Loaded when first needed: it is large, and the kiosk must start without it. */
async function newWorkbook() {
  const { default: exceljs } = await import('exceljs');
  return new exceljs.Workbook();
}
