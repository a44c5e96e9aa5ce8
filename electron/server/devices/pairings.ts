import { randomInt } from 'node:crypto';
import { newToken } from '../../actions/accounts/secret-hash';
import type { Clock } from '../../clock';

/** A device that waits to be let in. */
export interface Pairing {
  readonly code: string;
  readonly pollToken: string;
  readonly kind: 'kiosk' | 'display';
  readonly name: string;
  readonly address: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
  /** Set once an admin approved. */
  deviceId: string | null;
}

/** Without letters that are read as others on a screen far away. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const goodForMs = 10 * 60_000;
/** A page that is loaded anew asks for a new code; who waits with an older one at the same address gives way. */
const maxEach = 5;
const maxAtOnce = 500;

/**
 * The devices that wait to be let in. They are kept in memory alone: whoever waits while Antre is restarted asks for
 * a new code, and nothing is left behind by those who never come. There is always a place for one more: with too many,
 * the oldest of the address that has most gives way, so that a stranger's codes push out only one another.
 */
export class Pairings {
  readonly #clock: Clock;
  /** The oldest first. */
  readonly #byPollToken = new Map<string, Pairing>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Begins one for a device that asks from `address`. */
  begin(device: { readonly kind: 'kiosk' | 'display'; readonly name: string }, address: string): Pairing {
    const now = this.#clock.now();
    for (const [token, { expiresAt }] of this.#byPollToken) {
      if (expiresAt <= now) this.#byPollToken.delete(token);
    }
    this.#giveWay(address);
    const codes = new Set([...this.#byPollToken.values()].map(({ code }) => code));
    let code = newCode();
    while (codes.has(code)) code = newCode();
    const pairing: Pairing = {
      code,
      pollToken: newToken(),
      kind: device.kind,
      name: device.name,
      address,
      expiresAt: now + goodForMs,
      deviceId: null,
    };
    this.#byPollToken.set(pairing.pollToken, pairing);
    return pairing;
  }

  #giveWay(address: string): void {
    const byAddress = new Map<string, Pairing[]>();
    for (const each of this.#byPollToken.values()) {
      byAddress.set(each.address, [...(byAddress.get(each.address) ?? []), each]);
    }
    const own = byAddress.get(address) ?? [];
    const most = [...byAddress.values()].reduce((a, b) => (b.length > a.length ? b : a), own);
    const oldest = own.length >= maxEach ? own[0] : this.#byPollToken.size >= maxAtOnce ? most[0] : undefined;
    if (oldest) this.end(oldest);
  }

  /** The one that shows this code and waits still, or undefined. */
  waiting(code: string): Pairing | undefined {
    const found = [...this.#byPollToken.values()].find((each) => each.code === code);
    return found && found.deviceId === null ? this.#unlessExpired(found) : undefined;
  }

  /** The one that polls by this token, or undefined. */
  polled(pollToken: string): Pairing | undefined {
    const found = this.#byPollToken.get(pollToken);
    return found && this.#unlessExpired(found);
  }

  /** Ends one: its token was given. */
  end({ pollToken }: Pairing): void {
    this.#byPollToken.delete(pollToken);
  }

  #unlessExpired(pairing: Pairing): Pairing | undefined {
    return pairing.expiresAt > this.#clock.now() ? pairing : undefined;
  }
}

function newCode(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}
