import type { ViewContext } from '../../views/view-context';
import type { Listener } from './listener';
import type { Topic } from './topics';

/** A snapshot takes at most a tenth of the time: a slow one is made less often. */
const timeShare = 10;
/** Those who connect together get the same snapshot. */
const freshMs = 200;
/** Milliseconds: whoever asks by plain requests, or lost a stream, asks again within this time. */
const askedForMs = 30_000;

/**
 * A snapshot as JSON, with a number that no other one has, so that who has it already need not be sent it. Its bytes are
 * the same for all who listen, however slowly they take them.
 */
export interface Snapshot {
  readonly json: Buffer;
  readonly revision: number;
}

/** One topic with those who listen: its snapshot is made and serialised once for all of them. */
export class Feed {
  readonly topic: Topic;
  /** Each listener with the names that it gave the topic. */
  readonly listeners = new Map<Listener, readonly string[]>();
  /** When the next snapshot may be made, by the monotonic clock; `Infinity`: nothing has changed. */
  dueAt = Number.POSITIVE_INFINITY;
  #restsUntil = 0;
  /** The number of what all listeners have. */
  #sent: number | undefined;
  #newest: Snapshot | undefined;
  /** When the newest was made, if nothing has changed since. */
  #freshSince: number | undefined;
  #askedUntil = 0;
  readonly #nextRevision: () => number;

  constructor(topic: Topic, nextRevision: () => number) {
    this.topic = topic;
    this.#nextRevision = nextRevision;
  }

  /** Whether anybody hears of it, or asks again and again by plain requests. */
  isWanted(now: number): boolean {
    return this.listeners.size > 0 || now < this.#askedUntil;
  }

  /** Something changed: a snapshot is due, at once where the last is long enough ago. */
  markChanged(now: number, atOnce: boolean): void {
    this.#freshSince = undefined;
    // For those who ask by plain requests it is made as they ask.
    if (this.listeners.size === 0) return;
    const calmly = atOnce ? now : now + this.topic.calmMs;
    this.dueAt = Math.min(this.dueAt, Math.max(calmly, this.#restsUntil));
  }

  /** Makes the snapshot and tells all listeners, unless it is what they have. */
  tell(context: ViewContext): void {
    this.dueAt = Number.POSITIVE_INFINITY;
    const { json, revision } = this.#build(context);
    if (revision === this.#sent) return;
    this.#sent = revision;
    for (const [listener, events] of this.listeners) {
      for (const event of events) listener.write(...frameOf(event, json));
    }
  }

  /** Adds a listener; returns the whole snapshot as its first event. Throws `Refusal('not_found')`. */
  greet(listener: Listener, event: string, context: ViewContext): readonly (string | Buffer)[] {
    this.listeners.set(listener, [...(this.listeners.get(listener) ?? []), event]);
    const now = performance.now();
    const isFresh = this.#freshSince !== undefined && now - this.#freshSince < freshMs;
    const { json, revision } = this.#newest && isFresh ? this.#newest : this.#build(context);
    // The others have another one: the next has to be told to all, even if it is what they had.
    if (revision !== this.#sent) this.#sent = this.listeners.size === 1 ? revision : undefined;
    // Whoever connects and goes, again and again, doesn't have it made each time.
    this.#askedUntil = now + askedForMs;
    return frameOf(event, json);
  }

  /** The snapshot for a plain request, made anew only where something has changed. Throws `Refusal('not_found')`. */
  ask(context: ViewContext): Snapshot {
    const now = performance.now();
    const isGood = this.#freshSince !== undefined || now < this.#restsUntil;
    const newest = this.#newest && isGood ? this.#newest : this.#build(context);
    this.#askedUntil = now + askedForMs;
    return newest;
  }

  #build(context: ViewContext): Snapshot {
    const begun = performance.now();
    const json = Buffer.from(JSON.stringify(this.topic.build(context)));
    const ended = performance.now();
    this.#restsUntil = ended + Math.max(this.topic.calmMs, (ended - begun) * timeShare);
    this.#freshSince = ended;
    const newest = this.#newest?.json.equals(json) ? this.#newest : { json, revision: this.#nextRevision() };
    this.#newest = newest;
    return newest;
  }
}

function frameOf(event: string, json: Buffer): readonly (string | Buffer)[] {
  return [`event: ${event}\ndata: `, json, '\n\n'];
}
