import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { UsbGadget } from './usb-gadget';

/** The scanner's side of its serial port. */
const ownSide = '/dev/ttyGS0';

/** A scanner that the kernel sees as a USB serial port (CDC ACM), as most 2D scanners can be set to. */
export class UsbSerialScanner {
  readonly #gadget = new UsbGadget({
    name: 'scanner',
    vendorId: '0x05e0',
    productId: '0x1701',
    maker: 'Symbol',
    product: 'Scanner CDC',
    serial: 'SN0002',
    use: 'acm',
  });

  /** Makes it; it is not plugged in yet. */
  constructor() {
    execFileSync('stty', ['-F', ownSide, 'raw', '-echo']);
  }

  plug(): Promise<void> {
    return this.#gadget.plug();
  }

  unplug(): Promise<void> {
    return this.#gadget.unplug();
  }

  /** It sends that, as it is. */
  send(bytes: Buffer): void {
    const file = openSync(ownSide, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
    writeSync(file, bytes);
    closeSync(file);
  }
}
