import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the files of a folder of `DATA_DIR` whose names fit, also part by part, as pictures and videos and never as
 * anything that acts. A name is never given to other contents, so browsers may keep them for good.
 */
export async function serveKeptFiles(
  app: FastifyInstance,
  { dataDir, folder, names }: { readonly dataDir: string; readonly folder: string; readonly names: RegExp },
): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(dataDir, folder),
    prefix: `/${folder}/`,
    decorateReply: false,
    index: false,
    maxAge: '365d',
    immutable: true,
    allowedPath: (path) => names.test(path.replace(/^\//, '')),
    setHeaders: (reply) => reply.header('content-security-policy', "default-src 'none'; sandbox"),
  });
}
