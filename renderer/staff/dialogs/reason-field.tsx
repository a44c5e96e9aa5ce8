import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** A reason: one of the usual ones by a press, or a typed one. */
export function ReasonField(props: {
  readonly label: string;
  readonly description?: string | undefined;
  readonly usual: readonly string[];
  readonly value: string;
  /** The dialog opens with the focus in it. */
  readonly isFirst?: boolean;
  readonly onChange: (reason: string) => void;
}) {
  const { label, isFirst = false, onChange } = props;
  const { t } = useTexts();
  const [isRefused, setIsRefused] = useState(false);
  const chosen = props.value.trim();
  return (
    <>
      <fieldset className={styles.usual} aria-label={label}>
        {props.usual.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={chosen === each}
            onClick={() => onChange(each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <TextInput
        data-autofocus={isFirst || undefined}
        autoFocus={isFirst}
        label={label}
        description={props.description}
        value={props.value}
        maxLength={200}
        required
        withAsterisk={false}
        error={isRefused && chosen === '' && t('fault.missing')}
        // Said below it, in the page's language, and not in a browser's bubble.
        onInvalid={(event) => {
          event.preventDefault();
          setIsRefused(true);
          event.currentTarget.focus();
        }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
