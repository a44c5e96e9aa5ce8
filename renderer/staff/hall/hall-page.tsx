import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBeach, IconDatabaseExclamation, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { PrintersNow } from '../../../electron/contract/printers';
import type { HallSnapshot, User } from '../../../electron/contract/staff';
import { dateInWords } from '../../../electron/texts/dates';
import { useHallNow } from '../../client/hall-clock';
import { useSharedLine } from '../../client/live/shared-line';
import { isHeard, useLine, useSnapshot } from '../../client/live/use-live-line';
import { Band } from '../../ui/office/frame/band';
import { BandButton } from '../../ui/office/frame/band-button';
import { useHallClock } from '../../ui/office/hall-time';
import { LineWait } from '../../ui/office/line-words';
import { minutesBetween } from '../../ui/office/spans';
import { useDiskWords } from '../../ui/office/use-disk-words';
import type { OutboxInUse } from '../commands/use-outbox';
import { useUnavailableDevices } from '../commands/use-unavailable-devices';
import { Notice } from '../console/notice';
import { useTexts } from '../texts';
import { PrinterNotice } from '../workplace/printer-notice';
import { BreakRequests } from './break-requests';
import { CounterPanel } from './counter-panel';
import styles from './hall-page.module.css';
import { HallTable } from './hall-table';
import { HelpCalls } from './help-calls';
import { StopDialog } from './stop-dialog';
import { isOverdue } from './urgency';

const topic = 'hall';

/** The hall live, for supervisors as far as they reach: who waits how long where, who serves, who is on a break. */
export function HallPage(props: {
  readonly user: User;
  readonly outbox: OutboxInUse;
  /** The line broke, which may be because the session ended. */
  readonly onLineLost: () => void;
  readonly onSignOut: () => void;
}) {
  const { user, outbox, onLineLost, onSignOut } = props;
  const { t, local, language } = useTexts();
  const live = useSharedLine([topic, 'printers']);
  const line = useLine(live);
  const hall = useSnapshot<HallSnapshot>(live, topic);
  const printers = useSnapshot<PrintersNow>(live, 'printers');
  const now = useHallNow(15_000);
  const clock = useHallClock();
  const [isStopping, setIsStopping] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [closed, setClosed] = useState<typeof outbox.outcome>();
  const { outcome, hurry } = outbox;
  const disk = useDiskWords();
  useUnavailableDevices(t('deaf.hall'));
  const answered = isHeard(line);
  useEffect(() => {
    if (answered) hurry();
    if (line.state === 'lost') onLineLost();
  }, [line.state, answered, hurry, onLineLost]);

  const overdue = (hall?.counters ?? [])
    .map((counter) => ({
      counter,
      minutes: counter.longestWaitSince === null ? 0 : minutesBetween(counter.longestWaitSince, now),
    }))
    .filter(({ counter }) => isOverdue(counter, now));
  const open = hall?.counters.find((counter) => counter.id === openId);
  const refusal =
    outcome && 'refusal' in outcome && outcome !== closed ? (
      <Notice kind="refused" onClose={() => setClosed(outcome)}>
        {outcome.refusal.detail}
      </Notice>
    ) : null;

  return (
    <div className={styles.page}>
      <Band
        place="hall"
        line={outbox.state.state === 'unanswered' && line.state !== 'lost' ? 'unanswered' : line}
        presses={outbox.state.state === 'empty' ? 'keeps' : 'kept'}
        onSignOut={onSignOut}
      >
        <PrinterNotice printers={printers} />
        {hall && !hall.stop && user.wholeHall && (
          <BandButton icon={<IconPlayerPause size={20} aria-hidden />} onClick={() => setIsStopping(true)}>
            {t('hall.stop')}
          </BandButton>
        )}
      </Band>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('hall.title')}</h1>
        {disk !== null && (
          <div className={styles.overdue} role="status">
            <IconDatabaseExclamation size={22} aria-hidden />
            <div>{disk}</div>
          </div>
        )}
        <HelpCalls hall={hall} user={user} outbox={outbox} />
        {hall && <BreakRequests hall={hall} outbox={outbox} />}
        {hall?.stop && (
          <div className={styles.stopped} role="status">
            <IconPlayerPause size={22} aria-hidden />
            <span>
              <strong>{t('hall.stopped', { time: clock(hall.stop.since) })}</strong>{' '}
              {hall.stop.reason && `${local(hall.stop.reason)}.`}{' '}
              {hall.stop.until && t('hall.stoppedUntil', { time: clock(hall.stop.until) })}
            </span>
            {user.wholeHall && (
              <Button
                aria-disabled={outbox.state.state !== 'empty'}
                onClick={() => outbox.press('resumeHall', [{ route: 'resumeHall' }])}
              >
                {t('hall.resume')}
              </Button>
            )}
          </div>
        )}
        {hall && overdue.length > 0 && (
          <div className={styles.overdue} role="alert">
            <IconAlertTriangle size={22} aria-hidden />
            <div>
              <strong>{t('hall.overdue')}</strong>{' '}
              {overdue
                .map(({ counter, minutes }) =>
                  t('hall.overdueCounter', {
                    counter: local(counter.name),
                    minutes,
                    limit: counter.waitLimitMinutes,
                  }),
                )
                .join('; ')}
            </div>
          </div>
        )}
        {hall && hall.onLeave.length > 0 && (
          <p className={styles.onLeave}>
            <IconBeach size={20} aria-hidden />
            <span>
              <strong>{t('hall.onLeave')}</strong>{' '}
              {hall.onLeave
                .map(({ displayName, until }) =>
                  t('hall.onLeaveUntil', { name: displayName, date: dateInWords(until, language, 'day') }),
                )
                .join('; ')}
            </span>
          </p>
        )}
        {!open && refusal}
        {hall ? (
          <HallTable hall={hall} now={now} onOpen={(counter) => setOpenId(counter.id)} />
        ) : (
          <LineWait line={line} />
        )}
      </main>
      {isStopping && (
        <StopDialog
          title={t('stop.title', { name: t('hall.whole') })}
          onStop={(body) => {
            outbox.press('pauseHall', [{ route: 'pauseHall', body }]);
            setIsStopping(false);
          }}
          onClose={() => setIsStopping(false)}
        />
      )}
      {open && (
        <CounterPanel
          counter={open}
          user={user}
          outbox={outbox}
          refusal={refusal}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
