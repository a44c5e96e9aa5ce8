import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts';
import styles from './dialogs.module.css';

/** Asks for a reason: one of the usual ones by a press, or a typed one. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly usual: readonly string[];
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const chosen = reason.trim();
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) props.onConfirm(chosen);
        }}
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
          label={props.label}
          value={reason}
          maxLength={200}
          required
          withAsterisk={false}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <footer className={styles.foot}>
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{props.confirm}</Button>
        </footer>
      </form>
    </Modal>
  );
}
