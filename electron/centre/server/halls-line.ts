import type { FastifyReply } from 'fastify';
import type { HallNow } from '../../contract/centre/halls-now';
import { Refusal } from '../../queue/refusal';
import type { CentreParts } from '../parts';
import { hallsNowView, type SeenHalls } from '../views/halls-now-view';
import { personOf } from './callers';
import { type CentreRequest, signedIn } from './route-request';

/** So often it is looked how the halls are, once for all who follow. */
const lookMs = 2_000;
/** A line on which nothing is said is taken for dead by what stands between. */
const beatMs = 20_000;
/** So often it is looked whether a follower still may. */
const mayStillMs = 60_000;
const mostLines = 500;
const mostOfOne = 12;

interface Follower {
  readonly accountId: number;
  seen: SeenHalls;
  readonly reply: FastifyReply;
  readonly mayStill: () => Promise<{ readonly seen: SeenHalls } | null>;
  last: string;
  saidAt: number;
  checkedAt: number;
}

/** The halls as they are, sent to everybody who follows them: asked of the database once for all of this process. */
export class HallsLine {
  readonly #parts: CentreParts;
  readonly #followers = new Set<Follower>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: CentreParts) {
    this.#parts = parts;
  }

  /** Answers with events until either side ends it. Throws `Refusal('too_many_requests')`. */
  async follow(
    request: CentreRequest<'hallsEvents'>,
  ): Promise<{ readonly status: 200; readonly body: string }> {
    const { accountId, hallIds } = signedIn(request);
    const { raw, reply } = request;
    const own = [...this.#followers].filter((each) => each.accountId === accountId).length;
    if (this.#followers.size >= mostLines || own >= mostOfOne)
      throw new Refusal('too_many_requests', { retryAfter: 60 });
    const follower: Follower = {
      accountId,
      seen: hallIds,
      reply,
      mayStill: async () => {
        const person = await personOf(this.#parts, raw);
        return person ? { seen: person.hallIds } : null;
      },
      last: '',
      saidAt: performance.now(),
      checkedAt: performance.now(),
    };
    const halls = await this.#look();
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    this.#followers.add(follower);
    const leave = () => {
      this.#followers.delete(follower);
      if (this.#followers.size === 0) clearInterval(this.#timer);
    };
    reply.raw.once('close', leave);
    reply.raw.once('error', leave);
    this.#say(follower, halls);
    if (this.#followers.size === 1) {
      this.#timer = setInterval(() => void this.#turn(), lookMs);
      this.#timer.unref();
    }
    return { status: 200, body: '' };
  }

  #look(): Promise<HallNow[]> {
    return hallsNowView(this.#parts.database, { seen: null, now: this.#parts.now() });
  }

  async #turn(): Promise<void> {
    try {
      const halls = await this.#look();
      for (const follower of this.#followers) {
        if (performance.now() - follower.checkedAt > mayStillMs) await this.#check(follower);
        this.#say(follower, halls);
      }
    } catch (error) {
      // What was said stays, with its age; the next turn looks again.
      this.#parts.log.warn({ err: error }, 'the halls could not be looked at');
    }
  }

  async #check(follower: Follower): Promise<void> {
    follower.checkedAt = performance.now();
    const still = await follower.mayStill();
    if (still) follower.seen = still.seen;
    else {
      this.#followers.delete(follower);
      follower.reply.raw.end();
    }
  }

  #say(follower: Follower, halls: readonly HallNow[]): void {
    const { seen, reply } = follower;
    const own = halls.filter(({ id }) => seen === null || seen.includes(Number(id)));
    const text = JSON.stringify(own);
    if (text !== follower.last) {
      const at = new Date(this.#parts.now()).toISOString();
      reply.raw.write(`event: halls\ndata: ${JSON.stringify({ at, halls: own })}\n\n`);
      follower.last = text;
      follower.saidAt = performance.now();
    } else if (performance.now() - follower.saidAt > beatMs) {
      reply.raw.write(': still here\n\n');
      follower.saidAt = performance.now();
    }
  }
}
