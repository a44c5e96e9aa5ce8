import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Place, places, type QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts/use-texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
import { type PickedService, ServicePicker } from './service-picker';

export interface Transfer {
  readonly serviceId: string;
  readonly place: Place;
  readonly note?: string;
}

/**
 * Where a ticket goes on with the same number: the service, its place there, and from a desk a word to the next
 * one (a supervisor's move takes none).
 */
export function TransferDialog(props: {
  readonly ticket: Pick<QueueTicket, 'number' | 'service'>;
  readonly kind: 'transfer' | 'move';
  readonly onTransfer: (transfer: Transfer) => void;
  readonly onClose: () => void;
}) {
  const { kind, ticket } = props;
  const { t } = useTexts();
  const [picked, setPicked] = useState<PickedService | null>(null);
  const [place, setPlace] = useState<Place>('arrival');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      size={620}
      title={t(`${kind}.title`, { number: ticket.number })}
      confirm={t(`${kind}.confirm`, { number: ticket.number })}
      onSubmit={() => {
        if (!picked) return setMissing(true);
        props.onTransfer({
          serviceId: picked.service.id,
          place,
          ...(note.trim() ? { note: note.trim() } : {}),
        });
      }}
      onClose={props.onClose}
    >
      <ServicePicker
        label={t('transfer.to')}
        exceptServiceId={ticket.service.id}
        picked={picked}
        missing={missing}
        onPick={setPicked}
      />
      <Radio.Group label={t('transfer.place')} value={place} onChange={(value) => setPlace(value as Place)}>
        <div className={styles.radios}>
          {places.map((each) => (
            <Radio key={each} value={each} label={t(`place.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {kind === 'transfer' && (
        <Textarea
          label={t('transfer.note')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
