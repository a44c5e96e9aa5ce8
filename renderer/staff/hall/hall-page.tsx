import { Button } from '@mantine/core';
import { IconBeach, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { PrintersNow } from '../../../electron/contract/printers';
import type { HallCounter, HallSnapshot, User } from '../../../electron/contract/staff';
import { dateInWords } from '../../../electron/texts/dates';
import { useAddressState } from '../../client/address-state';
import { useHallNow } from '../../client/hall-clock';
import { useSharedLine } from '../../client/live/shared-line';
import { isHeard, useLine, useSnapshot } from '../../client/live/use-live-line';
import { Band } from '../../ui/office/frame/band';
import { useHallClock } from '../../ui/office/hall-time';
import { LineWait } from '../../ui/office/line-words';
import { BreakRequests, breaksAsked } from '../attention/break-requests';
import { HelpCalls, helpCallsTo } from '../attention/help-calls';
import { Matters } from '../attention/matter-list';
import { mattersOf } from '../attention/matters';
import { pressingFetches, ToFetch } from '../attention/to-fetch';
import type { OutboxInUse } from '../commands/use-outbox';
import { useUnavailableDevices } from '../commands/use-unavailable-devices';
import { Notice } from '../console/notice';
import { CounterPanel } from '../counter/counter-panel';
import { freeDeskOf, type HallActs } from '../counter/hall-acts';
import { StopDialog } from '../counter/stop-dialog';
import { useTexts } from '../texts';
import { CounterGrid } from './counter-grid';
import { HallFigures } from './hall-figures';
import styles from './hall-page.module.css';

const topic = 'hall';

/** The hall live, for supervisors as far as they reach: what needs attention, and who waits how long where, who serves. */
export function HallPage(props: {
  readonly user: User;
  readonly outbox: OutboxInUse;
  /** The user took a desk from here. */
  readonly onDeskTaken: () => void;
  /** The line broke, which may be because the session ended. */
  readonly onLineLost: () => void;
  readonly onSignOut: () => void;
}) {
  const { user, outbox, onDeskTaken, onLineLost, onSignOut } = props;
  const { t, local } = useTexts();
  const live = useSharedLine([topic, 'printers']);
  const line = useLine(live);
  const hall = useSnapshot<HallSnapshot>(live, topic);
  const printers = useSnapshot<PrintersNow>(live, 'printers');
  const now = useHallNow(15_000);
  const clock = useHallClock();
  const [stopping, setStopping] = useState<HallCounter | 'hall' | null>(null);
  const [{ gerai, bagian }, set] = useAddressState(
    { gerai: '', bagian: ['line', 'limits'] },
    { isStep: true },
  );
  const [closed, setClosed] = useState<typeof outbox.outcome>();
  const { outcome, hurry } = outbox;
  useUnavailableDevices(t('deaf.hall'));
  const answered = isHeard(line);
  useEffect(() => {
    if (answered) hurry();
    if (line.state === 'lost') onLineLost();
  }, [line.state, answered, hurry, onLineLost]);
  // What came of a press before this page was opened leads nowhere.
  const known = useRef(outcome);
  useEffect(() => {
    if (outcome === known.current) return;
    known.current = outcome;
    if (outcome?.press.meaning === 'takeDesk' && 'answer' in outcome) onDeskTaken();
  }, [outcome, onDeskTaken]);

  const isReady = outbox.state.state === 'empty';
  const open = hall?.counters.find((counter) => counter.id === gerai);
  const refusal =
    outcome && 'refusal' in outcome && outcome !== closed ? (
      <Notice kind="refused" onClose={() => setClosed(outcome)}>
        {outcome.refusal.detail}
      </Notice>
    ) : null;
  const acts: HallActs | undefined = hall && {
    isReady,
    isAdmin: user.role === 'admin',
    open: ({ id }, first = 'line') => set({ gerai: id, bagian: first }),
    freeDesk: (counter) => freeDeskOf(hall, counter),
    sit: ({ id }) => outbox.press('takeDesk', [{ route: 'takeDesk', params: { id } }]),
    stop: setStopping,
    resume: ({ id }) => outbox.press('resumeCounter', [{ route: 'resumeCounter', params: { id } }]),
  };

  return (
    <div className={styles.page}>
      <Band
        place="hall"
        line={outbox.state.state === 'unanswered' && line.state !== 'lost' ? 'unanswered' : line}
        presses={isReady ? 'keeps' : 'kept'}
        onSignOut={onSignOut}
      />
      <main className={styles.main}>
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
                aria-disabled={!isReady}
                onClick={() => outbox.press('resumeHall', [{ route: 'resumeHall' }])}
              >
                {t('hall.resume')}
              </Button>
            )}
          </div>
        )}
        {!open && refusal}
        {hall && acts ? (
          <>
            <Matters
              matters={mattersOf(hall, printers, now)}
              acts={acts}
              now={now}
              figures={<HallFigures hall={hall} now={now} />}
              asked={helpCallsTo(user, hall).length + breaksAsked(hall).length + pressingFetches(hall, now)}
            >
              <HelpCalls hall={hall} user={user} outbox={outbox} />
              <BreakRequests hall={hall} outbox={outbox} />
              <ToFetch hall={hall} acts={acts} now={now} />
            </Matters>
            <CounterGrid hall={hall} acts={acts} now={now} />
            <footer className={styles.foot}>
              <OnLeave hall={hall} />
              {!hall.stop && user.wholeHall && (
                <button type="button" className={styles.more} onClick={() => setStopping('hall')}>
                  {t('hall.stop')}
                </button>
              )}
            </footer>
          </>
        ) : (
          <>
            <h1 className={styles.title}>{t('hall.title')}</h1>
            <LineWait line={line} />
          </>
        )}
      </main>
      {open && (
        <CounterPanel
          first={bagian}
          counter={open}
          user={user}
          outbox={outbox}
          refusal={refusal}
          onClose={() => set({ gerai: '', bagian: 'line' })}
        />
      )}
      {stopping && (
        <StopDialog
          title={t('stop.title', { name: stopping === 'hall' ? t('hall.whole') : local(stopping.name) })}
          onStop={(body) => {
            if (stopping === 'hall') outbox.press('pauseHall', [{ route: 'pauseHall', body }]);
            else outbox.press('pauseCounter', [{ route: 'pauseCounter', params: { id: stopping.id }, body }]);
            setStopping(null);
          }}
          onClose={() => setStopping(null)}
        />
      )}
    </div>
  );
}

function OnLeave({ hall }: { readonly hall: HallSnapshot }) {
  const { t, language } = useTexts();
  if (hall.onLeave.length === 0) return null;
  return (
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
  );
}
