import type { Language } from '../../electron/contract/common';
import type { KioskWay } from '../../electron/contract/kiosk-ways';
import type { HolderTicket, Priority } from '../../electron/contract/tickets';
import { callRoute, newKey, Refused, Unreachable } from '../client/api';

const retryAfterMs = 1_000;
const answerWithinMs = 10_000;
/** Whoever got no number for so long has gone, and would not hear of one that came. */
const patienceMs = 60_000;

/** What a number is asked for with. */
export interface NumberWish {
  readonly serviceId: string;
  readonly priority: Priority | null;
  readonly language: Language;
  /** The visitor asks to be fetched when called. */
  readonly fetchMe?: boolean;
  /** How the visitor came to it, where not in the usual way; only counted. */
  readonly way?: KioskWay | undefined;
}

/**
 * Asks for a number. The idempotency key is made once and kept for every try again after a broken line, so that however often it is
 * sent it is one number and one paper; asking again for the same after nothing was heard takes the same `key`. Returns null where
 * nothing was heard within a minute. Throws `Refused` where there is none.
 */
export async function askForNumber(
  { serviceId, priority, language, fetchMe = false, way }: NumberWish,
  key = newKey(),
): Promise<HolderTicket | null> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    try {
      return await callRoute('issueTicket', {
        body: { serviceId, priority, language, ...(fetchMe ? { fetchMe } : {}), ...(way ? { way } : {}) },
        key,
        signal: AbortSignal.timeout(answerWithinMs),
      });
    } catch (error) {
      if (!mayTryAgain(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
  return null;
}

/**
 * Takes a number without its paper, or gives it back; tries again until the server answers. Returns null where that was refused:
 * it has ended, or its paper came after all, which the live line shows.
 */
export async function decideOnNumber(choice: 'keep' | 'cancel', token: string): Promise<HolderTicket | null> {
  const key = newKey();
  for (;;) {
    try {
      return await tell(choice, token, key);
    } catch (error) {
      if (error instanceof Refused) return null;
      if (!(error instanceof Unreachable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

async function tell(choice: 'keep' | 'cancel', token: string, key: string): Promise<HolderTicket> {
  if (choice === 'keep') return await callRoute('goPaperless', { params: { token }, key });
  const answer = await callRoute('cancelTicket', { params: { ticket: token }, key });
  if (!('token' in answer)) throw new Error('the answer to its holder lacks the token');
  return answer;
}

/** A fault inside the server is not remembered under the key, so the same tap may be sent again. */
function mayTryAgain(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refused && error.problem.status === 500);
}
