import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Route, routes } from '../contract/routes';
import { boundRequests } from './bounds/bound-requests';
import { boundedValidator } from './bounds/bounded-validator';
import { Callers, isUnsafe, nameOf } from './callers';
import { DeviceWatch } from './device-watch';
import { ownRequests } from './guard-addresses';
import { HeldStreams } from './held-streams';
import { registerInformation } from './information/register-information';
import { AskedLines } from './live/asked-lines';
import { registerEvents } from './live/events-route';
import { Hub } from './live/hub';
import { registerPrintJobs } from './live/print-jobs-route';
import { registerSnapshots } from './live/snapshot-route';
import { knowNetwork } from './network';
import { registerOpenApi } from './openapi';
import { PageFaults } from './page-faults';
import { registerPages } from './pages';
import type { ServerParts } from './parts';
import { registerPictureFiles } from './picture-files';
import { errorAnswerer } from './problems';
import { registerRoutes } from './register-routes';
import { adminRoutes } from './routes/admin';
import { adminClockRoutes } from './routes/admin-clock';
import { adminDeviceRoutes } from './routes/admin-devices';
import { adminHallRoutes } from './routes/admin-hall';
import { adminPeopleRoutes } from './routes/admin-people';
import { adminPrinterRoutes } from './routes/admin-printers';
import { adminSafetyRoutes } from './routes/admin-safety';
import { adminScreenRoutes } from './routes/admin-screens';
import { findingRoutes } from './routes/findings';
import { kioskRoutes } from './routes/kiosk';
import { lobbyRoutes } from './routes/lobby';
import { registerOperation } from './routes/operation';
import { reportRoutes } from './routes/reports';
import { sessionRoutes } from './routes/session';
import { staffRoutes } from './routes/staff';
import { surveyHandlers } from './routes/survey';
import { visitorRoutes } from './routes/visitor';
import { plainHeaders, securePages } from './security-headers';
import { registerSlideFiles } from './slide-files';
import { refuseAddress } from './unknown-address';
import { answerBrokenRequest, answerUnknownRoutes, answerUnreadableAddress } from './unknown-routes';
import { registerVoiceRecordings } from './voice-recordings';

export interface RunningServer {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The minute has changed: snapshots that tell times are due. */
  minutePassed(): void;
  /** Ends streams and open requests, and frees the port. */
  stop(): Promise<void>;
}

const bodyLimitBytes = 64 * 1024;
/** A year; by this name alone. */
const strictTransportSecurity = 'max-age=31536000';
/** What devices tell of themselves again and again is no act. */
const signsOfLife: ReadonlySet<Route> = new Set<Route>([
  routes.reportDevice,
  routes.reportOwnPrinter,
  routes.reportPageFault,
]);

/** Starts the HTTP server and answers once it listens. Throws the listen error with everything stopped again. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const devices = new DeviceWatch(parts);
  const hub = new Hub(parts, devices);
  const pageFaults = new PageFaults(parts);
  try {
    const app = await buildServer(parts, hub, devices, pageFaults);
    await app.listen({ host: parts.host, port: parts.port });
    const { port } = app.server.address() as AddressInfo;
    return {
      url: `http://${urlHost(parts.host)}:${port}`,
      minutePassed: () => hub.markChanged(),
      stop: async () => {
        hub.close();
        await app.close();
        await pageFaults.save();
      },
    };
  } catch (error) {
    hub.close();
    throw error;
  }
}

async function buildServer(
  parts: ServerParts,
  hub: Hub,
  devices: DeviceWatch,
  pageFaults: PageFaults,
): Promise<FastifyInstance> {
  const isOwnRequest = ownRequests(parts);
  const network = knowNetwork(parts);
  const callers = new Callers(parts, network);
  const heldStreams = new HeldStreams();
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    // Whom a request is from and by which name it came (`ip`, `host`, `protocol`) is believed from these alone.
    trustProxy: (address) => network.trusts(address),
    // A request's headers and body come within seconds or not at all, and a video in two minutes; streams are answers
    // and may last.
    requestTimeout: 120_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    frameworkErrors: answerUnreadableAddress(isOwnRequest),
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>();
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(boundedValidator);
  // Answers are made to their schemas by type and by test; checking each again would slow down every ticket.
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(errorAnswerer(parts.log));
  answerUnknownRoutes(app);

  app.addHook('onRequest', (request, reply, done) => {
    if (request.protocol === 'https') reply.header('strict-transport-security', strictTransportSecurity);
    reply.headers(plainHeaders);
    if (isOwnRequest(request)) done();
    else refuseAddress(request, reply, parts.hall().settings);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const act: Route | undefined = request.routeOptions.config.tableRow;
    if (act && !signsOfLife.has(act) && isUnsafe(request.method)) {
      // The route's pattern, not its address: a ticket's token is its holder's alone.
      parts.log.info(
        {
          act: `${request.method} ${act.path}`,
          by: request.provenCaller ? nameOf(request.provenCaller) : 'unknown',
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'act',
      );
    }
    done();
  });
  await app.register(fastifyCookie);
  await boundRequests(app, callers, network);
  await registerOpenApi(app, parts.version);
  registerOperation(app, parts, hub);
  await registerRoutes(app, parts, callers, [
    visitorRoutes(parts.printer, devices),
    sessionRoutes(parts),
    staffRoutes,
    lobbyRoutes(parts),
    adminRoutes,
    adminPeopleRoutes,
    adminHallRoutes,
    findingRoutes(parts, { devices, heldStreams, pageFaults }),
    adminDeviceRoutes(parts, devices),
    kioskRoutes(parts, devices),
    adminPrinterRoutes(parts, devices),
    adminSafetyRoutes(parts),
    adminClockRoutes(parts),
    surveyHandlers(parts),
    adminScreenRoutes(parts),
    reportRoutes,
  ]);
  const { hall } = parts;
  registerEvents(app, { hub, callers, devices, hall });
  registerPrintJobs(app, { hub, callers, devices, printer: parts.printer });
  const askedLines = new AskedLines();
  app.addHook('onClose', async () => askedLines.stop());
  registerSnapshots(app, { hub, callers, devices, hall, heldStreams, askedLines, printer: parts.printer });
  await registerVoiceRecordings(app, parts.dataDir);
  await registerSlideFiles(app, parts.dataDir);
  await registerPictureFiles(app, parts.dataDir);
  await app.register(async (pages) => {
    await securePages(pages);
    registerInformation(pages, parts);
    await registerPages(pages, parts.pagesDir, network);
  });
  return app;
}

/** What a browser on this machine puts into the address: every interface is also the loopback one. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
