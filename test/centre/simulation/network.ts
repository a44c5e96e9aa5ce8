import { type Answered, CentreAway, type SendRequest } from '../../../electron/uplink/call-centre';

export interface SentRequest {
  readonly id: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
}

interface ComingAnswer {
  readonly id: number;
  readonly answered: Answered;
}

/**
 * The line of one machine to the centre: what is under way on it lies here, until somebody carries it on, loses it or carries it twice.
 * The machine waits for one answer at a time.
 */
export class Line {
  readonly requests: SentRequest[] = [];
  readonly answers: ComingAnswer[] = [];
  isCut = false;
  #ids = 0;
  #waiting: {
    readonly id: number;
    readonly resolve: (answered: Answered) => void;
    readonly reject: (error: unknown) => void;
  } | null = null;
  #heard: (() => void) | null = null;

  readonly send: SendRequest = (url, { headers, body, signal }) => {
    this.#ids += 1;
    const id = this.#ids;
    this.requests.push({ id, path: url.pathname, headers, body });
    return new Promise((resolve, reject) => {
      this.#waiting = { id, resolve, reject };
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.#heard?.();
    });
  };

  get waits(): boolean {
    return this.#waiting !== null;
  }

  /** Resolves with the next request that the machine sends. */
  nextSent(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  /** Carries an answer to the machine, which hears it where it still waits for it. */
  hear({ id, answered }: ComingAnswer): void {
    if (this.#waiting?.id !== id) return;
    const { resolve } = this.#waiting;
    this.#waiting = null;
    resolve(answered);
  }

  /** The machine has waited long enough; its request may still arrive. */
  runOut(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(new CentreAway('unreachable'));
  }

  /** The machine is gone; what it sent is under way. */
  forget(): void {
    this.#waiting = null;
  }
}
