import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFault } from '../../contract/admin';
import { oneLine } from '../../contract/common';
import { password, type Role, username } from '../../contract/staff';
import { type AccountReach, wholeHallReach } from '../../queue/reach';
import type { Hall } from '../../store/hall';
import { institutionsOf } from './account-reach';

/** One person of a list. */
export interface ListedUser {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly reach: AccountReach;
  /** Null: Antre makes one. */
  readonly password: string | null;
}

type Column = 'name' | 'username' | 'role' | 'institutions' | 'counters' | 'password';

const headings: Readonly<Record<string, Column>> = {
  nama: 'name',
  name: 'name',
  nama_pengguna: 'username',
  username: 'username',
  peran: 'role',
  role: 'role',
  instansi: 'institutions',
  institutions: 'institutions',
  gerai: 'counters',
  counters: 'counters',
  kata_sandi: 'password',
  password: 'password',
};
/** What a column is called that the list lacks. */
const headingOf: Readonly<Record<Column, string>> = {
  name: 'nama',
  username: 'nama_pengguna',
  role: 'peran',
  institutions: 'instansi',
  counters: 'gerai',
  password: 'kata_sandi',
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
const wholeHall: ReadonlySet<string> = new Set(['seluruh balai', 'whole hall']);
const allCounters: ReadonlySet<string> = new Set(['semua', 'all', '*']);
const maxRows = 500;
const longestName = 80;

/**
 * Reads a list of people from CSV: `;`, `,` or tabs, whichever stands most often in the line of headings; a byte order
 * mark and Excel's `sep=` line are passed over. Returns the people that are right and everything that is wrong, each
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
  if (rows.length > maxRows) blame(0, '', 'too_many_rows', String(maxRows));

  const seen = new Set<string>();
  const users = rows.slice(0, maxRows).flatMap(({ line, cells }) => {
    const before = faults.length;
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const heading = (column: Column) => head.cells[columns.indexOf(column)] ?? headingOf[column];
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
    const reach =
      role && reachOf({ role, institutions: cell('institutions'), counters: cell('counters') }, hall, wrong);
    const secret = columns.includes('password') ? cell('password') : '';
    // What is wrong with a password is told without the password.
    if (secret !== '' && !password.safeParse(secret).success) wrong('password', 'short_password', '');
    if (cells.length > columns.length && cells.slice(columns.length).some((each) => each !== '')) {
      blame(line, '', 'unreadable', cells.slice(columns.length).join(' '));
    }
    if (faults.length > before || !role || !reach) return [];
    return { line, username: name, displayName, role, reach, password: secret || null };
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
      to: maxRows + 2,
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

type Wrong = (column: Column, kind: ImportFault['kind'], value?: string) => void;

/**
 * What a line gives its person: the institutions that it names, expressly the whole hall, or the counters of an officer
 * with their institutions. An admin has the whole hall without a word. Undefined where it says nothing.
 */
function reachOf(
  line: { readonly role: Role; readonly institutions: string; readonly counters: string },
  hall: Hall,
  wrong: Wrong,
): AccountReach | undefined {
  const { role } = line;
  if (role === 'admin') return wholeHallReach;
  const isAllCounters = allCounters.has(line.counters.toLowerCase());
  const isAllSaid = line.institutions === '' && isAllCounters;
  if (isAllSaid || wholeHall.has(line.institutions.toLowerCase())) {
    if (line.counters !== '' && !isAllCounters) wrong('counters', 'counter_elsewhere');
    return wholeHallReach;
  }
  const counterIds = isAllCounters || line.counters === '' ? null : countersOf(line.counters, hall, wrong);
  if (counterIds !== null && role !== 'staff') wrong('counters', 'counters_of_officers');
  const named = institutionsNamed(line.institutions, hall, wrong);
  if (line.institutions === '' && counterIds === null) wrong('institutions', 'no_institution', '');
  const institutions = line.institutions === '' ? institutionsOf(hall, counterIds ?? []) : named;
  for (const counterId of counterIds ?? []) {
    if (institutions.includes(hall.institutionOf.get(counterId) ?? '')) continue;
    wrong('counters', 'counter_elsewhere', hall.counter.get(counterId)?.code);
  }
  return { wholeHall: false, institutions, counterIds };
}

/** Names of institutions separated by `|`, in capitals or not. */
function institutionsNamed(text: string, hall: Hall, wrong: Wrong): string[] {
  const names = text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = new Map([...hall.institutionOf.values()].map((name) => [name.toLowerCase(), name]));
  return [...new Set(names)].flatMap((name) => {
    const institution = known.get(name.toLowerCase());
    if (institution === undefined) wrong('institutions', 'unknown_institution', name);
    return institution === undefined ? [] : [institution];
  });
}

/** Codes separated by commas, semicolons, `+` or blanks. */
function countersOf(text: string, hall: Hall, wrong: Wrong): number[] {
  const codes = text.split(/[\s,;+]+/).filter((code) => code !== '');
  return [...new Set(codes)].flatMap((code) => {
    const counter = hall.counters.find((each) => each.code === code.toUpperCase());
    if (!counter) wrong('counters', 'unknown_counter', code);
    return counter ? [counter.id] : [];
  });
}
