import { useState } from 'react';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
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
    <FormDialog
      size={620}
      title={props.title}
      confirm={props.confirm}
      onSubmit={() => {
        if (picked) props.onConfirm(picked.service.id);
        else setMissing(true);
      }}
      onClose={props.onClose}
    >
      <p className={styles.sentence}>{props.sentence}</p>
      <ServicePicker
        label={t('service.label')}
        exceptServiceId={props.exceptServiceId}
        picked={picked}
        missing={missing}
        onPick={setPicked}
      />
    </FormDialog>
  );
}
