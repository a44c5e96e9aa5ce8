import { setImmediate as nextTurn } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Clock } from '../clock';
import type { CentreContact, CentreLink } from '../contract/admin-centre';
import type { HallSnapshot } from '../contract/centre/snapshot';
import type { Log } from '../log';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { Refusal } from '../queue/refusal';
import type { Hall } from '../store/hall';
import { backlogAfter } from '../store/journal/align';
import { dropRows, giveHallId, linkFeed, noteMachine, readFeed, unlinkFeed } from '../store/journal/feed';
import type { Journal } from '../store/journal/keep-journal';
import type { Store, Transaction } from '../store/store';
import { AskCentre } from './ask-centre';
import { CentreAway, isLoopback } from './call-centre';
import { type KeptLink, keepLink, readKeptLink } from './kept-link';
import { Rest, waitAfter } from './pace';
import { CentreRefused, TellCentre } from './tell-centre';

/** A change is told after so long, with what else happens meanwhile. */
const gatherMs = 1_000;
/** So many slices of old rows are dropped in a minute, each in a transaction of its own. */
const dropsAMinute = 20;
const allTold = '9999-12-31';

interface Parts {
  readonly dataDir: string;
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly hall: () => Hall;
  readonly log: Log;
  readonly version: string;
  readonly snapshot: () => HallSnapshot;
  /** Of the waits between tries, for tests. */
  readonly firstWaitMs?: number;
}

/**
 * Tells a centre of several halls what the hall's journal has, and never keeps the hall from anything: rows are read some at a
 * time, one request at a time, and a centre that is away is tried again after growing pauses.
 */
