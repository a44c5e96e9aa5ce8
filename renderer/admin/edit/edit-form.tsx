import { type ReactNode, useRef } from 'react';
import styles from './edit-form.module.css';
import { SaveBar } from './save-bar';
import type { EditPart } from './use-row-editor';

/** The form around an editor, with its save bar: saving with fields at fault leads to the first of them. */
export function EditForm(props: {
  /** What is saved here, in this order. */
  readonly parts: readonly EditPart[];
  /** Whether nothing can be changed by this user: then there is no bar. */
  readonly readOnly: boolean;
  readonly isNew?: boolean;
  readonly saveText?: string;
  /** Stands in the bar in place of its own buttons. */
  readonly actions?: ReactNode;
  /** All that was changed is saved, or nothing was. */
  readonly onSaved?: () => void;
  /** Brings into view what holds the first fault, where that isn't drawn. */
  readonly onSeek?: () => void;
  readonly children: ReactNode;
}) {
  const { parts, onSeek } = props;
  const form = useRef<HTMLFormElement>(null);
  const toFault = () => {
    onSeek?.();
    // Once what was refused is drawn so.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const field = form.current?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-refused] input, [data-fault]',
        );
        field?.focus();
        field?.scrollIntoView({ block: 'center' });
      }),
    );
  };
  const save = async () => {
    let isGood = true;
    for (const part of parts) {
      if (part.changed.length > 0 || props.isNew) isGood = (await part.onSave()) && isGood;
    }
    if (isGood) props.onSaved?.();
    else toFault();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      // What is wrong is said here, in the page's language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.body}>{props.children}</div>
      {!props.readOnly && (
        <SaveBar
          parts={parts}
          isNew={props.isNew ?? false}
          saveText={props.saveText}
          actions={props.actions}
          onToFault={toFault}
        />
      )}
    </form>
  );
}
