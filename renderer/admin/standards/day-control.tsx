import { DateField } from '../../ui/office/date-field';
import type { ControlProps } from '../edit/field-row';

/** A day, or none. */
export function DayControl<Row, Value extends string | null>(props: ControlProps<Row, Value>) {
  return (
    <DateField
      label={props.label}
      {...(props.help === undefined ? {} : { description: props.help })}
      optional
      error={props.error}
      readOnly={props.readOnly}
      value={props.value ?? ''}
      onChange={(day) => props.onChange((day === '' ? null : day) as Value)}
    />
  );
}
