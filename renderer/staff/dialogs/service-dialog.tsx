import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts';
import styles from './dialogs.module.css';
import { type PickedService, ServicePicker } from './service-picker';

/** Picks one service and confirms it. */
export function ServiceDialog(props: {
  readonly title: string;
  readonly sentence: string;
  readonly confirm: string;
  readonly exceptServiceId: string;
  readonly onConfirm: (serviceId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [picked, setPicked] = useState<PickedService | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <Modal
      opened
      size={620}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (picked) props.onConfirm(picked.service.id);
          else setMissing(true);
        }}
      >
        <p className={styles.sentence}>{props.sentence}</p>
        <ServicePicker
          label={t('service.label')}
          exceptServiceId={props.exceptServiceId}
          picked={picked}
          onPick={setPicked}
        />
        {missing && !picked && (
          <p className={styles.error} role="alert">
            {t('service.missing')}
          </p>
        )}
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
