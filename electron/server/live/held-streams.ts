import type { Finding } from '../../contract/admin-hall';
import type { ProvenCaller } from '../callers';

/** Milliseconds: whoever asks by plain requests says so with each, and is back on a stream when it no longer does. */
const goodForMs = 2 * 60_000;
/** More are not named: an admin looks at the first. */
const maxKept = 50;

/** A proven device or user whose streams of events are held back on the way. */
export interface HeldStream {
  readonly caller: Extract<ProvenCaller, { kind: 'device' | 'user' }>;
  /** The address of the machine that asks. */
  readonly address: string;
}

/** For admins, the people among those whose streams are held back. */
export function heldStreamFindings(held: readonly HeldStream[]): Finding[] {
  return held.flatMap(({ caller, address }): Finding[] => {
    if (caller.kind !== 'user') return [];
    const { userId, displayName } = caller.user;
    const name = { id: displayName, en: '', jv: '' };
    return [{ subject: `user:${userId}`, name, kind: 'held_stream', detail: address }];
  });
}

/**
 * Where streams of events are held back, by security software or a proxy: what devices and signed-in people said with
 * their plain requests. In memory alone; nobody unproven is noted.
 */
export class HeldStreams {
  readonly #heard = new Map<string, HeldStream & { readonly at: number }>();

  /** Notes that a caller's streams are held back. */
  told(caller: HeldStream['caller'], address: string): void {
    const key = `${caller.kind === 'device' ? caller.deviceId : caller.user.userId} ${address}`;
    this.#heard.delete(key);
    if (this.#heard.size >= maxKept) this.#forgetOld();
    if (this.#heard.size < maxKept) this.#heard.set(key, { caller, address, at: performance.now() });
  }

  /** Those that were heard of within the last minutes, the first first. */
  now(): readonly HeldStream[] {
    this.#forgetOld();
    return [...this.#heard.values()];
  }

  #forgetOld(): void {
    for (const [key, { at }] of this.#heard) if (performance.now() - at > goodForMs) this.#heard.delete(key);
  }
}
