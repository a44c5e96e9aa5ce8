import { randomUUID } from 'node:crypto';
import type { Call } from '../../contract/lobby';
import type { PlainAnswer } from '../../contract/plain-line';
import { localInstant } from '../../queue/local-instant';
import { Refusal } from '../../queue/refusal';
import type { Change } from '../../store/changes';
import { query } from '../../store/store';
import { callView } from '../../views/board-view';
import type { ViewContext } from '../../views/view-context';
import { lookAt } from '../../views/view-context';
import { type PlaceBounds, Places } from '../bounds/places';
import type { DeviceWatch } from '../devices/device-watch';
import type { ServerParts } from '../parts';
import { Feed } from './feed';
import { beatSeconds, type Listener } from './listener';
import { type Concern, kioskTopicKey, printerWishesKey, type Topic, type WantedTopic } from './topics';

/** Missed calls are sent again when they are no older than this. */
const replayMs = 30_000;
/** So many topics are kept ready for those who ask by plain requests; others are made at each question. */
const keptForAskers = 500;
/** How often topics that nobody asks for any more are forgotten. */
const forgetEveryMs = 10_000;
/** When those who ask by plain requests ask again: as soon as people notice, but a thousand phones must cost little. */
const askAgainMs = { usual: 1_000, ofPhones: 5_000 } as const;
/** Of one ticket: a phone, another in the family, and the streams that a lost connection left behind. */
const streamBounds: PlaceBounds = {
  all: 5_000,
  visitors: 4_000,
  unproven: 1_000,
  each: { proven: 200, visitor: 8, unproven: 32 },
};
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
  readonly places = new Places(streamBounds);
  readonly #parts: ServerParts;
  readonly #listeners = new Set<Listener>();
  readonly #feeds = new Map<string, Feed>();
  readonly #stops: (() => void)[] = [];
  /** No answer's tag is one of an earlier start's. */
  readonly #start = randomUUID();
  #revision = 0;
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
    const forgetUnasked = () => {
      const now = performance.now();
      for (const [key, feed] of this.#feeds) if (!feed.isWanted(now)) this.#feeds.delete(key);
    };
    beats.push(setInterval(forgetUnasked, forgetEveryMs));
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
   * Adds a listener. Returns what it has to be written first: how often the line beats, the snapshot of each of its
   * topics, then the calls it missed since `lastSequence` (null: none). Where a topic is about something that isn't there
   * it is left out and noted in `refused`; with null there, or nothing left, throws `Refusal('not_found')`, with the
   * listener not added.
   */
  add(
    listener: Listener,
    lastSequence: number | null,
    refused: Map<string, string> | null,
  ): readonly (string | Buffer)[] {
    const context = lookAt(this.#parts);
    this.#listeners.add(listener);
    try {
      const snapshots = listener.wanted.flatMap((wanted) => {
        const { topic, event } = wanted;
        const feed = this.#feedOf(topic);
        const greet = () => {
          const frame = [...feed.greet(listener, event, context)];
          this.#feeds.set(topic.key, feed);
          return frame;
        };
        if (!refused) return greet();
        return leaveOut(wanted, refused, greet, () => {
          feed.listeners.delete(listener);
          listener.leaveOut(wanted);
          if (listener.wanted.length === 0) throw new Refusal('not_found');
        });
      });
      const missed = this.#missedCalls(listener.wanted, lastSequence, context);
      return [heartbeat(listener.beatSeconds), ...snapshots, ...missed.map(callFrame)];
    } catch (error) {
      this.remove(listener);
      throw error;
    }
  }

  /**
   * What a stream of these topics would have told, for a plain request, with a tag that is the same for as long as all of it
   * is; `body` makes it. What isn't there is left out and noted in `refused`; with null there, or
   * nothing left, throws `Refusal('not_found')`.
   */
  ask(
    wanted: readonly WantedTopic[],
    lastSequence: number | null,
    refused: Map<string, string> | null,
  ): { readonly tag: string; body(): string } {
    const context = lookAt(this.#parts);
    const told = wanted.flatMap((each) => {
      const ask = () => {
        const feed = this.#feedOf(each.topic);
        const snapshot = feed.ask(context);
        if (this.#feeds.size < keptForAskers) this.#feeds.set(each.topic.key, feed);
        return [{ event: each.event, ...snapshot }];
      };
      return refused ? leaveOut(each, refused, ask) : ask();
    });
    if (told.length === 0) throw new Refusal('not_found');
    const calls = this.#missedCalls(wanted, lastSequence, context);
    const sequence = newestSequence(context);
    const isPhone = wanted.every(({ topic }) => topic.callers.includes('holder'));
    const parts = [...told.map(({ revision }) => revision), sequence, ...(refused?.keys() ?? [])];
    return {
      // Calls are told once: with any, it is always another answer.
      tag: `"${this.#start}.${parts.join('.')}${calls.length === 0 ? '' : `.${calls[0]?.sequence}`}"`,
      body: () => {
        const rest: Omit<PlainAnswer, 'snapshots'> = {
          askAgainMs: isPhone ? askAgainMs.ofPhones : askAgainMs.usual,
          now: localInstant(context.now, context.hall.settings.timezone),
          sequence,
          calls,
          refused: Object.fromEntries(refused ?? []),
        };
        const snapshots = told.map(({ event, json }) => `${JSON.stringify(event)}:${json}`).join();
        return `{"snapshots":{${snapshots}},${JSON.stringify(rest).slice(1)}`;
      },
    };
  }

  #feedOf(topic: Topic): Feed {
    return this.#feeds.get(topic.key) ?? new Feed(topic, () => ++this.#revision);
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
    for (const { topic } of listener.wanted) {
      const feed = this.#feeds.get(topic.key);
      feed?.listeners.delete(listener);
      if (!feed?.isWanted(performance.now())) this.#feeds.delete(topic.key);
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
          for (const listener of this.#listeners) if (hears(listener.wanted, call)) listener.write(frame);
        }
        // A revoked device is told as a change of the configuration.
        if (['account', 'replaced', 'configuration'].includes(change.kind)) {
          for (const listener of this.#listeners) listener.recheck();
        }
      }
      const now = performance.now();
      const replaced = changes.some(({ kind }) => kind === 'replaced');
      for (const feed of this.#feeds.values()) {
        const concern = replaced ? 'at once' : strongestConcern(feed.topic, changes);
        if (concern !== 'none') feed.markChanged(now, concern === 'at once');
      }
      this.#schedule();
    } catch (error) {
      this.#parts.log.error({ error }, 'a change could not be told');
    }
  }

  #missedCalls(wanted: readonly WantedTopic[], lastSequence: number | null, context: ViewContext): Call[] {
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
      .filter((call) => hears(wanted, call));
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
    const due = [...this.#feeds.values()].filter(({ dueAt }) => dueAt <= begun);
    // Of what is due together, first what many see: a thousand phones come after the screens.
    const order = (a: Feed, b: Feed) => a.dueAt - b.dueAt || a.topic.calmMs - b.topic.calmMs;
    for (const feed of due.sort(order)) {
      if (performance.now() - begun > stretchMs) break;
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

/** With a board come the calls of its zone, or of all. */
function hears(wanted: readonly WantedTopic[], call: Call): boolean {
  return wanted.some(
    ({ callsOfZone }) =>
      callsOfZone !== undefined && (callsOfZone === null || callsOfZone === call.counter.zone),
  );
}

/** The sequence of the newest call there is, or 0. */
function newestSequence({ reader }: ViewContext): number {
  return (
    reader.first(query.selectFrom('calls').select('sequence').orderBy('sequence', 'desc').limit(1))
      ?.sequence ?? 0
  );
}

/** What is made of a topic; where it isn't there: nothing, with the reason noted. */
function leaveOut<Made>(
  { event }: WantedTopic,
  refused: Map<string, string>,
  make: () => Made[],
  onMissing: () => void = () => undefined,
): Made[] {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused.set(event, error.code);
    onMissing();
    return [];
  }
}

/** How soon a topic has to be told of these changes; a thousand phones are asked this at each commit. */
function strongestConcern(topic: Topic, changes: readonly Change[]): Concern {
  let strongest: Concern = 'none';
  for (const change of changes) {
    const concern = topic.concern(change);
    if (concern === 'at once') return concern;
    if (concern === 'calmly') strongest = concern;
  }
  return strongest;
}

function callFrame(call: Call): string {
  return `id: ${call.sequence}\nevent: call\ndata: ${JSON.stringify(call)}\n\n`;
}
