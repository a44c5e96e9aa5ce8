import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** Linux's tables of TCP sockets: an IPv4 program stands in the first, also where the server listens by IPv6. */
const tables = ['/proc/net/tcp', '/proc/net/tcp6'];
const known = new WeakMap<Socket, boolean>();

/**
 * Whether the program at the other end of a connection within this machine runs as Antre's own user, or as root, who can
 * read Antre's data anyway. True where the system doesn't tell (Linux alone does). Asked once a connection.
 */
export function isPeerOfThisUser(socket: Socket): boolean {
  const before = known.get(socket);
  if (before !== undefined) return before;
  const found = askSystem(socket);
  known.set(socket, found);
  return found;
}

function askSystem({ remoteAddress, remotePort, localAddress, localPort }: Socket): boolean {
  const own = process.geteuid?.();
  if (process.platform !== 'linux' || own === undefined) return true;
  if (!remoteAddress || !remotePort || !localAddress || !localPort) return false;
  for (const [index, table] of tables.entries()) {
    let text: string;
    try {
      text = readFileSync(table, 'latin1');
    } catch {
      return true;
    }
    const inTable = index === 0 ? inHexOfIpv4 : inHexOfIpv6;
    const peer = inTable(remoteAddress);
    const here = inTable(localAddress);
    if (peer === undefined || here === undefined) continue;
    const ends = `: ${peer}:${inHex(remotePort, 4)} ${here}:${inHex(localPort, 4)} `;
    const at = text.indexOf(ends);
    if (at === -1) continue;
    // After the two ends: state, queues, timer, retransmissions, owner, timeout, inode.
    const [, , , , owner = '', , inode = ''] = text
      .slice(at + ends.length, text.indexOf('\n', at))
      .split(/ +/);
    // A socket that nobody holds any more is listed as root's, with no inode.
    return inode !== '0' && (Number(owner) === own || owner === '0');
  }
  return false;
}

/** `0100007F` for 127.0.0.1: the kernel writes words of 32 bits as this processor keeps them, little end first. */
function inHexOfIpv4(address: string): string | undefined {
  const match = /^(?:::ffff:)?(\d+)\.(\d+)\.(\d+)\.(\d+)$/i.exec(address);
  return match
    ?.slice(1)
    .reverse()
    .map((part) => inHex(Number(part), 2))
    .join('');
}

/** Of the addresses of this machine's own: `::1`, and those of IPv4 in the form that IPv6 has for them. */
function inHexOfIpv6(address: string): string | undefined {
  if (address === '::1') return `${'0'.repeat(24)}01000000`;
  const mapped = inHexOfIpv4(address);
  return mapped && `${'0'.repeat(16)}FFFF0000${mapped}`;
}

function inHex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
