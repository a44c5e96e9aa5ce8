import type { HidFault } from '../../native/hid/hid';
import type { HidKind } from '../../native/hid/kinds';

export type Language = 'id' | 'en';

/** What the list of the hardware says, beside what the admins' page of printers says too. */
interface HardwareTexts {
  readonly printers: string;
  readonly devices: string;
  readonly noDevices: string;
  readonly hidMissing: string;
  readonly kinds: Readonly<Record<HidKind, string>>;
  readonly faults: Readonly<Record<HidFault, string>>;
  readonly typesItself: string;
  readonly canBeRead: string;
  readonly looking: string;
  readonly notAsked: string;
  readonly keepIt: string;
  readonly usage: string;
  readonly wrongTarget: string;
  readonly wrongAddress: string;
  readonly wrongProfile: string;
}

const usage = `npm run hardware -- [ADDRESS…] [--test TARGET] [--profile epson-80|generic-80|generic-58|custom-80|silent-80|silent-58] [--english]
  ADDRESS   192.168.1.50, printer.local:9100, 192.168.1.20-60
  TARGET    tcp://192.168.1.50:9100, usb:04b8:0e28, serial:COM3?baud=19200, file:/dev/usb/lp0, share:\\\\HOST\\NAME, spooler:NAME`;

export const hardwareTexts: Readonly<Record<Language, HardwareTexts>> = {
  id: {
    printers: 'Printer',
    devices: 'Perangkat masukan (HID)',
    noDevices: 'Tidak ada layar sentuh, pemindai, atau kotak tombol yang ditemukan.',
    hidMissing:
      'Perangkat HID tidak dapat dicari: node-hid tidak termuat. Jalankan npm ci; di Linux pasang libusb-1.0-0 dan libudev1.',
    kinds: {
      touch_screen: 'Layar sentuh',
      scanner: 'Pemindai',
      keyboard: 'Papan tombol',
      button_box: 'Kotak tombol',
    },
    faults: {
      denied: 'tidak boleh dibuka; di Linux pasang aturan udev untuk hidraw',
      gone: 'tidak dapat dibuka',
      unavailable: 'tidak dapat dibuka di komputer ini',
    },
    typesItself: 'mengetik sendiri ke layar',
    canBeRead: 'dapat dibaca',
    looking: 'Mencari…',
    notAsked: 'tidak ditanya; coba --test',
    keepIt: 'Untuk memakainya: tekan Pakai di /admin, Printer.',
    usage: `Pemakaian: ${usage}`,
    wrongTarget: 'Alamat printer tidak dimengerti',
    wrongAddress: 'Alamat jaringan tidak dimengerti',
    wrongProfile: 'Jenis printer tidak dikenal',
  },
  en: {
    printers: 'Printers',
    devices: 'Input devices (HID)',
    noDevices: 'No touch screen, scanner or button box was found.',
    hidMissing:
      'HID devices can’t be looked for: node-hid does not load. Run npm ci; on Linux install libusb-1.0-0 and libudev1.',
    kinds: {
      touch_screen: 'Touch screen',
      scanner: 'Scanner',
      keyboard: 'Keyboard',
      button_box: 'Button box',
    },
    faults: {
      denied: 'may not be opened; on Linux install the udev rule for hidraw',
      gone: 'can’t be opened',
      unavailable: 'can’t be opened on this machine',
    },
    typesItself: 'types into the page by itself',
    canBeRead: 'can be read',
    looking: 'Looking…',
    notAsked: 'not asked; try --test',
    keepIt: 'To print on it: press Use at /admin, Printers.',
    usage: `Usage: ${usage}`,
    wrongTarget: 'Not a printer’s address',
    wrongAddress: 'Not an address in the network',
    wrongProfile: 'Not a kind of printer',
  },
};
