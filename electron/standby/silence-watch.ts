import { isSecret } from '../actions/accounts/secret-hash';
import { exitPinHashIn } from '../store/exit-pin-of-copy';
import { pagesFile, type StandbyCopy } from './standby-copy';

interface SilenceParts {
  /** What the hall can go on with, or null. */
  copy(): StandbyCopy | null;
  /** The main machine is silent for long enough to be asked after. */
  onSilent(known: { readonly since: string; readonly hasPin: boolean }): void;
}

/** A main machine that is started anew is back before. */
const patienceMs = 30_000;
const lookMs = 2_000;
const triesAllowed = 5;
const lockedMs = 5 * 60_000;

/** Notices at a standby that its main machine is silent, and proves by the kiosk's PIN who may let it take over. */
export class SilenceWatch {
  readonly #parts: SilenceParts;
  readonly #looking: NodeJS.Timeout;
  #since: number | null = performance.now();
  #isTold = false;
  #tries = 0;
  #lockedUntil = 0;

  constructor(parts: SilenceParts) {
    this.#parts = parts;
    this.#looking = setInterval(() => this.#look(), lookMs);
  }

  heard(isThere: boolean): void {
    if (!isThere) {
      this.#since ??= performance.now();
      return;
    }
    this.#since = null;
    this.#isTold = false;
  }

  /** Why this PIN may not let it take over, or null. */
  async refusal(pin: string): Promise<'wrong' | 'locked' | 'nothing_kept' | null> {
    const now = performance.now();
    if (now < this.#lockedUntil) return 'locked';
    const hash = this.#pinHash();
    if (hash === undefined) return 'nothing_kept';
    if (hash !== null && (await isSecret(pin, hash))) {
      this.#tries = 0;
      return null;
    }
    this.#tries += 1;
    if (this.#tries < triesAllowed) return 'wrong';
    this.#tries = 0;
    this.#lockedUntil = now + lockedMs;
    return 'locked';
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  #look(): void {
    if (this.#isTold || this.#since === null || performance.now() - this.#since < patienceMs) return;
    const copy = this.#parts.copy();
    if (!copy?.isWhole) return;
    this.#isTold = true;
    const at = new Date(copy.heard.at);
    const two = (value: number) => String(value).padStart(2, '0');
    const hasPin = Boolean(this.#pinHash());
    this.#parts.onSilent({ since: `${two(at.getHours())}.${two(at.getMinutes())}`, hasPin });
  }

  /** Null: no PIN was made; undefined: there is no copy. */
  #pinHash(): string | null | undefined {
    const copy = this.#parts.copy();
    if (!copy?.isWhole) return undefined;
    copy.fold();
    return exitPinHashIn(pagesFile(copy.folder));
  }
}
