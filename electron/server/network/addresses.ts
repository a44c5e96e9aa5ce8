import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Headers by which a proxy says that somebody else is asking. */
const forwardingHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-original-forwarded-for',
  'x-cluster-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'fastly-client-ip',
  'via',
];

/**
 * The name or address in a `Host` header, without port and brackets, or undefined for none that is valid: with it, the
 * header makes an address of the server (`localhost:99999` does not).
 */
export function hostOf(header: string | undefined): string | undefined {
  if (!isAddress(`http://${header}`)) return undefined;
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9][a-z0-9.-]*))(?::\d{1,5})?$/i.exec(header ?? '');
  const host = (match?.[1] ?? match?.[2])?.toLowerCase();
  // Brackets stand around an IPv6 address and around nothing else.
  if (match?.[1] !== undefined && isIP(match[1]) !== 6) return undefined;
  return host;
}

/** As `URL.canParse`, which the Node of Electron 25 lacks. */
function isAddress(text: string): boolean {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
}

/** Whether a `Host` names this very machine and nothing that another could be. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Whether a listening address can be reached from this machine only. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return isLoopbackHost(address.toLowerCase().replace(/^::ffff:/, ''));
}

/** Whether a request says that it was passed on. */
export function saysForwarded({ headers }: IncomingMessage): boolean {
  return forwardingHeaders.some((name) => headers[name] !== undefined);
}

/**
 * Whether a `Host` is this server's. A page of another site that makes its own name point here (DNS rebinding)
 * sends that name: so names must be known, while an address can't be made to point elsewhere.
 */
export function isOwnHost(
  host: string,
  hall: {
    readonly openToNetwork: boolean;
    readonly publicUrl: string | null;
    readonly hostNames: readonly string[];
  },
): boolean {
  if (isLoopbackHost(host)) return true;
  if (hall.publicUrl !== null && new URL(hall.publicUrl).hostname.replace(/^\[|\]$/g, '') === host)
    return true;
  if (hall.hostNames.includes(host)) return true;
  if (!hall.openToNetwork) return false;
  const machine = hostname().toLowerCase();
  return isIP(host) !== 0 || host === machine || host === `${machine}.local`;
}

/** Whether an `Origin` is the one that this server's own pages have under the `Host` they were loaded by. */
export function isOwnOrigin(
  origin: string,
  by: { readonly protocol: 'http' | 'https'; readonly host: string },
  publicUrl: string | null,
): boolean {
  const { host } = by;
  if (origin.toLowerCase() === new URL(`${by.protocol}://${host}`).origin) return true;
  // Behind a proxy that ends TLS and isn't named as trusted, the page's origin is https while the request comes by http.
  return publicUrl !== null && new URL(publicUrl).origin === origin && new URL(publicUrl).host === host;
}
