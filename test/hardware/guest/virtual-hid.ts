import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';

/** A HID device as it is plugged in. */
export interface HidDevice {
  readonly name: string;
  readonly vendor: number;
  readonly product: number;
  /** Its report descriptor (usb.org, HID Usage Tables), in hexadecimal. */
  readonly descriptor: string;
}

export const touchPanel: HidDevice = {
  name: 'Kiosk Touch',
  vendor: 0x1fd2,
  product: 0x8101,
  descriptor:
    '050d0904a101850109 22a1020942150025017501950181029507810309517508 9501257f81020501093026ff0f751095018102093181 02c0050d0954250a75089501810209 55250ab102c0',
};
export const scanner: HidDevice = {
  name: 'Scanner HIDPOS',
  vendor: 0x05e0,
  product: 0x1300,
  descriptor: '058c0902a1018502150026ff007508953f09fe8102c0',
};
export const keypad: HidDevice = {
  name: 'Numpad',
  vendor: 0x04d9,
  product: 0xa02a,
  descriptor: '05010906a101050719e029e715002501750195088102750895018103190029651500256575089506 8100c0',
};
/** A tactile pad as those are that type: its keys send what they were set to, its headset socket too. */
export const pad: HidDevice = {
  name: 'Tactile pad',
  vendor: 0x2047,
  product: 0x09d0,
  descriptor: '05010906a101050719e029e715002501750195088102750895018103190029731500257375089506 8100c0',
};
export const buttonBox: HidDevice = {
  name: 'CallBox',
  vendor: 0x1234,
  product: 0xbeef,
  descriptor: '0600ff0901a101150026ff00750895080901810209029102c0',
};
/** A mouse with media keys and a collection of its maker's: three collections, told apart by report ids 1, 2 and 3. */
export const mouse: HidDevice = {
  name: 'Mouse with media keys',
  vendor: 0x046d,
  product: 0xc08b,
  descriptor:
    '05010902a101 8501 0901a100 0509190129031500250195037501 8102 950175058103 05010930093115 81257f750895028106 c0c0' +
    '050c0901a101 8502 1500263c0219002a3c02751095018100 c0' +
    '0600ff0901a101 8503 150026ff007508950709018102 c0',
};

/** A HID device that is plugged in. */
export interface PluggedHid {
  /** It says something: one input report, with its report id first where it has one. */
  report(bytes: readonly number[]): void;
  /** The output reports it was sent, oldest first. */
  readonly received: readonly Buffer[];
  unplug(): void;
}

// linux/uhid.h: struct uhid_event, whose first four bytes tell its kind.
const eventSize = 4380;
const events = { destroy: 1, output: 6, getReport: 9, getReportReply: 10, create2: 11, input2: 12 };
const usbBus = 3;
const answerEvery = 5;

/** Plugs a virtual device in, through /dev/uhid; the kernel's own drivers take it from there. */
export function plugIn({ name, vendor, product, descriptor }: HidDevice): PluggedHid {
  // Non-blocking: a blocked read would hold a thread of the pool, and the process could not end.
  const file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK);
  const send = (fill: (event: Buffer) => void) => {
    const event = Buffer.alloc(eventSize);
    fill(event);
    writeSync(file, event, 0, eventSize);
  };
  send((event) => {
    const bytes = Buffer.from(descriptor.replace(/ /g, ''), 'hex');
    event.writeUInt32LE(events.create2, 0);
    event.write(name, 4);
    event.write(`phys/${name}`, 132);
    event.write(`SN-${product.toString(16)}`, 196);
    event.writeUInt16LE(bytes.length, 260);
    event.writeUInt16LE(usbBus, 262);
    event.writeUInt32LE(vendor, 264);
    event.writeUInt32LE(product, 268);
    event.writeUInt32LE(1, 272);
    bytes.copy(event, 280);
  });
  const received: Buffer[] = [];
  const answer = setInterval(() => {
    const event = Buffer.alloc(eventSize);
    try {
      readSync(file, event, 0, eventSize, null);
    } catch {
      // EAGAIN: nothing was asked.
      return;
    }
    const kind = event.readUInt32LE(0);
    if (kind === events.output) received.push(event.subarray(4, 4 + event.readUInt16LE(4100)));
    if (kind !== events.getReport) return;
    // Unanswered, the kernel waits five seconds before a touch panel appears.
    send((reply) => {
      reply.writeUInt32LE(events.getReportReply, 0);
      reply.writeUInt32LE(event.readUInt32LE(4), 4);
      reply.writeUInt16LE(2, 10);
      reply[12] = event[8] ?? 0;
      reply[13] = 10;
    });
  }, answerEvery);
  return {
    received,
    report: (bytes) =>
      send((event) => {
        event.writeUInt32LE(events.input2, 0);
        event.writeUInt16LE(bytes.length, 4);
        Buffer.from(bytes).copy(event, 6);
      }),
    unplug: () => {
      clearInterval(answer);
      send((event) => event.writeUInt32LE(events.destroy, 0));
      closeSync(file);
    },
  };
}
