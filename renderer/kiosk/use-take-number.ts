import { useRef, useState } from 'react';
import type { Language, Problem } from '../../electron/contract/common';
import type { KioskWay } from '../../electron/contract/kiosk-ways';
import type { HolderTicket, Priority } from '../../electron/contract/tickets';
import { Refused } from '../client/api';
import { askForNumber } from './ask-for-number';

/** What is asked for at one tap. */
export interface Wish {
  readonly counterId: string;
  readonly serviceId: string;
  readonly priority: Priority | null;
  /** Who may go first there, where it wasn't asked: taken by one tap. */
  readonly unasked: readonly Priority[];
  readonly language: Language;
  /** How the visitor came to it, where not in the usual way; only counted. */
  readonly way?: KioskWay | undefined;
}

/** A number that is being asked for; `slow` once no answer came for 400 ms. */
export interface Asking {
  readonly wish: Wish;
  readonly slow: boolean;
}

const slowAfterMs = 400;

/**
 * Asks for numbers, one at a time: a second tap meanwhile does nothing, and each is one number however often it is
 * sent (`askForNumber`).
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
    const slow = setTimeout(() => setAsking({ wish, slow: true }), slowAfterMs);
    setAsking({ wish, slow: false });
    try {
      const ticket = await askForNumber(wish);
      if (ticket) told.given(ticket, wish);
      else told.givenUp(wish);
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
