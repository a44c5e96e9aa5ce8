import { useState } from 'react';
import { EndChoice } from './end-choice';
import { FormDialog } from './form-dialog';
import { ReasonField } from './reason-field';

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
      <ReasonField label={props.label} usual={props.usual} value={reason} isFirst onChange={setReason} />
      {props.ends && <EndChoice {...props.ends} end={end} onChoose={setEnd} />}
    </FormDialog>
  );
}
