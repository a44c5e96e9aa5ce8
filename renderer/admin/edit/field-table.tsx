import { Select, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import type { UnitName } from '../../../electron/contract/setting-words';
import styles from './field-table.module.css';
import { LocalizedFields, LocalizedLines } from './localized-fields';
import { WholeNumberField } from './whole-number-field';

/** What the control of a field is given. */
export interface ControlProps<Row, Value> {
  readonly label: string;
  readonly help: string | undefined;
  readonly unit: UnitName | undefined;
  /** What a field that may be empty means then. */
  readonly empty: string | undefined;
  /** The names of its values, where it knows only some. */
  readonly values: Readonly<Record<string, string>> | undefined;
  readonly shape: FieldShape;
  readonly value: Value;
  /** The whole row as it is typed. */
  readonly row: Row;
  readonly readOnly: boolean;
  /** Whether it is the form's first: a panel that opens has it ready to be typed in. */
  readonly isFirst: boolean;
  /** Why the server refused what stands here; else null. */
  readonly error: string | null;
  readonly onChange: (value: Value) => void;
  /** Sets several fields at once, where one follows from another. */
  readonly set: (fields: Partial<Row>) => void;
}
export type Control<Row, Key extends keyof Row> = (props: ControlProps<Row, Row[Key]>) => ReactNode;

/** A field of a form: its words, and a control of its own where its schema doesn't say enough. */
export type FieldRow<Row> = {
  readonly [Key in keyof Row & string]: {
    readonly key: Key;
    readonly label: string;
    readonly help?: string | undefined;
    readonly unit?: UnitName | undefined;
    readonly empty?: string | undefined;
    readonly values?: Readonly<Record<string, string>> | undefined;
    /** Letters that there is room for, where the schema allows more. */
    readonly max?: number;
    /** Whether it has the whole width, though it is a text, number or choice. */
    readonly isWide?: true;
    readonly control?: Control<Row, Key> | undefined;
  };
}[keyof Row & string];

/** The rows of a form, each with the control that its schema asks for: bounds, step and whether it may be empty are read there. */
export function FieldTable<Row extends object>(props: {
  readonly rows: readonly FieldRow<Row>[];
  readonly shapes: Readonly<Partial<Record<keyof Row & string, FieldShape>>>;
  readonly value: Row;
  readonly set: (fields: Partial<Row>) => void;
  readonly readOnly: boolean;
  /** Why the server refused a field, by its name. */
  readonly faults?: Readonly<Partial<Record<string, string>>>;
  /** Side by side, or each in a line of its own with its words at the left. */
  readonly layout: 'grid' | 'lines';
}) {
  return (
    <div className={styles[props.layout]}>
      {props.rows.map((row) => {
        const shape = props.shapes[row.key];
        if (!shape) throw new Error(`no schema has the field ${row.key}`);
        const isWide = row.isWide ?? !['number', 'text', 'choice'].includes(shape.type);
        return (
          <div key={row.key} className={styles.field} data-wide={isWide || undefined}>
            {controlOf(row, shape, props)}
          </div>
        );
      })}
    </div>
  );
}

function controlOf<Row extends object>(
  row: FieldRow<Row>,
  shape: FieldShape,
  table: Parameters<typeof FieldTable<Row>>[0],
): ReactNode {
  const { key, label, help, unit, empty, values, max } = row;
  const given: ControlProps<Row, unknown> = {
    ...{ label, help, unit, empty, values },
    shape: max === undefined ? shape : narrowed(shape, max),
    value: table.value[key],
    row: table.value,
    isFirst: row === table.rows[0],
    readOnly: table.readOnly,
    error: table.faults?.[key] ?? null,
    onChange: (value) => table.set({ [key]: value } as Partial<Row>),
    set: table.set,
  };
  // The row's type says that its control is one of this field.
  const control = (row.control ?? usualControl(shape)) as Rendered | undefined;
  if (!control) throw new Error(`the field ${key} needs a control of its own`);
  return <Rendering control={control} given={given} />;
}

type Rendered = (given: unknown) => ReactNode;

/** A component that stays, so that a control that is written in place keeps its focus when the form is drawn anew. */
function Rendering({ control, given }: { readonly control: Rendered; readonly given: unknown }) {
  return control(given);
}

function usualControl({ type, parts }: FieldShape): unknown {
  if (type === 'text') return TextControl;
  if (type === 'number') return NumberControl;
  if (type === 'flag') return FlagControl;
  if (type === 'choice') return ChoiceControl;
  if (parts?.id?.type === 'text') return LocalizedFields;
  return parts?.id?.type === 'list' ? LocalizedLines : undefined;
}

/** A field's bounds, where there is room for fewer letters than its schema allows. */
function narrowed(shape: FieldShape, max: number): FieldShape {
  if (!shape.parts) return { ...shape, max };
  return {
    ...shape,
    parts: Object.fromEntries(Object.entries(shape.parts).map(([part, its]) => [part, narrowed(its, max)])),
  };
}

/** A text of one line; empty is null, where it may be. */
export function TextControl<Row, Value extends string | null | undefined>(
  props: ControlProps<Row, Value> & {
    readonly type?: 'text' | 'url';
    readonly placeholder?: string;
    readonly title?: string;
    readonly autoCapitalize?: 'none';
    readonly autoComplete?: 'off';
    /** What is meant by what was typed. */
    readonly tidy?: (text: string) => string;
  },
) {
  const { shape, value, tidy = (text) => text } = props;
  const isNeeded = !shape.isNullable && (shape.min ?? (shape.pattern ? 1 : 0)) > 0;
  return (
    <TextInput
      label={props.label}
      description={props.help}
      required={isNeeded}
      withAsterisk={false}
      type={props.type ?? 'text'}
      placeholder={props.placeholder ?? props.empty ?? ''}
      {...(shape.max === undefined ? {} : { maxLength: shape.max })}
      {...(shape.pattern === undefined ? {} : { pattern: shape.pattern })}
      {...(props.isFirst ? { 'data-autofocus': true } : {})}
      {...(props.title === undefined ? {} : { title: props.title })}
      {...(props.autoCapitalize === undefined ? {} : { autoCapitalize: props.autoCapitalize })}
      {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
      readOnly={props.readOnly}
      error={props.error}
      value={value ?? ''}
      onChange={(event) => {
        const text = tidy(event.currentTarget.value);
        props.onChange((text === '' && shape.isNullable ? null : text) as Value);
      }}
    />
  );
}

/** Letters before numbers, which are capital ones. */
export function CodeControl<Row, Value extends string | null>(props: ControlProps<Row, Value>) {
  return <TextControl {...props} tidy={(text) => text.toUpperCase()} />;
}

export function NumberControl<Row>(props: ControlProps<Row, number | null>) {
  const { shape, onChange } = props;
  return (
    <WholeNumberField
      label={props.label}
      {...(props.help === undefined ? {} : { description: props.help })}
      unit={props.unit}
      min={shape.min ?? 0}
      max={shape.max ?? Number.MAX_SAFE_INTEGER}
      {...(shape.isNullable ? { empty: props.empty ?? '' } : {})}
      disabled={props.readOnly}
      error={props.error}
      value={props.value}
      onChange={(value) => (value !== null || shape.isNullable) && onChange(value)}
    />
  );
}

export function FlagControl<Row>(props: ControlProps<Row, boolean>) {
  return (
    <Switch
      label={props.label}
      description={props.help}
      disabled={props.readOnly}
      error={props.error}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

export function ChoiceControl<Row, Value extends string | number>(props: ControlProps<Row, Value>) {
  // The schema's own, or what a control offers in their place.
  const choices = (props.shape.choices ?? []) as readonly Value[];
  return (
    <Select
      label={props.label}
      description={props.help}
      allowDeselect={false}
      disabled={props.readOnly}
      error={props.error}
      data={choices.map((choice) => ({
        value: String(choice),
        label: props.values?.[String(choice)] ?? String(choice),
      }))}
      value={String(props.value)}
      onChange={(chosen) => {
        const choice = choices.find((each) => String(each) === chosen);
        if (choice !== undefined) props.onChange(choice);
      }}
    />
  );
}
