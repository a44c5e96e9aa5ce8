import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import type { Clock } from '../clock';
import { type BatchAnswer, batchAnswer, type JournalBatch } from '../contract/centre/batch';
import type { JournalPosition, JournalRow, ParkedRow } from '../contract/centre/journal-row';
import { helloAnswer } from '../contract/centre/sessions';
import { type HallSnapshot, snapshotAnswer } from '../contract/centre/snapshot';
import { mostRows } from '../contract/centre/wire';
import { localInstant } from '../queue/local-instant';
import { alignmentOf, beginAnew, openAbove, rowsToTell } from '../store/journal/align';
import { acknowledge, hallIdOf, readFeed } from '../store/journal/feed';
import { newestPosition } from '../store/journal/journal-rows';
import type { Store } from '../store/store';
import { callCentre, type SendRequest } from './call-centre';
import type { KeptLink } from './kept-link';

const packed = promisify(gzip);
/** Of a batch's text, so that reading and packing one takes a few milliseconds of the hall's time. */
const batchLength = 200_000;
/** What the centre has is written down so often while much is told; more is only asked for again. */
const writeDownMs = 5_000;
const snapshotMs = 30_000;

/** The centre took nothing: what it said instead. */
export class CentreRefused extends Error {
  override name = 'CentreRefused';
  constructor(
    readonly state: 'busy' | 'two_machines' | 'stopped' | 'revoked' | 'gone' | 'malformed',
    readonly detail: string,
    readonly retryAfterMs: number,
  ) {
    super(`the centre: ${state} ${detail}`);
  }
}

type Refusal = Exclude<BatchAnswer, { state: 'taken' | 'gap' | 'differs' }>;
const quarterHour = 15 * 60_000;

function refused(answer: Exclude<Refusal, { state: 'begin_again' }>): CentreRefused {
  switch (answer.state) {
    case 'busy':
      return new CentreRefused('busy', '', answer.retryAfterSeconds * 1_000);
    case 'frozen':
      return new CentreRefused(answer.reason, '', quarterHour);
    case 'malformed':
      return new CentreRefused('malformed', answer.detail, 4 * quarterHour);
    default:
      return new CentreRefused(answer.state, '', 4 * quarterHour);
  }
}

interface Session {
  readonly name: string;
  turn: number;
}

export interface TellParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly timezone: () => string;
  /** Of Antre. */
  readonly version: string;
  readonly snapshot: () => HallSnapshot;
  readonly signal: AbortSignal;
  /** Carries requests; by the machine's network where left out. */
  readonly send?: SendRequest;
}

/** Tells a centre the journal and the hall as it is, a step at a time; what it has is asked anew with each session. */
export class TellCentre {
  readonly #parts: TellParts;
  readonly #link: KeptLink;
  #session: Session | null = null;
  #have: JournalPosition | null = null;
  /** Up to where it was written down what the centre has, and when. */
  #written: { readonly at: number; readonly hash: string } | null = null;
  #snapshotAt = Number.NEGATIVE_INFINITY;
  #parked: ParkedRow[] = [];

  constructor(link: KeptLink, parts: TellParts) {
    this.#link = link;
    this.#parts = parts;
  }

  /** Up to where the centre has it; null: nothing, or nobody knows yet. */
  get have(): JournalPosition | null {
    return this.#have;
  }

  get parked(): readonly ParkedRow[] {
    return this.#parked;
  }

