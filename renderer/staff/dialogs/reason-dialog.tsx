import { TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';

/** Asks for a reason: one of the usual ones by a press, or a typed one. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly usual: readonly string[];
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const chosen = reason.trim();
  return (
    <FormDialog
      title={props.title}
      confirm={props.confirm}
      onSubmit={() => {
        if (chosen) props.onConfirm(chosen);
      }}
      onClose={props.onClose}
    >
      <fieldset className={styles.usual} aria-label={props.label}>
        {props.usual.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={chosen === each}
            onClick={() => setReason(each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <TextInput
        data-autofocus
        autoFocus
        label={props.label}
        value={reason}
        maxLength={200}
        required
        withAsterisk={false}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
