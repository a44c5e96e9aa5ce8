import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock';
import type {
  AwayCopy,
  CopyKey,
  FoundPlace,
  PlaceLook,
  SecondPlaceChoice,
  SecondPlaceState,
} from '../contract/admin-copies';
import type { Log } from '../log';
import { localInstant } from '../queue/local-instant';
import { Refusal } from '../queue/refusal';
import { backupFile, listBackups } from '../store/backups/backup-files';
import type { Hall } from '../store/hall';
import { fieldFault } from '../texts/field-fault';
import { closedAt, drillEveryDays, isCopyDue, isDrillDue } from './copy-due';
import { PlaceUnusableError } from './copy-fault';
import { keyName } from './copy-key';
import type { CopyWork } from './copy-work';
import { type KeptPlace, keepPlace, readKeptPlace } from './kept-place';
import type { OpenedCopy } from './read-copy';

const day = 24 * 60 * 60_000;
/** So long after the last good trial it is said that none was made. */
const overdueDays = drillEveryDays + 10;
const goodOutcomes: ReadonlySet<string> = new Set(['good', 'as_written']);

interface Parts {
  readonly dataDir: string;
  /** The database's file. */
  readonly database: string;
  readonly clock: Clock;
  readonly hall: () => Hall;
  readonly log: Log;
  readonly version: string;
  readonly work: CopyWork;
}

/** Keeps copies of the hall in a second place, and tries month by month whether copies are of use. */
export class Copies {
  readonly #parts: Parts;
  #kept: KeptPlace;
  #busy: SecondPlaceState['busy'] = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kept = readKeptPlace(parts.dataDir);
    // What a trial or a restore that was broken off left.
    rmSync(this.#workFolder, { recursive: true, force: true });
  }

  get #workFolder(): string {
    return join(this.#parts.dataDir, 'opened-copies');
  }

  /** What an admin sees of it. */
  state(): SecondPlaceState {
    const { place, last, failure, drill, drillGoodAt } = this.#kept;
    const { clock } = this.#parts;
    const when = (at: number) => localInstant(at, this.#timezone);
    const tried = (one: NonNullable<KeptPlace['drill']>['local']) =>
      one && { ...one, madeAt: when(one.madeAt) };
    return {
      place: place && {
        folder: place.folder,
        otherDisk: place.otherDisk,
        rhythm: place.rhythm,
        keptDays: place.keptDays,
        keyName: keyName(place.recipient),
      },
      busy: this.#busy,
      last: last && { at: when(last.at), name: last.name, bytes: last.bytes },
      failure: failure && { ...failure, at: when(failure.at), since: when(failure.since) },
      drill: drill && {
        at: when(drill.at),
        local: tried(drill.local),
        away: tried(drill.away),
        nextBy: when((drillGoodAt ?? clock.now()) + drillEveryDays * day).slice(0, 10),
      },
    };
  }

  /** Whether the last good trial lies too far back; `null`: no copy was ever there to be tried. */
  drillOverdueSince(): number | null {
    const { drillGoodAt } = this.#kept;
    const due = drillGoodAt === null ? null : drillGoodAt + overdueDays * day;
    return due !== null && due <= this.#parts.clock.now() ? due : null;
  }

  find(): Promise<FoundPlace[]> {
    return this.#parts.work.run('find', { dataDir: this.#parts.dataDir });
  }

  look(folder: string): Promise<PlaceLook> {
    return this.#looked(folder);
  }

  makeKey(): Promise<CopyKey> {
    return this.#parts.work.run('key', undefined as never);
  }

  /** Throws `Refusal` `place_unusable`. */
  async list(folder: string | undefined = this.#kept.place?.folder): Promise<AwayCopy[]> {
    if (folder === undefined) return [];
    try {
      return await this.#parts.work.run('list', { folder });
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'copies could not be listed');
      throw new Refusal('place_unusable');
    }
  }

