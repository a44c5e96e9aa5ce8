import { createHash } from 'node:crypto';
import { askEpoch } from './proofs';

interface Main {
  readonly at: string;
  readonly epoch: number;
  readonly standby: string | null;
}

/** A main machine that is started anew, or a cable that is put in again, takes as long. */
const patienceMs = 5_000;
const againMs = 2_000;

/**
 * Looks for the hall at its standby's address while the main machine is silent. Believed is only who proves to have this
 * device's key, of a higher epoch than the one known: a standby that has not taken over serves nothing.
 */
export class MainFinder {
  readonly #parts: { readonly token: string; known(): Main | null; onFound(main: Main): void };
  readonly #looking: NodeJS.Timeout;
  #silentSince: number | null = performance.now();
  #isAsking = false;

  constructor(parts: { readonly token: string; known(): Main | null; onFound(main: Main): void }) {
    this.#parts = parts;
    this.#looking = setInterval(() => void this.#look(), againMs);
  }

  /** Whether the main machine answers. */
  heard(isThere: boolean): void {
    if (isThere) this.#silentSince = null;
    else this.#silentSince ??= performance.now();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  async #look(): Promise<void> {
    if (this.#isAsking || this.#silentSince === null) return;
    if (performance.now() - this.#silentSince < patienceMs) return;
    const known = this.#parts.known();
    if (!known?.standby) return;
    this.#isAsking = true;
    try {
      const key = createHash('sha256').update(this.#parts.token).digest('base64url');
      const epoch = await askEpoch(known.standby, { key, isDevice: true });
      if (epoch !== null && epoch > known.epoch && this.#silentSince !== null)
        this.#parts.onFound({ at: known.standby, epoch, standby: null });
    } finally {
      this.#isAsking = false;
    }
  }
}
