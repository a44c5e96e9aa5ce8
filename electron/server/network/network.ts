import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { hostOf, isLoopbackAddress, isLoopbackHost, saysForwarded } from './addresses';
import { isPeerOfThisUser } from './peer-owner';

/** What of the configuration says whom to believe; as `config.ts` has it. */
export interface NetworkTrust {
  readonly trustedProxies: readonly string[];
  readonly localKiosk: 'own' | 'any' | 'none';
}

/** Where requests come from, and what of it is believed. */
export interface Network {
  /** Whether what a proxy at this address says of its caller is believed. */
  trusts(address: string): boolean;
  /** Whether a program at this machine asks, of whichever user, and nothing that is seen to pass on what others ask. */
  isAtThisMachine(request: IncomingMessage): boolean;
  /** Whether a program at this machine asks for itself: nothing that passes on what others ask. */
  isFromThisMachine(request: IncomingMessage): boolean;
  /** Whether a request without a token is the built-in kiosk's. */
  isBuiltInKiosk(request: IncomingMessage): boolean;
}

/** Knows the proxies and the switch of the configuration. */
export function knowNetwork({ trustedProxies, localKiosk }: NetworkTrust): Network {
  const proxies = proxyList(trustedProxies);
  const trusts = (address: string) => {
    const version = isIP(address);
    return version !== 0 && proxies.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
  /**
   * A proxy with its defaults says nothing of having passed a request on. It is known by HTTP/1.0, which nginx speaks
   * with whom it asks and no browser does, or by running as another user.
   */
  const isDirect = (request: IncomingMessage) => {
    const { remoteAddress } = request.socket;
    return (
      isLoopbackAddress(remoteAddress) &&
      !trusts(remoteAddress ?? '') &&
      !saysForwarded(request) &&
      request.httpVersion !== '1.0'
    );
  };
  const isFromThisMachine = (request: IncomingMessage) =>
    isDirect(request) && isPeerOfThisUser(request.socket);
  return {
    trusts,
    isAtThisMachine: isDirect,
    isFromThisMachine,
    isBuiltInKiosk: (request) => {
      const host = hostOf(request.headers.host);
      if (localKiosk === 'none' || host === undefined || !isLoopbackHost(host)) return false;
      return localKiosk === 'any' ? isDirect(request) : isFromThisMachine(request);
    },
  };
}

/** Addresses and networks (`10.0.0.0/8`), as `config.ts` has checked them. */
function proxyList(trustedProxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of trustedProxies) {
    const [address = '', prefix] = each.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
