import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiBase } from '../../contract/api-base';
import type { CentreRoute } from '../../contract/centre/route';
import { problem } from '../../contract/common';
import { rateConfig } from './bound-requests';

type Described = Parameters<typeof jsonSchemaTransform>[0];

const problemAnswer = {
  description: 'The request was refused; `code` says why.',
  content: { 'application/problem+json': { schema: problem } },
};

/** Publishes the centre's contract as OpenAPI 3.1, made of the schemas that check requests. Registered before the routes. */
export async function registerCentreOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Antre, centre of several halls', version },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'antre_centre' } } },
    },
    transform: (document) => describe(document),
  });
  let text: string | undefined;
  app.get(
    `${apiBase}/openapi.json`,
    { schema: { hide: true }, config: rateConfig.public_page },
    (_request, reply) => {
      text ??= JSON.stringify(app.swagger());
      return reply.type('application/json').send(text);
    },
  );
}

function describe(document: Described) {
  const row = document.route.config?.centreRow;
  if (!row) return jsonSchemaTransform(document);
  const isOpen = row.callers.includes('anyone');
  const schema = {
    ...document.schema,
    summary: row.summary,
    description: `Callers: ${row.callers.join(', ')}.`,
    security: isOpen ? [] : [{ session: [] }],
    response: { ...answersOf(row), default: problemAnswer },
  };
  // Parameters that a route doesn't take are refused; they need not be described.
  if (!row.params) delete schema.params;
  if (!row.query) delete schema.querystring;
  if (!row.body) delete schema.body;
  return jsonSchemaTransform({ ...document, schema } as Described);
}

function answersOf({ answers, produces = 'application/json' }: CentreRoute) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, body]) => [
      status,
      body === null
        ? z.null().describe('Done; there is nothing to say.')
        : { description: 'Done.', content: { [produces]: { schema: body } } },
    ]),
  );
}