export class Uplink {
  readonly #parts: Parts;
  readonly #rest = new Rest();
  readonly #stopped = new AbortController();
  #link: KeptLink | null;
  #asked: AskCentre | null = null;
  #teller: TellCentre | null = null;
  #contact: { readonly state: CentreContact; readonly since: number; readonly detail: string } | null = null;
  #reachedAt: number | null = null;
  readonly #ended: Promise<void>;
  #gathering: NodeJS.Timeout | undefined;
  #dropping = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#link = readKeptLink(parts.dataDir);
    // A copy of the hall that works where the key isn't is another machine's too.
    const machine = this.#link?.machine ?? '';
    if (readFeed(parts.store)?.linked === 1) {
      parts.store.write((transaction) => noteMachine(transaction, machine));
    }
    parts.store.onCommit((changes) => {
      if (changes.some(({ kind }) => kind === 'replaced')) this.#teller?.begin();
      // A journal that begins anew has the past to tell.
      if (changes.some(({ kind }) => kind === 'feed')) this.#rest.cut();
      this.#soon();
    });
    this.#ended = this.#work();
  }

  /** Resolves once nothing is under way any more. */
  async stop(): Promise<void> {
    this.#asked?.stop();
    this.#stopped.abort();
    clearTimeout(this.#gathering);
    this.#rest.cut();
    await this.#ended;
  }

  /** What an admin sees of it. */
  state(): CentreLink {
    const { store } = this.#parts;
    const link = this.#link;
    const when = (moment: number) => localInstant(moment, this.#timezone);
    const orNull = (moment: number | null) => localInstantOrNull(moment, this.#timezone);
    const feed = readFeed(store);
    const isKept = feed?.linked === 1;
    const has = this.#teller?.have ?? (feed && placeOf(feed)) ?? null;
    const backlog = isKept ? backlogAfter(store, has) : null;
    return {
      asked: this.#asked?.state() ?? null,
      link: link && {
        url: link.url,
        centre: link.centre.name,
        name: link.name,
        sends: link.sends,
        contact: this.#contact && { ...this.#contact, since: when(this.#contact.since) },
        reachedAt: orNull(this.#reachedAt),
      },
      journal: backlog && {
        rows: backlog.rows,
        since: orNull(backlog.since),
        acknowledgedAt: orNull(feed?.acknowledgedAt ?? null),
        past: feed?.toldUntil === allTold ? 'all' : (feed?.toldUntil ?? null),
        needsLink: link === null,
        parked: [...(this.#teller?.parked ?? [])],
      },
    };
  }

  /** Up to where the centre has the journal, as far as is known. */
  acknowledged(): { readonly epoch: number; readonly seq: number } | null {
    const feed = readFeed(this.#parts.store);
    return this.#teller?.have ?? (feed && placeOf(feed)) ?? null;
  }

  /** Asks a centre to let the hall in. Throws `Refusal` `in_use` while it is linked, `invalid_request` for an address without TLS. */
  ask(url: string): void {
    if (this.#link) throw new Refusal('in_use');
    const address = new URL(url);
    if (address.protocol !== 'https:' && !isLoopback(address)) throw new Refusal('centre_not_secure');
    this.#asked?.stop();
    const { siteName, city, timezone } = this.#parts.hall().settings;
    const hallId = this.#parts.store.write(giveHallId);
    const { version } = this.#parts;
    this.#asked = new AskCentre(
      address.origin,
      { hallId, name: siteName, city, timezone, version },
      { onLetIn: (link) => this.#letIn(link), pollMs: this.#parts.firstWaitMs },
    );
  }

  stopAsking(): void {
    this.#asked?.stop();
    this.#asked = null;
  }

  /** Whether rows are let out from now on. Throws `Refusal` `not_found` without a link. */
  send(sends: boolean): void {
    if (!this.#link) throw new Refusal('not_found');
    this.#keep({ ...this.#link, sends });
  }

  /** Lets the centre go: nothing more is kept for it, and what was is dropped. */
  unlink(): void {
    this.stopAsking();
    this.#parts.store.write((transaction) => {
      if (readFeed(transaction)) unlinkFeed(transaction);
    });
    this.#keep(null);
    void this.#drop();
  }

  /** What is due by the hall's time; only while its date is sure. */
  minutePassed(): void {
    void this.#drop();
  }

  #letIn(link: KeptLink): void {
    const { store, log } = this.#parts;
    this.#asked = null;
    // First the key: a journal without one says that the hall must be let in anew, and a key without a journal begins one below.
    keepLink(this.#parts.dataDir, link);
    store.write((transaction) => beginOrGoOn(transaction, link.machine));
    log.info({ centre: link.url }, 'the hall was let in at a centre');
    this.#keep(link);
  }

  #keep(link: KeptLink | null): void {
    keepLink(this.#parts.dataDir, link);
    this.#link = link;
    this.#teller = null;
    this.#contact = null;
    if (link === null) this.#reachedAt = null;
    this.#rest.cut();
  }

  /** A change in the hall is told soon, unless the centre is away. */
  #soon(): void {
    if (!this.#link?.sends || this.#gathering || this.#contact?.state !== 'reached') return;
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined;
      this.#rest.cut();
    }, gatherMs);
  }

  async #work(): Promise<void> {
    let failures = 0;
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const link = this.#link;
      let pause: number;
      try {
        pause = await this.#turn(link);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        this.#teller?.begin();
        pause = this.#failed(error, failures);
      }
      if (pause > 0) await this.#rest.wait(pause);
      else await nextTurn();
    }
  }

  async #turn(link: KeptLink | null): Promise<number> {
    if (!link) return Number.POSITIVE_INFINITY;
    const { store, journal } = this.#parts;
    // Left by an end between the key and the journal.
    if (readFeed(store)?.linked !== 1) store.write((transaction) => linkFeed(transaction, link.machine));
    if (journal.tellPast()) return 0;
    if (!link.sends) return Number.POSITIVE_INFINITY;
    this.#teller ??= new TellCentre(link, {
      ...this.#parts,
      timezone: () => this.#timezone,
      signal: this.#stopped.signal,
    });
    const pause = await this.#teller.step();
    if (this.#link !== link) return 0;
    this.#reachedAt = this.#parts.clock.now();
    this.#note('reached', '');
    return pause;
  }

  #failed(error: unknown, failures: number): number {
    const { log } = this.#parts;
    if (error instanceof CentreRefused) {
      this.#note(error.state, error.detail);
      return error.retryAfterMs;
    }
    if (error instanceof CentreAway) this.#note(error.why, '');
    else log.error({ err: error }, 'the centre could not be told');
    return waitAfter(failures, this.#parts.firstWaitMs);
  }

  #note(state: CentreContact, detail: string): void {
    if (this.#contact?.state === state) return;
    this.#contact = { state, since: this.#parts.clock.now(), detail };
    if (state === 'reached') this.#parts.log.info('the centre is reached');
    else this.#parts.log.warn({ state, detail }, 'the centre takes nothing');
  }

  async #drop(): Promise<void> {
    if (this.#dropping) return;
    this.#dropping = true;
    try {
      const { store, hall, clock } = this.#parts;
      const months = hall().settings.keepTicketsMonths;
      const before = months === null ? null : DateTime.fromMillis(clock.now()).minus({ months }).toMillis();
      for (let round = 0; round < dropsAMinute; round += 1) {
        if (store.write((transaction) => dropRows(transaction, before)) === 0) return;
        await nextTurn();
      }
    } catch (error) {
      this.#parts.log.error({ err: error }, 'old rows of the journal could not be dropped');
    } finally {
      this.#dropping = false;
    }
  }

  get #timezone(): string {
    return this.#parts.hall().settings.timezone;
  }
}

function placeOf(feed: {
  readonly acknowledgedEpoch: number | null;
  readonly acknowledgedSeq: number | null;
}): { readonly epoch: number; readonly seq: number } | null {
  const { acknowledgedEpoch: epoch, acknowledgedSeq: seq } = feed;
  return epoch === null || seq === null ? null : { epoch, seq };
}

/** A journal that is kept goes on, under the key of this machine; else one begins. */
function beginOrGoOn(transaction: Transaction, machine: string): void {
  if (readFeed(transaction)?.linked === 1) noteMachine(transaction, machine);
  else linkFeed(transaction, machine);
}
