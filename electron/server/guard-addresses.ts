import type { FastifyRequest } from 'fastify';
import { hostOf, isLoopbackAddress, isOwnHost, isOwnOrigin } from './addresses';
import type { ServerParts } from './parts';

/**
 * Whether a request came by a `Host` that is this server's (a foreign one is DNS rebinding), from none or one of
 * its own pages (`Origin`).
 */
export function ownRequests(parts: Pick<ServerParts, 'hall' | 'host'>): (request: FastifyRequest) => boolean {
  const boundToNetwork = !isLoopbackAddress(parts.host) && parts.host !== 'localhost';
  return ({ headers }) => {
    const { settings } = parts.hall();
    const host = hostOf(headers.host);
    if (headers.host === undefined || host === undefined) return false;
    const openToNetwork = boundToNetwork || settings.lanOpen;
    if (!isOwnHost(host, { openToNetwork, publicUrl: settings.publicUrl })) return false;
    return headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, settings.publicUrl);
  };
}
