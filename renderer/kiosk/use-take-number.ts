import { useRef, useState } from 'react';
import type { Language, Problem } from '../../electron/contract/common';
import type { HolderTicket, Priority } from '../../electron/contract/tickets';
import { callRoute, newKey, Refused, Unreachable } from '../client/api';

/** What is asked for at one tap. */
export interface Wish {
  readonly counterId: string;
  readonly serviceId: string;
  readonly priority: Priority | null;
  /** Who may go first there, where it wasn't asked: taken by one tap. */
  readonly unasked: readonly Priority[];
  readonly language: Language;
}

/** A number that is being asked for; `slow` once no answer came for 400 ms. */
export interface Asking {
  readonly wish: Wish;
  readonly slow: boolean;
}

const slowAfterMs = 400;
const retryAfterMs = 1_000;
const answerWithinMs = 10_000;
/** Whoever got no number for so long has gone, and would not hear of one that came. */
const patienceMs = 60_000;

/**
 * Asks for numbers, one at a time: a second tap meanwhile does nothing. The idempotency key is made at the tap and
 * kept for every try again after a broken line, so that however often it is sent it is one number and one paper.
 */
export function useTakeNumber(told: {
  readonly given: (ticket: HolderTicket, wish: Wish) => void;
  readonly refused: (problem: Problem, wish: Wish) => void;
  /** Nothing was heard within a minute. */
  readonly givenUp: (wish: Wish) => void;
}): { readonly asking: Asking | null; readonly take: (wish: Wish) => void } {
  const [asking, setAsking] = useState<Asking | null>(null);
  const underWay = useRef(false);

  async function ask(wish: Wish): Promise<void> {
    const key = newKey();
    const until = performance.now() + patienceMs;
    const slow = setTimeout(() => setAsking({ wish, slow: true }), slowAfterMs);
    setAsking({ wish, slow: false });
    try {
      while (performance.now() < until) {
        try {
          const ticket = await callRoute('issueTicket', {
            body: { serviceId: wish.serviceId, priority: wish.priority, language: wish.language },
            key,
            signal: AbortSignal.timeout(answerWithinMs),
          });
          told.given(ticket, wish);
          return;
        } catch (error) {
          if (!mayTryAgain(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
        }
      }
      told.givenUp(wish);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.refused(error.problem, wish);
    } finally {
      clearTimeout(slow);
      setAsking(null);
    }
  }

  return {
    asking,
    take(wish) {
      if (underWay.current) return;
      underWay.current = true;
      void ask(wish).finally(() => {
        underWay.current = false;
      });
    },
  };
}

/** A fault inside the server is not remembered under the key, so the same tap may be sent again. */
function mayTryAgain(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refused && error.problem.status === 500);
}
