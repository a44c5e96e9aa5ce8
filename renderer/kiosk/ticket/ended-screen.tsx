import { IconTicketOff } from '@tabler/icons-react';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import { useCountdown } from '../use-countdown';
import { CountdownBar } from './countdown-bar';
import styles from './ended-screen.module.css';

const secondsToRead = 10;

/** The number will not be called: given back, or nobody took it in time. */
export function EndedScreen({
  ticket,
  orientation,
  done,
}: {
  readonly ticket: HolderTicket;
  readonly orientation: Orientation;
  readonly done: () => void;
}) {
  const { t } = useTexts();
  const left = useCountdown(secondsToRead, done);
  return (
    <main className={styles.screen} data-orientation={orientation}>
      <div className={styles.words} role="status">
        <IconTicketOff stroke={1.5} aria-hidden="true" />
        <h1>{t('ended', { number: ticket.number })}</h1>
        <p>{t('endedNote')}</p>
      </div>
      <PressButton className={styles.done} onPress={done}>
        {t('done')}
      </PressButton>
      <CountdownBar left={left} of={secondsToRead} tone="ground" />
    </main>
  );
}
