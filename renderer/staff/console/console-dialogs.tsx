import type { PrintersNow } from '../../../electron/contract/printers';
import type { DeskSnapshot, QueueTicket, User } from '../../../electron/contract/staff';
import type { OutboxInUse } from '../commands/use-outbox';
import { BreakDialog } from '../dialogs/break-dialog';
import { ConfirmDialog } from '../dialogs/confirm-dialog';
import { FindDialog } from '../dialogs/find-dialog';
import { LeaveDialog } from '../dialogs/leave-dialog';
import { PassDialog } from '../dialogs/pass-dialog';
import { PriorityDialog } from '../dialogs/priority-dialog';
import { ReasonDialog } from '../dialogs/reason-dialog';
import { SendOnDialog } from '../dialogs/send-on-dialog';
import { ServiceDialog } from '../dialogs/service-dialog';
import { SetAsideDialog } from '../dialogs/set-aside-dialog';
import { WalkInDialog } from '../dialogs/walk-in-dialog';
import { useTexts } from '../texts';
import { ownCounters } from './own-counters';

export type OpenDialog =
  | {
      readonly name: 'walkIn' | 'pause' | 'leave' | 'hold' | 'transfer' | 'addService' | 'held' | 'recent';
    }
  /** `number`: what to look for at once. */
  | { readonly name: 'find'; readonly number?: string }
  | { readonly name: 'finishAndCall' | 'changePriority' | 'letPass'; readonly ticket: QueueTicket };

