import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { apiBase } from '../../contract/api-base';
import type { CentreRoute } from '../../contract/centre/route';
import { type CentreRouteName, centreRoutes } from '../../contract/centre/routes';
import type { CentreParts } from '../parts';
import { rateConfig } from './bound-requests';
import { type CentreCallerOf, proveCaller, requireHall } from './callers';
import type { CentreHandlers } from './route-request';

declare module 'fastify' {
  interface FastifyRequest {
    /** Proved before the body is read. */
    centreCaller: CentreCallerOf | undefined;
  }
  interface FastifyContextConfig {
    /** The row of the centre's route table that this route is, if any. */
    centreRow?: CentreRoute;
  }
}

type AnyHandler = (request: object) => Promise<{ readonly status: number; readonly body: unknown }>;

/**
 * Registers every row of the centre's route table with its handler, checking callers, halls and fields in this one place.
 * Throws where a row has no handler or two.
 */
export function registerCentreRoutes(
  app: FastifyInstance,
  parts: CentreParts,
  groups: readonly Partial<CentreHandlers>[],
): void {
  const handlers = collect(groups);
  app.decorateRequest('centreCaller');
  const add = ([name, route]: readonly [string, CentreRoute]) => {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`The route ${name} has no handler`);
    app.route({
      method: route.method,
      url: `${apiBase}${route.path}`,
      ...optionsOf(route),
      onRequest: async (request) => {
        const caller = await proveCaller(parts, request, route);
        request.centreCaller = caller;
        if (route.halls !== 'id' || caller.kind !== 'person') return;
        requireHall(caller.person, Number((request.params as { hall?: string }).hall));
      },
      handler: async (request, reply) => {
        const answer = await handler({
          params: request.params,
          query: request.query,
          body: request.body ?? undefined,
          caller: request.centreCaller,
          raw: request,
          reply,
        });
        if (reply.sent) return reply;
        reply.code(answer.status);
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
        if (route.produces) reply.type(route.produces);
        return answer.body === null ? reply.send() : reply.send(answer.body);
      },
    });
  };
  const rows = Object.entries(centreRoutes) as [string, CentreRoute][];
  for (const row of rows) add(row);
}

function collect(groups: readonly Partial<CentreHandlers>[]): ReadonlyMap<string, AnyHandler> {
  const handlers = new Map<string, AnyHandler>();
  for (const [name, handler] of groups.flatMap((group) => Object.entries(group))) {
    if (handlers.has(name)) throw new Error(`The route ${name} has two handlers`);
    handlers.set(name as CentreRouteName, handler as AnyHandler);
  }
  return handlers;
}

function optionsOf(route: CentreRoute): RouteShorthandOptions {
  const { body = z.strictObject({}).optional() } = route;
  return {
    schema: {
      params: route.params ?? z.strictObject({}),
      querystring: route.query ?? z.strictObject({}),
      ...(route.method !== 'GET' ? { body: body.safeParse(undefined).success ? body.nullable() : body } : {}),
      response: Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [status, answer ?? z.undefined()]),
      ),
    },
    config: { centreRow: route, ...(route.rate && rateConfig[route.rate]) },
  };
}
