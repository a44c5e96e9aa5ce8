import { useRef, useState } from 'react';
import type { HolderTicket, Priority } from '../../../electron/contract/tickets';
import { callRoute, newKey } from '../../client/api';
import { PressButton } from '../press-button';
import { priorityNames } from '../priority-names';
import { useTexts } from '../texts';
import styles from './priority-offer.module.css';

/** Offers whoever took a number by one tap to go first, which nobody asked them; the live line shows what came of it. */
export function PriorityOffer({
  ticket,
  offered,
  onOpen,
}: {
  readonly ticket: HolderTicket;
  readonly offered: readonly Priority[];
  /** The visitor asks for the reasons. */
  readonly onOpen: () => void;
}) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const underWay = useRef(false);
  if (offered.length === 0 || ticket.priority || ticket.desk) return null;

  const claim = async (priority: Priority) => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await callRoute('claimPriority', {
        params: { token: ticket.token },
        body: { priority },
        key: newKey(),
      });
    } catch {
      // An officer gives it as well, and says so.
      setIsRefused(true);
    }
    underWay.current = false;
  };

  if (isRefused) {
    return (
      <p className={styles.refused} role="alert">
        {t('priorityAtDesk')}
      </p>
    );
  }
  if (!isOpen) {
    return (
      <PressButton
        className={styles.offer}
        onPress={() => {
          setIsOpen(true);
          onOpen();
        }}
      >
        {t('priorityOffer')}
      </PressButton>
    );
  }
  return (
    <fieldset className={styles.group} aria-label={t('priority')}>
      <div className={styles.reasons}>
        {offered.map((priority) => (
          <PressButton key={priority} className={styles.offer} onPress={() => claim(priority)}>
            {t(priorityNames[priority])}
          </PressButton>
        ))}
      </div>
    </fieldset>
  );
}
