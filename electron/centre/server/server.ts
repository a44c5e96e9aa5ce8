import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { boundedValidator } from '../../server/bounds/bounded-validator';
import { hostOf, isLoopbackAddress, isOwnHost, isOwnOrigin } from '../../server/network/addresses';
import { knowNetwork } from '../../server/network/network';
import { errorAnswerer, sendProblem } from '../../server/problems';
import {
  answerBrokenRequest,
  answerUnknownRoutes,
  answerUnreadableAddress,
} from '../../server/routing/unknown-routes';
import { plainHeaders, securePages } from '../../server/security-headers';
import { fieldFault } from '../../texts/field-fault';
import { isAway, isUnstorable } from '../database/engine';
import type { CentreParts } from '../parts';
import { boundRequests } from './bound-requests';
import { registerHallDoors } from './hall-doors';
import { registerCentreOpenApi } from './openapi';
import { registerCentreOperation } from './operation';
import { registerCentrePages } from './pages';
import { registerPublicPage } from './public-page';
import { registerCentreRoutes } from './register-routes';
import { hallHandlers } from './routes/halls';
import { peopleHandlers } from './routes/people';
import { reportHandlers } from './routes/reports';

/** Where and for whom the centre listens. */
export interface CentreListening {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly pagesDir: string;
}

const bodyLimitBytes = 64 * 1024;
/** A request comes within seconds or not at all; a batch over a slow line in a minute. */
const timeouts = { requestTimeout: 60_000, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };
const unstorable = { path: '', fault: fieldFault('not_whole') };
/** Seconds after which whoever sends is to try again. */
const retryAfterAway = 15;

/** Starts the centre's HTTP server. Returns its address and how it is stopped. Throws the listen error. */
export async function startCentreServer(
  parts: CentreParts,
  listening: CentreListening,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const app = await buildCentreServer(parts, listening);
  await app.listen({ host: listening.host, port: listening.port });
  const { port } = app.server.address() as AddressInfo;
  const host = ['0.0.0.0', '::'].includes(listening.host) ? '127.0.0.1' : listening.host;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    stop: () => app.close(),
  };
}

async function buildCentreServer(parts: CentreParts, listening: CentreListening): Promise<FastifyInstance> {
  const isOwn = ownRequests(listening);
  const network = knowNetwork({ trustedProxies: listening.trustedProxies, localKiosk: 'none' });
  const { requestTimeout, ...http } = timeouts;
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    trustProxy: (address) => network.trusts(address),
    requestTimeout,
    http,
    frameworkErrors: answerUnreadableAddress(isOwn),
    clientErrorHandler: answerBrokenRequest,
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(boundedValidator as never);
  // Answers are made to their schemas by type and by test.
  app.setSerializerCompiler(() => JSON.stringify);
  const answerError = errorAnswerer(parts.log);
  app.setErrorHandler((error: Error, request, reply) => {
    if (isUnstorable(error)) return sendProblem(request, reply, 'invalid_request', { errors: [unstorable] });
    if (!isAway(error)) return answerError(error, request, reply);
    parts.log.error({ err: error, route: request.routeOptions.url }, 'the database is away');
    return sendProblem(request, reply, 'storage_failed', { retryAfter: retryAfterAway });
  });
  answerUnknownRoutes(app);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(plainHeaders);
    if (isOwn(request)) done();
    else sendProblem(request, reply, 'forbidden');
  });
  await app.register(fastifyCookie);
  await boundRequests(app);
  await registerCentreOpenApi(app, parts.version);
  registerCentreOperation(app, parts);
  await registerHallDoors(app, parts);
  registerCentreRoutes(app, parts, [peopleHandlers(parts), hallHandlers(parts), reportHandlers(parts)]);
  await app.register(async (pages) => {
    await securePages(pages);
    registerPublicPage(pages, parts, listening.pagesDir);
    await registerCentrePages(pages, listening.pagesDir);
  });
  return app;
}

/** Whether a request came by a name of this centre (a foreign one is DNS rebinding), from none or one of its own pages. */
function ownRequests({ host, publicUrl }: CentreListening): (request: FastifyRequest) => boolean {
  const openToNetwork = !isLoopbackAddress(host);
  return (request) => {
    const name = request.host;
    const asked = hostOf(name);
    if (asked === undefined || !isOwnHost(asked, { openToNetwork, publicUrl, hostNames: [] })) return false;
    const { origin } = request.headers;
    return origin === undefined || isOwnOrigin(origin, { protocol: request.protocol, host: name }, publicUrl);
  };
}
