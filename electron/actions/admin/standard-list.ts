import type { Language } from '../../contract/languages';
import { languages } from '../../contract/languages';
import {
  type ListColumn,
  listColumns,
  listHeading,
  type StandardListFault,
  type StandardListPreview,
  translatedColumns,
} from '../../contract/standard-list';
import type { publicParts } from '../../contract/standard-parts';
import { type StandardChange, standardChange } from '../../contract/standards';
import { parseWrittenDate } from '../../contract/written-date';
import { Refusal } from '../../queue/refusal';
import type { Hall, HallService } from '../../store/hall';
import { noStandard } from '../../store/standards';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { changeStandard } from './standards';

/** A row of the file, with its line. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ListedStandard {
  readonly service: HallService;
  readonly change: StandardChange;
}

interface ReadList {
  readonly standards: readonly ListedStandard[];
  readonly faults: readonly StandardListFault[];
}

interface Column {
  readonly column: ListColumn;
  readonly language: Language;
  readonly heading: string;
}

const days: readonly ListColumn[] = ['decidedOn', 'reviewedOn', 'reviewDueOn'];
const flags: Readonly<Record<string, boolean>> = { ya: true, yes: true, tidak: false, no: false };

/**
 * Reads a list of standards from a spreadsheet's rows, null where it is none: a line a service, by its counter's letters
 * and its name. An empty cell leaves what is there. Returns what is right and everything that is wrong, each with its line.
 */
export function readStandardList(
  { hall, businessDate }: { readonly hall: Hall; readonly businessDate: string },
  rows: readonly Row[] | null,
): ReadList {
  const faults: StandardListFault[] = [];
  const blame = (line: number, column: string, kind: StandardListFault['kind'], value = '') =>
    void faults.push({ line, column, kind, value: value.slice(0, 80) });
  const [head, ...lines] = rows ?? [];
  if (rows === null) blame(0, '', 'unreadable');
  else if (!head || lines.length === 0) blame(0, '', 'no_rows');
  if (!head) return { standards: [], faults };

  const columns = head.cells.map((heading): Column | null => columnOf(heading));
  for (const [at, heading] of head.cells.entries()) {
    if (heading !== '' && !columns[at]) blame(head.line, heading, 'unknown_column');
    // Which of the two was meant nobody can tell.
    else if (columns.some((each, earlier) => earlier < at && isSame(each, columns[at]))) {
      blame(head.line, heading, 'twice', heading);
    }
  }
  for (const needed of ['counterCode', 'name'] as const) {
    if (!columns.some((each) => each?.column === needed)) {
      blame(head.line, listHeading(needed), 'missing_column');
    }
  }
  if (faults.length > 0) return { standards: [], faults };

  const seen = new Set<number>();
  const standards = lines.flatMap(({ line, cells }): ListedStandard[] => {
    const cellOf = (column: ListColumn) =>
      cells[columns.findIndex((each) => each?.column === column)]?.trim() ?? '';
    const [code, name] = [cellOf('counterCode'), cellOf('name')];
    const service = hall.counters
      .find((counter) => counter.code === code.toUpperCase())
      ?.services.find((each) => each.name.id.toLowerCase() === name.toLowerCase());
    if (!service) {
      blame(line, listHeading('name'), 'unknown_service', `${code} ${name}`);
      return [];
    }
    if (seen.has(service.id)) blame(line, listHeading('name'), 'twice', name);
    seen.add(service.id);
    const kept = hall.standards.get(service.id) ?? noStandard;
    const change: Record<string, unknown> = {};
    for (const [at, column] of columns.entries()) {
      const cell = cells[at]?.trim() ?? '';
      if (column && cell !== '') read(column, cell, line);
    }
    const meant = judged(change, line);
    const before: Readonly<Record<string, unknown>> = { ...kept, documents: service.documents };
    const others = Object.entries(meant).filter(
      ([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value),
    );
    return others.length === 0 ? [] : [{ service, change: Object.fromEntries(others) }];

    function read({ column, language, heading }: Column, cell: string, at: number): void {
      if (column === 'counterCode' || column === 'agency' || column === 'name') return;
      if (column === 'documents') {
        const listed = cell.split(/\r?\n/).map((each) => each.trim());
        change.documents = { ...service?.documents, id: listed.filter((each) => each !== '') };
      } else if (isTranslated(column)) {
        change[column] = { ...kept[column], ...(change[column] as object), [language]: cell };
      } else if (days.includes(column)) {
        const day = parseWrittenDate(cell);
        if (day === null) blame(at, heading, 'no_date', cell);
        else if (column !== 'reviewDueOn' && day > businessDate) blame(at, heading, 'day_to_come', cell);
        else change[column] = day;
      } else if (column === 'isExample') {
        const flag = flags[cell.toLowerCase()];
        if (flag === undefined) blame(at, heading, 'no_flag', cell);
        else change.isExample = flag;
      } else change[column] = cell;
    }

    function judged(written: object, at: number): StandardChange {
      const parsed = standardChange.safeParse(written);
      if (parsed.success) return parsed.data;
      for (const { path, code: rule } of parsed.error.issues) {
        const [column, language] = path.map(String);
        const heading = headingOf(column as ListColumn, language as Language | undefined);
        blame(at, heading, rule === 'too_big' ? 'too_long' : 'not_on_paper');
      }
      return {};
    }
  });
  return { standards, faults };
}

/** Returns what importing a list would change. */
export function standardListPreview({ standards, faults }: ReadList): StandardListPreview {
  return {
    services: standards.map(({ service, change }) => ({
      id: String(service.id),
      name: service.name,
      fields: Object.keys(change),
    })),
    faults: [...faults],
  };
}

/** Changes all that a list says. Refuses `invalid_request` with each fault; then nothing is changed. */
export function importStandardList(
  context: ActionContext,
  rows: readonly Row[] | null,
): ReadList['standards'] {
  const { standards, faults } = readStandardList(context, rows);
  if (faults.length > 0) {
    throw new Refusal('invalid_request', {
      errors: faults.map(({ line, column, kind, value }) => ({
        path: `line ${line}${column === '' ? '' : `, ${column}`}`,
        fault: fieldFault(`standards_${kind}`, { value }),
      })),
    });
  }
  for (const { service, change } of standards) changeStandard(context, service.id, change);
  return standards;
}

function columnOf(heading: string): Column | null {
  const wanted = heading.trim().toLowerCase();
  for (const column of listColumns) {
    const text = listHeading(column);
    if (text.toLowerCase() === wanted) return { column, language: 'id', heading: text };
    if (!isTranslated(column)) continue;
    for (const language of languages) {
      if (headingOf(column, language).toLowerCase() === wanted)
        return { column, language, heading: heading.trim() };
    }
  }
  return null;
}

function isSame(one: Column | null, other: Column | null | undefined): boolean {
  return one !== null && one.column === other?.column && one.language === other.language;
}

/** `Biaya/tarif`, or of another language `Biaya/tarif (en)`. */
function headingOf(column: ListColumn, language: Language = 'id'): string {
  return language === 'id' ? listHeading(column) : `${listHeading(column)} (${language})`;
}

function isTranslated(column: ListColumn): column is (typeof publicParts)[number] {
  return (translatedColumns as readonly string[]).includes(column);
}
