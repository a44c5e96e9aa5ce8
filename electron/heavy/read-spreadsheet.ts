import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import type { CellValue } from 'exceljs';
import { unzipSync } from 'fflate';
import { decodeWritten } from '../contract/written-text';

/** A row of a spreadsheet with its line, from 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a workbook may come to unpacked: more than any list, less than the machine has. */
const mostUnpacked = 30 * 1024 * 1024;
const mostRows = 2_000;

/** Reads the first sheet of a workbook (XLSX), or CSV, as rows of texts; null where it is neither. */
export async function readSpreadsheet(path: string): Promise<SheetRow[] | null> {
  const bytes = new Uint8Array(await readFile(path));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? await readWorkbook(bytes) : readCsv(decodeWritten(bytes));
}

async function readWorkbook(bytes: Uint8Array): Promise<SheetRow[] | null> {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpacked) return null;
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const rows: SheetRow[] = [];
    workbook.worksheets[0]?.eachRow((row, line) => {
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      if (line <= mostRows) rows.push({ line, cells: [...values].map((value) => textOf(value ?? null)) });
    });
    return rows.filter(hasText);
  } catch {
    // Whatever the reader trips over, it is no workbook to people.
    return null;
  }
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('result' in value) return textOf((value.result ?? null) as CellValue);
  return 'text' in value ? String(value.text).trim() : '';
}

function readCsv(text: string): SheetRow[] | null {
  // A line that only tells Excel the delimiter stays as an empty one, so that the lines keep their numbers.
  const plain = text.replace(/^"?sep=.?"?(?=\r?\n)/i, '');
  const firstLine = /^\s*(.*)/.exec(plain)?.[1] ?? '';
  const often = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = [';', ',', '\t'].reduce((best, each) => (often(each) > often(best) ? each : best));
  try {
    const records = parse(plain, {
      bom: true,
      delimiter,
      to: mostRows,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record })).filter(hasText);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}

function hasText({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell !== '');
}
