import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const gadget = '/sys/kernel/config/usb_gadget/scanner';
/** The scanner's side of its serial port. */
const ownSide = '/dev/ttyGS0';

/** A scanner that the kernel sees as a USB serial port (CDC ACM), as most 2D scanners can be set to. */
export class UsbSerialScanner {
  /** Makes it; it is not plugged in yet. Linux's gadget framework, configfs: f_acm. */
  constructor() {
    mkdirSync(gadget);
    const write = (path: string, text: string) => writeFileSync(join(gadget, path), text);
    write('idVendor', '0x05e0');
    write('idProduct', '0x1701');
    mkdirSync(join(gadget, 'strings/0x409'), { recursive: true });
    write('strings/0x409/serialnumber', 'SN0002');
    write('strings/0x409/manufacturer', 'Symbol');
    write('strings/0x409/product', 'Scanner CDC');
    mkdirSync(join(gadget, 'configs/c.1'), { recursive: true });
    mkdirSync(join(gadget, 'functions/acm.usb0'), { recursive: true });
    symlinkSync(join(gadget, 'functions/acm.usb0'), join(gadget, 'configs/c.1/acm.usb0'));
    execFileSync('stty', ['-F', ownSide, 'raw', '-echo']);
  }

  plug(): void {
    writeFileSync(join(gadget, 'UDC'), 'dummy_udc.0');
  }

  unplug(): void {
    writeFileSync(join(gadget, 'UDC'), '\n');
  }

  /** It sends that, as it is. */
  send(bytes: Buffer): void {
    const file = openSync(ownSide, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
    writeSync(file, bytes);
    closeSync(file);
  }
}
