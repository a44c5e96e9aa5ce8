import { IconArrowDown, IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { HolderTicket, Priority } from '../../../electron/contract/tickets';
import { deskRange } from '../../../electron/texts/desk-range';
import { aroundWords, waitAmount } from '../../../electron/texts/wait-words';
import type { TextKey } from '../../i18n/kiosk-texts';
import { JlamprangCloth } from '../../ui/jlamprang';
import { QrCode } from '../../ui/qr-code';
import { useShrunkText } from '../../ui/use-fitted-text';
import { Ahead } from '../ahead';
import { useEar } from '../ear/ear';
import { BesideEar } from '../ear/ear-button';
import { useComfort } from '../language-and-mode';
import { PressButton } from '../press-button';
import { priorityNames } from '../priority-names';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import { useCountdown } from '../use-countdown';
import { CountdownBar } from './countdown-bar';
import { PriorityOffer } from './priority-offer';
import styles from './ticket-screen.module.css';

const secondsAfterPaper = { normal: 12, large: 40 };
/** Whoever is asked why they go first reads four words more. */
const secondsToChoose = { normal: 30, large: 60 };
/** A paper that takes so long is the staff's matter; the kiosk belongs to the next visitor. */
const secondsWhilePrinting = 60;

/** The number, large, with what lies before it; then where the paper comes out. */
export function TicketScreen({
  ticket,
  unasked,
  kiosk,
  orientation,
  done,
}: {
  readonly ticket: HolderTicket;
  readonly unasked: readonly Priority[];
  readonly kiosk: KioskSnapshot;
  readonly orientation: Orientation;
  readonly done: () => void;
}) {
  const { t } = useTexts();
  const printing = ticket.status === 'printing';
  const [isChoosing, setIsChoosing] = useState(false);
  const { large } = useComfort();
  const { isReading } = useEar();
  const after = isChoosing && !ticket.priority ? secondsToChoose : secondsAfterPaper;
  const seconds = printing ? secondsWhilePrinting : after[large ? 'large' : 'normal'];
  return (
    <main className={styles.screen} data-orientation={orientation}>
      <JlamprangCloth className={styles.cloth} cell={154} />
      <Slip ticket={ticket} />
      <Paper ticket={ticket} kiosk={kiosk} />
      <footer className={styles.footer}>
        <PriorityOffer ticket={ticket} offered={unasked} onOpen={() => setIsChoosing(true)} />
        <BesideEar className={styles.last}>
          <PressButton className={styles.done} onPress={done}>
            {t('done')}
          </PressButton>
        </BesideEar>
        {!isReading && <HomeAfter key={seconds} seconds={seconds} shown={!printing} done={done} />}
      </footer>
    </main>
  );
}

function HomeAfter({
  seconds,
  shown,
  done,
}: {
  readonly seconds: number;
  readonly shown: boolean;
  readonly done: () => void;
}) {
  const left = useCountdown(seconds, done);
  return <CountdownBar left={shown ? left : seconds} of={seconds} tone="band" />;
}

function Slip({ ticket }: { readonly ticket: HolderTicket }) {
  const { t, local, language } = useTexts();
  const number = useShrunkText<HTMLParagraphElement>(256);
  const { ahead, estimate, calledAround } = ticket;
  return (
    <section className={styles.slip}>
      <h1 className={styles.label}>{t('yourNumber')}</h1>
      <p className={styles.number} ref={number} data-testid="number">
        {ticket.number}
      </p>
      <p className={styles.counter}>{local(ticket.counter.name)}</p>
      <p className={styles.service}>{local(ticket.service.name)}</p>
      <p className={styles.place}>{placeOf(ticket, t)}</p>
      {ticket.priority && (
        <p className={styles.priority}>{t('priorityTaken', { reason: t(priorityNames[ticket.priority]) })}</p>
      )}
      <dl className={styles.facts}>
        <div>
          <Ahead ahead={ahead} />
        </div>
        {estimate ? (
          <div className={styles.waiting}>
            <dd className={styles.wait}>{waitAmount(estimate, language)}</dd>
            <dt>{calledAround === null ? t('waitNote') : aroundWords(calledAround, language)}</dt>
          </div>
        ) : (
          <div>
            <dt className={styles.unknown}>{t('unknownWait')}</dt>
          </div>
        )}
      </dl>
      {ticket.followUrl !== null && (
        <div className={styles.follow}>
          <QrCode text={ticket.followUrl} size={230} />
          <p>{t('scan')}</p>
        </div>
      )}
      <TornEdge />
    </section>
  );
}

/** Where to wait and to go; empty where nothing is known of it. */
function placeOf({ desks, zone }: HolderTicket, t: ReturnType<typeof useTexts>['t']): string {
  const labels = deskRange(desks);
  if (labels === '') return zone && t('zone', { zone });
  return zone ? t('deskInZone', { desks: labels, zone }) : t('desk', { desks: labels });
}

function TornEdge() {
  return (
    <svg className={styles.torn} width="900" height="27" aria-hidden="true">
      <pattern id="torn" width="30" height="27" patternUnits="userSpaceOnUse">
        <path d="M0 0H30L15 27Z" />
      </pattern>
      <rect width="900" height="27" fill="url(#torn)" />
    </svg>
  );
}

const slots = {
  below: { text: 'slotBelow', Arrow: IconArrowDown },
  left: { text: 'slotLeft', Arrow: IconArrowLeft },
  right: { text: 'slotRight', Arrow: IconArrowRight },
} satisfies Record<KioskSnapshot['slot'], { text: TextKey; Arrow: typeof IconArrowDown }>;

/** Where the paper is: being printed, out, or, without paper, that the number is to be remembered. */
function Paper({ ticket, kiosk }: { readonly ticket: HolderTicket; readonly kiosk: KioskSnapshot }) {
  const { t, local } = useTexts();
  const slot = slots[kiosk.slot];
  if (ticket.status === 'printing') return <Announcement heading={t('printing')} />;
  if (ticket.desk) return <Announcement heading={t('called', { desk: ticket.desk.label })} />;
  if (ticket.paper === 'declined' || ticket.paper === 'none') {
    return <Announcement heading={t('kept')} note={t('keptNote')} />;
  }
  if (kiosk.preview) {
    return (
      <div className={styles.preview}>
        <Announcement heading={t('previewHeading')} note={t('previewNote')} />
        <img
          className={styles.picture}
          src={`/api/v1/tickets/${ticket.token}/preview`}
          alt={t('previewPicture', { number: ticket.number })}
        />
      </div>
    );
  }
  if (ticket.paperPlace !== null) {
    return (
      <Announcement heading={t('takePaper')} note={t('slotElsewhere', { place: local(ticket.paperPlace) })} />
    );
  }
  return (
    <div className={styles.paper}>
      <Announcement heading={t('takePaper')} note={t(slot.text)} />
      <slot.Arrow className={styles.arrow} stroke={2.5} aria-hidden="true" data-slot={kiosk.slot} />
    </div>
  );
}

function Announcement({ heading, note }: { readonly heading: string; readonly note?: string }) {
  return (
    <div className={`${styles.paper} ${styles.announcement}`} role="status">
      <p className={styles.heading}>{heading}</p>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}
