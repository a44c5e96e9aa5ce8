import { IconCheck, IconReceiptOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { callRoute, newKey, Refused } from '../client/api';
import { useHallNow } from '../client/hall-clock';
import styles from './follow-page.module.css';
import { useTexts } from './texts';

/** Milliseconds: a printer that is well needs less for a ticket. */
const usualPrintMs = 6_000;

/** Whether its paper is so late that its holder may want to take the number without. */
export function useMayKeep(ticket: HolderTicket | undefined): boolean {
  const now = useHallNow(1_000);
  return (
    ticket !== undefined && ticket.keepUntil !== null && now - Date.parse(ticket.issuedAt) > usualPrintMs
  );
}

/** Offers to take a number whose paper doesn't come without it, and says for how long that may be. */
export function KeepNumber({ ticket, until }: { readonly ticket: HolderTicket; readonly until: string }) {
  const { t } = useTexts();
  const now = useHallNow(1_000);
  const [key] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const keep = async () => {
    if (isSending) return;
    setIsSending(true);
    setFault(undefined);
    try {
      await callRoute('goPaperless', { params: { token: ticket.token }, key });
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  const left =
    seconds >= 120
      ? t('keep.minutes', { count: Math.floor(seconds / 60) })
      : t('keep.seconds', { count: seconds });
  return (
    <>
      <p className={styles.standing} role="status">
        <IconReceiptOff aria-hidden />
        <span>{t('keep.hint')}</span>
      </p>
      {fault && <p role="alert">{fault}</p>}
      <button type="button" className={styles.button} onClick={keep} aria-disabled={isSending}>
        <IconCheck aria-hidden /> {t('keep', { number: ticket.number })}
      </button>
      <p className={styles.left} role="timer">
        {left}
      </p>
    </>
  );
}
