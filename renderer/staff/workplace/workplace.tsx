import { useHash } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Role } from '../../../electron/contract/staff';
import { Unreachable } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { useOffice } from '../../ui/office/frame/office-context';
import { useOutbox } from '../commands/use-outbox';
import { Console } from '../console/console';
import { HallPage } from '../hall/hall-page';
import { DeskChoice } from './desk-choice';
import { keepLastDesk } from './last-desk';

/** How the address says where one is. */
const deskHash = '#loket';
const hallHash = '#balai';

function goToDesk(): void {
  window.location.hash = deskHash;
}

/** What a signed-in user works with: a desk; for supervisors also the hall. */
export function Workplace() {
  const { user, onSignOut } = useOffice();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const outbox = useOutbox(user.id);
  const queries = useQueryClient();
  const desks = useRoute('desks');
  const [leaving, setLeaving] = useState(false);

  const refreshDesks = useCallback(() => void refreshBelow(queries, '/desks'), [queries]);
  const checkSession = useCallback(() => {
    void refreshBelow(queries, '/session');
    refreshDesks();
  }, [queries, refreshDesks]);

  const { outcome, state } = outbox;
  useEffect(() => {
    if (state.state === 'signed_out') checkSession();
  }, [state.state, checkSession]);
  useEffect(() => {
    if (!outcome) return;
    const { meaning } = outcome.press;
    if (meaning === 'takeDesk' || meaning === 'leaveDesk') refreshDesks();
    if (meaning === 'leaveDesk' && leaving) {
      setLeaving(false);
      if ('answer' in outcome) onSignOut();
      // The desk says why it can't be left.
      else window.location.hash = deskHash;
    }
  }, [outcome, leaving, refreshDesks, onSignOut]);

  const own = desks.data?.find((desk) => desk.user?.id === user.id);
  const ownId = own?.id;
  useEffect(() => {
    if (ownId !== undefined) keepLastDesk(user.id, ownId);
  }, [user.id, ownId]);
  // Whoever signs out elsewhere than at their desk leaves it too: nobody else could take it.
  const leaveAndSignOut = () => {
    if (!own) return onSignOut();
    setLeaving(true);
    outbox.press('leaveDesk', [{ route: 'leaveDesk', params: { id: own.id } }]);
  };
  if (placeOf(hash, user.role, desks.data && (own ? 'desk' : 'hall')) === 'hall') {
    return (
      <HallPage
        user={user}
        outbox={outbox}
        onDeskTaken={goToDesk}
        onLineLost={checkSession}
        onSignOut={leaveAndSignOut}
      />
    );
  }
  if (own) {
    return (
      <Console
        key={own.id}
        user={user}
        desk={own}
        outbox={outbox}
        onDeskGone={refreshDesks}
        onLineLost={checkSession}
        onSignOut={() => setLeaving(true)}
      />
    );
  }
  return (
    <DeskChoice
      user={user}
      desks={desks.data}
      isUnanswered={desks.failureReason instanceof Unreachable}
      outbox={outbox}
      onRefresh={refreshDesks}
    />
  );
}

/** Where the address leads, within what the role may see; `usual`: where those who may see the hall land, once it is known. */
function placeOf(hash: string, role: Role, usual: 'desk' | 'hall' = 'desk'): 'desk' | 'hall' {
  const [address] = hash.split('?');
  if (role === 'staff' || address === deskHash) return 'desk';
  return address === hallHash ? 'hall' : usual;
}
