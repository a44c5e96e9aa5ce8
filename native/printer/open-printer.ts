import type { DialectName } from '../../electron/contract/printer-profile';
import type { ReachableTarget } from '../../electron/contract/printer-target';
import { dialects } from './dialects/dialects';
import { fileTransport } from './file-transport';
import { LinePrinter } from './line-printer';
import type { Printer } from './printer';
import { serialTransport } from './serial-transport';
import { shareTransport } from './share-transport';
import { spoolerTransport } from './spooler-transport';
import { tcpTransport } from './tcp-transport';
import type { Transport } from './transport';
import { usbTransport } from './usb-transport';
import { WriteOnlyPrinter } from './write-only-printer';

/** More bytes than a ticket has. */
const aTicket = 32_768;

/**
 * Begins to look after a printer; its status is `offline` until it has answered. Never throws.
 * `mayHoldTicket`: a ticket may have broken off in it before; what is left of that is thrown away first.
 */
export function openPrinter(
  target: ReachableTarget,
  { dialect: name, mayHoldTicket }: { readonly dialect: DialectName; readonly mayHoldTicket: boolean },
): Printer {
  const transport = transportTo(target);
  const dialect = dialects[name];
  if (target.kind === 'share' || target.kind === 'spooler') return new WriteOnlyPrinter(transport);
  // Where nothing is ever heard on it, only a new line shows that a network printer is still there.
  if (target.kind === 'tcp' && dialect.questions.length === 0) return new WriteOnlyPrinter(transport);
  return new LinePrinter(transport, dialect, mayHoldTicket ? aTicket : 0);
}

/** The transport that leads to a printer. */
export function transportTo(target: ReachableTarget): Transport {
  switch (target.kind) {
    case 'tcp':
      return tcpTransport(target);
    case 'file':
      return fileTransport(target.path);
    case 'usb':
      return usbTransport(target);
    case 'serial':
      return serialTransport(target);
    case 'share':
      return shareTransport(target.path);
    case 'spooler':
      return spoolerTransport(target.name);
  }
}
