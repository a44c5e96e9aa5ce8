import { Button, Modal } from '@mantine/core';
import { FormError } from '../../ui/office/form-error';
import styles from '../halls/halls.module.css';
import { useTexts } from '../texts';

/** Asks before something that can't be taken back at a press. */
export function AskDialog(props: {
  readonly title: string;
  readonly sentence: string;
  readonly confirm: string;
  readonly error: Error | null;
  readonly isWaiting: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={styles.form}>
        <p>{props.sentence}</p>
        <FormError error={props.error} />
        <div className={styles.actions}>
          <Button loading={props.isWaiting} onClick={props.onConfirm}>
            {props.confirm}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
