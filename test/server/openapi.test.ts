import { expect, test } from 'vitest';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { runningServer } from '../support/running-server';

test('the whole route table is published as OpenAPI 3.1', async () => {
  const server = await runningServer();
  const answer = await server.send({ path: '/api/v1/openapi.json' });
  expect(answer.text.slice(0, 300)).toContain('"openapi":"3.1.0"');
  const document = answer.json as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly description: string }>>>>;
  };
  for (const route of Object.values(routes)) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    const { inPerson }: Route = route;
    const notByToken = inPerson ? " Not by another program's token." : '';
    expect(operation?.description, `${route.method} ${path}`).toBe(
      `Callers: ${route.callers.join(', ')}.${notByToken}`,
    );
  }
  const issue = document.paths['/api/v1/tickets']?.post;
  expect(issue).toMatchObject({
    parameters: [{ in: 'header', name: 'Idempotency-Key', required: true }],
    security: [{ device: [] }, { bearer: [] }],
    responses: { 201: {}, default: { content: { 'application/problem+json': {} } } },
  });
  expect(document.paths['/api/v1/queue']?.get).toMatchObject({ security: [{ session: [] }, { bearer: [] }] });
  expect(document.paths['/api/v1/desks/{id}/call-next']?.post).toMatchObject({ security: [{ session: [] }] });
});

test('whoever asks for something else has it before the description, which takes half a second, is made', async () => {
  const server = await runningServer();
  const answered: string[] = [];
  const ask = async (path: string) => {
    expect((await server.send({ path })).status).toBe(200);
    answered.push(path);
  };
  await Promise.all([ask('/api/v1/openapi.json'), ask('/api/v1/site')]);
  expect(answered).toEqual(['/api/v1/site', '/api/v1/openapi.json']);
});
