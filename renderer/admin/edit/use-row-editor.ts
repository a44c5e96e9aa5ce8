import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import { newKey, Refused } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { type Edit, editOf, sameValue, useDraftStore } from '../../ui/office/drafts';
import { faultLine } from '../../ui/office/fault-line';
import { formFaults } from '../../ui/office/form-faults';
import { useTexts } from '../texts';
import type { Faults } from './faults';
import { narrowed } from './field-shape';

interface VersionedRow {
  /** Empty: it isn't made yet. */
  readonly id: string;
  readonly version: number;
}

/** A row that is edited, and how it is read, changed and made. */
export interface EditedRow<Row extends VersionedRow> {
  readonly draftKey: string;
  readonly row: Row;
  /** The fields that can be changed here, each with what people call it. */
  readonly rows: readonly {
    readonly key: keyof Row & string;
    readonly label: string;
    readonly max?: number;
  }[];
  /** What the form's schema says of each field: it is looked at before anything is sent. */
  readonly shapes: Readonly<Partial<Record<string, FieldShape>>>;
  readonly load: () => Promise<Row>;
  /** `base` is the row that they were typed on. */
  readonly change: (changes: Partial<Row>, version: number, base: Row) => Promise<Row>;
  readonly make: (row: Row, key: string) => Promise<Row>;
  readonly onMade: (row: Row) => void;
}

/** What of an edited row the bar below it says and does, whatever row it is. */
export interface EditPart {
  readonly draftKey: string;
  /** The changed fields, in people's words. */
  readonly changed: readonly string[];
  readonly faults: Faults;
  readonly saving: boolean;
  /** What is no field's fault: a refusal of the whole, or that nothing could be sent. */
  readonly error: Error | null;
  /** What another admin changed since this edit began, in people's words; null: nothing is known. */
  readonly meanwhile: readonly string[] | null;
  readonly onKeepMine: () => void;
  readonly onDiscard: () => void;
  /** Resolves to whether nothing is left to be put right. */
  readonly onSave: () => Promise<boolean>;
}

export interface RowEditor<Row extends VersionedRow> {
  readonly edit: Edit<Row>;
  /** For the table of its fields. */
  readonly table: {
    readonly shapes: Readonly<Partial<Record<string, FieldShape>>>;
    readonly value: Row;
    readonly set: (fields: Partial<Row>) => void;
    readonly faults: Faults;
    /** As it is saved; absent of a row that is being made. */
    readonly base?: Row;
  };
  readonly part: EditPart;
}

/** How the last save of a row went. */
interface Outcome {
  readonly saving?: true;
  readonly error?: Error;
  readonly sent?: object;
  readonly theirs?: object;
  /** It was to be saved with fields at fault: those that nobody touched are told of too. */
  readonly isTried?: true;
}

/**
 * Returns how any of several rows of collections are edited and saved, each by itself. Where another admin saved
 * meanwhile, their row is read so that the person can be told what differs, and choose.
 */
export function useRowEditors() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const store = useDraftStore();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const keys = useRef<Record<string, string>>({});
  const refresh = () => refreshBelow(queries, '/admin');

  return function editorOf<Row extends VersionedRow>(options: EditedRow<Row>): RowEditor<Row> {
    const { draftKey, row, rows, shapes } = options;
    const edit = editOf(store, draftKey, row);
    const outcome = outcomes[draftKey] ?? {};
    const tell = (next: Outcome) => setOutcomes((before) => ({ ...before, [draftKey]: next }));
    const theirs = outcome.theirs as Row | undefined;
    const found = formFaults(
      rows.flatMap(({ key, max }) => {
        const shape = shapes[key];
        const isLookedAt = edit.changed.includes(key) || row.id === '';
        return shape && isLookedAt ? [{ key, shape: narrowed(shape, max), value: edit.value[key] }] : [];
      }),
    );
    const isTold = (path: string) =>
      outcome.isTried || edit.changed.includes(topOf(path) as keyof Row & string);
    const own = Object.fromEntries(
      Object.entries(found)
        .filter(([path]) => isTold(path))
        .map(([path, { code, values }]) => [path, t(`fault.${code}`, values)]),
    );
    const refused = refusedFields(outcome, edit.value, rows);
    const named = (wanted: readonly string[]) =>
      wanted.map((field) => rows.find(({ key }) => key === field)?.label ?? field);

    const save = async (): Promise<boolean> => {
      if (outcome.saving || theirs) return false;
      if (Object.keys(found).length > 0) {
        tell({ ...outcome, isTried: true });
        return false;
      }
      keys.current[draftKey] ??= newKey();
      tell({ saving: true });
      try {
        const saved =
          row.id === ''
            ? await options.make(edit.value, keys.current[draftKey])
            : await options.change(edit.changes, edit.base.version, edit.base);
        delete keys.current[draftKey];
        edit.discard();
        store.markSaved(draftKey.endsWith(':') ? `${draftKey}${saved.id}` : draftKey);
        await refresh();
        tell({});
        if (row.id === '') options.onMade(saved);
        return true;
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        if (!(error instanceof Refused)) {
          tell({ error });
          return false;
        }
        delete keys.current[draftKey];
        const isMeanwhile = error.problem.code === 'changed_meanwhile';
        tell({ error, sent: edit.value, ...(isMeanwhile ? { theirs: await options.load() } : {}) });
        return false;
      }
    };
    const faults = { ...refused, ...own };
    return {
      edit,
      table: {
        shapes,
        value: edit.value,
        set: edit.set,
        faults,
        ...(row.id === '' ? {} : { base: edit.base }),
      },
      part: {
        draftKey,
        changed: named(edit.changed),
        faults,
        saving: outcome.saving === true,
        error: isOfFieldsAlone(outcome.error, rows) ? null : (outcome.error ?? null),
        meanwhile: theirs
          ? named(rows.map(({ key }) => key).filter((field) => !sameValue(theirs[field], edit.base[field])))
          : null,
        onKeepMine: () => {
          if (theirs) edit.rebase(theirs);
          tell({});
        },
        onDiscard: () => {
          edit.discard();
          tell({});
          void refresh();
        },
        onSave: save,
      },
    };
  };
}

/** The edit of one row of a collection, with its save. */
export function useRowEditor<Row extends VersionedRow>(options: EditedRow<Row>) {
  return useRowEditors()(options);
}

function topOf(path: string): string {
  return path.split('.')[0] ?? '';
}

type Rows = readonly { readonly key: string }[];

function isField(path: string, rows: Rows): boolean {
  return rows.some(({ key }) => key === topOf(path));
}

/** Whether all that the server refused stands at fields that are seen. */
function isOfFieldsAlone(error: Error | undefined, rows: Rows): boolean {
  if (!(error instanceof Refused)) return false;
  const { errors = [] } = error.problem;
  return errors.length > 0 && errors.every(({ path }) => isField(path, rows));
}

/** Why the server refused each field that is still as it was sent. */
function refusedFields({ error, sent }: Outcome, now: object, rows: Rows): Faults {
  if (!(error instanceof Refused) || !sent) return {};
  const fieldOf = (of: object, path: string) => of[topOf(path) as keyof typeof of];
  return Object.fromEntries(
    // Of several the first is said.
    [...(error.problem.errors ?? [])]
      .reverse()
      .filter(({ path }) => isField(path, rows) && sameValue(fieldOf(sent, path), fieldOf(now, path)))
      .map(({ path, message }) => [path, `${faultLine('', message).replace(/\.$/, '')}.`]),
  );
}
