import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFromThisMachine } from './addresses';
import { sendProblem } from './problems';

/** Each surface is an entry page of the build: `pagesDir/kiosk/index.html`. */
const surfaces = ['kiosk', 'staff', 'display'] as const;
type Surface = (typeof surfaces)[number];

/** Serves the built pages: each surface at its own address, and the assets, whose names hold their hash. */
export async function registerPages(app: FastifyInstance, pagesDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pagesDir,
    serve: false,
    index: false,
    // Every address below is registered here; a listing or a file beside the assets is never served.
    decorateReply: true,
  });
  app.get('/assets/*', { config: { rateLimit: false } }, (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(join('assets', file), { cacheControl: false });
  });
  for (const surface of surfaces) {
    const answer = (request: FastifyRequest, reply: FastifyReply) =>
      sendPage(pagesDir, surface, request, reply);
    app.get(`/${surface}`, answer);
    // A page reloaded at an address of its own making, or with a slash at the end.
    app.get(`/${surface}/*`, answer);
  }
  // On this machine the front door is the kiosk; from the hall's network people come to work at a desk.
  app.get('/', (request, reply) => reply.redirect(isFromThisMachine(request.raw) ? '/kiosk' : '/staff', 302));
}

/** The build may be replaced under a running server, so pages are read anew; they are a few hundred bytes. */
function sendPage(
  pagesDir: string,
  surface: Surface,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const file = join(pagesDir, surface, 'index.html');
  if (!existsSync(file)) return sendProblem(request, reply, 'not_found');
  const page = readFileSync(file, 'utf8').replaceAll('CSP_NONCE', reply.cspNonce.style);
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
