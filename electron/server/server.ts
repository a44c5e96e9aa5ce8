import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { boundRequests } from './bounds/bound-requests';
import { boundedValidator } from './bounds/bounded-validator';
import { Callers, isUnsafe, nameOf } from './callers';
import { DeviceWatch } from './devices/device-watch';
import { registerPictureFiles } from './files/picture-files';
import { registerSlideFiles } from './files/slide-files';
import { registerVoiceRecordings } from './files/voice-recordings';
import { registerInformation } from './information/register-information';
import { AskedLines } from './live/asked-lines';
import { registerEvents } from './live/events-route';
import { HeldStreams } from './live/held-streams';
import { Hub } from './live/hub';
import { registerPrintJobs } from './live/print-jobs-route';
import { registerSnapshots } from './live/snapshot-route';
import { registerStandby } from './live/standby-route';
import { LocalKey } from './local-access';
import { ownRequests } from './network/guard-addresses';
import { knowNetwork } from './network/network';
import { refuseAddress } from './network/unknown-address';
import { PageFaults } from './page-faults';
import { registerPages } from './pages';
import type { ServerParts } from './parts';
import { errorAnswerer } from './problems';
import { adminRoutes } from './routes/admin';
import { adminCentreRoutes } from './routes/admin-centre';
import { adminClockRoutes } from './routes/admin-clock';
import { adminCopyRoutes } from './routes/admin-copies';
import { adminDeviceRoutes } from './routes/admin-devices';
import { adminHallRoutes } from './routes/admin-hall';
import { adminHealthRoutes } from './routes/admin-health';
import { adminHttpsRoutes } from './routes/admin-https';
import { adminPaperRoutes } from './routes/admin-paper';
import { adminPeopleRoutes } from './routes/admin-people';
import { adminPrinterRoutes } from './routes/admin-printers';
import { adminSafetyRoutes } from './routes/admin-safety';
import { adminScreenRoutes } from './routes/admin-screens';
import { adminUpdateRoutes } from './routes/admin-updates';
import { evaluationHandlers } from './routes/evaluation';
import { findingRoutes, lookForFindings } from './routes/findings';
import { followUpHandlers } from './routes/follow-up';
import { joiningHandlers } from './routes/joining';
import { keptFileHandlers } from './routes/kept-files';
import { kioskRoutes } from './routes/kiosk';
import { lobbyRoutes } from './routes/lobby';
import { registerOperation } from './routes/operation';
import { publicationHandlers } from './routes/publication';
import { reportRoutes } from './routes/reports';
import { sessionRoutes } from './routes/session';
import { skmPublicationHandlers } from './routes/skm-publication';
import { speechRoutes } from './routes/speech';
import { staffRoutes } from './routes/staff';
import { standardHandlers } from './routes/standards';
import { standbyHandlers } from './routes/standby';
import { stopRoutes } from './routes/stops';
import { surveyHandlers } from './routes/survey';
import { visitorRoutes } from './routes/visitor';
import { registerOpenApi } from './routing/openapi';
import { registerRoutes } from './routing/register-routes';
import { answerBrokenRequest, answerUnknownRoutes, answerUnreadableAddress } from './routing/unknown-routes';
import { plainHeaders, securePages } from './security-headers';
import { HallCertificate } from './tls/hall-certificate';
import type { Https } from './tls/https-state';
import { networkAddresses } from './tls/own-names';
import { plainRequests } from './tls/plain-requests';
import { registerCertificatePage } from './tls/register-certificate-page';
import { SecureListener } from './tls/secure-listener';

export interface RunningServer {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The port by https; null: it isn't served, or not yet. */
  readonly httpsPort: number | null;
  /** Whether a visitor is at a kiosk, as its page tells. */
  isKioskInUse(): boolean;
  /** The minute has changed: snapshots that tell times are due. */
  minutePassed(): void;
  /** Ends streams and open requests, and frees the port. */
  stop(): Promise<void>;
}

const bodyLimitBytes = 64 * 1024;
/**
 * A request's headers and body come within seconds or not at all, and a video in two minutes; streams are answers and may
 * last.
 */
const requestTimeout = 120_000;
const timeouts = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 } as const;
/** A year; by this name alone. */
const strictTransportSecurity = 'max-age=31536000';

