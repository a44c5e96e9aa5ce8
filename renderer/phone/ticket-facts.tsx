import type { CSSProperties } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { waitAmount } from '../../electron/texts/wait-words';
import { useTexts } from './texts';
import styles from './ticket-facts.module.css';

interface Fact {
  readonly value: string;
  readonly label: string;
  /** What else is to be said of it. */
  readonly note?: string;
  /** A number or a time, which stays in one line; words may break. */
  readonly isFigure: boolean;
}

/** What lies before a ticket that waits: how many people, about what time or how long, and who is called now. */
export function TicketFacts({ ticket }: { readonly ticket: HolderTicket }) {
  const { t, language } = useTexts();
  const { ahead, estimate, calledAround, calledNow, standing } = ticket;
  const wait = (): Fact | null => {
    // Of a stopped service there is nothing to tell but the stop.
    if (standing?.state === 'stopped') return null;
    if (!estimate) return { value: '', label: t('noEstimate'), isFigure: false };
    const amount = waitAmount(estimate, language);
    return calledAround === null
      ? { value: amount, label: t('estimate'), isFigure: false }
      : { value: timeIn(calledAround), label: t('calledAround'), note: amount, isFigure: true };
  };
  const facts = [
    ahead === 0
      ? { value: '', label: t('nextTurn'), isFigure: false }
      : { value: String(ahead), label: t('ahead'), isFigure: true },
    wait(),
    calledNow === null ? null : { value: calledNow, label: t('calledNow'), isFigure: true },
  ].filter((fact) => fact !== null);
  const letters = Math.max(...facts.map(({ value, isFigure }) => (isFigure ? value.length : 0)), 5);
  return (
    <dl className={styles.facts} style={{ '--letters': letters } as CSSProperties}>
      {facts.map(({ value, label, note, isFigure }) => (
        <div key={label}>
          <dt>
            {label}
            {note && <span>{note}</span>}
          </dt>
          {value !== '' && <dd data-words={!isFigure || undefined}>{value}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** `14.00` of `2026-11-24T14:00:00+07:00`. */
function timeIn(instant: string): string {
  return instant.slice(11, 16).replace(':', '.');
}
