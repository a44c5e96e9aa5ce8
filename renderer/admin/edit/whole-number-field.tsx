import { NumberInput } from '@mantine/core';

/** A whole number with its unit; empty is null, which only a field that may be empty hands on. */
export function WholeNumberField(props: {
  readonly label: string;
  readonly description?: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly value: number | null;
  /** What an empty field means, shown in it; without, it goes back to its last number. */
  readonly empty?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  const { value, empty, onChange } = props;
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      size="md"
      min={props.least}
      max={props.most}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      placeholder={empty ?? ''}
      disabled={props.disabled ?? false}
      rightSection={<span>{props.unit}</span>}
      rightSectionWidth={72}
      rightSectionPointerEvents="none"
      value={value ?? ''}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
        else if (empty !== undefined && typed === '') onChange(null);
      }}
    />
  );
}
