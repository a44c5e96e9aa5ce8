import { openWithin, type Transport } from '../../../native/printer/transport';
import { claimUsbPrinter } from '../../../native/printer/usb-claim';
import { attachedUsbPrinters } from '../../../native/printer/usb-printers';

/** The only USB printer there is, taken from the kernel's driver, as where its device file may not be opened. */
export function claimingTransport(): Transport {
  return {
    open: (deadline) =>
      openWithin(deadline, async () => {
        const { printers } = await attachedUsbPrinters();
        const printer = printers.find(({ isPrinter }) => isPrinter);
        if (!printer?.claimable) return { ok: false, fault: 'not_found' };
        const { device, printer: where, driver } = printer.claimable;
        return await claimUsbPrinter(device, where, driver);
      }),
  };
}
