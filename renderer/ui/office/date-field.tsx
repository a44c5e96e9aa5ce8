import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseWrittenDate } from '../../../electron/contract/written-date';
import { formatDate } from '../../i18n/time';
import { useTexts } from '../texts/use-texts';

/**
 * A date to type, written out in the page's language whatever the browser's is: `Selasa, 24 November 2026`. What is typed
 * may be short (`24/11/2026`); what is no date is marked and hands nothing on.
 */
export function DateField(props: {
  readonly label: string;
  readonly description?: string;
  /** `2026-11-24` */
  readonly value: string;
  readonly readOnly?: boolean;
  readonly onChange: (date: string) => void;
}) {
  const { value, onChange } = props;
  const { t, language } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const written = formatDate(`${value}T00:00:00Z`, 'UTC', language, { year: true });
  const wrong = typed !== null && parseWrittenDate(typed) === null;
  return (
    <TextInput
      label={props.label}
      description={props.description}
      placeholder="24/11/2026"
      autoComplete="off"
      required
      withAsterisk={false}
      readOnly={props.readOnly ?? false}
      error={wrong ? t('date.rule') : null}
      value={typed ?? written}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const date = parseWrittenDate(text);
        if (date !== null) onChange(date);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
