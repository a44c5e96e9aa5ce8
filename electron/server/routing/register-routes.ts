import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { Answer } from '../../actions/action-runner';
import { apiBase } from '../../contract/api-base';
import { type RouteName, routes } from '../../contract/routes';
import type { Route } from '../../contract/routes/route';
import { rateConfig } from '../bounds/bound-requests';
import { KeptTexts } from '../bounds/kept-texts';
import { takeLongJson } from '../bounds/long-json';
import { Turns } from '../bounds/turns';
import type { Callers, ProvenCaller } from '../callers';
import { takeFiles } from '../files/sent-files';
import type { ServerParts } from '../parts';
import { makeRouteRequest } from './make-route-request';
import type { Handlers, SentFile } from './route-request';
import { sendAnswer, sendText, textOf } from './send-answer';

declare module 'fastify' {
  interface FastifyRequest {
    /** Proved in `onRequest`, before the body is read. */
    provenCaller: ProvenCaller | undefined;
    /** What was sent to a route that takes a file. */
    sentFile: SentFile | undefined;
  }
  interface FastifyContextConfig {
    /** The row of the route table that this route is, if any. */
    tableRow?: Route;
  }
}

/** How long an answer is kept that is the same for all. */
const keptMs = 250;

/** A page of reports asks six questions at once. */
const heavyBounds = { waiting: 60, waitingEach: 12 };

type AnyHandler = (request: unknown) => Answer | Promise<Answer>;

/**
 * Registers every row of the route table with its handler, checking callers, fields and keys in this one place.
 * Throws where a row has no handler, a handler no row, or two groups handle the same row.
 */
export async function registerRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  callers: Callers,
  groups: readonly Partial<Handlers<RouteName>>[],
): Promise<void> {
  const handlers = collect(groups);
  const kept = new KeptTexts(parts.clock, keptMs);
  const heavyTurns = new Turns(1, heavyBounds);
  const stopHearing = parts.store.onCommit(() => kept.clear());
  app.addHook('onClose', async () => stopHearing());
  app.decorateRequest('provenCaller');
  app.decorateRequest('sentFile');
  const add = (scope: FastifyInstance, row: readonly [RouteName, Route]) => {
    const [name, route] = row;
    const handler = handlers.get(name);
    if (!handler) throw new Error(`The route ${name} has no handler`);
    scope.route({
      method: route.method,
      url: `${apiBase}${route.path}`,
      ...optionsOf(route),
      onRequest: (request, _reply, done) => {
        request.provenCaller = callers.prove(request, route);
        done();
      },
      handler: (request, reply) => {
        const ask = () => handler(makeRouteRequest(row, parts, heavyTurns, request, reply));
        if (route.sameForAll)
          return sendText(
            reply,
            kept.get(request.url, () => textOf(ask())),
          );
        const answer = ask();
        return answer instanceof Promise
          ? answer.then((settled) => sendAnswer(route, reply, settled))
          : sendAnswer(route, reply, answer);
      },
    });
  };
  const rows = Object.entries(routes) as [RouteName, Route][];
  for (const row of rows.filter(([, { file, mostBytes }]) => !file && !mostBytes)) add(app, row);
  await app.register(async (scope) => {
    takeLongJson(scope);
    for (const row of rows.filter(([, { mostBytes }]) => mostBytes)) add(scope, row);
  });
  // In a scope of their own: elsewhere a file is no body.
  await app.register(async (scope) => {
    takeFiles(scope, parts.dataDir);
    for (const row of rows.filter(([, { file }]) => file)) add(scope, row);
  });
}

function collect(groups: readonly Partial<Handlers<RouteName>>[]): ReadonlyMap<RouteName, AnyHandler> {
  const handlers = new Map<RouteName, AnyHandler>();
  for (const [name, handler] of groups.flatMap((group) => Object.entries(group)) as [
    RouteName,
    AnyHandler,
  ][]) {
    if (!(name in routes)) throw new Error(`The handler ${name} is for no route of the table`);
    if (handlers.has(name)) throw new Error(`The route ${name} has two handlers`);
    handlers.set(name, handler);
  }
  return handlers;
}

function optionsOf(route: Route): RouteShorthandOptions {
  const response = Object.fromEntries(
    Object.entries(route.answers).map(([status, body]) => [status, body ?? z.undefined()]),
  );
  return {
    schema: {
      params: route.params ?? z.strictObject({}),
      querystring: route.query ?? z.strictObject({}),
      ...(route.method === 'GET' || route.file ? {} : { body: bodySchema(route) }),
      response,
    },
    ...(route.mostBytes ? { bodyLimit: route.mostBytes } : {}),
    config: { tableRow: route, ...(route.rate && rateConfig[route.rate]) },
  };
}

/** Fastify's body is null where none was sent. */
function bodySchema({ body = z.strictObject({}).optional() }: Route): z.ZodType {
  return body.safeParse(undefined).success ? body.nullable() : body;
}