  /**
   * Does what is due: begins a session, tells how the hall is, tells some rows. Returns after how many milliseconds there is more to
   * do. Throws `CentreAway`, `CentreRefused`.
   */
  async step(): Promise<number> {
    if (!this.#session) await this.#hello();
    if (performance.now() - this.#snapshotAt >= snapshotMs) await this.#tellSnapshot();
    const rows = this.#rows();
    if (rows.length > 0) await this.#tellRows(rows);
    const isAll = rows.length < mostRows && this.#rows().length === 0;
    this.#writeDown(isAll);
    return isAll ? snapshotMs : 0;
  }

  /** Ends the session, as after a failure: the next step asks what arrived. */
  begin(): void {
    this.#session = null;
  }

  async #hello(): Promise<void> {
    const { store, clock, version } = this.#parts;
    const newest = newestPosition(store) ?? null;
    const { machine } = this.#link;
    const now = localInstant(clock.now(), this.#parts.timezone());
    const body = jsonBytes({ machine, version, newest, now });
    const answer = await callCentre(this.#speaker(), {
      ...({ to: 'hello', body, answer: helloAnswer } as const),
      signal: this.#parts.signal,
    });
    if (answer.state === 'begin_again') throw new CentreRefused('malformed', 'hello', quarterHour);
    if (answer.state !== 'welcome') throw refused(answer);
    this.#session = { name: answer.session, turn: 0 };
    this.#take(answer.have);
  }

  /** Takes up what the centre has; where that is not of this journal, a new epoch is opened. */
  #take(have: JournalPosition | null): void {
    const { store, clock } = this.#parts;
    if (alignmentOf(store, have) === 'differs') {
      store.write((transaction) => openAbove(transaction, have?.epoch ?? 0, clock.now()));
    }
    this.#have = have;
  }

  #rows(): readonly JournalRow[] {
    const { store } = this.#parts;
    const bounds = { rows: mostRows, length: batchLength };
    const rows = rowsToTell(store, this.#have, bounds);
    if (rows) return rows;
    store.write((transaction) => beginAnew(transaction, this.#have?.epoch ?? 0));
    return rowsToTell(store, this.#have, bounds) ?? [];
  }

  async #tellRows(rows: readonly JournalRow[]): Promise<void> {
    const batch: JournalBatch = { format: 1, epoch: rows[0]?.epoch ?? 1, rows: [...rows] };
    const body = await packed(JSON.stringify(batch));
    const answer = await this.#call({ to: 'journal', body, answer: batchAnswer });
    if (!answer) return;
    switch (answer.state) {
      case 'taken':
        this.#have = answer.have;
        this.#parked = [...answer.parked, ...this.#parked].slice(0, 20);
        return;
      case 'gap':
        if (answer.have?.hash === this.#have?.hash) {
          throw new CentreRefused('malformed', 'a gap after what it has', quarterHour);
        }
        this.#take(answer.have);
        return;
      case 'differs':
        this.#parts.store.write((transaction) =>
          openAbove(transaction, answer.have.epoch, this.#parts.clock.now()),
        );
        this.#have = answer.have;
        return;
      default:
        throw refused(answer);
    }
  }

  async #tellSnapshot(): Promise<void> {
    const body = jsonBytes(this.#parts.snapshot());
    const answer = await this.#call({ to: 'snapshot', body, answer: snapshotAnswer });
    if (!answer) return;
    if (answer.state !== 'taken') throw refused(answer);
    this.#snapshotAt = performance.now();
  }

  /** Asks within the session; null: it has ended, and another is begun with the next step. */
  async #call<Answer extends { readonly state: string }>(call: {
    readonly to: 'journal' | 'snapshot';
    readonly body: Uint8Array;
    readonly answer: z.ZodType<Answer>;
  }): Promise<Exclude<Answer, { state: 'begin_again' }> | null> {
    const session = this.#session;
    if (!session) return null;
    session.turn += 1;
    const { name, turn } = session;
    const { signal } = this.#parts;
    const answer = await callCentre(this.#speaker(), { ...call, session: { name, turn }, signal });
    if (answer.state === 'begin_again') {
      this.#session = null;
      return null;
    }
    return answer as Exclude<Answer, { state: 'begin_again' }>;
  }

  #writeDown(isAll: boolean): void {
    const have = this.#have;
    if (!have || have.hash === this.#written?.hash) return;
    const now = performance.now();
    if (!isAll && this.#written && now - this.#written.at < writeDownMs) return;
    const { store, clock } = this.#parts;
    if (alignmentOf(store, have) === 'differs') return;
    const feed = readFeed(store);
    const isKnown = feed?.acknowledgedEpoch === have.epoch && feed.acknowledgedSeq === have.seq;
    if (!isKnown) store.write((transaction) => acknowledge(transaction, have, clock.now()));
    this.#written = { at: now, hash: have.hash };
  }

  #speaker() {
    const { url, centre, hall } = this.#link;
    const hallId = hallIdOf(this.#parts.store) ?? '';
    return { url, hallId, key: hall, centreKey: centre.publicKey, send: this.#parts.send };
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
