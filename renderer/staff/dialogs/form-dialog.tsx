import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** A window with a form: Enter confirms, Escape leaves everything as it was. */
export function FormDialog(props: {
  readonly title: string;
  readonly confirm: string;
  /** In pixels. */
  readonly size?: number;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      {...(props.size === undefined ? {} : { size: props.size })}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.children}
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
