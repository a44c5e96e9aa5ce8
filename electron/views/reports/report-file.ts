import type { Worksheet } from 'exceljs';
import type { Localized } from '../../contract/common';
import type {
  EstimateQuery,
  EstimateRow,
  PresenceRow,
  SummaryGrouping,
  SummaryRow,
} from '../../contract/reports';
import {
  estimateColumns,
  estimateWords,
  groupingWords,
  presenceColumns,
  presenceWords,
  type ReportLanguage,
  summaryColumns,
  summaryWords,
} from './report-words';

/** A table as people see it: the heading row, then the rows. */
export interface ReportTable {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A summary as a table; without a language its columns have the names of the contract's fields. */
export function summaryTable(
  rows: readonly SummaryRow[],
  by: SummaryGrouping,
  language?: ReportLanguage,
): ReportTable {
  return {
    sheet: groupingWords[language ?? 'id'][by],
    headings: summaryColumns.map((column) => {
      if (!language) return column;
      return column === 'key' ? groupingWords[language][by] : summaryWords[language][column];
    }),
    rows: rows.map((row) => summaryColumns.map((column) => cell(row[column], language))),
  };
}

/** The presence of each institution as a table, likewise. */
export function presenceTable(rows: readonly PresenceRow[], language?: ReportLanguage): ReportTable {
  return {
    sheet: presenceWords[language ?? 'id'].sheet,
    headings: presenceColumns.map((column) => (language ? presenceWords[language][column] : column)),
    rows: rows.map((row) => presenceColumns.map((column) => cell(row[column], language))),
  };
}

/** How well estimated waits held as a table, likewise. */
export function estimateTable(
  rows: readonly EstimateRow[],
  by: EstimateQuery['by'],
  language?: ReportLanguage,
): ReportTable {
  return {
    sheet: estimateWords[language ?? 'id'].sheet,
    headings: estimateColumns.map((column) => {
      if (!language) return column;
      return column === 'key' ? groupingWords[language][by] : estimateWords[language][column];
    }),
    rows: rows.map((row) => estimateColumns.map((column) => cell(row[column], language))),
  };
}

function cell(value: string | number | null | Localized, language: ReportLanguage = 'id') {
  return typeof value === 'object' && value !== null ? value[language] || value.id : value;
}

/** Tables as a workbook (XLSX), a sheet each, with heading rows that stay in sight and filters. */
export async function asWorkbook(tables: readonly ReportTable[]): Promise<Buffer> {
  const workbook = await newWorkbook();
  for (const table of tables) {
    const sheet = workbook.addWorksheet(table.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    fill(sheet, table);
    sheet.getRow(1).font = { bold: true };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.headings.length } };
    table.headings.forEach((heading, at) => {
      const lengths = table.rows.map((row) => String(row[at] ?? '').length);
      sheet.getColumn(at + 1).width = Math.min(60, Math.max(heading.length, ...lengths) + 2);
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/**
 * A table as CSV (RFC 4180, UTF-8). For people it begins with a byte order mark, without which Excel takes it for
 * another encoding, and in Indonesian its fields are parted by `;`, as Excel there expects.
 */
export async function asCsv(table: ReportTable, language?: ReportLanguage): Promise<string> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(table.sheet);
  fill(sheet, { ...table, rows: table.rows.map((row) => row.map(harmless)) });
  const text = await workbook.csv.writeBuffer({
    formatterOptions: {
      delimiter: language === 'id' ? ';' : ',',
      rowDelimiter: '\r\n',
      escape: '"',
      quote: '"',
    },
  });
  return `${language ? '\uFEFF' : ''}${Buffer.from(text).toString('utf8')}\r\n`;
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
