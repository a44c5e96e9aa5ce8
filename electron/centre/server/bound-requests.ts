import fastifyRateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../../actions/accounts/attempt-rule';
import type { CentreRate } from '../../contract/centre/route';
import { Refusal } from '../../queue/refusal';
import { type PlaceBounds, Places } from '../../server/bounds/places';
import { centreCookie } from './callers';

const minuteMs = 60_000;
/** An office behind one address. */
const requestsAMinute = 3_000;
/** Requests that are being sent, worked at or answered, by address. A hall sends one batch at a time. */
const underWay: PlaceBounds = {
  all: 3_000,
  visitors: 2_000,
  unproven: 2_000,
  each: { proven: 200, visitor: 64, unproven: 64 },
};

/** What one address may ask in a minute, by what a route's row says of it. */
export const rateConfig: Readonly<Record<CentreRate, { readonly rateLimit: RateLimitOptions }>> = {
  guess: { rateLimit: { max: 30 } },
  public_page: { rateLimit: { max: 600 } },
};
/** A hall that catches up with a year sends a batch after the other; several halls may stand behind one address. */
export const feedRate = { rateLimit: { max: 12_000 } } satisfies { readonly rateLimit: RateLimitOptions };

/**
 * Bounds what one address may ask for and have under way. Sessions aren't looked up here: that would let a stranger with made-up
 * cookies ask the database for each.
 */
export async function boundRequests(app: FastifyInstance): Promise<void> {
  const places = new Places(underWay);
  const addressOf = (request: FastifyRequest) => networkOf(request.ip);
  await app.register(fastifyRateLimit, {
    global: false,
    max: requestsAMinute,
    timeWindow: minuteMs,
    keyGenerator: addressOf,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const count = app.createRateLimit();
  app.addHook('onRequest', async (request, reply) => {
    const kind = centreCookie.of(request).length > 0 ? 'visitor' : 'unproven';
    const leave = places.take({ kind, key: `${kind}:${addressOf(request)}` });
    if (!leave) throw new Refusal('too_many_requests', { retryAfter: 1 });
    reply.raw.once('close', leave);
    if (request.routeOptions.config.rateLimit === false) return;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttl);
  });
}

function tooMany(milliseconds: number): Refusal {
  return new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) });
}
