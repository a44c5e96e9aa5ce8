import { Checkbox } from '@mantine/core';
import type { ControlProps } from './field-row';
import fields from './fields.module.css';
import type { SettingsFields } from './setting-rows';

/** To choose some of a field's values, each by its name; kept in their order. */
export function SeveralControl<Value extends string>(
  props: ControlProps<SettingsFields, Value[]> & { readonly all: readonly Value[] },
) {
  return (
    <Checkbox.Group
      label={props.label}
      description={props.help}
      error={props.error}
      value={props.value}
      onChange={(chosen) => props.onChange(props.all.filter((each) => chosen.includes(each)))}
    >
      <div className={fields.row}>
        {props.all.map((each) => (
          <Checkbox key={each} value={each} disabled={props.readOnly} label={props.values?.[each] ?? each} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
