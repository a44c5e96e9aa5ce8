import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskSnapshot, QueueTicket, User } from '../../../electron/contract/staff';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { canHearButtons, useCallButtons, usePressedVerbs } from '../../client/call-buttons';
import { hallNow } from '../../client/hall-clock';
import { useHallClock, useHallDate } from '../../ui/office/hall-time';
import { useToast } from '../../ui/office/toast';
import type { NewCommand } from '../commands/command-outbox';
import { keyLabel, type ShortcutVerb, useShortcuts } from '../commands/shortcuts';
import type { OutboxInUse } from '../commands/use-outbox';
import { useShortcutKeys } from '../commands/use-shortcut-keys';
import { CallButtonChoice } from '../dialogs/call-button-choice';
import { isDialogOpen } from '../dialogs/is-dialog-open';
import { ShortcutDialog } from '../dialogs/shortcut-dialog';
import { useTexts } from '../texts';
import styles from './console.module.css';
import type { OpenDialog } from './console-dialogs';
import { mayTakeBack, nextStep, whyNot } from './desk-state';
import { DeviceNotice } from './device-notice';
import { HelpSign } from './help-sign';
import { LastEnded } from './last-ended';
import { NextStepButton } from './next-step-button';
import { Notice } from './notice';
import { ownCounters } from './own-counters';
import { sayOutcome } from './say-outcome';
import { SetAside } from './set-aside';
import { TicketAtDesk } from './ticket-at-desk';
import { Today } from './today';
import { useScannedCalls } from './use-scanned-calls';
import { type ButtonVerb, VerbButtons } from './verb-buttons';
import { WaitingList } from './waiting-list';
import { whyNotCalled } from './why-not-called';

