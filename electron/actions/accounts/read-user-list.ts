import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFault } from '../../contract/admin';
import { oneLine } from '../../contract/common';
import { password, type Role, username } from '../../contract/staff';
import type { Hall } from '../../store/hall';

/** One person of a list. */
export interface ListedUser {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Null: all counters. */
  readonly counterIds: readonly number[] | null;
  /** Null: Antre makes one. */
  readonly password: string | null;
}

type Column = 'name' | 'username' | 'role' | 'counters' | 'password';

const headings: Readonly<Record<string, Column>> = {
  nama: 'name',
  name: 'name',
  nama_pengguna: 'username',
  username: 'username',
  peran: 'role',
  role: 'role',
  gerai: 'counters',
  counters: 'counters',
  kata_sandi: 'password',
  password: 'password',
};
const needed = [
  ['name', 'nama'],
  ['username', 'nama_pengguna'],
  ['role', 'peran'],
] as const;
const roleNames: Readonly<Record<string, Role>> = {
  petugas: 'staff',
  staff: 'staff',
  penyelia: 'supervisor',
  pengawas: 'supervisor',
  supervisor: 'supervisor',
  admin: 'admin',
};
const allCounters: ReadonlySet<string> = new Set(['', 'semua', 'all', '*']);
const mostRows = 500;
const longestName = 80;

/**
 * Reads a list of people from CSV: `;`, `,` or tabs, whichever stands most often in the line of headings; a byte order
 * mark and Excel's `sep=` line are passed over. Answers the people that are right and everything that is wrong, each
 * with its line; names that are taken already are not looked for here.
 */
export function readUserList(
  text: string,
  hall: Hall,
): { readonly users: readonly ListedUser[]; readonly faults: readonly ImportFault[] } {
  const faults: ImportFault[] = [];
  const blame = (line: number, column: string, kind: ImportFault['kind'], value = '') =>
    void faults.push({ line, column, kind, value: value.slice(0, 80) });
  const [head, ...rows] = readRows(text, blame);
  if (!head) {
    if (faults.length === 0) blame(0, '', 'no_rows');
    return { users: [], faults };
  }

  const columns = head.cells.map((cell) => headings[cell.toLowerCase().replace(/[\s-]+/g, '_')]);
  for (const [index, column] of columns.entries()) {
    const cell = head.cells[index] ?? '';
    if (column === undefined && cell !== '') blame(head.line, cell, 'unknown_column', cell);
    if (column !== undefined && columns.indexOf(column) !== index) blame(head.line, cell, 'twice', cell);
  }
  for (const [column, heading] of needed) {
    if (!columns.includes(column)) blame(head.line, heading, 'missing_column', heading);
  }
  if (faults.length > 0) return { users: [], faults };
  if (rows.length === 0) blame(0, '', 'no_rows');
  if (rows.length > mostRows) blame(0, '', 'too_many_rows', String(mostRows));

  const seen = new Set<string>();
  const users = rows.slice(0, mostRows).flatMap(({ line, cells }) => {
    const before = faults.length;
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const heading = (column: Column) => head.cells[columns.indexOf(column)] ?? '';
    const wrong = (column: Column, kind: ImportFault['kind'], value = cell(column)) =>
      blame(line, heading(column), kind, value);

    const displayName = cell('name');
    if (displayName === '') wrong('name', 'missing_value');
    else if (displayName.length > longestName) wrong('name', 'too_long');
    else if (!oneLine().safeParse(displayName).success) wrong('name', 'unreadable');
    const name = cell('username').toLowerCase();
    if (name === '') wrong('username', 'missing_value');
    else if (!username.safeParse(name).success) wrong('username', 'bad_username');
    else if (seen.has(name)) wrong('username', 'twice');
    seen.add(name);
    const role = roleNames[cell('role').toLowerCase()];
    if (role === undefined) wrong('role', cell('role') === '' ? 'missing_value' : 'unknown_role');
    const counterIds = countersOf(cell('counters'), hall, (code) =>
      wrong('counters', 'unknown_counter', code),
    );
    const secret = columns.includes('password') ? cell('password') : '';
    // What is wrong with a password is told without the password.
    if (secret !== '' && !password.safeParse(secret).success) wrong('password', 'short_password', '');
    if (cells.length > columns.length && cells.slice(columns.length).some((each) => each !== '')) {
      blame(line, '', 'unreadable', cells.slice(columns.length).join(' '));
    }
    if (faults.length > before || role === undefined) return [];
    return { line, username: name, displayName, role, counterIds, password: secret || null };
  });
  return { users, faults };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function readRows(
  text: string,
  blame: (line: number, column: string, kind: ImportFault['kind'], value?: string) => void,
): readonly Row[] {
  // A line that only tells Excel the delimiter stays as an empty one, so that the lines keep their numbers.
  const plain = text.replace(/^\uFEFF/, '').replace(/^"?sep=.?"?(?=\r?\n)/i, '');
  const firstLine = /^\s*(.*)/.exec(plain)?.[1] ?? '';
  const often = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = [';', ',', '\t'].reduce((best, each) => (often(each) > often(best) ? each : best));
  try {
    const records = parse(plain, {
      delimiter,
      // The headings, and one more than is taken.
      to: mostRows + 2,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    blame(typeof error.lines === 'number' ? error.lines : 0, '', 'unreadable');
    return [];
  }
}

/** Codes separated by commas, semicolons, `+` or blanks; none, or `semua`: all. */
function countersOf(text: string, hall: Hall, unknown: (code: string) => void): number[] | null {
  if (allCounters.has(text.toLowerCase())) return null;
  const codes = text.split(/[\s,;+]+/).filter((code) => code !== '');
  return [...new Set(codes)].flatMap((code) => {
    const counter = hall.counters.find((each) => each.code === code.toUpperCase());
    if (!counter) unknown(code);
    return counter ? [counter.id] : [];
  });
}
