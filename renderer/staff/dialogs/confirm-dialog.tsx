import { Button, Modal } from '@mantine/core';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** Asks before doing two things at once. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly sentence: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.form}>
        <p className={styles.sentence}>{props.sentence}</p>
        <footer className={styles.foot}>
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button data-autofocus autoFocus onClick={props.onConfirm}>
            {props.confirm}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
