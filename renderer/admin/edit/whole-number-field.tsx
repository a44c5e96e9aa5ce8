import { NumberInput } from '@mantine/core';
import { type UnitName, unitName } from '../../../electron/contract/setting-words';
import { useTexts } from '../texts';

/** A whole number with its unit; empty is null, which only a field that may be empty hands on. */
export function WholeNumberField(props: {
  readonly label: string;
  readonly description?: string;
  readonly unit: UnitName | undefined;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  /** What an empty field means, shown in it; without, it goes back to its last number. */
  readonly empty?: string;
  readonly disabled?: boolean;
  readonly error?: string | null;
  readonly onChange: (value: number | null) => void;
}) {
  const { value, unit, empty, onChange } = props;
  const { language } = useTexts();
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      size="md"
      min={props.min}
      max={props.max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      placeholder={empty ?? ''}
      disabled={props.disabled ?? false}
      error={props.error}
      rightSection={unit && <span>{unitName(unit, language)}</span>}
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
