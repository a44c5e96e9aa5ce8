import type { ViewContext } from '../../views/view-context';
import type { Listener } from './listener';
import type { Topic } from './topics';

/** A snapshot takes at most a tenth of the time: a slow one is made less often. */
const timeShare = 10;
/** Those who connect together get the same snapshot. */
const freshMs = 200;

/** Milliseconds: whoever asks by plain requests asks again within this time. */
const askedForMs = 30_000;

/** A snapshot with a number that no other one has, so that who has it already need not be sent it. */
export interface PlainSnapshot {
  readonly json: string;
  readonly revision: number;
}

/** One topic with those who listen: its snapshot is made and serialised once for all of them. */
export class Feed {
  readonly topic: Topic;
  /** Each listener with the name that it gave the topic. */
  readonly listeners = new Map<Listener, string>();
  /** When the next snapshot may be made, by the monotonic clock; `Infinity`: nothing has changed. */
  dueAt = Number.POSITIVE_INFINITY;
  #restsUntil = 0;
  #sent: string | undefined;
  #fresh: { readonly json: string; readonly at: number } | undefined;
  #newest: PlainSnapshot | undefined;
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
    this.#fresh = undefined;
    // For those who ask by plain requests it is made as they ask.
    if (this.listeners.size === 0) return;
    const calmly = atOnce ? now : now + this.topic.calmMs;
    this.dueAt = Math.min(this.dueAt, Math.max(calmly, this.#restsUntil));
  }

  /** Makes the snapshot and tells all listeners, unless it is what they have. */
  tell(context: ViewContext): void {
    this.dueAt = Number.POSITIVE_INFINITY;
    const json = this.#build(context).json;
    if (json === this.#sent) return;
    this.#sent = json;
    for (const [listener, event] of this.listeners) listener.write(frameOf(event, json));
  }

  /** Adds a listener; answers the whole snapshot as its first event. Throws `Refusal('not_found')`. */
  greet(listener: Listener, event: string, context: ViewContext): string {
    this.listeners.set(listener, event);
    const known = this.#fresh;
    const json = known && performance.now() - known.at < freshMs ? known.json : this.#build(context).json;
    // The others have another one: the next has to be told to all, even if it is what they had.
    if (json !== this.#sent) this.#sent = this.listeners.size === 1 ? json : undefined;
    return frameOf(event, json);
  }

  /** The snapshot for a plain request, made anew only where something has changed. Throws `Refusal('not_found')`. */
  ask(context: ViewContext): PlainSnapshot {
    const now = performance.now();
    const isGood = this.#fresh !== undefined || now < this.#restsUntil;
    const newest = this.#newest && isGood ? this.#newest : this.#build(context);
    this.#askedUntil = now + askedForMs;
    return newest;
  }

  #build(context: ViewContext): PlainSnapshot {
    const begun = performance.now();
    const json = JSON.stringify(this.topic.build(context));
    const ended = performance.now();
    this.#restsUntil = ended + Math.max(this.topic.calmMs, (ended - begun) * timeShare);
    this.#fresh = { json, at: ended };
    const newest = this.#newest?.json === json ? this.#newest : { json, revision: this.#nextRevision() };
    this.#newest = newest;
    return newest;
  }
}

function frameOf(event: string, json: string): string {
  return `event: ${event}\ndata: ${json}\n\n`;
}
