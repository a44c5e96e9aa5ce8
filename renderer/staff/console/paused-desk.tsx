import { IconCoffee, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { Desk } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import type { OutboxInUse } from '../commands/use-outbox';
import { useUnavailableDevices } from '../commands/use-unavailable-devices';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import { HelpSign } from './help-sign';
import { Notice } from './notice';
import styles from './paused-desk.module.css';

/** A desk on a break: why, since when, who waits meanwhile, and the way back. */
export function PausedDesk(props: {
  readonly desk: Desk;
  readonly pause: NonNullable<Desk['pause']>;
  readonly waiting: number;
  readonly ready: boolean;
  readonly outbox: OutboxInUse;
  readonly onResume: () => void;
}) {
  const { desk, pause, waiting, ready, outbox, onResume } = props;
  const params = { id: desk.id };
  const { t } = useTexts();
  const clock = useHallClock();
  const now = useHallNow(15_000);
  const [closed, setClosed] = useState<typeof outbox.outcome>();
  const { outcome } = outbox;
  useUnavailableDevices(t('deaf.paused'));
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <IconCoffee size={56} aria-hidden />
        <h2>{pause.reason}</h2>
        <p>
          {t('paused.since', {
            time: clock(pause.since),
            wait: waitedWords(t, pause.since, now),
          })}
        </p>
        {pause.until !== null && <p>{t('paused.until', { time: clock(pause.until) })}</p>}
        <p>{t('paused.waiting', { count: waiting })}</p>
        {outcome && 'refusal' in outcome && outcome !== closed && (
          <Notice kind="refused" onClose={() => setClosed(outcome)}>
            {outcome.refusal.detail}
          </Notice>
        )}
        <button
          type="button"
          className={styles.resume}
          aria-disabled={!ready}
          data-pressed={outbox.state.state !== 'empty' || undefined}
          onClick={() => ready && onResume()}
        >
          <IconPlayerPlay size={32} aria-hidden />
          {outbox.state.state === 'empty' ? t('paused.resume') : t('busy.resumeDesk')}
        </button>
        <HelpSign
          help={desk.help}
          ready={ready}
          shortcut={null}
          onAsk={() => outbox.press('askForHelp', [{ route: 'askForHelp', params }])}
          onEnd={() => outbox.press('endHelp', [{ route: 'endHelp', params }])}
        />
      </section>
    </main>
  );
}
