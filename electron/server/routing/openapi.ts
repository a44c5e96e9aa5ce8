import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import { apiBase } from '../../contract/api-base';
import { problem } from '../../contract/common';
import { problemStatus } from '../../contract/problems';
import type { Route } from '../../contract/routes/route';
import { rateConfig } from '../bounds/bound-requests';
import { inSlices } from '../in-slices';

/** Publishes the contract as OpenAPI 3.1, made of the schemas that check the requests. Registered before the routes. */
export async function registerOpenApi(app: FastifyInstance, version: string): Promise<void> {
  const described = new Map<string, ReturnType<typeof describeRoute>>();
  const all: Described[] = [];
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Antre',
        version,
        description: [
          'Every error is `application/problem+json` (RFC 9457) with a stable `code`:',
          ...Object.entries(problemStatus).map(([code, status]) => `- \`${code}\` (${status})`),
        ].join('\n'),
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'antre_session' },
          device: { type: 'apiKey', in: 'cookie', name: 'antre_device' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: (document) => described.get(nameOf(document)) ?? describeRoute(document),
  });
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD') return;
    all.push({ schema: route.schema ?? {}, url: route.url, route, openapiObject: { openapi: '3.1.0' } });
  });
  // Describing two hundred routes takes half a second, in which nobody else would be served.
  const describeAll = function* () {
    for (const each of all) {
      described.set(nameOf(each), describeRoute(each));
      yield;
    }
    return JSON.stringify(app.swagger() as OpenAPIV3_1.Document);
  };
  let text: Promise<string> | undefined;
  app.get(
    `${apiBase}/openapi.json`,
    { schema: { hide: true }, config: rateConfig.public_page },
    async (_request, reply) => {
      text ??= inSlices(describeAll());
      return reply.type('application/json').send(await text);
    },
  );
}

type Described = Parameters<typeof jsonSchemaTransform>[0];

/** Two routes are never registered at the same method and path. */
function nameOf({ route }: Described): string {
  return `${route.method} ${route.url}`;
}

/** A route as the library writes it down, with what its row of the route table says of it. */
function describeRoute(document: Described) {
  const row = document.route.config?.tableRow;
  if (!row) return jsonSchemaTransform(document);
  const { produces, ...described } = describe(row);
  const schema = {
    ...document.schema,
    ...described,
    response: { ...responsesOf(row, produces), default: problemAnswer },
    ...(row.key ? { headers: keyHeader(row.key) } : {}),
  };
  // Parameters that a route doesn't take are refused; they need not be described.
  if (!row.params) delete schema.params;
  if (!row.query) delete schema.querystring;
  if (!row.body) delete schema.body;
  const transformed = jsonSchemaTransform({ ...document, schema } as Described);
  return row.file
    ? { ...transformed, schema: { ...transformed.schema, body: fileBody(row.file) } }
    : transformed;
}

const problemAnswer = {
  description: 'The request was refused; `code` says why.',
  content: { 'application/problem+json': { schema: problem } },
};

function describe(row: Route) {
  return {
    summary: row.summary,
    description: `Callers: ${row.callers.join(', ')}.${row.inPerson ? " Not by another program's token." : ''}`,
    security: securityOf(row),
    produces: row.produces ?? 'application/json',
  };
}

function securityOf({ callers, inPerson }: Route): Record<string, string[]>[] {
  const person = callers.some((caller) => ['staff', 'supervisor', 'admin'].includes(caller));
  const device = callers.some((caller) => ['kiosk', 'display'].includes(caller));
  // Without any of them too, where a ticket's token is in the path.
  const free = callers.some((caller) => ['anyone', 'holder'].includes(caller));
  return [
    ...(person ? [{ session: [] }] : []),
    ...(device ? [{ device: [] }] : []),
    ...(device || (person && !inPerson) ? [{ bearer: [] }] : []),
    ...(free && (person || device) ? [{}] : []),
  ];
}

function responsesOf(row: Route, produces: string) {
  return Object.fromEntries(
    Object.entries(row.answers).map(([status, body]) => [
      status,
      body === null
        ? z.null().describe('Done; there is nothing to say.')
        : { description: 'Done.', content: { [produces]: { schema: body } } },
    ]),
  );
}

function fileBody({ most }: NonNullable<Route['file']>) {
  const schema = { type: 'string', contentEncoding: 'binary', maxLength: most };
  return { content: { 'application/octet-stream': { schema } } };
}

function keyHeader(key: NonNullable<Route['key']>) {
  const text = z
    .string()
    .min(8)
    .max(200)
    .describe('Made once for each act: the same key and body get the same answer for 24 hours.');
  return z.object({ 'Idempotency-Key': key === 'required' ? text : text.optional() });
}
