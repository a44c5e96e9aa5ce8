import { useEffect, useMemo, useState } from 'react';
import type { OwnDevice } from '../../electron/contract/admin-devices';
import type { Board } from '../../electron/contract/lobby';
import { useAccess } from '../client/device';
import type { LiveLine } from '../client/live/own-line';
import { useLine, useSnapshot } from '../client/live/use-live-line';

/** What an admin has assigned to this screen. */
export interface OwnScreen {
  /** Undefined: it isn't let in, or is the kiosk machine's own second screen. */
  readonly device: OwnDevice | undefined;
  /** The code by which an admin lets it in, or null. */
  readonly code: string | null;
  /** The topic that tells of changes, where there is one. */
  readonly topics: readonly string[];
  readonly told: (device: OwnDevice) => void;
  readonly askAgain: () => void;
}

/** Who this screen is to the hall. It shows the calls also where it isn't let in: nobody is kept from seeing them. */
export function useOwnScreen(): OwnScreen {
  const { access, askAgain } = useAccess('display');
  const [told, setTold] = useState<OwnDevice>();
  const asked = access.state === 'let-in' && access.device.kind === 'display' ? access.device : undefined;
  const device = told && told.id === asked?.id ? told : asked;
  return {
    device,
    code: access.state === 'waiting' ? access.code : null,
    topics: device ? [`device:${device.id}`] : [],
    told: setTold,
    askAgain,
  };
}

/** Follows what an admin changes of this screen, and asks anew who it is when its line was lost. */
export function useFollowedScreen(live: LiveLine | undefined, own: OwnScreen): void {
  const { told, askAgain, device } = own;
  const now = useSnapshot<OwnDevice>(live, `device:${device?.id}`);
  useEffect(() => {
    if (now) told(now);
  }, [now, told]);
  const { state } = useLine(live);
  const isLetIn = device !== undefined;
  useEffect(() => {
    if (state === 'lost' && isLetIn) askAgain();
  }, [state, isLetIn, askAgain]);
}

/** The board with this screen's counters alone, where an admin has assigned it some. */
export function useBoardOf(board: Board | undefined, device: OwnDevice | undefined): Board | undefined {
  const counterIds = device?.counterIds;
  return useMemo(() => {
    if (!board || !counterIds) return board;
    return {
      ...board,
      stops: board.stops.filter(({ counterId }) => counterId === null || counterIds.includes(counterId)),
      calls: board.calls.filter(({ counter }) => counterIds.includes(counter.id)),
      counters: board.counters.filter(({ id }) => counterIds.includes(id)),
    };
  }, [board, counterIds]);
}
