import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const gadgets = '/sys/kernel/config/usb_gadget';

/** A USB device as the kernel is to see it. */
export interface GadgetNature {
  /** Its name among the guest's gadgets. */
  readonly name: string;
  /** `0x04b8`. */
  readonly vendorId: string;
  readonly productId: string;
  readonly maker: string;
  readonly product: string;
  readonly serial: string | null;
  /** What it does, by Linux's name for the gadget function, and that function's settings. */
  readonly use: 'printer' | 'acm' | 'Loopback';
  readonly settings?: Readonly<Record<string, string>>;
}

/** A USB device that is made, and can be plugged in. Linux's gadget framework, configfs. */
export class UsbGadget {
  readonly #folder: string;
  readonly #function: string;

  /** Makes it; it is not plugged in yet. */
  constructor({ name, vendorId, productId, maker, product, serial, use, settings = {} }: GadgetNature) {
    this.#folder = join(gadgets, name);
    this.#function = join(this.#folder, `functions/${use}.usb0`);
    mkdirSync(this.#folder);
    const write = (path: string, text: string) => writeFileSync(join(this.#folder, path), text);
    write('idVendor', vendorId);
    write('idProduct', productId);
    mkdirSync(join(this.#folder, 'strings/0x409'), { recursive: true });
    if (serial !== null) write('strings/0x409/serialnumber', serial);
    write('strings/0x409/manufacturer', maker);
    write('strings/0x409/product', product);
    mkdirSync(join(this.#folder, 'configs/c.1'), { recursive: true });
    mkdirSync(this.#function, { recursive: true });
    for (const [setting, text] of Object.entries(settings))
      writeFileSync(join(this.#function, setting), text);
    symlinkSync(this.#function, join(this.#folder, 'configs/c.1', use));
  }

  /** A setting of its function, in which the kernel says which of the guest's devices is its own side. */
  settingFile(setting: string): string {
    return join(this.#function, setting);
  }

  /** Plugs it into one of the guest's two sockets. */
  plug(socket: 0 | 1 = 0): Promise<void> {
    return writeFile(join(this.#folder, 'UDC'), `dummy_udc.${socket}`);
  }

  unplug(): Promise<void> {
    return writeFile(join(this.#folder, 'UDC'), '\n');
  }
}
