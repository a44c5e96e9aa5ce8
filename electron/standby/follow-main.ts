import { z } from 'zod';
import type { StandbyReport } from '../contract/standby';
import type { Log } from '../log';
import { callHub, type HubAccess } from '../second-kiosk/call-hub';
import { HubAwayError, HubRefused } from '../second-kiosk/hub-errors';
import { migrations } from '../store/migrations/index';
import { type FeedBegun, type FeedMessage, MessageReader } from './feed-messages';
import { askForBytes, fetchFiles, fetchSnapshot } from './fetch-from-main';
import { pagesFile, StandbyCopy } from './standby-copy';
import { comingCopy, filesFolder, openCopies, promoteCopy } from './standby-folder';

const reportMs = 2_000;
const filesMs = 30_000;
/** The main machine tells something every two seconds. */
const silentMs = 8_000;
const againMs = 1_000;
/** What is too old stays so until somebody installs another. */
const olderMs = 15_000;
const begunBody: z.ZodType<FeedBegun> = z.object({
  generation: z.string(),
  shape: z.number().int(),
  hallId: z.string(),
  epoch: z.number().int(),
});

/**
 * Keeps at this machine what the main machine has: its database to the last commit, and its files. Nothing of it is asked by
 * anybody's request, so that neither a slow disk here nor a broken line slows the hall.
 */
export class StandbyFollower {
  readonly #parts: {
    readonly access: HubAccess;
    readonly dataDir: string;
    readonly port: number;
    readonly log: Log;
  };
  readonly #stopping = new AbortController();
  readonly #ended: Promise<unknown>;
  #current: StandbyCopy | null;
  #coming: StandbyCopy | null;
  #state: StandbyReport['state'] = 'copying';
  #copied = { bytes: 0, total: 0 };
  #copying: Promise<void> | null = null;

  constructor(parts: {
    readonly access: HubAccess;
    readonly dataDir: string;
    /** Where this machine will serve the hall, should it take over. */
    readonly port: number;
    readonly log: Log;
  }) {
    this.#parts = parts;
    ({ current: this.#current, coming: this.#coming } = openCopies(parts.dataDir));
    this.#ended = Promise.all([
      this.#again(
        () => (this.#state === 'older' ? olderMs : againMs),
        () => this.#follow(),
      ),
      this.#again(
        () => reportMs,
        () => this.#report(),
      ),
      this.#again(
        () => filesMs,
        () => fetchFiles(parts.access, filesFolder(parts.dataDir), this.#stopping.signal),
      ),
    ]);
  }

  /** What the hall can go on with, or null. */
  get copy(): StandbyCopy | null {
    return this.#current;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
    await this.#copying;
    await this.#current?.close();
    await this.#coming?.close();
  }

  async #again(pauseMs: () => number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (signal.aborted) return;
        if (isFull(error)) this.#state = 'no_room';
        else if (!(error instanceof HubAwayError || error instanceof HubRefused)) {
          this.#parts.log.error({ err: error }, 'the standby could not go on');
          this.#state = 'failed';
        }
      }
      await pause(pauseMs(), signal);
    }
  }

  /** Hears the feed until its line ends. */
  async #follow(): Promise<void> {
    const { access, log } = this.#parts;
    const copy = this.#coming ?? this.#current;
    const line = new AbortController();
    const stop = () => line.abort();
    this.#stopping.signal.addEventListener('abort', stop);
    let hasBegun = false;
    let silence = setTimeout(stop, silentMs);
    try {
      const known = copy && !copy.about.taken ? copy.place : null;
      const query = known ? `?generation=${known.generation}&after=${known.sequence}` : '';
      const response = await askForBytes(access, `feed${query}`, line.signal);
      const reader = new MessageReader();
      let target: StandbyCopy | null = null;
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        clearTimeout(silence);
        silence = setTimeout(stop, silentMs);
        const messages = [...reader.feed(Buffer.from(chunk))];
        if (!target && messages[0]) {
          target = await this.#targetOf(messages[0], copy);
          if (!target) return;
          hasBegun = true;
          messages.shift();
          this.#needSnapshot(target, line);
        }
        if (target) target = await this.#take(target, messages);
      }
    } catch (error) {
      if (line.signal.aborted) throw new HubAwayError('the line of the standby ended');
      throw error;
    } finally {
      clearTimeout(silence);
      line.abort();
      this.#stopping.signal.removeEventListener('abort', stop);
      await this.#copying;
      if (hasBegun)
        log.info({ sequence: this.#current?.place.sequence ?? null }, 'the line of the standby ended');
    }
  }

  /** The copy that the line's messages go on with; null where this Antre can't read what the hall has. */
  async #targetOf({ kind, body, sequence, at }: FeedMessage, copy: StandbyCopy | null) {
    if (kind !== 'begun') throw new Error('the feed begins with something else');
    const begun = begunBody.parse(JSON.parse(body.toString()));
    if (begun.shape > migrations.length) {
      this.#state = 'older';
      return null;
    }
    const { place, about } = copy ?? {};
    const goesOn = place?.generation === begun.generation && place.sequence === sequence && !about?.taken;
    if (copy && goesOn) return copy;
    await this.#coming?.close();
    this.#coming = StandbyCopy.begin(
      comingCopy(this.#parts.dataDir),
      { ...begun, at, receivedAt: Date.now() },
      sequence,
    );
    return this.#coming;
  }

  /** Has the snapshot sent that a copy lacks. */
  #needSnapshot(target: StandbyCopy, line: AbortController): void {
    if (target.about.wholeFrom !== null) return;
    this.#state = 'copying';
    const { signal } = line;
    const onProgress = (bytes: number, total: number) => {
      this.#copied = { bytes, total };
    };
    this.#copying = fetchSnapshot(this.#parts.access, pagesFile(target.folder), { signal, onProgress })
      .then(({ generation, wholeFrom }) => {
        if (generation === target.about.generation) target.snapshotCame(wholeFrom);
      })
      .catch((error: unknown) => {
        if (isFull(error)) this.#state = 'no_room';
        this.#parts.log.warn({ err: error }, 'the snapshot did not come');
        line.abort();
      });
  }

  /** Writes messages down; returns the copy that the next ones go on with. */
  async #take(target: StandbyCopy, messages: readonly FeedMessage[]): Promise<StandbyCopy> {
    await target.append(messages, Date.now());
    if (target === this.#coming && target.isWhole) {
      await this.#current?.close();
      await target.close();
      this.#current = promoteCopy(this.#parts.dataDir);
      this.#coming = null;
      if (!this.#current) throw new Error('the copy that was whole is gone');
    }
    if (target === this.#coming) return target;
    this.#state = 'following';
    return this.#current ?? target;
  }

  async #report(): Promise<void> {
    const copy = this.#current;
    const body: StandbyReport = {
      state: this.#state,
      generation: copy?.place.generation ?? null,
      sequence: copy?.place.sequence ?? 0,
      heardAt: copy?.heard.at ?? null,
      copiedBytes: this.#copied.bytes,
      totalBytes: this.#copied.total,
      port: this.#parts.port,
    };
    await callHub(this.#parts.access, 'reportStandby', { body });
  }
}

function isFull(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC';
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