  /** Lets copies go to a folder from now on. Throws `Refusal`: `place_unusable`, `invalid_request` without a key. */
  async choose(choice: SecondPlaceChoice): Promise<void> {
    const { folder, rhythm, keptDays } = choice;
    const recipient = choice.recipient ?? this.#kept.place?.recipient;
    if (recipient === undefined) {
      throw new Refusal('invalid_request', {
        errors: [{ path: 'recipient', fault: fieldFault('copy_key_first') }],
      });
    }
    const { fault, otherDisk } = await this.#looked(folder);
    if (fault !== null) throw new Refusal('place_unusable');
    const before = this.#kept.place;
    const isSame = before?.folder === folder && before.recipient === recipient;
    this.#keep({
      place: { folder, otherDisk, rhythm, keptDays, recipient },
      // What lies in another place, or is for another key, is no copy of this one.
      ...(isSame ? {} : { last: null, failure: null }),
    });
  }

  leave(): void {
    this.#keep({ place: null, last: null, failure: null });
  }

  /** Begins a copy, unless something is under way. Throws `Refusal` `not_found` without a place, `in_use`. */
  begin(): void {
    if (!this.#kept.place) throw new Refusal('not_found');
    this.#requireIdle();
    void this.#copy();
  }

  /** Begins a trial of the newest copies. Throws `Refusal` `in_use`. */
  beginDrill(typedKey?: string): void {
    this.#requireIdle();
    void this.#drill(typedKey);
  }

  /** Keeps beside a local copy that was just made what is in it. Never rejects. */
  async seal(id: string): Promise<void> {
    const { dataDir, work, log } = this.#parts;
    const file = backupFile(dataDir, id);
    if (file === undefined) return;
    try {
      await work.run('seal', { file });
    } catch (error) {
      log.warn({ err: error, id }, 'a copy could not be counted');
    }
  }

  /** What is due by the hall's time; only while its date is sure. */
  minutePassed(): void {
    if (this.#busy) return;
    const { clock, hall } = this.#parts;
    const { place, last, failure, drill, drillGoodAt } = this.#kept;
    const now = clock.now();
    const history = {
      lastAt: last?.at ?? null,
      failedAt: failure?.at ?? null,
      failures: failure?.count ?? 0,
    };
    if (place) {
      const services = [...hall().service.values()];
      const closed = closedAt({ ...hall(), services }, now);
      if (isCopyDue(place.rhythm, history, { now, closedAt: closed })) return void this.#copy();
    }
    const isDue = isDrillDue({ goodAt: drillGoodAt, triedAt: drill?.at ?? null }, now);
    if (isDue && (this.#newestLocal() !== null || last !== null)) void this.#drill();
  }

  /**
   * Opens a copy of a second place into a folder of the data directory, whole and counted; `done` removes it. Throws
   * `CopyUnopenedError`, `Refusal` `in_use`.
   */
  async open(copy: {
    readonly folder: string;
    readonly name: string;
    readonly typedKey: string;
  }): Promise<OpenedCopy & { readonly folder: string; readonly done: () => void }> {
    this.#requireIdle();
    this.#busy = { work: 'drill', done: 0, total: 0 };
    const into = join(this.#workFolder, 'restored');
    try {
      const opened = await this.#parts.work.run('open', { ...copy, into });
      return { ...opened, folder: into, done: () => rmSync(into, { recursive: true, force: true }) };
    } finally {
      this.#busy = null;
    }
  }

  stop(): void {
    this.#parts.work.stop();
  }

  get #timezone(): string {
    return this.#parts.hall().settings.timezone;
  }

  async #looked(folder: string): Promise<PlaceLook> {
    const { work, dataDir, log } = this.#parts;
    try {
      return await work.run('look', { folder, dataDir });
    } catch (error) {
      log.warn({ err: error }, 'a second place could not be looked at');
      const fault = error instanceof PlaceUnusableError ? error.fault : 'failed';
      return { folder, fault, otherDisk: false, freeBytes: null, copies: 0 };
    }
  }

  async #copy(): Promise<void> {
    const { place } = this.#kept;
    if (!place) return;
    const { work, dataDir, database, clock, log, version } = this.#parts;
    const now = clock.now();
    this.#busy = { work: 'copy', done: 0, total: 0 };
    try {
      const { folder, otherDisk, recipient, keptDays } = place;
      const order = { dataDir, database, folder, otherDisk, recipient, keptDays, now, antre: version };
      const written = await work.run('write', order, (done, total) => {
        this.#busy = { work: 'copy', done, total };
      });
      log.info({ name: written.name, bytes: written.bytes }, 'a copy went to the second place');
      if (this.#kept.place === place) this.#keep({ last: { at: now, ...written }, failure: null });
    } catch (error) {
      log.warn({ err: error }, 'no copy could go to the second place');
      const fault = error instanceof PlaceUnusableError ? error.fault : 'failed';
      const before = this.#kept.failure;
      if (this.#kept.place === place) {
        this.#keep({
          failure: { fault, at: now, since: before?.since ?? now, count: (before?.count ?? 0) + 1 },
        });
      }
    } finally {
      this.#busy = null;
    }
  }

  async #drill(typedKey?: string): Promise<void> {
    const { clock, log } = this.#parts;
    this.#busy = { work: 'drill', done: 0, total: 0 };
    const now = clock.now();
    try {
      const local = await this.#tryLocal();
      const away = await this.#tryAway(typedKey);
      const isGood = [local, away].every((one) => one === null || goodOutcomes.has(one.outcome));
      log.info({ local: local?.outcome, away: away?.outcome }, 'the copies were tried');
      this.#keep({ drill: { at: now, local, away }, ...(isGood ? { drillGoodAt: now } : {}) });
    } catch (error) {
      log.warn({ err: error }, 'the copies could not be tried');
    } finally {
      this.#busy = null;
    }
  }

  #newestLocal(): { readonly id: string; readonly madeAt: number } | null {
    const found = listBackups(this.#parts.dataDir, 'UTC').find(({ kind }) => kind !== 'replaced');
    return found ? { id: found.id, madeAt: Date.parse(found.madeAt) } : null;
  }

  async #tryLocal() {
    const { work, dataDir, log } = this.#parts;
    const newest = this.#newestLocal();
    const file = newest && backupFile(dataDir, newest.id);
    if (!newest || file === undefined || file === null) return null;
    const { id: name, madeAt } = newest;
    try {
      return { name, madeAt, outcome: await work.run('tryLocal', { file, workFolder: this.#workFolder }) };
    } catch (error) {
      log.warn({ err: error }, 'the copy in this computer could not be tried');
      return { name, madeAt, outcome: 'failed' as const };
    }
  }

  async #tryAway(typedKey: string | undefined) {
    const { place, last } = this.#kept;
    if (!place || !last) return null;
    const { work, log } = this.#parts;
    const { name, at: madeAt, sha256 } = last;
    const copy = { folder: place.folder, name, sha256, typedKey, workFolder: this.#workFolder };
    const onProgress = (done: number, total: number) => {
      this.#busy = { work: 'drill', done, total: total || last.bytes };
    };
    try {
      return { name, madeAt, outcome: await work.run('tryAway', copy, onProgress) };
    } catch (error) {
      log.warn({ err: error }, 'the copy in the second place could not be tried');
      return {
        name,
        madeAt,
        outcome: error instanceof PlaceUnusableError ? 'unreachable' : 'failed',
      } as const;
    }
  }

  #requireIdle(): void {
    if (!this.#busy) return;
    throw new Refusal('in_use', { errors: [{ path: '', fault: fieldFault('copy_under_way') }] });
  }

  #keep(changed: Partial<KeptPlace>): void {
    this.#kept = { ...this.#kept, ...changed };
    try {
      keepPlace(this.#parts.dataDir, this.#kept);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'what is known of the second place could not be kept');
    }
  }
}
