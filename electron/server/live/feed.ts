import type { ViewContext } from '../../views/view-context';
import type { Listener } from './listener';
import type { Topic } from './topics';

/** A snapshot takes at most a tenth of the time: a slow one is made less often. */
const timeShare = 10;
/** Those who connect together get the same snapshot. */
const freshMs = 200;

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

  constructor(topic: Topic) {
    this.topic = topic;
  }

  /** Something changed: a snapshot is due, at once where the last is long enough ago. */
  markChanged(now: number, atOnce: boolean): void {
    this.#fresh = undefined;
    const calmly = atOnce ? now : now + this.topic.calmMs;
    this.dueAt = Math.min(this.dueAt, Math.max(calmly, this.#restsUntil));
  }

  /** Makes the snapshot and tells all listeners, unless it is what they have. */
  tell(context: ViewContext): void {
    this.dueAt = Number.POSITIVE_INFINITY;
    const json = this.#build(context);
    if (json === this.#sent) return;
    this.#sent = json;
    for (const [listener, event] of this.listeners) listener.write(frameOf(event, json));
  }

  /** Adds a listener; answers the whole snapshot as its first event. Throws `Refusal('not_found')`. */
  greet(listener: Listener, event: string, context: ViewContext): string {
    this.listeners.set(listener, event);
    const known = this.#fresh;
    const json = known && performance.now() - known.at < freshMs ? known.json : this.#build(context);
    // The others have another one: the next has to be told to all, even if it is what they had.
    if (json !== this.#sent) this.#sent = this.listeners.size === 1 ? json : undefined;
    return frameOf(event, json);
  }

  #build(context: ViewContext): string {
    const begun = performance.now();
    const json = JSON.stringify(this.topic.build(context));
    const ended = performance.now();
    this.#restsUntil = ended + Math.max(this.topic.calmMs, (ended - begun) * timeShare);
    this.#fresh = { json, at: ended };
    return json;
  }
}

function frameOf(event: string, json: string): string {
  return `event: ${event}\ndata: ${json}\n\n`;
}
