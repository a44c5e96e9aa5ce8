import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { ActionContext, Actor } from '../../../electron/actions/action';
import { type ActionRunner, createActionRunner } from '../../../electron/actions/action-runner';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { newTicket } from '../../../electron/actions/new-ticket';
import type { JournalRow } from '../../../electron/contract/centre/journal-row';
import { createLog } from '../../../electron/log';
import { Refusal } from '../../../electron/queue/refusal';
import { makeBackup } from '../../../electron/store/backups/backup-files';
import { comingFile } from '../../../electron/store/backups/replace-database';
import { makeRestorable } from '../../../electron/store/backups/restorable-copy';
import { businessDateAt } from '../../../electron/store/business-date';
import { type Hall, keepHall } from '../../../electron/store/hall';
import { dropRows, hallIdOf, linkFeed, noteMachine, readFeed } from '../../../electron/store/journal/feed';
import { JournalWriter, rowsAfter, rowsBefore } from '../../../electron/store/journal/journal-rows';
import { type Journal, keepJournal } from '../../../electron/store/journal/keep-journal';
import { openStore, query, type Store } from '../../../electron/store/store';
import { HallTime, isDateSure } from '../../../electron/time/hall-time';
import type { KeptLink } from '../../../electron/uplink/kept-link';
import { CentreRefused, TellCentre } from '../../../electron/uplink/tell-centre';
import { centreSnapshotView } from '../../../electron/views/centre/snapshot-view';
import { purgeDays, sumNextDay } from '../../support/close-days';
import { movableClock } from '../../support/movable-clock';
import { endOfDay, type LivedHall, liveThrough, type RandomAct } from '../../support/random-day';
import { Line } from './network';

const log = createLog('silent');
const all = 1_000_000;
const allTold = '9999-12-31';

/** A row by which two are the same. */
export const nameOf = ({ epoch, seq, hash }: Pick<JournalRow, 'epoch' | 'seq' | 'hash'>) =>
  `${epoch}.${seq} ${hash}`;

/** A state to which a hall goes back: its files, and which of its rows it had dropped by then. */
interface HallCopy {
  readonly folder: string;
  readonly dropped: readonly JournalRow[];
  readonly isAcknowledged: boolean;
}

/**
 * A machine with a hall: its real store, journal and teller on a file of its own. A step at a time, it lives, tells, and comes to
 * harm.
 */
export class SimulatedHall implements LivedHall {
  readonly clock = movableClock('2026-11-24T09:00+07:00');
  readonly line = new Line();
  readonly faults: unknown[] = [];
  /** All rows that this machine ever wrote or was copied with. */
  readonly ever = new Set<string>();
  dropped: JournalRow[] = [];
  /** It went back by itself to before it knew that anything had arrived: then it may begin its journal anew. */
  mayBeginAnew = false;
  /** What happened before the link, by number and moment. */
  readonly beforeLink: ReadonlySet<string>;
  /** The hall has forgotten single tickets before this date. */
  purgedBefore = '';
  refusal: CentreRefused['state'] | null = null;
  /** Nothing was left to tell at the last step. */
  isTold = false;
  store!: Store;
  hall!: () => Hall;
  #time!: HallTime;
  #actionRunner!: ActionRunner;
  #journal!: Journal;
  #teller: TellCentre | null = null;
  #step: Promise<void> | null = null;
  #run = new AbortController();
  #seen: { readonly epoch: number; readonly seq: number } | null = null;
  #hasWritten = true;
  readonly #tickets: number[] = [];
  #copies = 0;
  readonly folder: string;
  readonly link: KeptLink;
  readonly officers: readonly UserActor[];

  constructor(from: {
    readonly folder: string;
    readonly file: string;
    readonly link: KeptLink;
    readonly officers: readonly UserActor[];
  }) {
    this.folder = from.folder;
    this.link = from.link;
    this.officers = from.officers;
    mkdirSync(this.folder, { recursive: true });
    copyFileSync(from.file, this.#file);
    this.#open();
    this.beforeLink = new Set(this.events().map(({ id, at }) => `${id} ${at}`));
  }

  get #file(): string {
    return join(this.folder, 'antre.sqlite');
  }

