import { randomBytes } from 'node:crypto';
import type { Log } from '../log';
import type { Store } from '../store/store';
import { WrittenPages } from '../store/written-pages';
import { longestBody, writeMessage } from './feed-messages';
import { PageChanges } from './page-changes';

/** How far somebody has come in what a feed told. */
export interface FeedPlace {
  readonly generation: string;
  readonly sequence: number;
}

/** Who hears a feed: bytes of messages, and once that it can't be gone on with. */
export interface FeedFollower {
  told(message: Buffer): void;
  /** The feed began anew, or has ended: the line is of no more use. */
  ended(): void;
}

interface FeedOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
  /** So many bytes of messages are kept for a line that broke. */
  readonly keptBytes?: number;
}

/** What is committed within so long is told together. */
const togetherMs = 25;
const usuallyKept = 32 * 1024 * 1024;

/**
 * Tells a standby what commits wrote, in their order and numbered without gaps; those of a moment may be one. It only reads what is committed
 * already, so that no request waits for it, and what goes wrong here stops no act: the feed begins anew, and the standby takes
 * a new snapshot. Costs nothing until it is begun.
 */
export class PageFeed {
  readonly #store: Store;
  readonly #log: Log;
  readonly #pages: WrittenPages;
  readonly #changes = new PageChanges();
  readonly #now: () => number;
  readonly #keptBytes: number;
  readonly #followers = new Set<FeedFollower>();
  #stops: (() => void)[] = [];
  #generation = '';
  #sequence = 0;
  /** What was written could not be read: what comes after it would leave a gap. */
  #isBroken = false;
  /** Something was committed since the log was read. */
  #isDue = false;
  /** The newest messages, the last of them `#sequence`. */
  #kept: Buffer[] = [];
  #bytes = 0;

  constructor(store: Store, log: Log, { now = Date.now, keptBytes = usuallyKept }: FeedOptions = {}) {
    this.#store = store;
    this.#log = log;
    this.#now = now;
    this.#keptBytes = keptBytes;
    this.#pages = new WrittenPages(store.check().file);
  }

  /** The newest commit's place; null while nobody is to hear of commits. */
  get place(): FeedPlace | null {
    this.#look();
    return this.#stops.length === 0 ? null : { generation: this.#generation, sequence: this.#sequence };
  }

  /** From now on commits are numbered and kept. */
  begin(): void {
    if (this.#stops.length > 0) return;
    this.#beginAnew();
    this.#stops = [
      this.#store.followLog({ committed: () => this.#committed(), look: () => this.#look() }),
      this.#store.onCommit((changes) => {
        if (changes.some(({ kind }) => kind === 'replaced')) this.#beginAnew();
      }),
    ];
  }

  /** Nobody is to hear of commits any more. */
  end(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#endLines();
    this.#kept = [];
    this.#bytes = 0;
  }

  /**
   * Tells a follower what comes after a place, or where that isn't known any more what comes from now on; returns
   * after which commit that begins. `leave` lets go of it.
   */
  follow(
    after: FeedPlace | null,
    follower: FeedFollower,
  ): { readonly from: FeedPlace; readonly leave: () => void } {
    this.#look();
    const missed =
      !this.#isBroken && after?.generation === this.#generation ? this.#sequence - after.sequence : -1;
    const goesOn = missed >= 0 && missed <= this.#kept.length;
    const from = { generation: this.#generation, sequence: this.#sequence - (goesOn ? missed : 0) };
    if (goesOn && missed > 0) for (const message of this.#kept.slice(-missed)) follower.told(message);
    this.#followers.add(follower);
    return { from, leave: () => void this.#followers.delete(follower) };
  }

  /** Read a moment later, with what is committed until then, if nothing wants to know before: nobody waits for it. */
  #committed(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => this.#look(), togetherMs).unref();
  }

  #look(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    // Ended meanwhile.
    if (this.#stops.length === 0) return;
    try {
      const written = this.#isBroken ? null : this.#pages.read(this.#store.logFrames());
      if (this.#isBroken || (written && written.frames.length > longestBody)) {
        this.#beginAnew();
        return;
      }
      if (!written) return;
      this.#sequence += 1;
      this.#tell(
        writeMessage({
          kind: 'commit',
          sequence: this.#sequence,
          at: this.#now(),
          body: this.#changes.write(written),
        }),
      );
    } catch (error) {
      this.#log.error({ err: error }, 'what was written could not be told to the standby');
      this.#isBroken = true;
      this.#endLines();
    }
  }

  #tell(message: Buffer): void {
    this.#kept.push(message);
    this.#bytes += message.length;
    while (this.#bytes > this.#keptBytes) this.#bytes -= this.#kept.shift()?.length ?? 0;
    for (const follower of [...this.#followers]) follower.told(message);
  }

  #beginAnew(): void {
    this.#generation = randomBytes(12).toString('base64url');
    this.#sequence = 0;
    this.#kept = [];
    this.#bytes = 0;
    this.#pages.begin(this.#store.logFrames());
    this.#changes.forget();
    this.#isDue = false;
    this.#isBroken = false;
    this.#endLines();
  }

  #endLines(): void {
    for (const follower of [...this.#followers]) follower.ended();
    this.#followers.clear();
  }
}
