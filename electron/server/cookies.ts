import type { FastifyRequest } from 'fastify';

/** `Secure` exactly where the browser's page came by https: by plain HTTP it would not keep such a cookie. */
export function cookieOptions(request: FastifyRequest) {
  // What was guarded before is this server's own origin; behind a proxy that isn't trusted it alone tells of https.
  const secure = request.protocol === 'https' || (request.headers.origin?.startsWith('https:') ?? false);
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}
