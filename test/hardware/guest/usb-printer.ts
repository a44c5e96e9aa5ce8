import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { FakePrinter } from '../../../native/printer/fake-printer';

const gadget = '/sys/kernel/config/usb_gadget/printer';

/** A USB printer that the kernel sees, with a fake printer behind it. */
export class UsbPrinter {
  readonly #side: ChildProcessByStdio<Writable, Readable, null>;

  /** Makes it; it is not plugged in yet. Linux's gadget framework, configfs: f_printer. */
  constructor(fake: FakePrinter) {
    const program = join(__dirname, 'gadget-printer-program.cjs');
    this.#side = spawn(process.execPath, [program, String(fake.port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    mkdirSync(gadget);
    const write = (path: string, text: string) => writeFileSync(join(gadget, path), text);
    write('idVendor', '0x04b8');
    write('idProduct', '0x0e28');
    mkdirSync(join(gadget, 'strings/0x409'), { recursive: true });
    write('strings/0x409/serialnumber', 'SN0001');
    write('strings/0x409/manufacturer', 'EPSON');
    write('strings/0x409/product', 'TM-T82X');
    mkdirSync(join(gadget, 'configs/c.1'), { recursive: true });
    mkdirSync(join(gadget, 'functions/printer.usb0'), { recursive: true });
    write('functions/printer.usb0/pnp_string', 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;');
    symlinkSync(join(gadget, 'functions/printer.usb0'), join(gadget, 'configs/c.1/printer.usb0'));
  }

  async plug(): Promise<void> {
    writeFileSync(join(gadget, 'UDC'), 'dummy_udc.0');
    await this.#tell('open');
  }

  async unplug(): Promise<void> {
    await this.#tell('close');
    writeFileSync(join(gadget, 'UDC'), '\n');
  }

  /** Pulls it out for good. */
  async remove(): Promise<void> {
    await this.unplug();
    this.#side.stdin.end();
    await once(this.#side, 'exit');
  }

  async #tell(word: string): Promise<void> {
    const answered = once(this.#side.stdout, 'data');
    this.#side.stdin.write(`${word}\n`);
    await answered;
  }
}
