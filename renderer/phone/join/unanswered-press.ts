import type { JoinRequest } from '../../../electron/contract/joining';

const place = 'antre:unanswered';
/** So long it may still be the visitor who presses again; afterwards it is another visit. */
const sameVisitMs = 30 * 60_000;

/** A press that no answer came to: sent again as it was, it is the same act, and gives no second number. */
export interface Press {
  /** What the code at the door was. */
  readonly code: string;
  readonly key: string;
  readonly body: JoinRequest;
  /** Milliseconds since 1970 UTC, by the phone. */
  readonly at: number;
}

/** Where the browser keeps nothing, for as long as the page is open. */
let last: Press | null = null;

/** Keeps a press before it is sent, also when the page is closed or the code is scanned again. */
export function keepPress(press: Press): void {
  last = press;
  try {
    localStorage.setItem(place, JSON.stringify(press));
  } catch {
    // A private window.
  }
}

/** Forgets it: its answer has come. */
export function forgetPress(): void {
  last = null;
  try {
    localStorage.removeItem(place);
  } catch {
    // A private window.
  }
}

/** The press for a service that no answer has come to in this visit, or null. */
export function unansweredPress(serviceId: string, now: number): Press | null {
  const press = last ?? keptPress();
  if (press?.body.serviceId !== serviceId) return null;
  return press.at <= now && now - press.at < sameVisitMs ? press : null;
}

function keptPress(): Press | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<Press> | null;
    const { code, key, body, at } = kept ?? {};
    return code && key && body?.serviceId && at ? { code, key, body, at } : null;
  } catch {
    return null;
  }
}
