import { Select, Switch, TextInput } from '@mantine/core';
import type { ControlProps } from './field-row';
import { NumberField } from './number-field';

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
  return (
    <NumberField
      label={props.label}
      {...(props.help === undefined ? {} : { description: props.help })}
      unit={props.unit}
      empty={props.empty ?? ''}
      isWhole={props.shape.isWhole === true}
      readOnly={props.readOnly}
      error={props.error}
      value={props.value}
      onChange={props.onChange}
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
