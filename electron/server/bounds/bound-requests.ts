import type { Server as SecureServer } from 'node:https';
import fastifyRateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RouteRate } from '../../contract/routes/route';
import { Refusal } from '../../queue/refusal';
import type { Callers } from '../callers';
import type { Network } from '../network/network';
import { sendProblem } from '../problems';
import { BoundConnections } from './bound-connections';
import { type PlaceBounds, Places } from './places';

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives back the place among the requests under way, for an answer that lasts and has a place of another kind. */
    leavePlace: (() => void) | undefined;
  }
}

/** A console asks for a few things a second, a shared office address for more. */
const requestsAMinute = 3_000;
const minuteMs = 60_000;
/** Requests that are being sent, worked at or answered. */
const underWay: PlaceBounds = {
  all: 6_000,
  visitors: 2_000,
  unproven: 2_000,
  each: { proven: 500, visitor: 64, unproven: 64 },
};

/** What one address may ask in a minute, by what a route's row says of it. */
export const rateConfig: Readonly<Record<RouteRate, { readonly rateLimit: RateLimitOptions }>> = {
  /** Counted for each address, proven or not, this machine's included. */
  guess: { rateLimit: { max: 30, allowList: [], keyGenerator: ({ ip }: FastifyRequest) => ip } },
  unproven_act: { rateLimit: { max: 300 } },
  public_page: { rateLimit: { max: 600 } },
  laborious: { rateLimit: { max: 600 } },
};

/**
 * Bounds what one caller may ask for, and what all the unproven together may have under way: by user, device or
 * program, and by address for everybody else, so that who is proven is never refused for what a stranger does.
 * Registered before the routes; `secure` leads to the same ones by https. A route's own rate (`config.rateLimit`) counts besides.
 */
export async function boundRequests(
  app: FastifyInstance,
  callers: Callers,
  { network, secure }: { readonly network: Network; readonly secure: SecureServer | null },
): Promise<void> {
  const connections = new BoundConnections(secure ? [app.server, secure] : [app.server]);
  const places = new Places(underWay);
  await app.register(fastifyRateLimit, {
    global: false,
    max: requestsAMinute,
    timeWindow: minuteMs,
    // The kiosk of this machine, and whoever sits at it, are held up by nothing.
    allowList: (request) => network.isFromThisMachine(request.raw),
    keyGenerator: (request) => callers.standingOf(request).key,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const countRequest = app.createRateLimit();
  app.decorateRequest('leavePlace');
  app.addHook('onRequest', async (request, reply) => {
    const standing = callers.standingOf(request);
    if (standing.kind === 'proven') connections.keep(request.raw.socket);
    const leave = places.take(standing);
    if (!leave) {
      reply.header('connection', 'close');
      return sendProblem(request, reply, 'too_many_requests', { retryAfter: 1 });
    }
    request.leavePlace = leave;
    reply.raw.once('close', leave);
    const isCounted = request.routeOptions.config.rateLimit !== false;
    const counted = isCounted ? await countRequest(request) : undefined;
    if (counted && !counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttl);
  });
}

function tooMany(milliseconds: number): Refusal {
  return new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) });
}
