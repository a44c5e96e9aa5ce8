import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../../server/problems';

/** Assets lie in one folder, without folders in it. */
const assetName = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$/;

/** Serves the centre's page at `/pusat`, and the assets, whose names hold their hash. */
export async function registerCentrePages(app: FastifyInstance, pagesDir: string): Promise<void> {
  await app.register(fastifyStatic, { root: join(pagesDir), serve: false, index: false });
  app.get('/assets/*', { config: { rateLimit: false } }, (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    if (!assetName.test(file)) return sendProblem(request, reply, 'not_found');
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(join('assets', file), { cacheControl: false });
  });
  app.get('/pusat', (request, reply) => {
    const file = join(pagesDir, 'centre/index.html');
    if (!existsSync(file)) return sendProblem(request, reply, 'not_found');
    const page = readFileSync(file, 'utf8').replaceAll('CSP_NONCE', reply.cspNonce.style);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
  app.get('/', (_request, reply) => reply.redirect('/pusat', 302));
}
