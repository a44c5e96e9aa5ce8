import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PrintersNow } from '../../../electron/contract/printers';
import type { DeskSnapshot, QueueTicket, User } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { useRoute } from '../../client/use-route';
import { useHallClock } from '../../ui/office/hall-time';
import { mayTakeBack } from '../console/desk-state';
import { ownCounters } from '../console/own-counters';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { paperPlaces, usualPlace } from './paper-place';
import { PaperPlaceChoice } from './paper-place-choice';

export type FoundAct =
  | 'call'
  | 'reinstate'
  | 'takeBack'
  | 'changePriority'
  | 'letPass'
  | 'fetch'
  | 'fetchBack'
  | 'printPaper';

const inLine: ReadonlySet<QueueTicket['status']> = new Set(['printing', 'waiting', 'held']);
const over: ReadonlySet<QueueTicket['status']> = new Set(['no_show', 'held', 'cancelled']);
const printable: ReadonlySet<QueueTicket['status']> = new Set(['waiting', 'called', 'serving', 'held']);

/** Finds a number of today by typing it: how it stands, where it is, and what can be done with it. */
export function FindDialog(props: {
  /** What to look for at once. */
  readonly number?: string | undefined;
  readonly snapshot: DeskSnapshot;
  readonly user: User;
  readonly printers: PrintersNow | undefined;
  readonly onAct: (act: FoundAct, ticket: QueueTicket, kioskId: string | undefined) => void;
  readonly onClose: () => void;
}) {
  const { snapshot, user } = props;
  const { t } = useTexts();
  const now = useHallNow(1_000);
  const [typed, setTyped] = useState(props.number ?? '');
  const places = paperPlaces(props.printers);
  const [kioskId, chooseKiosk] = useState(usualPlace(places));
  const number = typed.trim();
  const { data: found } = useRoute('findTickets', number === '' ? null : { query: { number } });
  const isFree = snapshot.ticket === null && snapshot.desk.pause === null;
  const actsOf = (ticket: QueueTicket): FoundAct[] => {
    const { status, counter, takeBack } = ticket;
    const acts: readonly (FoundAct | false)[] = [
      isFree &&
        ownCounters(snapshot.desk, user).some(({ id }) => id === counter.id) &&
        (status === 'waiting' || status === 'held') &&
        'call',
      takeBack !== null && mayTakeBack(takeBack, user, now) && 'takeBack',
      over.has(status) && 'reinstate',
      inLine.has(status) && 'changePriority',
      status === 'waiting' && 'letPass',
      (inLine.has(status) || status === 'called') && (ticket.fetchMe ? 'fetchBack' : 'fetch'),
      places.length > 0 && printable.has(status) && 'printPaper',
    ];
    return acts.filter((act) => act !== false);
  };
  return (
    <Modal
      opened
      size={680}
      onClose={props.onClose}
      title={t('find.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.form}>
        <TextInput
          data-autofocus
          autoFocus
          label={t('find.number')}
          description={t('find.help')}
          value={typed}
          maxLength={20}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {found?.length === 0 && (
          <p className={styles.sentence} role="status">
            {t('find.none', { number })}
          </p>
        )}
        <ul className={styles.list}>
          {found?.map((ticket) => (
            <Found
              key={ticket.id}
              ticket={ticket}
              acts={actsOf(ticket)}
              onAct={(act) => props.onAct(act, ticket, kioskId)}
            />
          ))}
        </ul>
        <PaperPlaceChoice places={places} chosen={kioskId} onChoose={chooseKiosk} />
      </div>
    </Modal>
  );
}

function Found(props: {
  readonly ticket: QueueTicket;
  readonly acts: readonly FoundAct[];
  readonly onAct: (act: FoundAct) => void;
}) {
  const { ticket } = props;
  const { t, local } = useTexts();
  const clock = useHallClock();
  const where = ticket.desk ? `, ${t('desk', { label: ticket.desk.label })}` : '';
  const place =
    ticket.status === 'waiting' || ticket.status === 'printing'
      ? `, ${t('find.ahead', { count: ticket.ahead })}. ${local(ticket.place.sentence)}.`
      : '.';
  return (
    <li className={styles.line}>
      <strong className={styles.number}>{ticket.number}</strong>
      <div className={styles.lineText}>
        {local(ticket.counter.name)}, {local(ticket.service.name)}
        <span>
          {t(`status.${ticket.status}`)}
          {where}
          {place} {t('find.issued', { time: clock(ticket.issuedAt) })}
          {ticket.priority && ` ${t(`priority.${ticket.priority}`)}.`}
          {ticket.fetchMe && ` ${t(ticket.fetchAskedBy === 'kiosk' ? 'fetchMe.blind' : 'fetchMe')}.`}
        </span>
        {ticket.note && <span>{ticket.note}</span>}
        {props.acts.length === 0 && <span>{t('find.nothing')}</span>}
      </div>
      <div className={styles.lineButtons}>
        {props.acts.map((act) => (
          <Button
            key={act}
            size="sm"
            variant={act === 'call' ? 'filled' : 'default'}
            onClick={() => props.onAct(act)}
          >
            {t(`find.${act}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