  #open(): void {
    const store = openStore(this.#file);
    this.store = store;
    this.#hasWritten = true;
    store.followLog({
      committed: () => {
        this.#hasWritten = true;
      },
      look: () => {},
    });
    this.hall = keepHall(store);
    const timezone = () => this.hall().settings.timezone;
    this.#time = new HallTime({ machine: this.clock.machine, store, timezone, log });
    this.#actionRunner = createActionRunner({ store, clock: this.#time, hall: this.hall });
    this.#journal = keepJournal({ store, clock: this.#time, onFault: (error) => this.faults.push(error) });
    if (readFeed(store)?.linked === 1) {
      store.write((transaction) => noteMachine(transaction, this.link.machine));
    } else store.write((transaction) => linkFeed(transaction, this.link.machine));
    this.#run = new AbortController();
    this.#teller = null;
    this.look();
  }

  get hallId(): string {
    return hallIdOf(this.store) ?? '';
  }

  act<Result>(actor: Actor, action: (context: ActionContext) => Result): Result {
    let result: { readonly value: Result } | undefined;
    this.#actionRunner.perform(actor, null, (context) => {
      result = { value: action(context) };
      return { status: 200, body: null };
    });
    if (!result) throw new Error('the action did not run');
    return result.value;
  }

  deskId(number: number): number {
    return [...this.hall().desk.values()].find((each) => each.number === number)?.id ?? 0;
  }

  serviceId(code: string, place = 0): number {
    return this.hall().counters.find((each) => each.code === code)?.services[place]?.id ?? 0;
  }

  ticket(code: string, { place = 0, paper = 'none' }: Parameters<LivedHall['ticket']>[1] = {}): number {
    try {
      return this.act({ kind: 'system' }, (context) => {
        const service = context.hall.service.get(this.serviceId(code, place));
        if (!service) throw new Error(`no service ${place} at ${code}`);
        return newTicket(context, service, { priority: null, language: 'id', paper }).ticketId;
      });
    } catch (error) {
      if (error instanceof Refusal) return 999;
      throw error;
    }
  }

  live(acts: readonly RandomAct[]): void {
    liveThrough(this, this.officers, acts, this.#tickets);
    this.look();
  }

  /** Days pass: what is over is summed, and what is old is forgotten. */
  passDays(days: number): void {
    const zone = this.hall().settings.timezone;
    const next = DateTime.fromMillis(this.clock.now(), { zone }).plus({ days }).toISODate();
    if (next === null) return;
    this.#time.tick();
    endOfDay(this, next);
    this.#time.tick();
    if (isDateSure(this.store, this.#time, zone)) {
      while (sumNextDay(this) !== null);
      if (purgeDays(this) > 0) {
        const date = businessDateAt(this.store, this.#time.now(), zone);
        this.purgedBefore = DateTime.fromISO(date).minus({ months: 1 }).toISODate() ?? '';
      }
    }
    this.look();
  }

  /** Drops what the centre has and is old, as the uplink does. */
  drop(dropRowsOf: typeof dropRows = dropRows): void {
    const before = DateTime.fromMillis(this.#time.now()).minus({ months: 1 }).toMillis();
    const rows = this.rows();
    this.store.write((transaction) => dropRowsOf(transaction, before));
    const kept = new Set(this.rows().map(nameOf));
    this.dropped.push(...rows.filter((row) => !kept.has(nameOf(row))));
  }

  /** Writes a row that no centre of today can read, as a newer hall would, or one at which it fails. */
  poison(kind: string, version: number, body: unknown): void {
    const { hallId } = this;
    this.store.write((transaction) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      new JournalWriter(transaction, hallId).writeText({ kind, version, at: this.#time.now(), body: text });
    });
    this.look();
  }

  /** The rows that are kept, the oldest first. */
  rows(): JournalRow[] {
    return rowsBefore(this.store, null, all).reverse();
  }

  /** Rows are written anew from here on. */
  goBackTo(place: { readonly epoch: number; readonly seq: number }): void {
    this.#seen = place;
  }

  /** Takes note of rows that were written since. */
  look(): void {
    if (!this.#hasWritten) return;
    this.#hasWritten = false;
    for (;;) {
      const rows = rowsAfter(this.store, this.#seen, { rows: 1_000, length: Number.MAX_SAFE_INTEGER });
      const last = rows.at(-1);
      if (!last) return;
      for (const row of rows) this.ever.add(nameOf(row));
      this.#seen = last;
    }
  }

  /** Tells the centre some more, until it waits for an answer or is done. */
  async tell(): Promise<void> {
    if (this.#step) return;
    const sent = this.line.nextSent();
    this.#step = this.#turn().finally(() => {
      this.#step = null;
    });
    await Promise.race([this.#step, sent]);
    this.look();
  }

  /** Goes on with what came, until it waits for another answer or is done. */
  async goOn(what: () => void): Promise<void> {
    const step = this.#step;
    const sent = this.line.nextSent();
    what();
    if (step && !this.line.waits) await Promise.race([step, sent]);
    this.look();
  }

  /** As the uplink's turn. */
  async #turn(): Promise<void> {
    const { signal } = this.#run;
    this.isTold = false;
    this.refusal = null;
    try {
      if (this.#journal.tellPast()) return;
      this.#teller ??= new TellCentre(this.link, {
        ...{ store: this.store, clock: this.#time, timezone: () => this.hall().settings.timezone },
        ...{ version: '0.1.0', signal, send: this.line.send, snapshot: () => this.#snapshot() },
      });
      const pause = await this.#teller.step();
      // A journal that began anew has the past to tell.
      this.isTold = pause > 0 && readFeed(this.store)?.toldUntil === allTold;
    } catch (error) {
      if (signal.aborted) return;
      this.#teller?.begin();
      if (error instanceof CentreRefused) this.refusal = error.state;
    }
  }

  #snapshot() {
    const now = this.#time.now();
    const businessDate = businessDateAt(this.store, now, this.hall().settings.timezone);
    return centreSnapshotView(
      { reader: this.store, hall: this.hall(), now, businessDate },
      { version: '0.1.0', copies: { here: null, away: null }, clockIsSure: true, documents: [] },
    );
  }

  /** Ends without a warning, as a power cut ends it, and begins again; `back`: with the files of a copy. */
  async crash(back?: HallCopy): Promise<void> {
    const saved = back ? back.folder : this.#copyFiles();
    await this.#end();
    for (const end of ['', '-wal', '-shm']) rmSync(`${this.#file}${end}`, { force: true });
    for (const end of ['', '-wal']) {
      const from = join(saved, `antre.sqlite${end}`);
      if (existsSync(from)) copyFileSync(from, `${this.#file}${end}`);
    }
    if (back) {
      this.dropped = [...back.dropped];
      this.mayBeginAnew ||= !back.isAcknowledged;
      this.#seen = null;
    }
    this.#open();
  }

  async #end(): Promise<void> {
    this.#run.abort(new Error('the machine went off'));
    await this.#step;
    this.line.forget();
    this.store.close();
  }

  /** The files as they lie on the disk. */
  copy(): HallCopy {
    const isAcknowledged = readFeed(this.store)?.acknowledgedSeq != null;
    return { folder: this.#copyFiles(), dropped: [...this.dropped], isAcknowledged };
  }

  #copyFiles(): string {
    this.#copies += 1;
    const folder = join(this.folder, `copy-${this.#copies}`);
    mkdirSync(folder);
    for (const end of ['', '-wal']) {
      const from = `${this.#file}${end}`;
      if (existsSync(from)) copyFileSync(from, join(folder, `antre.sqlite${end}`));
    }
    return folder;
  }

  /** Makes a copy as an admin does; returns its file. */
  async backUp(): Promise<string> {
    const id = await makeBackup(this.store, this.folder, this.clock.now(), 'made');
    return join(this.folder, 'backups', `${id}.sqlite`);
  }

  /** Restores one as an admin does. */
  async restore(file: string): Promise<void> {
    await makeRestorable(file, comingFile(this.#file));
    this.store.replaceByCopy();
    this.#teller?.begin();
    this.look();
  }

  /** Another machine with the same files and the same key. */
  async twin(folder: string): Promise<SimulatedHall> {
    const { link, officers } = this;
    const twin = new SimulatedHall({ folder, file: await this.backUp(), link, officers });
    twin.clock.set(new Date(this.clock.now()).toISOString());
    twin.dropped = [...this.dropped];
    for (const each of this.ever) twin.ever.add(each);
    return twin;
  }

  /** What happened here since it was linked, by the domain's own table. */
  events() {
    return this.store.all(query.selectFrom('events').selectAll().orderBy('id'));
  }

  async close(): Promise<void> {
    await this.#end();
  }
}
