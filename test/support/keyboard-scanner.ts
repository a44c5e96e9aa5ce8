import type { CDPSession, Page } from 'playwright';
import type { HolderTicket } from '../../electron/contract/tickets';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What stands in the code on a ticket's paper. */
export const ticketAddress = (ticket: Pick<HolderTicket, 'token'>) =>
  `http://10.0.0.5:4180/t/${ticket.token}`;

/**
 * What a scanner that acts as a keyboard does: it types the text into whatever has the focus, key by key with so many
 * milliseconds between two, then Enter. The browser gets real keys that carry their own times, so that a slow machine
 * makes no slow scanner.
 */
export async function scan(page: Page, text: string, between = 4): Promise<void> {
  await strike(page, text, { between, held: between / 2 });
}

/** What a quick hand does: the same, but it holds each key for 70 ms. */
export async function typeQuickly(page: Page, text: string): Promise<void> {
  await strike(page, text, { between: 90, held: 70 });
}

/** What a quicker hand does: it lets go of each key only when the next one is down. */
export async function typeRolling(page: Page, text: string): Promise<void> {
  await strike(page, text, { between: 40, held: 45 });
}

async function strike(
  page: Page,
  text: string,
  { between, held }: { readonly between: number; readonly held: number },
): Promise<void> {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  const session = await sessions.get(page);
  const keys = [...text].map((key) => ({ key, code: codeOf(key), text: key, windowsVirtualKeyCode: 0 }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  // In seconds, as the protocol counts. The last key is struck now: none may be of a time to come.
  const began = Date.now() / 1000 - (keys.length * between) / 1000;
  // Sent together: the browser takes them one after the other.
  const strokes = [...keys, enter].flatMap((key, index) => {
    const timestamp = began + (index * between) / 1000;
    return [
      { type: 'keyDown' as const, ...key, timestamp },
      { type: 'keyUp' as const, ...key, text: '', timestamp: timestamp + held / 1000 },
    ];
  });
  strokes.sort((one, other) => one.timestamp - other.timestamp);
  await Promise.all(strokes.map((stroke) => session?.send('Input.dispatchKeyEvent', stroke)));
}

/** The place of the key, as far as this desk's shortcuts go by it. */
function codeOf(key: string): string {
  if (/[a-z]/i.test(key)) return `Key${key.toUpperCase()}`;
  return /\d/.test(key) ? `Digit${key}` : '';
}
