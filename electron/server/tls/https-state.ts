import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { HttpsState } from '../../contract/admin-https';
import { localInstant, localInstantOrNull } from '../../queue/local-instant';
import { isLoopbackAddress, isLoopbackHost } from '../network/addresses';
import type { ServerParts } from '../parts';
import type { HallCertificate } from './hall-certificate';
import { namesOf, spanOf } from './kept-certificates';
import type { SecureListener } from './secure-listener';

/** The door by https with its certificate; null: it isn't wanted. */
export type Https = { readonly certificate: HallCertificate; readonly listener: SecureListener } | null;

/** What is wrong with https, for findings and the admins' page. */
export function httpsFaults(https: Https): HttpsState['faults'] {
  if (!https) return [];
  const { fault } = https.listener;
  const listening = fault === null ? [] : [{ kind: 'port' as const, detail: fault }];
  return [...https.certificate.faults(), ...listening];
}

/** How https is served, as a request asks. `host` is the address that is listened on. */
export function httpsState(
  https: Https,
  { hall, host }: Pick<ServerParts, 'hall' | 'host'>,
  request: FastifyRequest,
): HttpsState {
  const { timezone } = hall().settings;
  const authority = https?.certificate.authority ?? null;
  const server = https?.certificate.server ?? null;
  return {
    wanted: https !== null,
    port: https?.listener.port ?? null,
    plainPort: (request.server.server.address() as AddressInfo).port,
    addresses: addressesOf(https, host),
    authority: authority && {
      name: nameOf(authority.subject),
      fingerprint: authority.fingerprint256,
      until: localInstant(spanOf(authority).to, timezone),
    },
    until: localInstantOrNull(server && spanOf(server.x509).to, timezone),
    faults: httpsFaults(https),
    isByHttps: request.protocol === 'https',
  };
}

/** Returns `Antre 3F2A91` of `CN=Antre 3F2A91\nO=…`. */
function nameOf(subject: string): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject;
}

function addressesOf(https: Https, host: string): string[] {
  const port = https?.listener.port ?? null;
  const server = https?.certificate.server;
  if (port === null || !server) return [];
  const { names, addresses } = namesOf(server.x509);
  const all = [
    ...addresses.map((each) => (each.includes(':') ? `[${each}]` : each)),
    // A name without a dot leads to the machine in some networks, and nowhere in others.
    ...names.filter((name) => name.includes('.')),
  ];
  const isHere = isLoopbackAddress(host);
  const reached = all.filter((each) => isLoopbackHost(each.replace(/^\[|\]$/g, '')) === isHere);
  return (isHere ? ['localhost', ...reached] : reached).map((each) => `https://${each}:${port}`);
}
