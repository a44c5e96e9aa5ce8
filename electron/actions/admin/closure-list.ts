import { CsvError, parse } from 'csv-parse/sync';
import type { ClosureListFault, ListedClosure } from '../../contract/admin-closures';
import { oneLine } from '../../contract/common';
import { inEachLanguage, languages } from '../../contract/languages';
import { parseWrittenDate } from '../../contract/written-date';
import { Refusal } from '../../queue/refusal';
import { query, type Reader } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { furthestClosure, makeClosure } from './closures';
import { requireScope } from './scope';

const maxRows = 400;
const longestName = 200;
const headings = new Set(['tanggal', 'date']);

/**
 * Reads a plain list of days on which something is closed: a line each, the date first, then the day's name in
 * Indonesian, and where wanted in English and Javanese, between `;`, tabs or `,`. Lines that begin with `#` and a line
 * of headings are passed over. Returns the days that are right, `already` where such a closure is there, and everything
 * that is wrong with its line: what is right here is taken as it is.
 */
export function readClosureList(
  { reader, now, hall }: Pick<ActionContext, 'now' | 'hall'> & { readonly reader: Reader },
  scope: string,
  text: string,
): { readonly days: readonly ListedClosure[]; readonly faults: readonly ClosureListFault[] } {
  const faults: ClosureListFault[] = [];
  const blame = (line: number, kind: ClosureListFault['kind'], value = '') =>
    void faults.push({ line, kind, value: value.slice(0, 80) });
  const rows = readRows(text, blame).filter(
    ({ cells }, index) => index > 0 || !headings.has((cells[0] ?? '').toLowerCase()),
  );
  if (rows.length === 0 && faults.length === 0) blame(0, 'no_rows');
  if (rows.length > maxRows) blame(0, 'too_many_rows', String(maxRows));
  const taken = new Set(
    reader
      .all(
        query
          .selectFrom('closures')
          .select(['fromDate', 'toDate'])
          .where('scope', '=', scope)
          .where('weekJson', 'is', null),
      )
      .flatMap(({ fromDate, toDate }) => (fromDate === toDate ? [fromDate] : [])),
  );
  const seen = new Set<string>();
  const furthest = furthestClosure({ now, hall });
  const days = rows.slice(0, maxRows).flatMap(({ line, cells }) => {
    const [written = '', ...names] = cells;
    const more = names.splice(languages.length);
    const reason = inEachLanguage((each) => names[languages.indexOf(each)] ?? '');
    const date = parseWrittenDate(written);
    const before = faults.length;
    if (date === null) blame(line, 'no_date', written);
    else if (seen.has(date)) blame(line, 'twice', written);
    else if (date > furthest) blame(line, 'too_far', written);
    if (reason.id === '') blame(line, 'no_name', written);
    for (const name of names) {
      if (name.length > longestName) blame(line, 'too_long', name);
      else if (!oneLine().safeParse(name).success) blame(line, 'unreadable', name);
    }
    if (more.some((cell) => cell !== '')) blame(line, 'unreadable', more.join(' '));
    if (faults.length > before || date === null) return [];
    seen.add(date);
    return [{ line, date, reason, already: taken.has(date) }];
  });
  return { days, faults };
}

/**
 * Makes a closure of each day of a list that isn't there yet, all or none; returns how many of each. Refuses
 * `invalid_request` with every line at fault, and for a scope that isn't there.
 */
export function importClosureList(
  context: ActionContext,
  { scope, text }: { readonly scope: string; readonly text: string },
): { readonly made: number; readonly already: number } {
  requireScope(context, scope);
  const { days, faults } = readClosureList({ ...context, reader: context.transaction }, scope, text);
  if (faults.length > 0) {
    throw new Refusal('invalid_request', {
      errors: faults.map(({ line, kind, value }) => ({
        path: `lines.${line}`,
        fault: fieldFault(`list_${kind}`, { value }),
      })),
    });
  }
  const wanted = days.filter(({ already }) => !already);
  for (const { date, reason } of wanted) {
    makeClosure(context, { scope, from: date, to: date, reason, week: null });
  }
  return { made: wanted.length, already: days.length - wanted.length };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function readRows(
  text: string,
  blame: (line: number, kind: ClosureListFault['kind'], value?: string) => void,
): readonly Row[] {
  const plain = text.replace(/^\uFEFF/, '');
  const delimiter = [';', '\t'].find((each) => plain.includes(each)) ?? ',';
  try {
    const records = parse(plain, {
      delimiter,
      // The headings, and one more than is taken.
      to: maxRows + 2,
      comment: '#',
      info: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    blame(typeof error.lines === 'number' ? error.lines : 0, 'unreadable');
    return [];
  }
}
