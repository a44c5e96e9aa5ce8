import { Button, Modal } from '@mantine/core';
import type { QueueTicket, User } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { mayTakeBack } from '../console/desk-state';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import styles from './dialogs.module.css';

/** Tickets that are held, or that did not come, were cancelled or are done: taken up again or brought back. */
export function SetAsideDialog(props: {
  readonly kind: 'held' | 'recent';
  readonly tickets: readonly QueueTicket[];
  /** Null where nothing can be called now. */
  readonly onCall: ((ticket: QueueTicket) => void) | null;
  readonly onReinstate: (ticket: QueueTicket) => void;
  readonly user: User;
  readonly onTakeBack: (ticket: QueueTicket) => void;
  readonly onClose: () => void;
}) {
  const { kind, tickets } = props;
  const { t } = useTexts();
  return (
    <Modal
      opened
      size={640}
      onClose={props.onClose}
      title={t(`aside.${kind}`)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {tickets.length === 0 && <p className={styles.sentence}>{t('aside.none')}</p>}
      <ul className={styles.list}>
        {tickets.map((ticket) => (
          <Line
            key={ticket.id}
            ticket={ticket}
            user={props.user}
            onCall={props.onCall}
            onReinstate={props.onReinstate}
            onTakeBack={props.onTakeBack}
          />
        ))}
      </ul>
    </Modal>
  );
}

function Line(props: {
  readonly ticket: QueueTicket;
  readonly onCall: ((ticket: QueueTicket) => void) | null;
  readonly onReinstate: (ticket: QueueTicket) => void;
  readonly user: User;
  readonly onTakeBack: (ticket: QueueTicket) => void;
}) {
  const { ticket, onCall, onReinstate } = props;
  const { t, local } = useTexts();
  const clock = useHallClock();
  const now = useHallNow(15_000);
  const held = ticket.status === 'held';
  const mistake = ticket.takeBack !== null && mayTakeBack(ticket.takeBack, props.user, now);
  const back = held || ticket.status === 'no_show' || ticket.status === 'cancelled';
  return (
    <li className={styles.line}>
      <strong className={styles.number}>{ticket.number}</strong>
      <div className={styles.lineText}>
        {local(ticket.service.name)}
        <span>
          {held
            ? t('aside.heldFor', { wait: waitedWords(t, ticket.heldAt ?? ticket.waitingSince, now) })
            : t(`status.${ticket.status}`)}
          {ticket.calledAt && `, ${t('aside.calledAt', { time: clock(ticket.calledAt) })}`}
        </span>
        {ticket.note && <span>{ticket.note}</span>}
      </div>
      {(back || mistake) && (
        <div className={styles.lineButtons}>
          {mistake && (
            <Button
              size="sm"
              variant="default"
              aria-label={t('takeBack.number', { number: ticket.number })}
              onClick={() => props.onTakeBack(ticket)}
            >
              {t('takeBack')}
            </Button>
          )}
          {held && onCall && (
            <Button
              size="sm"
              aria-label={t('waiting.callNumber', { number: ticket.number })}
              onClick={() => onCall(ticket)}
            >
              {t('waiting.call')}
            </Button>
          )}
          {back && (
            <Button
              size="sm"
              variant="default"
              aria-label={t('aside.reinstateNumber', { number: ticket.number })}
              onClick={() => onReinstate(ticket)}
            >
              {t('aside.reinstate')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
