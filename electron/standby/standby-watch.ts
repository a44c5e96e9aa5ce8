import type { StandbyNews, StandbyReport, StandbyState, StandbyTrouble } from '../contract/standby';
import type { Log } from '../log';
import { localInstant } from '../queue/local-instant';
import type { Hall } from '../store/hall';
import { readMainMachine } from '../store/main-machine';
import { query, type Store } from '../store/store';
import { PageFeed } from './page-feed';

interface Told extends StandbyReport {
  /** By a clock that only goes forwards. */
  readonly receivedAt: number;
  /** The newest commit when it told. */
  readonly newest: number;
}

/** Whoever has not told for so long is away. */
const awayAfterMs = 15_000;
const minuteMs = 60_000;
/** So long each may last by itself: a start anew, a restart of the main machine, a large hall's snapshot. */
const patienceMs: Readonly<Record<StandbyTrouble, number>> = {
  waiting: 3 * minuteMs,
  copying: 30 * minuteMs,
  behind: 2 * minuteMs,
  away: 2 * minuteMs,
  older: 0,
  no_room: 0,
  failed: minuteMs,
};
/** So many commits may be on their way when it tells. */
const onTheirWay = 100;

/** What the main machine knows of its standby, and the feed that is kept for it. */
export class StandbyWatch {
  readonly feed: PageFeed;
  readonly #store: Store;
  readonly #hall: () => Hall;
  readonly #stopHearing: () => void;
  readonly #steady: () => number;
  #told: Told | null = null;
  #chosen: string | null = null;
  #troubled: { readonly state: StandbyTrouble; readonly since: number } | null = null;

  constructor(
    parts: { readonly store: Store; readonly log: Log; readonly hall: () => Hall },
    { now = Date.now, steady = () => performance.now() }: { now?: () => number; steady?: () => number } = {},
  ) {
    this.#store = parts.store;
    this.#hall = parts.hall;
    this.#steady = steady;
    this.feed = new PageFeed(parts.store, parts.log, { now });
    this.#look();
    this.#stopHearing = parts.store.onCommit((changes) => {
      if (changes.some(({ kind }) => kind === 'configuration')) this.#look();
    });
  }

  /** Whether this device is to stand by. */
  isChosen(deviceId: string): boolean {
    return this.#chosen === deviceId;
  }

  newsFor(deviceId: string): StandbyNews {
    const { standbyId, standbyAddress, epoch } = readMainMachine(this.#store);
    return { chosen: standbyId === deviceId, address: standbyAddress, epoch };
  }

  /** The standby told how far it is, from this address (`192.168.1.20`). */
  told(report: StandbyReport, from: string): void {
    this.#told = { ...report, receivedAt: this.#steady(), newest: this.feed.place?.sequence ?? 0 };
    if (report.port === 0) return;
    const address = `http://${from.includes(':') ? `[${from}]` : from}:${report.port}`;
    if (readMainMachine(this.#store).standbyAddress === address) return;
    this.#store.write((transaction) => {
      transaction.run(query.updateTable('main_machine').set({ standbyAddress: address }));
      transaction.announce({ kind: 'configuration' });
    });
  }

  state(): StandbyState {
    const { standbyId, standbyAddress, epoch } = readMainMachine(this.#store);
    const told = this.#told;
    const { timezone } = this.#hall().settings;
    return {
      deviceId: standbyId,
      state: this.#stateNow(standbyId),
      address: standbyAddress,
      wholeAt: told?.heardAt ? localInstant(told.heardAt, timezone) : null,
      missing: this.#missing(),
      copiedBytes: told?.copiedBytes ?? 0,
      totalBytes: told?.totalBytes ?? 0,
      epoch,
    };
  }

  /** What has been in the way of taking over for longer than it may be, or null. To be asked each minute. */
  trouble(): { readonly deviceId: string; readonly state: StandbyTrouble } | null {
    const { standbyId } = readMainMachine(this.#store);
    const state = this.#stateNow(standbyId);
    if (standbyId === null || state === 'none' || state === 'following') {
      this.#troubled = null;
      return null;
    }
    if (this.#troubled?.state !== state) this.#troubled = { state, since: this.#steady() };
    const lastsFor = this.#steady() - this.#troubled.since;
    return lastsFor >= patienceMs[state] ? { deviceId: standbyId, state } : null;
  }

  stop(): void {
    this.#stopHearing();
    this.feed.end();
  }

  #stateNow(standbyId: string | null): StandbyState['state'] {
    if (standbyId === null) return 'none';
    const told = this.#told;
    if (!told) return 'waiting';
    const silentFor = this.#steady() - told.receivedAt;
    if (silentFor > awayAfterMs) return 'away';
    if (told.state !== 'following') return told.state;
    const isSame = told.generation === this.feed.place?.generation;
    return isSame && told.newest - told.sequence <= onTheirWay ? 'following' : 'behind';
  }

  #missing(): number {
    const place = this.feed.place;
    if (!place || !this.#told) return 0;
    if (this.#told.generation !== place.generation) return place.sequence;
    return Math.max(0, place.sequence - this.#told.sequence);
  }

  #look(): void {
    const { standbyId } = readMainMachine(this.#store);
    if (standbyId === this.#chosen) return;
    this.#chosen = standbyId;
    this.#told = null;
    if (standbyId === null) this.feed.end();
    else this.feed.begin();
  }
}
