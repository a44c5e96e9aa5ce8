import { TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './dialogs.module.css';
import { EndChoice } from './end-choice';
import { FormDialog } from './form-dialog';

/** Asks for a reason, one of the usual ones by a press or a typed one, and, where minutes are offered, for an end. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly usual: readonly string[];
  readonly confirm: string;
  /** Asks until when, of so many minutes from now. */
  readonly ends?: { readonly label: string; readonly minutes: readonly number[] };
  /** `until`: ISO 8601, or null where nobody knows. */
  readonly onConfirm: (reason: string, until: string | null) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [end, setEnd] = useState<number | null>(null);
  const chosen = reason.trim();
  return (
    <FormDialog
      title={props.title}
      confirm={props.confirm}
      onSubmit={() => {
        if (chosen) props.onConfirm(chosen, end === null ? null : new Date(end).toISOString());
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
      {props.ends && <EndChoice {...props.ends} end={end} onChoose={setEnd} />}
    </FormDialog>
  );
}
