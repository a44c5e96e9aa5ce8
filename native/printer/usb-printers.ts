import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { UsbAddress } from './usb-address';
import { loadUsb, type PrinterInterface, printerInterfaceOf, type UsbDevice } from './usb-claim';

/** A USB printer, or what may be one, that is there now. `port` is never null, and stays the same while it stays in its socket. */
export interface AttachedUsbPrinter extends UsbAddress {
  /** False: a vendor's own device of a maker not known for printers, which is one only where somebody chose it. */
  readonly isPrinter: boolean;
  /** As the device tells them; null where it doesn't. */
  readonly maker: string | null;
  readonly model: string | null;
  /** Where Linux's printer driver, usblp, shows it now; null: that driver doesn't have it. */
  readonly deviceFile: string | null;
  /** For claiming it without that driver; null where the add-on does not load. */
  readonly claimable: ClaimablePrinter | null;
}

export interface ClaimablePrinter {
  readonly device: UsbDevice;
  readonly printer: PrinterInterface;
  /** Which of the system's drivers has it now; null: none, or not Linux. */
  readonly driver: string | null;
}

const deviceFolder = '/dev/usb';
/** Linux, sysfs: what usblp has, and every USB device. */
const printerFolder = '/sys/class/usbmisc';
const usbFolder = '/sys/bus/usb/devices';

/**
 * The USB printers that are attached, and what may be one, none of which is opened or asked. `isWhole`: false where
 * those that the system's driver doesn't have could not be looked for, since the add-on does not load. Never rejects.
 */
export async function attachedUsbPrinters(): Promise<{
  readonly printers: readonly AttachedUsbPrinter[];
  readonly isWhole: boolean;
}> {
  const [ofDriver, all] = await Promise.all([printersOfDriver(), allPrinters()]);
  const printers = new Map(ofDriver.map((printer) => [printer.port, printer]));
  for (const printer of all ?? []) {
    const known = printers.get(printer.port);
    printers.set(printer.port, known ? { ...known, claimable: printer.claimable } : printer);
  }
  return { printers: [...printers.values()], isWhole: all !== null };
}

async function printersOfDriver(): Promise<AttachedUsbPrinter[]> {
  if (process.platform !== 'linux') return [];
  // The folder goes with the last printer.
  const names = (await readdir(printerFolder).catch(() => [])).filter((name) => /^lp\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      // It leads to the interface, whose parent is the device, which has the ids.
      const folder = dirname(await realpath(join(printerFolder, name, 'device')).catch(() => ''));
      const read = async (file: string) =>
        (await readFile(join(folder, file), 'utf8').catch(() => '')).trim();
      const [vendor = '', product = '', maker = '', model = '', serial = ''] = await Promise.all(
        ['idVendor', 'idProduct', 'manufacturer', 'product', 'serial'].map(read),
      );
      const port = socketOf(folder);
      // It was pulled out meanwhile.
      if (vendor === '' || product === '' || port === null) return [];
      return {
        vendorId: Number.parseInt(vendor, 16),
        productId: Number.parseInt(product, 16),
        serial: usableSerial(serial),
        port,
        isPrinter: true,
        maker: maker || null,
        model: model || null,
        deviceFile: join(deviceFolder, name),
        claimable: null,
      };
    }),
  );
  return found.flat();
}

async function allPrinters(): Promise<AttachedUsbPrinter[] | null> {
  const usb = await loadUsb();
  if (!usb) return null;
  return await printersAmong(await usb.getDevices().catch(() => []));
}

/** Those of the add-on's devices that are printers, or may be. Never rejects: one that can't be read is left out. */
export async function printersAmong(devices: readonly UsbDevice[]): Promise<AttachedUsbPrinter[]> {
  // The add-on reads from a device as its fields are read, and throws where it was pulled out meanwhile.
  const found = await Promise.all(devices.map((device) => printerAt(device).catch(() => null)));
  return found.filter((printer) => printer !== null);
}

async function printerAt(device: UsbDevice): Promise<AttachedUsbPrinter | null> {
  const where = printerInterfaceOf(device);
  if (!where) return null;
  const { printer, isPrinter } = where;
  const { port, driver } = await placeOf(device, printer);
  return {
    vendorId: device.vendorId,
    productId: device.productId,
    serial: usableSerial(device.serialNumber?.trim() ?? ''),
    port,
    isPrinter,
    maker: device.manufacturerName?.trim() || null,
    model: device.productName?.trim() || null,
    deviceFile: null,
    claimable: { device, printer, driver },
  };
}

async function placeOf(device: UsbDevice, printer: PrinterInterface) {
  const ports = device.ports.join('.');
  // Windows names the bus by the way to its controller: `PCIROOT(0)#PCI(1400)#USBROOT(0)`.
  const elsewhere = { port: `${device.bus.replace(/[\s@]/g, '_')}-${ports}`, driver: null };
  if (process.platform !== 'linux') return elsewhere;
  const name = `${Number(device.bus)}-${ports}`;
  const folder = await realpath(join(usbFolder, name)).catch(() => '');
  const configuration = device.configuration?.configurationValue ?? 1;
  const link = join(folder, `${name}:${configuration}.${printer.interfaceNumber}`, 'driver');
  const driver = await readlink(link).catch(() => null);
  return { port: socketOf(folder) ?? elsewhere.port, driver: driver && basename(driver) };
}

/**
 * A device's socket by its folder in sysfs: `…/0000:00:14.0/usb1/1-1/1-1.2` is `0000:00:14.0-1.2`. Not by the bus's
 * number, which is given in the order in which controllers are found.
 */
function socketOf(folder: string): string | null {
  const [, controller, ports] = /\/([^/]+)\/usb\d+\/(?:.*\/)?\d+-(\d+(?:\.\d+)*)$/.exec(folder) ?? [];
  return controller && ports ? `${controller}-${ports}` : null;
}

/** What can stand in an address: some devices have rubbish for a number. */
function usableSerial(serial: string): string | null {
  return serial.length <= 80 && !/[\p{Cc}\uFFFD]/u.test(serial) ? serial || null : null;
}
