import type { CentreLink } from '../contract/admin-centre';
import {
  type CentrePairing,
  centrePairing,
  centrePairingCode,
  centrePairingState,
} from '../contract/centre/pairing';
import { makeSigningKey } from '../contract/centre/signing';
import { CentreAway, callCentre, newNonce } from './call-centre';
import type { KeptLink } from './kept-link';
import { Rest, waitAfter } from './pace';

const pollMs = 2_000;

/** What the office reads of a hall that asks. */
export interface AskingHall {
  readonly hallId: string;
  readonly name: string;
  readonly city: string;
  readonly timezone: string;
  readonly version: string;
}

/**
 * Asks a centre to let the hall in, until it did, or an admin gives up (`stop`). The code that is read out is made here of both keys.
 * Nothing of it is on disk before the hall was let in: a start in between asks anew.
 */
export class AskCentre {
  readonly #stopped = new AbortController();
  readonly #rest = new Rest();
  readonly #key = makeSigningKey();
  readonly url: string;
  #state: Omit<NonNullable<CentreLink['asked']>, 'url'> = { code: null, expiresAt: null, fault: null };

  constructor(
    url: string,
    hall: AskingHall,
    parts: { readonly onLetIn: (link: KeptLink) => void; readonly pollMs?: number | undefined },
  ) {
    this.url = url;
    void this.#ask(hall, parts);
  }

  state(): NonNullable<CentreLink['asked']> {
    return { url: this.url, ...this.#state };
  }

  stop(): void {
    this.#stopped.abort();
    this.#rest.cut();
  }

  async #ask(
    hall: AskingHall,
    parts: { readonly onLetIn: (link: KeptLink) => void; readonly pollMs?: number | undefined },
  ): Promise<void> {
    const { signal } = this.#stopped;
    let failures = 0;
    let begun: CentrePairing | null = null;
    while (!signal.aborted) {
      let wait = parts.pollMs ?? pollMs;
      try {
        begun ??= await this.#begin(hall);
        const { pairing, centre } = begun;
        const answer = await callCentre(this.#speaker(hall, centre.publicKey), {
          to: 'pairingState',
          body: Buffer.from(JSON.stringify({ pairing })),
          answer: centrePairingState,
          signal,
        });
        failures = 0;
        if (answer.state === 'let_in') {
          const { url } = this;
          parts.onLetIn({
            url,
            centre,
            name: answer.name,
            hall: this.#key,
            machine: newNonce(),
            sends: true,
          });
          return;
        }
        if (answer.state === 'refused') {
          this.#state = { code: null, expiresAt: null, fault: 'refused' };
          return;
        }
        // Ran out while nobody typed it: another code.
        if (answer.state === 'ended') begun = null;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        const fault = error instanceof CentreAway ? error.why : 'unreachable';
        this.#state = { ...this.#state, fault };
        // A code that the centre has is good while its lines are bad; what isn't the centre has given none.
        if (fault !== 'unreachable') begun = null;
        wait = begun ? wait : waitAfter(failures);
      }
      await this.#rest.wait(wait);
    }
  }

  async #begin(hall: AskingHall): Promise<CentrePairing> {
    const { publicKey } = this.#key;
    const begun = await callCentre(this.#speaker(hall, null), {
      to: 'pair',
      body: Buffer.from(JSON.stringify({ ...hall, publicKey })),
      answer: centrePairing,
      signal: this.#stopped.signal,
    });
    const code = centrePairingCode({
      selector: begun.selector,
      hallId: hall.hallId,
      hallKey: publicKey,
      centreKey: begun.centre.publicKey,
    });
    this.#state = { code, expiresAt: begun.expiresAt, fault: null };
    return begun;
  }

  #speaker({ hallId }: AskingHall, centreKey: string | null) {
    return { url: this.url, hallId, key: this.#key, centreKey };
  }
}
