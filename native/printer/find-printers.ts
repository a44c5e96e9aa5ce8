import { defaultBaudRate, type ReachableTarget } from '../../electron/contract/printer-target';
import { identifyPrinter, type PrinterIdentity } from './identify-printer';
import { transportTo } from './open-printer';
import { listSerialPorts } from './serial-ports';
import { listSpoolerPrinters } from './spooler-transport';
import { attachedUsbPrinters } from './usb-printers';

/** Something that may be a printer, and what is known of it without having asked it. */
export interface PrinterCandidate {
  /** By an address that is the same after it was pulled out, or the machine was started again. */
  readonly target: Exclude<ReachableTarget, { kind: 'share' | 'file' }>;
  /** As the operating system tells them; null where it doesn't. */
  readonly maker: string | null;
  readonly model: string | null;
  readonly vendorId: number | null;
  readonly productId: number | null;
  readonly serial: string | null;
  /** The device file that it is behind just now, `/dev/usb/lp0`; null where there is none. */
  readonly deviceFile: string | null;
}

export interface FoundCandidates {
  readonly candidates: readonly PrinterCandidate[];
  /** What could not be looked through, since its add-on does not load here. */
  readonly unsearched: readonly ('usb' | 'serial')[];
}

const rawPort = 9100;
const longestRange = 64;
/** Milliseconds: of many addresses that are tried nobody is at most. */
const longestConnect = 1200;

/**
 * Lists what is attached and may be a printer, without asking any of them: USB printers, serial ports, and what Windows
 * knows as printers. Never rejects.
 */
export async function findAttachedPrinters(): Promise<FoundCandidates> {
  const [usb, serial, spooled] = await Promise.all([
    findUsbPrinters(),
    findSerialPorts(),
    process.platform === 'win32' ? listSpoolerPrinters() : [],
  ]);
  return {
    candidates: [...usb.candidates, ...(serial ?? []), ...spooled.map(spoolerCandidate)],
    unsearched: [...(usb.isWhole ? [] : (['usb'] as const)), ...(serial ? [] : (['serial'] as const))],
  };
}

/** The addresses that an entry names: `192.168.1.50`, `printer.local:9100`, or `192.168.1.20-60`, 64 of them at most. */
export function networkTargets(entry: string): readonly Extract<ReachableTarget, { kind: 'tcp' }>[] {
  const [address = '', port = String(rawPort)] = entry.split(':');
  const range = rangeOf(address);
  const hosts = range
    ? Array.from(
        { length: Math.min(longestRange, Math.max(0, Number(range[3]) - Number(range[2]) + 1)) },
        (_each, index) => `${range[1]}${Number(range[2]) + index}`,
      )
    : [address];
  return hosts.map((host) => ({ kind: 'tcp', host, port: Number(port) }));
}

/** Whether an entry names a range, most of whose addresses are no printers. */
export function isRange(entry: string): boolean {
  return rangeOf(entry.split(':')[0] ?? '') !== null;
}

function rangeOf(address: string): RegExpExecArray | null {
  return /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.)(\d{1,3})-(\d{1,3})$/.exec(address);
}

/** Asks a candidate who it is; see `identifyPrinter`. */
export async function identifyCandidate({ target }: PrinterCandidate): Promise<PrinterIdentity> {
  const transport = transportTo(target);
  try {
    return await identifyPrinter(transport, target.kind === 'tcp' ? longestConnect : undefined);
  } finally {
    transport.close?.();
  }
}

function spoolerCandidate(name: string): PrinterCandidate {
  return {
    target: { kind: 'spooler', name },
    maker: null,
    model: name,
    vendorId: null,
    productId: null,
    serial: null,
    deviceFile: null,
  };
}

async function findUsbPrinters(): Promise<{ candidates: PrinterCandidate[]; isWhole: boolean }> {
  const { printers, isWhole } = await attachedUsbPrinters();
  const surely = printers.filter(({ isPrinter }) => isPrinter);
  const candidates = surely.map(({ vendorId, productId, serial, port, maker, model, deviceFile }) => ({
    target: { kind: 'usb', vendorId, productId, serial, port } as const,
    maker,
    model,
    vendorId,
    productId,
    serial,
    deviceFile,
  }));
  return { candidates, isWhole };
}

async function findSerialPorts(): Promise<PrinterCandidate[] | null> {
  const ports = await listSerialPorts();
  return (
    ports?.map(({ steadyPath, path, maker, vendorId, productId, serial }) => ({
      target: { kind: 'serial', path: steadyPath, baudRate: defaultBaudRate },
      maker,
      model: null,
      vendorId,
      productId,
      serial,
      deviceFile: path,
    })) ?? null
  );
}
