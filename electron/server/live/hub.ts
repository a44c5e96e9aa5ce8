import type { Call } from '../../contract/lobby';
import { Refusal } from '../../queue/refusal';
import type { Change } from '../../store/changes';
import { query } from '../../store/store';
import { callView } from '../../views/board-view';
import type { ViewContext } from '../../views/view-context';
import type { DeviceWatch } from '../device-watch';
import type { ServerParts } from '../parts';
import { lookAt } from '../register-routes';
import { Feed } from './feed';
import { beatSeconds, type Listener } from './listener';
import { kioskTopicKey, printerWishesKey } from './topics';

/** Missed calls are sent again when they are no older than this. */
const replayMs = 30_000;
/** Snapshots are made for so long at a stretch; then requests have their turn. */
const stretchMs = 8;
/** For programs a comment; for pages, which can't see comments, an event. */
const heartbeat = (everySeconds: number) =>
  `: the line is open\n\nevent: heartbeat\ndata: ${JSON.stringify({ everySeconds })}\n\n`;

/**
 * Tells those who listen what changed: snapshots at most so often, made once however many listen; calls at once.
 * A listener that doesn't take what it is sent is dropped and delays nobody.
 */
export class Hub {
  readonly #parts: ServerParts;
  readonly #listeners = new Set<Listener>();
  readonly #feeds = new Map<string, Feed>();
  readonly #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(parts: ServerParts, devices: DeviceWatch) {
    this.#parts = parts;
    const beats = Object.values(beatSeconds).map((seconds) => {
      const frame = heartbeat(seconds);
      const beat = () => {
        for (const listener of this.#listeners) if (listener.beatSeconds === seconds) listener.beat(frame);
      };
      return setInterval(beat, seconds * 1_000);
    });
    this.#stops.push(
      parts.store.onCommit((changes) => this.#heard(changes)),
      devices.printers.onChange((id) =>
        this.markChanged(({ topic }) => [kioskTopicKey(id), 'devices', 'printers'].includes(topic.key)),
      ),
      devices.touchScreens.onChange((id) =>
        this.markChanged(({ topic }) => [kioskTopicKey(id), 'devices'].includes(topic.key)),
      ),
      devices.wishes.onChange((id) => this.markChanged(({ topic }) => topic.key === printerWishesKey(id))),
      devices.scanners.onChange(() => this.markChanged(({ topic }) => topic.key === 'devices')),
      devices.onChange(() => this.markChanged(({ topic }) => topic.key === 'devices')),
      () => beats.forEach(clearInterval),
    );
  }

  /** How many listen. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  /**
   * Adds a listener. Answers what it has to be written first: how often the line beats, the snapshot of each of its
   * topics, then the calls it missed since `lastSequence` (null: none). Throws `Refusal('not_found')`, with the listener not added, where a
   * topic is about something that isn't there.
   */
  add(listener: Listener, lastSequence: number | null): string {
    const context = lookAt(this.#parts);
    this.#listeners.add(listener);
    try {
      const snapshots = listener.wanted.map(({ topic, event }) => {
        let feed = this.#feeds.get(topic.key);
        if (!feed) {
          feed = new Feed(topic);
          this.#feeds.set(topic.key, feed);
        }
        return feed.greet(listener, event, context);
      });
      const missed = this.#missedCalls(listener, lastSequence, context);
      return [heartbeat(listener.beatSeconds), ...snapshots, ...missed].join('');
    } catch (error) {
      this.remove(listener);
      throw error;
    }
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
    for (const { topic } of listener.wanted) {
      const feed = this.#feeds.get(topic.key);
      feed?.listeners.delete(listener);
      if (feed?.listeners.size === 0) this.#feeds.delete(topic.key);
    }
  }

  /** New snapshots are due, of all topics or of some: the minute has changed, or the printer. */
  markChanged(which: (feed: Feed) => boolean = () => true): void {
    const now = performance.now();
    for (const feed of this.#feeds.values()) if (which(feed)) feed.markChanged(now, true);
    this.#schedule();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.drop();
    this.#listeners.clear();
    this.#feeds.clear();
  }

  #heard(changes: readonly Change[]): void {
    // What was committed stays so, whatever goes wrong in telling it.
    try {
      for (const change of changes) {
        if (change.kind === 'call') {
          const context = lookAt(this.#parts);
          const call = callView(context, change.sequence);
          const frame = callFrame(call);
          for (const listener of this.#listeners) if (hears(listener, call, context)) listener.write(frame);
        }
        // A revoked device is told as a change of the configuration.
        if (['account', 'replaced', 'configuration'].includes(change.kind)) {
          for (const listener of this.#listeners) listener.recheck();
        }
      }
      const now = performance.now();
      for (const feed of this.#feeds.values()) {
        const concerns = changes.map((change) => feed.topic.concern(change));
        const replaced = changes.some(({ kind }) => kind === 'replaced');
        if (replaced || concerns.includes('at once')) feed.markChanged(now, true);
        else if (concerns.includes('calmly')) feed.markChanged(now, false);
      }
      this.#schedule();
    } catch (error) {
      this.#parts.log.error({ error }, 'a change could not be told');
    }
  }

  #missedCalls(listener: Listener, lastSequence: number | null, context: ViewContext): string[] {
    if (lastSequence === null) return [];
    return context.reader
      .all(
        query
          .selectFrom('calls')
          .select('sequence')
          .where('sequence', '>', lastSequence)
          .where('at', '>=', context.now - replayMs)
          .orderBy('sequence'),
      )
      .map(({ sequence }) => callView(context, sequence))
      .filter((call) => hears(listener, call, context))
      .map(callFrame);
  }

  #schedule(): void {
    let dueAt = Number.POSITIVE_INFINITY;
    for (const feed of this.#feeds.values()) dueAt = Math.min(dueAt, feed.dueAt);
    if (dueAt >= this.#wakesAt || dueAt === Number.POSITIVE_INFINITY) return;
    clearTimeout(this.#timer);
    this.#wakesAt = dueAt;
    this.#timer = setTimeout(() => this.#tellDue(), Math.max(0, dueAt - performance.now()));
  }

  #tellDue(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const begun = performance.now();
    // One context for a stretch, in which nothing can change: what its views read is read once.
    const context = lookAt(this.#parts);
    for (const feed of [...this.#feeds.values()].sort((a, b) => a.dueAt - b.dueAt)) {
      if (feed.dueAt > begun || performance.now() - begun > stretchMs) break;
      try {
        feed.tell(context);
      } catch (error) {
        // What it is about was removed: its listeners keep the last snapshot.
        if (!(error instanceof Refusal)) this.#parts.log.error({ error }, 'a snapshot could not be made');
      }
    }
    this.#schedule();
  }
}

/** With a board come the calls of its zone, or of all; a zone that no counter has stands for the whole hall. */
function hears(listener: Listener, call: Call, { hall }: ViewContext): boolean {
  return listener.wanted.some(
    ({ callsOfZone }) =>
      callsOfZone !== undefined &&
      (callsOfZone === null ||
        callsOfZone === call.counter.zone ||
        hall.counters.every(({ zone }) => zone !== callsOfZone)),
  );
}

function callFrame(call: Call): string {
  return `id: ${call.sequence}\nevent: call\ndata: ${JSON.stringify(call)}\n\n`;
}
