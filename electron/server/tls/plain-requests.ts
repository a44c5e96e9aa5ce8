import type { FastifyRequest } from 'fastify';
import type { Hall } from '../../store/hall';
import { hostOf } from '../network/addresses';
import type { Network } from '../network/network';
import type { SecureListener } from './secure-listener';

/** What is done about who could come by https and doesn't, where the hall asks that of desks and admins. */
export interface PlainRequests {
  /** Whether desks and admins are kept to https at all now. Never while https isn't served: nobody would get in. */
  readonly areRefused: boolean;
  /** Whether this request must not prove a person. Whoever sits at this machine may always: so the way back stays open. */
  isRefused(request: FastifyRequest): boolean;
  /** The same address by https. */
  secureAddress(request: FastifyRequest): string;
}

/** Knows the hall's setting and the door by https, if there is one. */
export function plainRequests(parts: {
  readonly hall: () => Hall;
  readonly network: Pick<Network, 'isAtThisMachine'>;
  readonly secure: Pick<SecureListener, 'port'> | null;
}): PlainRequests {
  const { hall, network, secure } = parts;
  const areRefused = () => hall().settings.httpsRequired && (secure?.port ?? null) !== null;
  return {
    get areRefused() {
      return areRefused();
    },
    isRefused: (request) =>
      areRefused() && request.protocol !== 'https' && !network.isAtThisMachine(request.raw),
    secureAddress: (request) => {
      const host = hostOf(request.host) ?? 'localhost';
      return `https://${host.includes(':') ? `[${host}]` : host}:${secure?.port}${request.url}`;
    },
  };
}
