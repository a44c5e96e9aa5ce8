import { fileTransport } from './file-transport';
import { type OpenResult, openWithin, type Transport } from './transport';
import { devicesMeant, type UsbAddress } from './usb-address';
import { claimUsbPrinter } from './usb-claim';
import { type AttachedUsbPrinter, attachedUsbPrinters } from './usb-printers';

/** The addresses that somebody opens, or may open at any moment: their printers are nobody else's. */
const inUse = new Set<UsbAddress>();

/**
 * A USB printer: by Linux's printer driver where that has it, else by claiming it. Which device it is, and which file the
 * driver shows it as, is looked up at each opening, since files are numbered in the order of plugging in. Where one that
 * it may be is another program's, the next is tried.
 */
export function usbTransport(address: UsbAddress): Transport {
  // An address of its own, also where another transport leads to the same one.
  const own = { ...address };
  inUse.add(own);
  return {
    open: (deadline) => openWithin(deadline, () => openUsb(own, deadline)),
    close: () => void inUse.delete(own),
  };
}

async function openUsb(address: UsbAddress, deadline: number): Promise<OpenResult> {
  const { printers, isWhole } = await attachedUsbPrinters();
  const others = [...inUse].filter((other) => other !== address);
  let opened: OpenResult = { ok: false, fault: isWhole ? 'not_found' : 'usb_missing' };
  for (const printer of devicesMeant(address, printers, others)) {
    opened = await openDevice(printer, deadline);
    if (opened.ok || opened.fault !== 'busy') return opened;
  }
  return opened;
}

async function openDevice(
  { deviceFile, claimable }: AttachedUsbPrinter,
  deadline: number,
): Promise<OpenResult> {
  if (deviceFile !== null) {
    const opened = await fileTransport(deviceFile).open(deadline);
    // Who may not open the file may still be allowed to have the device.
    if (opened.ok || opened.fault !== 'denied' || !claimable) return opened;
  }
  if (!claimable) return { ok: false, fault: 'usb_missing' };
  return await claimUsbPrinter(claimable.device, claimable.printer, claimable.driver);
}
