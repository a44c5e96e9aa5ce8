import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { CentreParts } from '../parts';

const centreHealth = z.strictObject({
  status: z.enum(['ok', 'failed']),
  version: z.string(),
  database: z.enum(['ok', 'failed']),
  /** Seconds since start. */
  uptime: z.number(),
});

/** `/healthz` and `/metrics`, for whoever looks after the machine. */
export function registerCentreOperation(app: FastifyInstance, { database, version }: CentreParts): void {
  const registry = new Registry();
  measure(app, registry, database);
  app.addHook('onClose', async () => registry.clear());
  app.get(
    '/healthz',
    { schema: { response: { 200: centreHealth, 503: centreHealth } } },
    async (_request, reply) => {
      const answers = await sql`select 1`.execute(database.query).then(
        () => true,
        () => false,
      );
      const state = answers ? 'ok' : 'failed';
      return reply
        .code(answers ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status: state, version, database: state, uptime: Math.round(process.uptime()) });
    },
  );
  let isSampling = false;
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    if (!isSampling) collectDefaultMetrics({ register: registry });
    isSampling = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function measure(app: FastifyInstance, registry: Registry, { query }: CentreParts['database']): void {
  const seconds = new Histogram({
    name: 'antre_centre_request_seconds',
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
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // A database that is away leaves the rest of what is measured readable.
        const value = await read().catch(() => Number.NaN);
        this.set(value);
      },
    });
  const countOf = async (table: 'halls' | 'parked', isFrozen = false) => {
    const row = await query
      .selectFrom(table)
      .select((each) => each.fn.countAll<number>().as('count'))
      .$if(table === 'halls', (rows) => rows.where('removed_at' as never, 'is', null))
      .$if(isFrozen, (rows) => rows.where('frozen_at' as never, 'is not', null))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  gauge('antre_centre_halls', 'Halls that were let in', () => countOf('halls'));
  gauge('antre_centre_halls_frozen', 'Halls whose feed is frozen', () => countOf('halls', true));
  gauge('antre_centre_rows_parked', 'Journal rows that could not be taken', () => countOf('parked'));
}
