import { useEffect, useLayoutEffect, useState } from 'react';
import type { DeskSnapshot } from '../../../electron/contract/staff';
import type { OutboxInUse } from '../commands/use-outbox';
import { showsOutcome } from './desk-state';

/** After a press the desk is deaf for this long, so that a double press isn't taken for the next step. */
const deafMs = 600;
/** The snapshot usually comes with the answer; after this long the desk no longer waits for it. */
const settleMs = 2_000;

/**
 * Whether the desk may take a press: none is under way, the page already shows what the last one did, and it was
 * not pressed just now.
 */
export function useReady(outbox: OutboxInUse, snapshot: DeskSnapshot): boolean {
  const { state, outcome } = outbox;
  const under = state.state !== 'empty';
  const [deaf, setDeaf] = useState(false);
  // Before the paint: an answer that comes at once must not find the desk ready for a frame, and then deaf.
  useLayoutEffect(() => {
    if (!under) return;
    setDeaf(true);
    setTimeout(() => setDeaf(false), deafMs);
  }, [under]);

  const [gaveUpOn, setGaveUpOn] = useState<typeof outcome>();
  const settled = outcome === undefined || gaveUpOn === outcome || showsOutcome(snapshot, outcome);
  useEffect(() => {
    if (settled) return;
    const timer = setTimeout(() => setGaveUpOn(outcome), settleMs);
    return () => clearTimeout(timer);
  }, [settled, outcome]);
  return !under && !deaf && settled;
}
