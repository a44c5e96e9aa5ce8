import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { recordAudit } from '../actions/accounts/record-audit';
import type { ActionContext } from '../actions/action';
import type { Answer, RequestKey } from '../actions/action-runner';
import { idempotencyKey } from '../contract/common';
import { type Route, type RouteName, routes } from '../contract/routes';
import type { HeavyInput, HeavyJob } from '../heavy/heavy-jobs';
import { Refusal } from '../queue/refusal';
import { businessDateAt } from '../store/business-date';
import { fieldFault } from '../texts/field-fault';
import type { ViewContext } from '../views/view-context';
import { guessingRate, publicPageRate, unprovenActRate } from './bounds/bound-requests';
import { KeptTexts } from './bounds/kept-texts';
import { takeLongJson } from './bounds/long-json';
import { Turns } from './bounds/turns';
import {
  actorOf,
  type Callers,
  isUnsafe,
  keyOwnerOf,
  nameOf,
  type ProvenCaller,
  reachOfCaller,
} from './callers';
import { tagOf } from './edit';
import type { ServerParts } from './parts';
import { BadRequest } from './problems';
import { requireReach } from './require-reach';
import type { Edit, Handlers, SentFile } from './route-request';
import { takeFiles } from './sent-files';

export const apiBase = '/api/v1';

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

/** Requests with a secret to guess, or that leave something behind: each address gets few a minute. */
const guarded: ReadonlySet<RouteName> = new Set<RouteName>([
  'signIn',
  'setup',
  'pairDevice',
  'approvePairing',
  'reportPageFault',
  'makeComplaint',
  'joinByPhone',
]);

/** Where nothing that is kept of a request may lead to who sent it. */
const unlinkable: ReadonlySet<Route> = new Set<Route>([routes.answerSurvey, routes.makeComplaint]);

/** What is read before people come, by whoever was sent the link. */
const publicPages: ReadonlySet<RouteName> = new Set<RouteName>(['information']);

/**
 * What anybody may read, and so is made once for all who ask within a moment or until something changes. Not `site`,
 * by whose moment screens set their clocks.
 */
const keptForAll: ReadonlySet<RouteName> = new Set<RouteName>([
  'counters',
  'serviceWeek',
  'board',
  'display',
  'voices',
  'information',
]);
const keptMs = 250;