/** Starts the HTTP server and answers once it listens. Throws the listen error with everything stopped again. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const devices = new DeviceWatch(parts);
  const hub = new Hub(parts, devices);
  const pageFaults = new PageFaults(parts);
  const localKey = new LocalKey(parts.dataDir);
  const https = parts.httpsPort === null ? null : openHttps(parts, parts.httpsPort);
  try {
    const app = await buildServer(parts, { hub, devices, pageFaults, https, localKey });
    await app.listen({ host: parts.host, port: parts.port });
    const { port } = app.server.address() as AddressInfo;
    https?.listener.answerBy(app.routing);
    await https?.listener.look();
    const stopHearing = parts.store.onCommit((changes) => {
      if (changes.some(({ kind }) => kind === 'configuration')) void https?.listener.look();
    });
    const url = `http://${urlHost(parts.host)}:${port}`;
    localKey.tell(url, parts.version);
    return {
      url,
      get httpsPort() {
        return https?.listener.port ?? null;
      },
      isKioskInUse: () => devices.isKioskInUse(),
      minutePassed: () => {
        parts.standby.trouble();
        hub.markChanged();
        void https?.listener.look();
      },
      stop: async () => {
        localKey.forget();
        hub.close();
        stopHearing();
        await Promise.all([https?.listener.stop(), app.close()]);
        await pageFaults.save();
      },
    };
  } catch (error) {
    hub.close();
    throw error;
  }
}

/** The door by https, still closed. */
function openHttps(parts: ServerParts, port: number): NonNullable<Https> {
  const { dataDir, clock, log, hall, host } = parts;
  const settings = () => hall().settings;
  const certificate = new HallCertificate({ dataDir, clock, log, settings, addresses: networkAddresses });
  const options = { ...timeouts, requestTimeout };
  const onBrokenRequest = answerBrokenRequest;
  return {
    certificate,
    listener: new SecureListener({ host, port, certificate, options, onBrokenRequest, log }),
  };
}

async function buildServer(
  parts: ServerParts,
  {
    hub,
    devices,
    pageFaults,
    https,
    localKey,
  }: {
    readonly hub: Hub;
    readonly devices: DeviceWatch;
    readonly pageFaults: PageFaults;
    readonly https: Https;
    readonly localKey: LocalKey;
  },
): Promise<FastifyInstance> {
  const isOwnRequest = ownRequests(parts);
  const network = knowNetwork(parts);
  const plain = plainRequests({ hall: parts.hall, network, secure: https?.listener ?? null });
  const callers = new Callers(parts, { network, plain, localKey });
  const heldStreams = new HeldStreams();
  const lookFor = lookForFindings(parts, { devices, heldStreams, pageFaults, https });
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    // Whom a request is from and by which name it came (`ip`, `host`, `protocol`) is believed from these alone.
    trustProxy: (address) => network.trusts(address),
    requestTimeout,
    http: timeouts,
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
    if (request.protocol === 'https' && !isOwnTls(request))
      reply.header('strict-transport-security', strictTransportSecurity);
    reply.headers(plainHeaders);
    if (isOwnRequest(request)) done();
    else refuseAddress(request, reply, parts.hall().settings);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const act = request.routeOptions.config.tableRow;
    if (act && !act.signOfLife && isUnsafe(request.method)) {
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
  await boundRequests(app, callers, { network, secure: https?.listener.server ?? null });
  await registerOpenApi(app, parts.version);
  registerOperation(app, parts, hub);
  await registerRoutes(app, parts, callers, [
    visitorRoutes(parts.printer, devices),
    joiningHandlers(parts),
    sessionRoutes(parts, plain),
    staffRoutes,
    stopRoutes,
    lobbyRoutes(parts),
    adminRoutes,
    adminPeopleRoutes,
    adminHallRoutes,
    findingRoutes(parts, { pageFaults, look: lookFor }),
    adminHealthRoutes(parts, { pageFaults, lookFor }),
    adminDeviceRoutes(parts, devices),
    standbyHandlers(parts),
    kioskRoutes(parts, devices),
    adminPrinterRoutes(parts, devices),
    adminSafetyRoutes(parts),
    adminUpdateRoutes(parts),
    adminCentreRoutes(parts),
    adminCopyRoutes(parts),
    adminPaperRoutes(parts),
    adminClockRoutes(parts),
    adminHttpsRoutes(parts, https),
    surveyHandlers(parts),
    followUpHandlers,
    standardHandlers,
    keptFileHandlers(parts),
    evaluationHandlers(parts),
    publicationHandlers,
    skmPublicationHandlers,
    adminScreenRoutes(parts),
    reportRoutes,
    speechRoutes(parts),
  ]);
  const { hall } = parts;
  registerEvents(app, { hub, callers, devices, hall });
  const { printer, standby } = parts;
  registerPrintJobs(app, { hub, callers, devices, printer, standby });
  registerStandby(app, parts, callers);
  const askedLines = new AskedLines();
  app.addHook('onClose', async () => askedLines.stop());
  registerSnapshots(app, { hub, callers, devices, hall, heldStreams, askedLines, printer, standby });
  await registerVoiceRecordings(app, parts.dataDir);
  await registerSlideFiles(app, parts.dataDir);
  await registerPictureFiles(app, parts.dataDir);
  await app.register(async (pages) => {
    await securePages(pages);
    registerInformation(pages, parts);
    if (https) registerCertificatePage(pages, parts, https);
    await registerPages(pages, parts.pagesDir, { network, plain });
  });
  return app;
}

/**
 * Whether TLS ends here and not in a proxy. There plain HTTP has a port of its own beside it, which kiosks and screens use by
 * the same name: a browser that was told to go by https alone would speak TLS to that port too.
 */
function isOwnTls({ socket }: FastifyRequest): boolean {
  return 'encrypted' in socket;
}

/** What a browser on this machine puts into the address: every interface is also the loopback one. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
