import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Of every answer that is no page: it is data, and nothing in it may be run, framed or taken for something else. */
export const plainHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** The headers of pages, in the place of those of other answers: a policy with a nonce made for each answer. */
export async function securePages(pages: FastifyInstance): Promise<void> {
  pages.addHook('onRequest', (_request, reply, done) => {
    for (const name of Object.keys(plainHeaders)) reply.removeHeader(name);
    done();
  });
  await pages.register(fastifyHelmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Told where the page came by https, and nowhere else: by plain HTTP a browser must not believe it.
    hsts: false,
  });
}
