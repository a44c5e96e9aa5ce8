import { IconTicketOff } from '@tabler/icons-react';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { useEar } from '../ear/ear';
import { BesideEar } from '../ear/ear-button';
import { useComfort } from '../language-and-mode';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import { useCountdown } from '../use-countdown';
import { CountdownBar } from './countdown-bar';
import styles from './ended-screen.module.css';

const secondsToRead = { normal: 10, large: 30 };

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
  const { large } = useComfort();
  const { isReading } = useEar();
  const seconds = secondsToRead[large ? 'large' : 'normal'];
  return (
    <main className={styles.screen} data-orientation={orientation}>
      <div className={styles.words} role="status">
        <IconTicketOff stroke={1.5} aria-hidden="true" />
        <h1>{t('ended', { number: ticket.number })}</h1>
        <p>{t('endedNote')}</p>
      </div>
      <BesideEar className={styles.last}>
        <PressButton className={styles.done} onPress={done}>
          {t('done')}
        </PressButton>
      </BesideEar>
      {!isReading && <HomeAfter key={seconds} seconds={seconds} done={done} />}
    </main>
  );
}

function HomeAfter({ seconds, done }: { readonly seconds: number; readonly done: () => void }) {
  const left = useCountdown(seconds, done);
  return <CountdownBar left={left} of={seconds} tone="ground" />;
}
