import type { ReactNode } from 'react';
import type { FieldShape } from '../../../electron/contract/field-shapes';
import type { UnitName } from '../../../electron/contract/setting-words';
import type { Faults } from './faults';

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
  /** Why what stands here is refused; else null. */
  readonly error: string | null;
  /** Why parts of it are refused, by their path within it (`en`). */
  readonly faults: Faults;
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
    /** What stands there is a longer line than is seen in a control beside its words. */
    readonly isLong?: boolean;
    readonly control?: Control<Row, Key> | undefined;
  };
}[keyof Row & string];
