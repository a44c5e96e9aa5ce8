import type { ReactNode } from 'react';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import { sameValue } from '../../ui/office/drafts';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import { ChoiceControl, FlagControl, NumberControl, TextControl } from './controls';
import { type Faults, faultsWithin } from './faults';
import type { ControlProps, FieldRow } from './field-row';
import { narrowed } from './field-shape';
import styles from './field-table.module.css';
import { LanguageMatrix } from './language-matrix';
import { LocalizedFields, LocalizedLines } from './localized-fields';
import { Was } from './was';

interface TableProps<Row extends object> {
  readonly rows: readonly FieldRow<Row>[];
  readonly shapes: Readonly<Partial<Record<string, FieldShape>>>;
  readonly value: Row;
  readonly set: (fields: Partial<Row>) => void;
  readonly readOnly: boolean;
  /** Why fields are refused, by their path. */
  readonly faults?: Faults;
  /** As it is saved: what differs is marked, and can be put back. */
  readonly base?: Row;
  /** Beside something else: the words have just their room. */
  readonly isNarrow?: boolean;
}

/** So many rows fill the lowest screen of an office. */
const inSight = 6;

/**
 * The rows of a form, its words at the left and at the right the control that its schema asks for: bounds, step and whether
 * it may be empty are read there. Texts in several languages stand as a matrix.
 */
export function FieldTable<Row extends object>(props: TableProps<Row>) {
  const isWhole = useRestDrawn();
  const matrices = inMatrices(props);
  return (
    <div className={styles.fields} data-narrow={props.isNarrow || undefined} aria-busy={!isWhole}>
      {(isWhole ? matrices : matrices.slice(0, inSight)).map((rows) => {
        const [first] = rows;
        return rows.length > 1 || isInMatrix(first, shapeOf(first, props)) ? (
          <LanguageMatrix key={first.key} rows={rows.map((row) => matrixRow(row, props))} />
        ) : (
          <Field key={first.key} row={first} table={props} />
        );
      })}
    </div>
  );
}

function Field<Row extends object>(props: { readonly row: FieldRow<Row>; readonly table: TableProps<Row> }) {
  const { row, table } = props;
  const { key, label, empty, values } = row;
  const shape = shapeOf(row, table);
  const given = givenTo(row, shape, table);
  // The row's type says that its control is one of this field.
  const control = (row.control ?? usualControl(shape)) as Rendered | undefined;
  if (!control) throw new Error(`the field ${key} needs a control of its own`);
  const isChanged = table.base !== undefined && !sameValue(table.value[key], table.base[key]);
  return (
    <div
      className={styles.field}
      data-field={key}
      data-type={shape.type}
      data-changed={isChanged || undefined}
      data-refused={given.error !== null || undefined}
      data-long={row.isLong || undefined}
    >
      <Rendering control={control} given={given} />
      {isChanged && !table.readOnly && (
        <Was
          {...{ label, empty, values }}
          value={table.base?.[key]}
          onBack={() => table.base && table.set({ [key]: table.base[key] } as Partial<Row>)}
        />
      )}
    </div>
  );
}

function givenTo<Row extends object>(
  row: FieldRow<Row>,
  shape: FieldShape,
  table: TableProps<Row>,
): ControlProps<Row, unknown> {
  const { key, label, help, unit, empty, values } = row;
  const faults = faultsWithin(table.faults ?? {}, key);
  return {
    ...{ label, help, unit, empty, values, shape, faults },
    value: table.value[key],
    row: table.value,
    isFirst: row === table.rows[0],
    readOnly: table.readOnly,
    error: Object.values(faults)[0] ?? null,
    onChange: (value) => table.set({ [key]: value } as Partial<Row>),
    set: table.set,
  };
}

function matrixRow<Row extends object>(row: FieldRow<Row>, table: TableProps<Row>) {
  const shape = shapeOf(row, table);
  const was = table.base?.[row.key];
  return { key: row.key, ...givenTo(row, shape, table), was } as Parameters<
    typeof LanguageMatrix
  >[0]['rows'][number];
}

function shapeOf<Row extends object>({ key, max }: FieldRow<Row>, table: TableProps<Row>): FieldShape {
  const shape = table.shapes[key];
  if (!shape) throw new Error(`no schema has the field ${key}`);
  return narrowed(shape, max);
}

/** The rows, those that stand one after another in a matrix together. */
function inMatrices<Row extends object>(table: TableProps<Row>): [FieldRow<Row>, ...FieldRow<Row>[]][] {
  const groups: [FieldRow<Row>, ...FieldRow<Row>[]][] = [];
  for (const row of table.rows) {
    const before = groups.at(-1);
    const isNext = before !== undefined && isInMatrix(before[0], shapeOf(before[0], table));
    if (isNext && isInMatrix(row, shapeOf(row, table))) before.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Letters of a text that still fits in a column of the matrix. */
const mostInColumn = 80;

function isInMatrix({ control }: { readonly control?: unknown }, shape: FieldShape): boolean {
  return (
    control === undefined && isLocalizedText(shape) && (shape.parts?.id?.max ?? Infinity) <= mostInColumn
  );
}

function isLocalizedText({ parts }: FieldShape): boolean {
  return parts?.id?.type === 'text';
}

type Rendered = (given: unknown) => ReactNode;

/** A component that stays, so that a control that is written in place keeps its focus when the form is drawn anew. */
function Rendering({ control, given }: { readonly control: Rendered; readonly given: unknown }) {
  return control(given);
}

function usualControl(shape: FieldShape): unknown {
  const { type, parts } = shape;
  if (type === 'text') return TextControl;
  if (type === 'number') return NumberControl;
  if (type === 'flag') return FlagControl;
  if (type === 'choice') return ChoiceControl;
  if (isLocalizedText(shape)) return LocalizedFields;
  return parts?.id?.type === 'list' ? LocalizedLines : undefined;
}
