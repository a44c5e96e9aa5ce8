import { TextInput } from '@mantine/core';
import { type UnitName, unitName } from '../../../electron/contract/setting-words';
import { typedNumber } from '../../ui/office/form-faults';
import { useTexts } from '../texts';
import styles from './number-field.module.css';

/**
 * A number with its unit behind it. What was typed and is no number stays in the field, and is handed on as it is: the form
 * refuses it in words, and nothing is sent. Empty is null.
 */
export function NumberField(props: {
  readonly label: string;
  readonly description?: string;
  readonly unit: UnitName | undefined;
  readonly value: number | null;
  /** What an empty field means, shown in it. */
  readonly empty?: string;
  readonly isWhole?: boolean;
  readonly readOnly?: boolean;
  readonly error?: string | null;
  readonly onChange: (value: number | null) => void;
}) {
  const { value, unit, isWhole = true } = props;
  const { language } = useTexts();
  return (
    <TextInput
      label={props.label}
      description={props.description}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      placeholder={props.empty ?? ''}
      readOnly={props.readOnly ?? false}
      error={props.error}
      inputContainer={(input) => (
        <div className={styles.number} data-wide={(props.empty ?? '').length > 5 || undefined}>
          {input}
          {unit && <span>{unitName(unit, language)}</span>}
        </div>
      )}
      value={String(value ?? '')}
      onChange={(event) =>
        // The form looks at what it is before it is taken for a number.
        props.onChange(typedNumber(event.currentTarget.value, isWhole) as number | null)
      }
    />
  );
}
