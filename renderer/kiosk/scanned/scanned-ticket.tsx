import { IconHourglassLow, IconPrinter, IconTicketOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { HolderTicket, TicketStatus } from '../../../electron/contract/tickets';
import { aroundWords, waitAmount } from '../../../electron/texts/wait-words';
import { callRoute, newKey, Refused, Unreachable } from '../../client/api';
import { useLiveLine, useSnapshot } from '../../client/live/use-live-line';
import type { TextKey } from '../../i18n/kiosk-texts';
import { dateOf } from '../../i18n/time';
import { OpeningIcon } from '../../ui/opening-icon';
import { useShrunkText } from '../../ui/use-fitted-text';
import { Ahead } from '../ahead';
import { BesideEar } from '../ear/ear-button';
import { PressButton } from '../press-button';
import { printerFault } from '../printer-fault';
import { priorityNames } from '../priority-names';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import styles from './scanned-ticket.module.css';

const states: Record<TicketStatus, TextKey> = {
  printing: 'printing',
  waiting: 'stateWaiting',
  called: 'called',
  serving: 'stateServing',
  held: 'stateHeld',
  done: 'stateDone',
  no_show: 'stateNoShow',
  cancelled: 'stateCancelled',
  void: 'stateCancelled',
};

/** Where one's ticket stands, after it was held under the scanner: to print it again, or to give it back. */
export function ScannedTicket({
  scanned,
  kiosk,
  now,
  orientation,
  done,
}: {
  readonly scanned: HolderTicket;
  readonly kiosk: KioskSnapshot;
  /** The server's time, milliseconds since 1970. */
  readonly now: number;
  readonly orientation: Orientation;
  readonly done: () => void;
}) {
  const { t, local, language } = useTexts();
  const live = useLiveLine([`ticket:${scanned.token}`]);
  const ticket = useSnapshot<HolderTicket>(live, `ticket:${scanned.token}`) ?? scanned;
  const number = useShrunkText<HTMLParagraphElement>(256);
  const [asking, setAsking] = useState(false);
  const [underWay, setUnderWay] = useState<'reprint' | 'cancel' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const keys = useRef({ reprint: newKey(), cancel: newKey() });
  const { status, ahead, estimate, calledAround } = ticket;
  const fault = printerFault(kiosk);
  const isOld = ticket.businessDate < dateOf(now, kiosk.timezone);
  // Until the day before is closed, its tickets still stand as they were left.
  const standing = isOld ? null : status;
  const mayCancel = standing === 'waiting' || standing === 'held';
  const mayReprint = mayCancel || standing === 'called';

  const act = async (what: 'reprint' | 'cancel') => {
    setUnderWay(what);
    setSaid(null);
    const key = keys.current[what];
    try {
      if (what === 'reprint') await callRoute('reprintHere', { body: { token: ticket.token }, key });
      else await callRoute('cancelTicket', { params: { ticket: ticket.token }, key });
      setSaid(t(what === 'reprint' ? 'reprinting' : 'stateCancelled'));
      keys.current[what] = newKey();
    } catch (error) {
      if (error instanceof Refused) {
        keys.current[what] = newKey();
        setSaid(error.problem.detail);
      } else if (error instanceof Unreachable) setSaid(t('offlineNote'));
      else throw error;
    } finally {
      setUnderWay(null);
      setAsking(false);
    }
  };

  return (
    <main className={styles.screen} data-orientation={orientation}>
      <section className={styles.ticket}>
        <h1 className={styles.label}>{t('yourNumber')}</h1>
        <p className={styles.number} ref={number} data-testid="number">
          {ticket.number}
        </p>
        <p className={styles.service}>
          {local(ticket.counter.name)}, {local(ticket.service.name)}
          {ticket.priority && `. ${t('priorityTaken', { reason: t(priorityNames[ticket.priority]) })}`}
        </p>
      </section>
      <section className={styles.state} role="status" data-status={status}>
        <p className={styles.sentence}>
          {isOld ? t('stateOld') : t(states[status], { desk: ticket.desk?.label ?? '' })}
        </p>
        {!isOld && ticket.standing?.reason && (
          <p className={styles.standing}>
            <OpeningIcon state={ticket.standing.state} />
            <span>
              {local(ticket.standing.reason)}. {ticket.standing.cause && `${local(ticket.standing.cause)}. `}
              {t('keepsNumber')}
            </span>
          </p>
        )}
        {standing === 'waiting' && ticket.servedToday?.sentence && (
          <p className={styles.standing}>
            <IconHourglassLow stroke={2} aria-hidden="true" />
            <span>{local(ticket.servedToday.sentence)}</span>
          </p>
        )}
        {standing === 'waiting' && (
          <dl className={styles.facts}>
            <div>
              <Ahead ahead={ahead} />
            </div>
            {estimate && (
              <div>
                <dd className={styles.wait}>{waitAmount(estimate, language)}</dd>
                <dt>{calledAround === null ? t('waitNote') : aroundWords(calledAround, language)}</dt>
              </div>
            )}
          </dl>
        )}
        {said && <p className={styles.said}>{said}</p>}
      </section>
      <footer className={styles.footer}>
        {asking ? (
          <>
            <p className={styles.question} id="give-back">
              {t('giveBackQuestion', { number: ticket.number })}
            </p>
            <PressButton
              className={styles.second}
              busy={underWay === 'cancel'}
              onPress={() => void act('cancel')}
            >
              {t('giveBackYes')}
            </PressButton>
            <BesideEar>
              <PressButton className={styles.primary} onPress={() => setAsking(false)}>
                {t('giveBackNo')}
              </PressButton>
            </BesideEar>
          </>
        ) : (
          <>
            {mayReprint && (
              <PressButton
                className={styles.second}
                busy={underWay === 'reprint'}
                unavailable={fault !== null}
                onPress={() => void act('reprint')}
              >
                <IconPrinter stroke={2} aria-hidden="true" />
                {fault === null ? t('reprint') : t(fault)}
              </PressButton>
            )}
            {mayCancel && (
              <PressButton className={styles.second} onPress={() => setAsking(true)}>
                <IconTicketOff stroke={2} aria-hidden="true" />
                {t('giveBack')}
              </PressButton>
            )}
            <BesideEar>
              <PressButton className={styles.primary} onPress={done}>
                {t('done')}
              </PressButton>
            </BesideEar>
          </>
        )}
      </footer>
    </main>
  );
}
