import { hostname } from 'node:os';
import { callHub } from './call-hub';
import { HubAwayError, HubRefused } from './hub-errors';

const pollMs = 1_000;
const longestName = 40;

/** What stands on the screen until an admin has let this kiosk in. */
export type PairingStage =
  | { readonly kind: 'away' }
  /** The hub is there, but goes by another address than the one it was asked at. */
  | { readonly kind: 'unknown_address' }
  | { readonly kind: 'code'; readonly code: string };

/**
 * Asks the hub to be let in as a kiosk, and tells, again and again, the code that an admin has to type there. A code that ran out, or
 * that a restarted hub has forgotten, is replaced by another. Returns the device token; null once `signal` ends it.
 */
export async function pairWithHub(
  hub: string,
  tell: (stage: PairingStage) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const access = { hub, token: null };
  let begun: { readonly code: string; readonly pollToken: string } | null = null;
  while (!signal.aborted) {
    try {
      const name = hostname().slice(0, longestName) || 'Antre';
      begun ??= await callHub(access, 'pairDevice', { body: { kind: 'kiosk', name } });
      const state = await callHub(access, 'pairingState', { params: { pollToken: begun.pollToken } });
      if (state.state === 'approved') return state.token;
      tell({ kind: 'code', code: begun.code });
    } catch (error) {
      if (error instanceof HubRefused) {
        // The hub keeps its codes in memory alone: one that was restarted has forgotten ours.
        begun = null;
        if (error.status === 403) tell({ kind: 'unknown_address' });
      } else if (error instanceof HubAwayError) tell({ kind: 'away' });
      else throw error;
    }
    await pause(signal);
  }
  return null;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, pollMs);
    signal.addEventListener('abort', end);
  });
}
