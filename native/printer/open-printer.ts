import { fileTransport } from './file-transport';
import { LinePrinter } from './line-printer';
import type { Printer } from './printer';
import { tcpTransport } from './tcp-transport';

/** A printer that can be reached: by the network, or as a device file of this machine. */
export type ReachablePrinter =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/** More bytes than a ticket has. */
const aTicket = 32_768;

/**
 * Begins to look after a printer; its status is `offline` until it has answered. Never throws.
 * `mayHoldTicket`: a ticket may have broken off in it before; what is left of that is thrown away first.
 */
export function openPrinter(target: ReachablePrinter, mayHoldTicket: boolean): Printer {
  const transport = target.kind === 'tcp' ? tcpTransport(target) : fileTransport(target.path);
  return new LinePrinter(transport, mayHoldTicket ? aTicket : 0);
}