/** In bytes: a hall of two hundred counters with every text and its pictures, a list of its people, of its closed days. */
const longBodies: Readonly<Partial<Record<RouteName, number>>> = {
  previewImport: 16 * 1024 * 1024,
  importConfiguration: 16 * 1024 * 1024,
  previewUserImport: 2 * 1024 * 1024,
  importUsers: 2 * 1024 * 1024,
  previewClosureList: 512 * 1024,
  importClosureList: 512 * 1024,
};

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
  const add = (scope: FastifyInstance, [name, route]: readonly [RouteName, Route]) => {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`The route ${name} has no handler`);
    scope.route({
      method: route.method,
      url: `${apiBase}${route.path}`,
      ...optionsOf(name, route),
      onRequest: (request, _reply, done) => {
        request.provenCaller = callers.prove(request, route);
        done();
      },
      handler: (request, reply) => {
        if (keptForAll.has(name)) {
          const make = () =>
            textOf(handler(routeRequest(name, route, { ...parts, heavyTurns }, request, reply)));
          return sendKept(reply, kept.get(request.url, make));
        }
        const answer = handler(routeRequest(name, route, { ...parts, heavyTurns }, request, reply));
        return answer instanceof Promise
          ? answer.then((settled) => send(route, reply, settled))
          : send(route, reply, answer);
      },
    });
  };
  const rows = Object.entries(routes) as [RouteName, Route][];
  for (const row of rows.filter(([name, route]) => !route.file && !longBodies[name])) add(app, row);
  await app.register(async (scope) => {
    takeLongJson(scope);
    for (const row of rows.filter(([name]) => longBodies[name])) add(scope, row);
  });
  // In a scope of their own: elsewhere a file is no body.
  await app.register(async (scope) => {
    takeFiles(scope, parts.dataDir);
    for (const row of rows.filter(([, route]) => route.file)) add(scope, row);
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

function optionsOf(name: RouteName, route: Route): RouteShorthandOptions {
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
    ...(longBodies[name] ? { bodyLimit: longBodies[name] } : {}),
    config: {
      tableRow: route,
      ...rateOf(name, route),
    },
  };
}

function rateOf(name: RouteName, { callers, method }: Route) {
  if (guarded.has(name)) return guessingRate;
  if (publicPages.has(name)) return publicPageRate;
  const isUnproven = callers.every((caller) => caller === 'anyone' || caller === 'holder');
  return isUnproven && isUnsafe(method) ? unprovenActRate : {};
}

/** Fastify's body is null where none was sent. */
function bodySchema({ body = z.strictObject({}).optional() }: Route): z.ZodType {
  return body.safeParse(undefined).success ? body.nullable() : body;
}

type EditingAction = (context: ActionContext) => Answer & { readonly edit?: Edit };

function routeRequest(
  name: RouteName,
  route: Route,
  parts: ServerParts & { readonly heavyTurns: Turns },
  raw: FastifyRequest,
  reply: FastifyReply,
) {
  const caller = raw.provenCaller;
  if (!caller) throw new Refusal('not_signed_in');
  const reach = reachOfCaller(caller);
  requireReach(parts.hall(), route, reach, { params: raw.params, query: raw.query });
  const audited = (action: EditingAction) => (context: ActionContext) => {
    const { edit, ...answer } = action(context);
    if (caller.kind === 'user' || caller.kind === 'token') {
      recordAudit(context, { action: name, subject: subjectOf(route, raw), ...edit });
    }
    return answer;
  };
  return {
    params: raw.params,
    query: raw.query,
    body: raw.body ?? undefined,
    file: raw.sentFile,
    caller,
    reach,
    raw,
    reply,
    look: () => lookAt(parts),
    heavy: (job: HeavyJob, input: HeavyInput<HeavyJob>) =>
      parts.heavyTurns.take(nameOf(caller), async () => {
        // Nobody waits for it any more.
        if (reply.raw.closed) throw new Refusal('work_broken_off');
        return await parts.heavyWork.run(job, input);
      }),
    act: (action: EditingAction): Answer =>
      parts.actionRunner.perform(actorOf(caller), keyOf(route, raw, caller), audited(action)),
    actTogether: (action: EditingAction): Promise<Answer> =>
      parts.actionRunner.performTogether(actorOf(caller), keyOf(route, raw, caller), audited(action)),
  };
}

/** The store as it stands now, to make views of. */
export function lookAt(parts: Pick<ServerParts, 'store' | 'clock' | 'hall'>): ViewContext {
  const now = parts.clock.now();
  const hall = parts.hall();
  return {
    reader: parts.store,
    hall,
    now,
    businessDate: businessDateAt(parts.store, now, hall.settings.timezone),
  };
}

function keyOf(route: Route, request: FastifyRequest, caller: ProvenCaller): RequestKey | null {
  if (!route.key) return null;
  const given = request.headers['idempotency-key'];
  if (given === undefined && route.key === 'optional') return null;
  const key = idempotencyKey.safeParse(given);
  if (!key.success) {
    const message = fieldFault('a key of 8 to 200 characters, made once for each press');
    throw new BadRequest([{ path: 'Idempotency-Key', message }]);
  }
  // The path with its ids: the same verb at another desk is another act.
  const path = request.url.split('?', 1)[0] ?? '';
  return {
    caller: keyOwnerOf(caller),
    route: `${route.method} ${path}`,
    key: key.data,
    body: request.body,
    fewKept: caller.kind === 'holder',
    ...(unlinkable.has(route) ? { unlinkableRoute: `${route.method} ${route.path}` } : {}),
  };
}

/** What a path is about: `/desks/3/start` is about `desk:3`. */
function subjectOf(route: Route, request: FastifyRequest): string | null {
  const match = /(\w+?)s\/:(\w+)/.exec(route.path);
  const [, noun = '', parameter = ''] = match ?? [];
  const id = (request.params as Readonly<Record<string, string>>)[parameter];
  return id === undefined ? null : `${noun}:${id}`;
}

function send(route: Route, reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status);
  const tag = versionTag(answer.body);
  if (tag !== null) reply.header('etag', tag);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (route.produces) return reply.type(route.produces).send(answer.body);
  return answer.body === null ? reply.send() : reply.send(answer.body);
}

/** Throws for an answer that isn't there at once: it could not be kept for all. */
function textOf(answer: Answer | Promise<Answer>): string {
  if (answer instanceof Promise) throw new Error('An answer that is kept for all must be there at once');
  return JSON.stringify(answer.body);
}

function sendKept(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(text);
}

/** What carries a version is tagged by it: then an edit can say what it was made from. */
function versionTag(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('version' in body)) return null;
  return typeof body.version === 'number' ? tagOf({ version: body.version }) : null;
}
