import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../queue/refusal';
import type { Standing } from '../bounds/places';
import type { Hub } from './hub';
import { Listener } from './listener';
import type { WantedTopic } from './topics';

/**
 * Answers a request with server-sent events: the snapshots of what is wanted at once, and again whenever they change,
 * until either side ends it. Throws `Refusal`, with nothing answered yet, where too many listen or a topic is about
 * something that isn't there.
 */
export function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: Hub,
  stream: {
    readonly wanted: readonly WantedTopic[];
    /** Whose place it takes. */
    readonly standing: Standing;
    /** By its name, why a topic was left out already. */
    readonly refused?: ReadonlyMap<string, string>;
    /** Whether what can't be told is left out and named, in place of refusing all. */
    readonly isPartly?: boolean;
    /** Whether its caller may still listen. */
    readonly mayStill: () => boolean;
    /** The newest call that was heard before; null: none that was missed is sent. */
    readonly lastSequence: number | null;
    readonly onEnd?: () => void;
  },
): void {
  const giveBack = hub.places.take(stream.standing);
  if (!giveBack) throw new Refusal('too_many_requests', { retryAfter: 60 });
  const listener = new Listener({
    response: reply.raw,
    wanted: stream.wanted,
    mayStill: stream.mayStill,
  });
  const refused = new Map(stream.refused);
  let first: readonly (string | Buffer)[];
  try {
    first = hub.add(listener, stream.lastSequence, stream.isPartly ? refused : null);
  } catch (error) {
    giveBack();
    throw error;
  }
  reply.hijack();
  request.leavePlace?.();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that collects answers would hold calls back.
    'x-accel-buffering': 'no',
  });
  request.raw.socket.setNoDelay(true);
  const end = () => {
    giveBack();
    hub.remove(listener);
    stream.onEnd?.();
  };
  reply.raw.on('close', end);
  reply.raw.on('error', end);
  const leftOut = [...refused].map(
    ([topic, code]) => `event: refused\ndata: ${JSON.stringify({ topic, code })}\n\n`,
  );
  listener.write('retry: 1000\n\n', ...first, ...leftOut);
}
