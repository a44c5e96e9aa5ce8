import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Health } from '../../contract/operation';
import { health } from '../../contract/operation';
import { canPrint } from '../../contract/printer-status';
import { diskSpace } from '../../health/disk-space';
import { query } from '../../store/store';
import { lookAt } from '../../views/view-context';
import type { Hub } from '../live/hub';
import type { ServerParts } from '../parts';

/** `/healthz` and `/metrics`, for whoever looks after the machine. */
export function registerOperation(app: FastifyInstance, parts: ServerParts, hub: Hub): void {
  const registry = new Registry();
  const stopDefaultMetrics = measureRequests(app, registry);
  measureHall(registry, parts, hub);
  app.addHook('onClose', async () => stopDefaultMetrics());

  app.get('/healthz', { schema: { response: { 200: health, 503: health } } }, async (_request, reply) => {
    const answer = await healthOf(parts);
    return reply
      .code(answer.status === 'failed' ? 503 : 200)
      .header('cache-control', 'no-store')
      .send(answer);
  });
  // They sample the event loop a hundred times a second, half of what an idle hall costs: only where somebody reads them.
  let isSampling = false;
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    if (!isSampling) collectDefaultMetrics({ register: registry });
    isSampling = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

async function healthOf({ store, printer, dataDir, version }: ServerParts): Promise<Health> {
  const database = store.check().ok ? 'ok' : 'failed';
  const printerStatus = printer.status();
  const { freeBytes, state } = await diskSpace(dataDir);
  const failed = database === 'failed' || state === 'full';
  const low = state !== 'enough';
  const printerWell = printerStatus.state === 'ready' || printerStatus.state === 'none';
  return {
    status: failed ? 'failed' : low || !printerWell ? 'degraded' : 'ok',
    version,
    database,
    printer: printerStatus,
    disk: { freeBytes, low },
    uptime: Math.round(process.uptime()),
  };
}

function measureRequests(app: FastifyInstance, registry: Registry): () => void {
  const seconds = new Histogram({
    name: 'antre_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url: route = 'unknown' } = request.routeOptions;
    seconds.observe(
      { method: String(method ?? request.method), route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
  return () => registry.clear();
}

function measureHall(registry: Registry, parts: ServerParts, hub: Hub): void {
  new Gauge({
    name: 'antre_listeners',
    help: 'Open event streams',
    registers: [registry],
    collect() {
      this.set(hub.listenerCount);
    },
  });
  new Gauge({
    name: 'antre_tickets_today',
    help: 'Tickets of the business date by state',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      const { reader, businessDate } = lookAt(parts);
      this.reset();
      const rows = reader.all(
        query
          .selectFrom('tickets')
          .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
          .where('businessDate', '=', businessDate)
          .groupBy('status'),
      );
      for (const { status, count } of rows) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'antre_printer_ready',
    help: '1 while the printer can print',
    registers: [registry],
    collect() {
      this.set(canPrint(parts.printer.status()) ? 1 : 0);
    },
  });
}