/** A desk that is open: the ticket there, the next step, the verbs, who waits, and today's figures. */
export function DeskAtWork(props: {
  readonly snapshot: DeskSnapshot;
  readonly outbox: OutboxInUse;
  readonly ready: boolean;
  readonly user: User;
  readonly onDialog: (dialog: OpenDialog) => void;
}) {
  const { snapshot, outbox, ready, user, onDialog } = props;
  const { t, local } = useTexts();
  const say = useToast();
  const { shortcuts, change } = useShortcuts(user.id);
  const { buttons, change: changeButtons } = useCallButtons();
  const [changingKeys, setChangingKeys] = useState(false);
  // Why the last key or button did nothing; gone with the next press.
  const [hint, setHint] = useState<string | null>(null);
  const today = useHallDate();
  const clock = useHallClock();
  const [closed, setClosed] = useState<typeof outbox.outcome>();

  const params = { id: snapshot.desk.id };
  const next = nextStep(snapshot);
  const callCommand = (ticketId: string): NewCommand => ({ route: 'call', params, body: { ticketId } });
  const press = (meaning: Parameters<OutboxInUse['press']>[0], commands: readonly NewCommand[]) => {
    setHint(null);
    outbox.press(meaning, commands);
  };

  const takeNextStep = () => {
    switch (next.step) {
      case 'call':
        return press('callNext', [{ route: 'callNext', params }]);
      case 'start':
        return press('start', [{ route: 'start', params }]);
      case 'finish':
        return press('finish', [{ route: 'finish', params, body: {} }]);
      case 'finishAndCallNext':
        return press('finishAndCallNext', [
          { route: 'finish', params, body: {} },
          { route: 'callNext', params },
        ]);
      case 'nobody':
        return setHint(t('why.nobodyWaits'));
    }
  };
  const doVerb = (verb: ButtonVerb) => {
    const why = whyNot(verb, snapshot);
    if (why) return setHint(t(why));
    setHint(null);
    switch (verb) {
      case 'recall':
        return press('recall', [{ route: 'recall', params }]);
      case 'start':
        return press('start', [{ route: 'start', params }]);
      case 'finish':
        return press('finish', [{ route: 'finish', params, body: {} }]);
      case 'noShow':
        return press('noShow', [{ route: 'noShow', params }]);
      case 'hold':
      case 'transfer':
        return onDialog({ name: verb });
    }
  };
  const takeBack = () => {
    const ended = snapshot.lastEnded;
    if (!ended || !mayTakeBack(ended, user, hallNow())) {
      return setHint(t('why.nothingToTakeBack'));
    }
    press('takeBack', [{ route: 'takeBack', params: { id: ended.ticketId } }]);
  };
  const { help } = snapshot.desk;
  const askForHelp = () => {
    if (help) return setHint(t('help.already', { time: clock(help.since) }));
    press('askForHelp', [{ route: 'askForHelp', params }]);
  };
  const letPass = () => {
    const { ticket } = snapshot;
    if (ticket?.status !== 'called') return setHint(t(ticket ? 'why.alreadyServing' : 'why.noTicket'));
    onDialog({ name: 'letPass', ticket });
  };
  const byKey = (verb: ShortcutVerb) => {
    switch (verb) {
      case 'next':
        return takeNextStep();
      case 'takeBack':
        return takeBack();
      case 'find':
        return onDialog({ name: 'find' });
      case 'help':
        return askForHelp();
      case 'letPass':
        return letPass();
      default:
        return doVerb(verb);
    }
  };
  const whenReady = (act: () => void) => {
    if (ready) act();
  };
  useShortcutKeys(shortcuts, (verb) => whenReady(() => byKey(verb)));
  usePressedVerbs(buttons, (verb) => {
    // Where buttons are set, a press is for that.
    if (changingKeys) return;
    if (isDialogOpen()) return say(t('deaf.dialog'));
    whenReady(() => byKey(verb));
  });
  const call = (ticket: QueueTicket) =>
    whenReady(() => {
      const present = snapshot.ticket;
      if (!present) return press('call', [callCommand(ticket.id)]);
      if (present.status === 'called') return setHint(t('why.stillCalled', { number: present.number }));
      onDialog({ name: 'finishAndCall', ticket });
    });

  const callScanned = (ticket: HolderTicket) => {
    const { waiting, held } = snapshot.queue;
    const queued = [...waiting, ...held].find(({ id }) => id === ticket.id);
    if (queued) return call(queued);
    const why = whyNotCalled(ticket, snapshot, today, { t, counterName: local(ticket.counter.name) });
    if (why !== null) return setHint(why);
    press('call', [callCommand(ticket.id)]);
  };
  useScannedCalls({ ready, call: callScanned, hint: setHint });

  const said =
    outbox.outcome && outbox.outcome !== closed
      ? sayOutcome(outbox.outcome, {
          t,
          onCall: ready && !snapshot.ticket ? (ticketId) => press('call', [callCommand(ticketId)]) : null,
          onReinstate: (id) => press('reinstate', [{ route: 'reinstate', params: { id } }]),
        })
      : null;
  const changeKeys = (
    <button type="button" className={styles.link} onClick={() => setChangingKeys(true)}>
      {t('shortcuts.open')}
    </button>
  );
  return (
    <main className={styles.columns}>
      <div className={styles.desk}>
        <TicketAtDesk
          desk={snapshot.desk}
          ticket={snapshot.ticket}
          ready={ready}
          onLetPass={letPass}
          onFetch={(fetchMe) =>
            snapshot.ticket &&
            press('askToBeFetched', [
              { route: 'askToBeFetched', params: { ticket: snapshot.ticket.id }, body: { fetchMe } },
            ])
          }
          onAddService={() => onDialog({ name: 'addService' })}
          onRemoveService={(serviceId) =>
            press('removeService', [{ route: 'removeService', params, body: { serviceId } }])
          }
        />
        <NextStepButton
          next={next}
          outbox={outbox.state}
          ready={ready}
          shortcut={keyLabel(shortcuts.next, t('key.space'))}
          onPress={takeNextStep}
        />
        <VerbButtons
          snapshot={snapshot}
          outbox={outbox.state}
          ready={ready}
          shortcuts={shortcuts}
          onVerb={(verb) => whenReady(() => doVerb(verb))}
        />
        <LastEnded
          ended={snapshot.lastEnded}
          user={user}
          ready={ready}
          shortcut={keyLabel(shortcuts.takeBack, t('key.space'))}
          onTakeBack={takeBack}
        />
        {hint !== null ? (
          <Notice kind="said" onClose={() => setHint(null)}>
            {hint}
          </Notice>
        ) : said ? (
          <Notice kind={said.kind} action={said.action} onClose={() => setClosed(outbox.outcome)}>
            {said.sentence}
          </Notice>
        ) : (
          <DeviceNotice buttons={buttons} action={changeKeys}>
            <p className={styles.keys}>
              <IconInfoCircle size={18} aria-hidden />
              <span>{t('shortcuts.off')}</span>
              {changeKeys}
            </p>
          </DeviceNotice>
        )}
      </div>
      <div className={styles.queue}>
        <WaitingList
          waiting={snapshot.queue.waiting}
          severalCounters={ownCounters(snapshot.desk, user).length > 1}
          whyNotCall={
            snapshot.ticket?.status === 'called'
              ? t('why.stillCalled', { number: snapshot.ticket.number })
              : null
          }
          onCall={call}
          onPriority={(ticket) => onDialog({ name: 'changePriority', ticket })}
          shortcuts={shortcuts}
          onFind={(number) => onDialog({ name: 'find', number })}
        />
        <SetAside snapshot={snapshot} onDialog={onDialog} />
      </div>
      <div className={styles.side}>
        <Today snapshot={snapshot} />
        <HelpSign
          help={help}
          ready={ready}
          shortcut={keyLabel(shortcuts.help, t('key.space'))}
          onAsk={askForHelp}
          onEnd={() => press('endHelp', [{ route: 'endHelp', params }])}
        />
      </div>
      {changingKeys && (
        <ShortcutDialog shortcuts={shortcuts} onChange={change} onClose={() => setChangingKeys(false)}>
          {canHearButtons() && <CallButtonChoice buttons={buttons} onChange={changeButtons} />}
        </ShortcutDialog>
      )}
    </main>
  );
}
