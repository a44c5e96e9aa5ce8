import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { FakePrinter } from '../../../native/printer/testing/fake-printer';
import { UsbGadget } from './usb-gadget';

/** A USB printer that the kernel sees, of the printer class or with a serial port, and a fake printer behind it. */
export class UsbPrinter {
  readonly #gadget: UsbGadget;
  readonly #side: ChildProcessByStdio<Writable, Readable, null>;
  readonly #isSerial: boolean;

  /** Makes it; it is not plugged in yet. `count`: how many of the printer class were made before. */
  constructor(
    fake: FakePrinter,
    nature: { readonly kind: 'printer' | 'serial'; readonly serial: string | null; readonly count?: number },
  ) {
    const { kind, serial, count = 0 } = nature;
    this.#isSerial = kind === 'serial';
    this.#gadget = new UsbGadget({
      name: `${kind}${count}`,
      vendorId: '0x04b8',
      productId: this.#isSerial ? '0x0202' : '0x0e28',
      maker: 'EPSON',
      product: 'TM-T82X',
      serial,
      ...(this.#isSerial
        ? { use: 'acm' }
        : {
            use: 'printer',
            settings: { pnp_string: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;' },
          }),
    });
    const device = this.#isSerial
      ? `/dev/ttyGS${readFileSync(this.#gadget.settingFile('port_num'), 'utf8').trim()}`
      : `/dev/g_printer${count}`;
    if (this.#isSerial) execFileSync('stty', ['-F', device, 'raw', '-echo']);
    const program = join(__dirname, 'gadget-printer-program.cjs');
    this.#side = spawn(process.execPath, [program, String(fake.port), device], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }

  async plug(socket: 0 | 1 = 0): Promise<void> {
    await this.#gadget.plug(socket);
    await this.#tell('open');
  }

  /** A printer's own side must be closed before it is pulled out; a serial port's would first wait until all has left. */
  async unplug(): Promise<void> {
    if (this.#isSerial) await this.#gadget.unplug();
    await this.#tell('close');
    if (!this.#isSerial) await this.#gadget.unplug();
  }

  /** Pulls it out for good. */
  async remove(): Promise<void> {
    await this.unplug();
    await this.end();
  }

  /** Ends its own side, once it is pulled out. */
  async end(): Promise<void> {
    this.#side.stdin.end();
    await once(this.#side, 'exit');
  }

  async #tell(word: string): Promise<void> {
    const answered = once(this.#side.stdout, 'data');
    this.#side.stdin.write(`${word}\n`);
    await answered;
  }
}
