import type { FastifyRequest } from 'fastify';
import type { ServerParts } from '../parts';
import { hostOf, isLoopbackAddress, isOwnHost, isOwnOrigin } from './addresses';

/**
 * Whether a request came by a `Host` that is this server's (a foreign one is DNS rebinding), from none or one of
 * its own pages (`Origin`).
 */
export function ownRequests(parts: Pick<ServerParts, 'hall' | 'host'>): (request: FastifyRequest) => boolean {
  const boundToNetwork = !isLoopbackAddress(parts.host);
  return (request) => {
    const { settings } = parts.hall();
    // With two of them a proxy before this server may have gone by the other.
    if (request.raw.rawHeaders.filter((each, at) => at % 2 === 0 && /^host$/i.test(each)).length > 1)
      return false;
    // The `Host`, or by a trusted proxy's word the one that the browser had asked for.
    const name = request.host;
    const host = hostOf(name);
    if (host === undefined) return false;
    const openToNetwork = boundToNetwork || settings.lanOpen;
    if (!isOwnHost(host, { openToNetwork, publicUrl: settings.publicUrl, hostNames: settings.hostNames }))
      return false;
    const { origin } = request.headers;
    return (
      origin === undefined ||
      isOwnOrigin(origin, { protocol: request.protocol, host: name }, settings.publicUrl)
    );
  };
}
