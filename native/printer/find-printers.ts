import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { identifyPrinter, type PrinterIdentity } from './identify-printer';
import { type ReachablePrinter, transportTo } from './open-printer';
import { loadSerialPort } from './serial-transport';
import { listSpoolerPrinters } from './spooler-transport';
import { loadUsb, printerInterfaceOf } from './usb-transport';

/** Something that may be a printer, and what is known of it without having asked it. */
export interface PrinterCandidate {
  readonly target: Exclude<ReachablePrinter, { kind: 'share' }>;
  /** As the operating system tells them; null where it doesn't. */
  readonly maker: string | null;
  readonly model: string | null;
  readonly vendorId: number | null;
  readonly productId: number | null;
  readonly serial: string | null;
}

export interface FoundCandidates {
  readonly candidates: readonly PrinterCandidate[];
  /** What could not be looked through, since its add-on does not load here. */
  readonly unsearched: readonly ('usb' | 'serial')[];
}

const rawPort = 9100;
const longestRange = 64;
const longestConnect = 1200;
const usualBaudRate = 19_200;
/** Where Linux shows USB printers as files. */
const deviceFolder = '/dev/usb';
const systemFolder = '/sys/class/usbmisc';

/**
 * Lists what is attached and may be a printer, without asking any of them: device files, USB printers that the system
 * doesn't show as one, serial ports, and what Windows knows as printers.
 */
export async function findAttachedPrinters(): Promise<FoundCandidates> {
  const [files, usb, serial, spooled] = await Promise.all([
    findDeviceFiles(),
    findUsbPrinters(),
    findSerialPorts(),
    process.platform === 'win32' ? listSpoolerPrinters() : [],
  ]);
  const shown = new Set(
    files.map(({ vendorId, productId, serial: own }) => `${vendorId}:${productId}:${own}`),
  );
  return {
    candidates: [
      ...files,
      ...(usb ?? []).filter((each) => !shown.has(`${each.vendorId}:${each.productId}:${each.serial}`)),
      ...(serial ?? []),
      ...spooled.map(spoolerCandidate),
    ],
    unsearched: [...(usb ? [] : (['usb'] as const)), ...(serial ? [] : (['serial'] as const))],
  };
}

/** The addresses that an entry names: `192.168.1.50`, `printer.local:9100`, or `192.168.1.20-60`, 64 of them at most. */
export function networkTargets(entry: string): readonly Extract<ReachablePrinter, { kind: 'tcp' }>[] {
  const [address = '', port = String(rawPort)] = entry.split(':');
  const range = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.)(\d{1,3})-(\d{1,3})$/.exec(address);
  const hosts = range
    ? Array.from(
        { length: Math.min(longestRange, Math.max(0, Number(range[3]) - Number(range[2]) + 1)) },
        (_each, index) => `${range[1]}${Number(range[2]) + index}`,
      )
    : [address];
  return hosts.map((host) => ({ kind: 'tcp', host, port: Number(port) }));
}

/** Whether anybody takes connections there. */
export async function isThere(target: ReachablePrinter): Promise<boolean> {
  const opened = await transportTo(target).open(longestConnect);
  if (opened.ok) opened.line.close();
  // One that turns us away is there.
  return opened.ok || opened.fault === 'busy' || opened.fault === 'denied';
}

/** Asks a candidate who it is; see `identifyPrinter`. */
export function identifyCandidate({ target }: PrinterCandidate): Promise<PrinterIdentity> {
  return identifyPrinter(transportTo(target));
}

function spoolerCandidate(name: string): PrinterCandidate {
  return {
    target: { kind: 'spooler', name },
    maker: null,
    model: name,
    vendorId: null,
    productId: null,
    serial: null,
  };
}

async function findDeviceFiles(): Promise<PrinterCandidate[]> {
  if (process.platform !== 'linux') return [];
  // The folder goes with the last printer.
  const names = (await readdir(deviceFolder).catch(() => [])).filter((name) => /^lp\d+$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      // It leads to the interface, whose parent is the device, which has the ids.
      const device = dirname(await realpath(join(systemFolder, name, 'device')).catch(() => ''));
      const read = async (file: string) =>
        (await readFile(join(device, file), 'utf8').catch(() => '')).trim() || null;
      const [vendor, product, maker, model, serial] = await Promise.all(
        ['idVendor', 'idProduct', 'manufacturer', 'product', 'serial'].map(read),
      );
      return {
        target: { kind: 'file', path: join(deviceFolder, name) } as const,
        maker: maker ?? null,
        model: model ?? null,
        vendorId: vendor ? Number.parseInt(vendor, 16) : null,
        productId: product ? Number.parseInt(product, 16) : null,
        serial: serial ?? null,
      };
    }),
  );
}

async function findUsbPrinters(): Promise<PrinterCandidate[] | null> {
  const usb = await loadUsb();
  if (!usb) return null;
  const devices = await usb.getDevices().catch(() => []);
  return devices.flatMap((device) => {
    if (!printerInterfaceOf(device)) return [];
    const { vendorId, productId } = device;
    const serial = device.serialNumber || null;
    return [
      {
        target: { kind: 'usb', vendorId, productId, serial } as const,
        maker: device.manufacturerName || null,
        model: device.productName || null,
        vendorId,
        productId,
        serial,
      },
    ];
  });
}

async function findSerialPorts(): Promise<PrinterCandidate[] | null> {
  const SerialPort = await loadSerialPort();
  if (!SerialPort) return null;
  const ports = await SerialPort.list().catch(() => []);
  return ports.flatMap(({ path, manufacturer, vendorId, productId, serialNumber }) => {
    // Boards show ports where nothing is attached; those have no maker.
    if (/^\/dev\/ttyS\d+$/.test(path)) return [];
    return [
      {
        target: { kind: 'serial', path, baudRate: usualBaudRate } as const,
        maker: manufacturer || null,
        model: null,
        vendorId: vendorId ? Number.parseInt(vendorId, 16) : null,
        productId: productId ? Number.parseInt(productId, 16) : null,
        serial: serialNumber || null,
      },
    ];
  });
}
