import { useState } from 'react';
import type { Place, QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import { FormDialog } from './form-dialog';
import { PlaceChoice } from './place-choice';
import { type PickedService, ServicePicker } from './service-picker';

/** Where a supervisor moves a ticket that waits, with the same number: the service and its place there. */
export function MoveDialog(props: {
  readonly ticket: Pick<QueueTicket, 'number' | 'service'>;
  readonly onMove: (to: { readonly serviceId: string; readonly place: Place }) => void;
  readonly onClose: () => void;
}) {
  const { ticket } = props;
  const { t } = useTexts();
  const [picked, setPicked] = useState<PickedService | null>(null);
  const [place, setPlace] = useState<Place>('arrival');
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      size={620}
      title={t('move.title', { number: ticket.number })}
      confirm={t('move.confirm', { number: ticket.number })}
      onSubmit={() => {
        if (!picked) return setMissing(true);
        props.onMove({ serviceId: picked.service.id, place });
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
      <PlaceChoice place={place} onChoose={setPlace} />
    </FormDialog>
  );
}
