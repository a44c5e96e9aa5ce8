import { IconCoffee, IconPlayerPause, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { PrintersNow } from '../../../electron/contract/printers';
import type { Desk, DeskSnapshot, HallSnapshot, User } from '../../../electron/contract/staff';
import { useSharedLine } from '../../client/live/shared-line';
import { isHeard, useLine, useSnapshot } from '../../client/live/use-live-line';
import { Band } from '../../ui/office/frame/band';
import { BandButton } from '../../ui/office/frame/band-button';
import { LineWait } from '../../ui/office/line-words';
import { useSearchKey } from '../../ui/office/search/use-search-key';
import { HelpCalls } from '../attention/help-calls';
import type { OutboxInUse } from '../commands/use-outbox';
import { useCounters } from '../dialogs/use-counters';
import { useTexts } from '../texts';
import { PrinterNotice } from '../workplace/printer-notice';
import { AskedBreak } from './asked-break';
import styles from './console.module.css';
import { ConsoleDialogs, type OpenDialog } from './console-dialogs';
import { DeskAtWork } from './desk-at-work';
import { ownCounters } from './own-counters';
import { PausedDesk } from './paused-desk';
import { useReady } from './use-ready';

/** The console of one desk: who is served there, who waits for it, and everything an officer does with them. */
export function Console(props: {
  readonly user: User;
  readonly desk: Desk;
  readonly outbox: OutboxInUse;
  /** The desk is no longer this user's: left, handed over, or taken by somebody else. */
  readonly onDeskGone: () => void;
  /** The line broke, which may be because the session ended. */
  readonly onLineLost: () => void;
  readonly onSignOut: () => void;
}) {
  const { user, desk, outbox, onDeskGone, onLineLost, onSignOut } = props;
  const { t, local } = useTexts();
  const topic = `desk:${desk.id}`;
  // Who may help hears of it wherever they work.
  const mayHelp = user.role !== 'staff';
  const live = useSharedLine([topic, 'printers', ...(mayHelp ? ['hall'] : [])]);
  const line = useLine(live);
  const snapshot = useSnapshot<DeskSnapshot>(live, topic);
  const printers = useSnapshot<PrintersNow>(live, 'printers');
  const hall = useSnapshot<HallSnapshot>(live, 'hall');

  const { hurry } = outbox;
  const answered = isHeard(line);
  useEffect(() => {
    if (answered) hurry();
    if (line.state === 'lost') onLineLost();
  }, [line.state, answered, hurry, onLineLost]);
  useEffect(() => {
    if (snapshot && snapshot.desk.user?.id !== user.id) onDeskGone();
  }, [snapshot, user.id, onDeskGone]);

  const own = ownCounters(desk, user);
  const counters =
    own.length > 1
      ? t('counters', { codes: own.map(({ code }) => code).join(' + ') })
      : local((own[0] ?? desk.counter).name);
  const title = `${counters}, ${t('desk', { label: desk.label })}`;
  const unanswered = outbox.state.state === 'unanswered';
  const band = (buttons: ReactNode, leave?: { readonly onLeave: () => void; readonly isReady: boolean }) => (
    <>
      <Band
        place="desk"
        heading={title}
        line={unanswered && line.state !== 'lost' ? 'unanswered' : line}
        presses={outbox.state.state === 'empty' ? 'keeps' : 'kept'}
        {...(leave ? { onSignOut: leave.onLeave } : {})}
        isSignOutWaiting={!leave?.isReady}
      >
        <PrinterNotice printers={printers} />
        {buttons}
      </Band>
      {mayHelp && <HelpCalls hall={hall} user={user} outbox={outbox} />}
    </>
  );
  if (!snapshot) {
    return (
      <div className={styles.page}>
        {band(null)}
        <div className={styles.wait}>
          <LineWait line={line} />
        </div>
      </div>
    );
  }
  return (
    <OwnDesk
      snapshot={snapshot}
      printers={printers}
      outbox={outbox}
      user={user}
      band={band}
      onSignOut={onSignOut}
    />
  );
}

function OwnDesk(props: {
  readonly snapshot: DeskSnapshot;
  readonly printers: PrintersNow | undefined;
  readonly outbox: OutboxInUse;
  readonly user: User;
  readonly band: (
    buttons: ReactNode,
    leave: { readonly onLeave: () => void; readonly isReady: boolean },
  ) => ReactNode;
  readonly onSignOut: () => void;
}) {
  const { snapshot, outbox, user, band, onSignOut } = props;
  const { t, local } = useTexts();
  useCounters();
  const ready = useReady(outbox, snapshot);
  useFocusLeftByMouse();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const paused = snapshot.desk.pause;
  const params = { id: snapshot.desk.id };
  // Others find numbers, too, by the band's own search.
  useSearchKey(() => user.role === 'staff' && !paused && setDialog({ name: 'find' }));

  return (
    <div className={styles.page}>
      {band(
        !paused && (
          <>
            <BandButton
              icon={<IconSearch size={20} aria-hidden />}
              onClick={() => setDialog({ name: 'find' })}
            >
              {t('header.find')}
            </BandButton>
            <BandButton
              icon={<IconUserPlus size={20} aria-hidden />}
              isWaiting={!ready}
              onClick={() => setDialog({ name: 'walkIn' })}
            >
              {t('header.walkIn')}
            </BandButton>
            <BandButton
              icon={<IconCoffee size={20} aria-hidden />}
              isWaiting={!ready}
              onClick={() => setDialog({ name: 'pause' })}
            >
              {t('header.pause')}
            </BandButton>
          </>
        ),
        { onLeave: () => setDialog({ name: 'leave' }), isReady: ready },
      )}
      {snapshot.stops.map((stop) => (
        <p key={stop.of?.id ?? ''} className={styles.stopped} role="status">
          <IconPlayerPause size={20} aria-hidden />
          <strong>{stop.of ? local(stop.of) : t('hall.whole')}</strong>
          {[stop.cause, stop.reason].flatMap((each) => (each ? [local(each)] : [])).join('. ')}
        </p>
      ))}
      <AskedBreak
        snapshot={snapshot}
        ready={ready}
        onWithdraw={() => outbox.press('withdrawBreak', [{ route: 'withdrawBreak', params }])}
      />
      {paused ? (
        <PausedDesk
          desk={snapshot.desk}
          pause={paused}
          waiting={snapshot.queue.waiting.length}
          ready={ready}
          outbox={outbox}
          onResume={() => outbox.press('resumeDesk', [{ route: 'resumeDesk', params }])}
        />
      ) : (
        <DeskAtWork snapshot={snapshot} outbox={outbox} ready={ready} user={user} onDialog={setDialog} />
      )}
      {dialog && (
        <ConsoleDialogs
          dialog={dialog}
          snapshot={snapshot}
          user={user}
          printers={props.printers}
          onDialog={setDialog}
          outbox={outbox}
          onSignOut={onSignOut}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

/**
 * A mouse press on a button leaves the focus where it was: after a click the space bar must still mean the next
 * step, not that button once more. By keyboard, buttons take the focus as everywhere.
 */
function useFocusLeftByMouse(): void {
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('button') && !target.closest('[role="dialog"]')) event.preventDefault();
    };
    document.addEventListener('mousedown', pressed);
    return () => document.removeEventListener('mousedown', pressed);
  }, []);
}
