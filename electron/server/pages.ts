import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Network } from './network/network';
import { sendProblem } from './problems';
import type { PlainRequests } from './tls/plain-requests';

/** Each surface is an entry page of the build: `pagesDir/kiosk/index.html`. */
const surfaces = [
  { folder: 'kiosk', addresses: ['/kiosk', '/kiosk/*'] },
  { folder: 'admin', addresses: ['/admin', '/admin/*'] },
  { folder: 'staff', addresses: ['/staff', '/staff/*'] },
  { folder: 'reports', addresses: ['/reports', '/reports/*'] },
  // At the door, the code by which phones take numbers: `/pintu`.
  { folder: 'display', addresses: ['/display', '/display/*', '/pintu'] },
  // A ticket's `followUrl`: `/t/TOKEN`; where a number is taken by a code from the door: `/gabung/CODE`; its survey, the tablet of a desk, a complaint and what became of it.
  {
    folder: 'phone',
    addresses: [
      '/t/:token',
      '/gabung',
      '/gabung/:code',
      '/survey/:token',
      '/survey/desk/:id',
      '/aduan',
      '/aduan/:code',
      '/aduan/baru/:token',
    ],
  },
] as const;

/** The surfaces where people sign in. */
const takesPasswords: ReadonlySet<string> = new Set(['admin', 'staff', 'reports']);

/** Assets lie in one folder, without folders in it. */
const assetName = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$/;

/** Serves the built pages: each surface at its own address, and the assets, whose names hold their hash. */
export async function registerPages(
  app: FastifyInstance,
  pagesDir: string,
  { network, plain }: { readonly network: Pick<Network, 'isFromThisMachine'>; readonly plain: PlainRequests },
): Promise<void> {
  await app.register(fastifyStatic, {
    root: pagesDir,
    serve: false,
    index: false,
  });
  app.get('/assets/*', { config: { rateLimit: false } }, (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    if (!assetName.test(file)) return sendProblem(request, reply, 'not_found');
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(join('assets', file), { cacheControl: false });
  });
  for (const { folder, addresses } of surfaces) {
    for (const address of addresses) {
      app.get(address, (request, reply) =>
        takesPasswords.has(folder) && plain.isRefused(request)
          ? reply.header('cache-control', 'no-store').redirect(plain.secureAddress(request), 307)
          : sendPage(join(pagesDir, folder, 'index.html'), request, reply),
      );
    }
  }
  // On this machine the front door is the kiosk; from the hall's network people come to work at a desk.
  app.get('/', (request, reply) =>
    reply.redirect(network.isFromThisMachine(request.raw) ? '/kiosk' : '/staff', 302),
  );
}

/** The build may be replaced under a running server, so pages are read anew; they are a few hundred bytes. */
function sendPage(file: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!existsSync(file)) return sendProblem(request, reply, 'not_found');
  const page = readFileSync(file, 'utf8').replaceAll('CSP_NONCE', reply.cspNonce.style);
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
