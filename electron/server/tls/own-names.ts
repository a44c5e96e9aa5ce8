import { BlockList, isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Settings } from '../../contract/settings';

/** By what a certificate is asked for: names in lower case, and addresses as `normalAddress` writes them. */
export interface CertificateNames {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** An interface more than a machine ever has; a certificate has room for so many. */
const addressesAtMost = 32;
const nameForm = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Returns this machine's addresses in its networks: those of IPv4, and of IPv6 those that stay within a site (`fd00::7`). */
export function networkAddresses(): readonly string[] {
  const local = new BlockList();
  local.addSubnet('fc00::', 7, 'ipv6');
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(
      ({ internal, family, address }) => !internal && (family === 'IPv4' || local.check(address, 'ipv6')),
    )
    .map(({ address }) => normalAddress(address));
}

/** Returns every name and address by which the hall is opened, each once and in order. */
export function ownNames(
  { hostNames, publicUrl }: Pick<Settings, 'hostNames' | 'publicUrl'>,
  addresses: readonly string[],
): CertificateNames {
  const machine = hostname().toLowerCase();
  const publicHost = publicUrl === null ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')];
  const all = ['localhost', machine, `${machine}.local`, ...hostNames, ...publicHost];
  return {
    names: inOrder(all.filter((name) => isIP(name) === 0 && name.length <= 253 && nameForm.test(name))),
    addresses: inOrder([
      '127.0.0.1',
      '::1',
      ...addresses.slice(0, addressesAtMost),
      ...publicHost.filter((host) => isIP(host) !== 0).map(normalAddress),
    ]),
  };
}

/** Returns an address as everybody writes it: `fd00::7` for `fd00:0:0:0:0:0:0:7`. */
export function normalAddress(address: string): string {
  return isIP(address) === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}

/** Returns the two as one text, to compare them by. */
export function textOfNames({ names, addresses }: CertificateNames): string {
  return [...names, ...addresses].join(' ');
}

function inOrder(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}