/** The dialog that is open, and what its confirmation sends. */
export function ConsoleDialogs(props: {
  readonly dialog: OpenDialog;
  readonly snapshot: DeskSnapshot;
  readonly user: User;
  readonly printers: PrintersNow | undefined;
  /** Goes on to another dialog. */
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly outbox: OutboxInUse;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
}) {
  const { dialog, snapshot, outbox, onClose, onSignOut } = props;
  const { t, local } = useTexts();
  const params = { id: snapshot.desk.id };
  const { ticket } = snapshot;
  const send = (...[meaning, commands]: Parameters<OutboxInUse['press']>) => {
    outbox.press(meaning, commands);
    onClose();
  };

  const defaultBreaks = [t('pause.meal'), t('pause.prayer'), t('pause.meeting'), t('pause.documents')];

  switch (dialog.name) {
    case 'walkIn':
      return (
        <WalkInDialog
          counterIds={ownCounters(snapshot.desk, props.user).map(({ id }) => id)}
          printers={props.printers}
          onAdd={(walkIn) => send('walkIn', [{ route: 'walkIn', body: walkIn }])}
          onClose={onClose}
        />
      );
    case 'pause':
      if (snapshot.breaksNeedAsking && props.user.role === 'staff') {
        return (
          <BreakDialog
            usual={defaultBreaks}
            onAsk={(body) => send('askForBreak', [{ route: 'askForBreak', params, body }])}
            onClose={onClose}
          />
        );
      }
      return (
        <ReasonDialog
          title={t('pause.title')}
          label={t('pause.reason')}
          usual={defaultBreaks}
          confirm={t('pause.confirm')}
          ends={{ label: t('pause.until'), minutes: [5, 10, 15, 30, 60] }}
          onConfirm={(reason, until) =>
            send('pauseDesk', [{ route: 'pauseDesk', params, body: { reason, until } }])
          }
          onClose={onClose}
        />
      );
    case 'leave':
      return (
        <LeaveDialog
          snapshot={snapshot}
          onLeave={(then) => {
            send('leaveDesk', [{ route: 'leaveDesk', params }]);
            if (then === 'signOut') onSignOut();
          }}
          onClose={onClose}
        />
      );
    case 'held':
    case 'recent':
      return (
        <SetAsideDialog
          kind={dialog.name}
          tickets={snapshot.queue[dialog.name]}
          onCall={
            ticket ? null : ({ id }) => send('call', [{ route: 'call', params, body: { ticketId: id } }])
          }
          onReinstate={({ id }) => send('reinstate', [{ route: 'reinstate', params: { id } }])}
          user={props.user}
          onTakeBack={({ id }) => send('takeBack', [{ route: 'takeBack', params: { id } }])}
          onClose={onClose}
        />
      );
    case 'find':
      return (
        <FindDialog
          number={dialog.number}
          snapshot={snapshot}
          user={props.user}
          printers={props.printers}
          onAct={(act, found, kioskId) => {
            const { id } = found;
            switch (act) {
              case 'call':
                return send('call', [{ route: 'call', params, body: { ticketId: id } }]);
              case 'changePriority':
                return props.onDialog({ name: 'changePriority', ticket: found });
              case 'letPass':
                return props.onDialog({ name: 'letPass', ticket: found });
              case 'fetch':
              case 'fetchBack':
                return send('askToBeFetched', [
                  { route: 'askToBeFetched', params: { ticket: id }, body: { fetchMe: act === 'fetch' } },
                ]);
              case 'printPaper':
                return send('printPaper', [
                  { route: 'printPaper', params: { id }, body: kioskId ? { at: kioskId } : {} },
                ]);
              case 'reinstate':
              case 'takeBack':
                return send(act, [{ route: act, params: { id } }]);
            }
          }}
          onClose={onClose}
        />
      );
    case 'changePriority':
      return (
        <PriorityDialog
          ticket={dialog.ticket}
          onChange={(body) =>
            send('changePriority', [{ route: 'changePriority', params: { id: dialog.ticket.id }, body }])
          }
          onFetch={(fetchMe) =>
            send('askToBeFetched', [
              { route: 'askToBeFetched', params: { ticket: dialog.ticket.id }, body: { fetchMe } },
            ])
          }
          onClose={onClose}
        />
      );
    case 'letPass':
      return (
        <PassDialog
          ticket={dialog.ticket}
          onPass={(count) =>
            send('letOthersPass', [
              { route: 'letOthersPass', params: { ticket: dialog.ticket.id }, body: { count } },
            ])
          }
          onClose={onClose}
        />
      );
    case 'finishAndCall':
      return (
        <ConfirmDialog
          title={t('finishAndCall.title', { number: dialog.ticket.number })}
          sentence={t('finishAndCall.sentence', { number: ticket?.number ?? '' })}
          confirm={t('finishAndCall.confirm', { number: dialog.ticket.number })}
          onConfirm={() =>
            send('finishAndCall', [
              ...(ticket ? [{ route: 'finish' as const, params, body: {} }] : []),
              { route: 'call', params, body: { ticketId: dialog.ticket.id } },
            ])
          }
          onClose={onClose}
        />
      );
  }
  // The others are about the ticket at the desk; should it be gone meanwhile, there's nothing to ask.
  if (!ticket) return null;
  switch (dialog.name) {
    case 'hold':
      return (
        <ReasonDialog
          title={t('hold.title', { number: ticket.number })}
          label={t('hold.reason')}
          usual={[t('hold.documents'), t('hold.copy'), t('hold.form'), t('hold.payment')]}
          confirm={t('hold.confirm')}
          onConfirm={(reason) => send('hold', [{ route: 'hold', params, body: { reason } }])}
          onClose={onClose}
        />
      );
    case 'transfer':
      return (
        <SendOnDialog
          user={props.user}
          ticket={ticket}
          onTransfer={(body) => send('transfer', [{ route: 'transfer', params, body }])}
          onClose={onClose}
        />
      );
    case 'addService':
      return (
        <ServiceDialog
          title={t('addService.title', { number: ticket.number })}
          sentence={t('addService.sentence', { service: local(ticket.service.name) })}
          confirm={t('addService.confirm')}
          exceptServiceId={ticket.service.id}
          onConfirm={(serviceId) =>
            send('addService', [{ route: 'addService', params, body: { serviceId } }])
          }
          onClose={onClose}
        />
      );
  }
}
