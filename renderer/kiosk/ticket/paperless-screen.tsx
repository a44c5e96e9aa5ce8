import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { keptForSeconds } from '../../../electron/contract/kept-for';
import type { PrinterCause } from '../../../electron/contract/printer-status';
import type { HolderTicket } from '../../../electron/contract/tickets';
import type { TextKey } from '../../i18n/kiosk-texts';
import { PrinterPicture } from '../../ui/printer-picture';
import { QrCode } from '../../ui/qr-code';
import { useShrunkText } from '../../ui/use-fitted-text';
import { decideOnNumber } from '../ask-for-number';
import { BesideEar } from '../ear/ear-button';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { unbroken } from '../unbroken';
import type { Orientation } from '../use-canvas';
import { useCountdown } from '../use-countdown';
import { CountdownBar } from './countdown-bar';
import styles from './paperless-screen.module.css';

/** So long the kiosk is the visitor's; by phone the number may be kept for longer (`keptForSeconds`). */
const secondsToDecide = 60;
/** What is left by phone when the kiosk is another's: true however late somebody reads it. */
const minutesByPhone = (keptForSeconds - secondsToDecide) / 60;
/** A visitor who presses at the last moment is still heard. */
const secondsToHear = 5;

/** No paper can come out: what happened, the number to keep by phone or by heart where that may be, or to give back. */
export function PaperlessScreen({
  ticket,
  fault,
  cause,
  paperlessAllowed,
  now,
  orientation,
  answered,
  done,
}: {
  readonly ticket: HolderTicket;
  readonly fault: TextKey;
  readonly cause: PrinterCause | null;
  /** Whether the hall lets numbers be kept without paper. */
  readonly paperlessAllowed: boolean;
  /** The server's time, milliseconds since 1970. */
  readonly now: number;
  readonly orientation: Orientation;
  readonly answered: (ticket: HolderTicket) => void;
  readonly done: () => void;
}) {
  const { t, local } = useTexts();
  const number = useShrunkText<HTMLParagraphElement>(256);
  const [decided, setDecided] = useState<'keep' | 'cancel' | null>(null);
  const [seconds] = useState(() => secondsLeft(ticket, now) + secondsToHear);
  const left = useCountdown(seconds, () => {
    if (decided === null) done();
  });
  const leftToDecide = Math.max(0, left - secondsToHear);
  const underWay = useRef(false);

  const decide = async (choice: 'keep' | 'cancel') => {
    if (underWay.current) return;
    underWay.current = true;
    setDecided(choice);
    const told = await decideOnNumber(choice, ticket.token);
    if (told) return answered(told);
    // It ended, or its paper came after all: the live line shows which.
    underWay.current = false;
    setDecided(null);
  };

  return (
    <main className={styles.screen} data-orientation={orientation}>
      <section className={styles.fault} role="status">
        <PrinterPicture cause={cause ?? 'not_ready'} />
        <div>
          <h1>{t(fault)}</h1>
          <p>{t(paperlessAllowed ? 'paperlessNote' : 'paperOnlyNote')}</p>
        </div>
      </section>
      <section className={styles.ticket}>
        <p className={styles.label}>{t('yourNumber')}</p>
        <p className={styles.number} ref={number} data-testid="number">
          {ticket.number}
        </p>
        <p className={styles.service}>
          {local(ticket.counter.name)}, {local(ticket.service.name)}
        </p>
      </section>
      {paperlessAllowed && <WaysToKeep ticket={ticket} />}
      <footer className={styles.footer}>
        {paperlessAllowed && (
          <PressButton
            className={styles.primary}
            busy={decided === 'keep'}
            unavailable={decided === 'cancel'}
            onPress={() => void decide('keep')}
          >
            <IconCheck stroke={2.5} aria-hidden="true" />
            {t('keep', { number: ticket.number })}
          </PressButton>
        )}
        <BesideEar>
          <PressButton
            className={styles.cancel}
            busy={decided === 'cancel'}
            unavailable={decided === 'keep'}
            onPress={() => void decide('cancel')}
          >
            {t('cancel')}
          </PressButton>
        </BesideEar>
        {paperlessAllowed && (
          <>
            <p className={styles.time}>
              {ticket.followUrl === null
                ? t('decide', { count: leftToDecide })
                : t('decideByPhone', { count: leftToDecide, minutes: minutesByPhone })}
            </p>
            <CountdownBar left={leftToDecide} of={secondsToDecide} tone="ground" />
          </>
        )}
      </footer>
    </main>
  );
}

/** By phone, or by heart. */
function WaysToKeep({ ticket }: { readonly ticket: HolderTicket }) {
  const { t } = useTexts();
  return (
    <section className={styles.keep} data-code={ticket.followUrl !== null || undefined}>
      {ticket.followUrl !== null && <QrCode text={ticket.followUrl} size={500} />}
      <ol>
        {(ticket.followUrl !== null
          ? (['stepScan', 'stepWrite', 'stepKeepByPhone'] as const)
          : (['stepPhoto', 'stepListen', 'stepKeep'] as const)
        ).map((step) => (
          <li key={step}>{t(step, { number: unbroken(ticket.number) })}</li>
        ))}
      </ol>
    </section>
  );
}

/** Of the time to decide, which began as the number was given. */
function secondsLeft({ issuedAt }: HolderTicket, now: number): number {
  const passed = Math.round((now - Date.parse(issuedAt)) / 1000);
  return Math.min(secondsToDecide, Math.max(0, secondsToDecide - passed));
}
