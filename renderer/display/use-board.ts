import { useEffect, useRef, useState } from 'react';
import type { Board, Call } from '../../electron/contract/lobby';
import { callRoute } from '../client/api';
import { type LiveLine, useSnapshot } from '../client/live';

/** Whether a call is for a screen of that zone; a zone that no counter has stands for the whole hall. */
export function isInZone(call: Call, board: Board | undefined, zone: string | undefined): boolean {
  if (zone === undefined || !board?.counters.some((counter) => counter.zone === zone)) return true;
  return call.counter.zone === zone;
}

/**
 * The board as it stands, of one zone or of the whole hall. The live line carries the whole hall's, with its ten
 * newest calls; those of a quiet zone may not be among them, so a zone's board is asked for at each change.
 */
export function useBoard(live: LiveLine | undefined, zone: string | undefined): Board | undefined {
  const whole = useSnapshot<Board>(live, 'board');
  const [ofZone, setOfZone] = useState<Board>();
  const asked = useRef(0);
  useEffect(() => {
    if (zone === undefined || !whole) return;
    asked.current += 1;
    const turn = asked.current;
    callRoute('board', { query: { zone } })
      .then((board) => {
        if (turn === asked.current) setOfZone(board);
      })
      // The line is lost as well then; its next snapshot asks again.
      .catch(() => undefined);
  }, [zone, whole]);
  return zone === undefined ? whole : ofZone;
}
