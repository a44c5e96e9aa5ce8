import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Officer, Place, QueueTicket, User } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
import { keepTarget, lastTargets } from './last-targets';
import { OfficerChoice } from './officer-choice';
import { PlaceChoice } from './place-choice';
import { type PickedService, ServicePicker } from './service-picker';
import { useCounters } from './use-counters';
import { useOfficers } from './use-officers';

interface Transfer {
  readonly serviceId: string;
  readonly userId?: string;
  readonly place: Place;
  readonly note?: string;
}

/**
 * Where the desk's visitor goes on with the same number: a service or an officer, whom one sent to last first; the place
 * there, and a word to the next one.
 */
export function SendOnDialog(props: {
  readonly user: User;
  readonly ticket: Pick<QueueTicket, 'number' | 'service'>;
  readonly onTransfer: (transfer: Transfer) => void;
  readonly onClose: () => void;
}) {
  const { user, ticket } = props;
  const { t, local } = useTexts();
  const [picked, setPicked] = useState<PickedService | null>(null);
  const [officer, setOfficer] = useState<Officer | null>(null);
  const [forService, setForService] = useState('');
  const [place, setPlace] = useState<Place>('arrival');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const services = (useCounters() ?? []).flatMap((counter) =>
    counter.services.map((service): PickedService => ({ counter, service })),
  );
  const officers = (useOfficers() ?? []).filter(({ id }) => id !== user.id);

  const choose = (chosen: Officer | null) => {
    setPicked(null);
    setOfficer(chosen);
    const ids = chosen?.serviceIds ?? [];
    setForService(ids.includes(ticket.service.id) ? ticket.service.id : (ids[0] ?? ''));
  };
  const pick = (service: PickedService | null) => {
    setPicked(service);
    if (service) setOfficer(null);
  };
  const last = lastTargets(user.id).flatMap((key) => {
    const [kind, id] = key.split(':');
    if (kind === 'officer') {
      const found = officers.find((each) => each.id === id);
      return found
        ? [{ key, text: found.displayName, isChosen: officer?.id === id, choose: () => choose(found) }]
        : [];
    }
    const found = services.find(({ service }) => service.id === id && id !== ticket.service.id);
    const text = found && `${found.counter.code}, ${local(found.service.name)}`;
    return found && text
      ? [{ key, text, isChosen: picked?.service.id === id, choose: () => pick(found) }]
      : [];
  });
  // Whoever serves what the visitor waits for goes on with it; of another, what for is asked.
  const isSame = officer?.serviceIds.includes(ticket.service.id);
  const offered = isSame ? [] : services.filter(({ service }) => officer?.serviceIds.includes(service.id));
  const serviceId = officer ? forService : picked?.service.id;
  return (
    <FormDialog
      size={680}
      title={t('transfer.title', { number: ticket.number })}
      confirm={t('transfer.confirm', { number: ticket.number })}
      onSubmit={() => {
        if (!serviceId) return setMissing(true);
        keepTarget(user.id, officer ? `officer:${officer.id}` : `service:${serviceId}`);
        props.onTransfer({
          serviceId,
          place,
          ...(officer ? { userId: officer.id } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
        });
      }}
      onClose={props.onClose}
    >
      {last.length > 0 && (
        <fieldset className={styles.officers}>
          <legend className={styles.legend}>{t('transfer.last')}</legend>
          {last.map((each) => (
            <button
              key={each.key}
              type="button"
              className={styles.choice}
              aria-pressed={each.isChosen}
              onClick={each.choose}
            >
              {each.text}
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.short}>
        <ServicePicker
          label={t('transfer.to')}
          exceptServiceId={ticket.service.id}
          picked={picked}
          missing={missing && !officer}
          onPick={pick}
        />
      </div>
      <OfficerChoice officers={officers} ticket={ticket} chosen={officer} onChoose={choose} />
      {offered.length > 1 && (
        <NativeSelect
          label={t('transfer.forService')}
          value={forService}
          data={offered.map(({ service }) => ({ value: service.id, label: local(service.name) }))}
          onChange={(event) => setForService(event.currentTarget.value)}
        />
      )}
      <PlaceChoice place={place} onChoose={setPlace} />
      <Textarea
        label={t('transfer.note')}
        rows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
