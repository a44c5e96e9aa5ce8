import { useCallback, useEffect, useRef, useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { callRoute, Refused } from './api';

/** What came of looking a scanned ticket up. `unanswered`: the server could not say, now or in time. */
export type LookedUp =
  | { readonly kind: 'found'; readonly ticket: HolderTicket }
  | { readonly kind: 'unknown' | 'unanswered' };

/** Whoever holds a ticket under a scanner waits no longer. */
const answerWithinMs = 5_000;
const slowAfterMs = 400;

/**
 * Looks up what was scanned. Only the newest scan is answered: what is asked anew, forgotten, or no longer on the
 * screen is told no more, however late its answer comes.
 */
export function useTicketLookup(told: (result: LookedUp) => void): {
  /** Null is no ticket's code, and answered at once. */
  readonly lookUp: (token: string | null) => void;
  readonly forget: () => void;
  /** An answer is awaited, and for so long that it must be said. */
  readonly isSlow: boolean;
} {
  const asked = useRef<AbortController>(undefined);
  const [isSlow, setSlow] = useState(false);
  const forget = useCallback(() => {
    asked.current?.abort();
    asked.current = undefined;
    setSlow(false);
  }, []);
  useEffect(() => forget, [forget]);

  const ask = async (token: string) => {
    const own = new AbortController();
    asked.current = own;
    const slow = setTimeout(() => asked.current === own && setSlow(true), slowAfterMs);
    const deadline = setTimeout(() => own.abort(), answerWithinMs);
    const result = await lookedUp(token, own.signal);
    clearTimeout(slow);
    clearTimeout(deadline);
    if (asked.current !== own) return;
    forget();
    told(result);
  };
  return {
    lookUp: (token) => {
      forget();
      if (token === null) told({ kind: 'unknown' });
      else void ask(token);
    },
    forget,
    isSlow,
  };
}

async function lookedUp(token: string, signal: AbortSignal): Promise<LookedUp> {
  try {
    return { kind: 'found', ticket: await callRoute('ticket', { params: { token }, signal }) };
  } catch (error) {
    // Too many questions, or a fault of the server's, say nothing about the ticket.
    const isUnknown = error instanceof Refused && error.problem.status === 404;
    return { kind: isUnknown ? 'unknown' : 'unanswered' };
  }
}
