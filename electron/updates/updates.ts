import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type LastUpdate,
  packageVersion,
  type UpdateState,
  type UpdateWish,
} from '../contract/admin-updates';
import { localInstant } from '../queue/local-instant';
import { Refusal } from '../queue/refusal';
import { writeDurably } from '../store/durable-file';
import { readRootTold } from './root-told';

interface Parts {
  /** Where root's program tells and is asked; null: Antre was put on this machine in another way. */
  readonly folder: string | null;
  readonly version: string;
  readonly timezone: () => string;
}

/** A request that root's program has not taken by then will not be taken. */
const takenWithinMs = 60_000;
const plan = z.object({ version: packageVersion });

/** Newer versions of Antre: what is asked of root's program, which alone installs them, and what it tells. */
export class Updates {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  state(): UpdateState {
    const { folder, version } = this.#parts;
    const nothing = { looked: null, tonight: null, underWay: null, last: null };
    if (folder === null) return { version, canTake: false, isLooking: false, ...nothing };
    const { looked, underWay } = readRootTold(folder);
    return {
      version,
      canTake: true,
      isLooking: this.#isAsked() && !underWay,
      looked: looked ? { ...looked, at: this.#when(looked.at) } : null,
      tonight: this.#planned(),
      underWay: underWay ? { version: underWay.version, phase: underWay.phase } : null,
      last: this.last(),
    };
  }

  /** The package's version that is installed, as root's program told last; else the one that runs. */
  installed(): string {
    const { folder, version } = this.#parts;
    return (folder !== null && readRootTold(folder).installed) || version;
  }

  /** How the last one went, or null. */
  last(): LastUpdate | null {
    const { folder } = this.#parts;
    const last = folder === null ? null : readRootTold(folder).last;
    return last ? { ...last, at: this.#when(last.at) } : null;
  }

  /** Has root's program look in all places. Throws `Refusal` as `take`. */
  look(): void {
    this.#ask('look');
  }

  /**
   * Takes a version that was found and proven, now or once the hall rests. Throws `Refusal`: `not_found` where no place has it or Antre
   * takes none by itself here, `in_use` while another is under way.
   */
  take({ version, when }: UpdateWish): void {
    const { looked } = this.state();
    const isThere = looked?.places.some(
      (place) => place.version === version && place.isNewer && place.fault === null,
    );
    if (!isThere) throw new Refusal('not_found');
    if (when === 'now') this.#install(version);
    else {
      this.#requireIdle();
      writeDurably(this.#file('tonight.json'), JSON.stringify({ version }));
    }
  }

  /** Takes none tonight. */
  leave(): void {
    if (this.#parts.folder !== null) rmSync(this.#file('tonight.json'), { force: true });
  }

  /** The hall rests: what was planned for it is begun. */
  restBegan(): void {
    const version = this.#planned();
    if (version !== null && !this.state().underWay) this.#install(version);
  }

  /** Nobody is at a kiosk: what waits for that goes on. */
  kiosksAreFree(): void {
    const { folder } = this.#parts;
    if (folder !== null && readRootTold(folder).underWay?.phase === 'waiting')
      writeDurably(this.#file('go'), '');
  }

  #install(version: string): void {
    this.#ask(`install ${version}`);
    this.leave();
  }

  #ask(words: string): void {
    this.#requireIdle();
    writeDurably(this.#file('request'), words);
  }

  #requireIdle(): void {
    const { folder } = this.#parts;
    if (folder === null) throw new Refusal('not_found');
    if (readRootTold(folder).underWay || this.#isAsked()) throw new Refusal('in_use');
  }

  /** Whether a request lies there that was just made. */
  #isAsked(): boolean {
    const asked = statSync(this.#file('request'), { throwIfNoEntry: false });
    return asked !== undefined && Math.abs(Date.now() - asked.mtimeMs) < takenWithinMs;
  }

  #planned(): string | null {
    if (this.#parts.folder === null) return null;
    const file = this.#file('tonight.json');
    if (!existsSync(file)) return null;
    try {
      return plan.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
    } catch {
      return null;
    }
  }

  #file(name: string): string {
    return join(this.#parts.folder ?? '', 'requests', name);
  }

  #when(at: number): string {
    return localInstant(at, this.#parts.timezone());
  }
}
