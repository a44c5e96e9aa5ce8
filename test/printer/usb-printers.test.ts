import { expect, test } from 'vitest';
import { transportTo } from '../../native/printer/open-printer';
import { openWithin } from '../../native/printer/transport';
import type { UsbDevice } from '../../native/printer/usb-claim';
import { printersAmong } from '../../native/printer/usb-printers';

/** A device as the add-on shows it, in a socket that this machine hasn't got. */
function device(vendorId: number, interfaceClass: number): UsbDevice {
  const endpoints = [{ type: 'bulk', direction: 'out', endpointNumber: 2 }];
  const shown = {
    vendorId,
    productId: 0x5011,
    bus: '250',
    ports: [9, 9],
    manufacturerName: 'POS',
    productName: 'Printer ',
    configurations: [{ interfaces: [{ interfaceNumber: 1, alternates: [{ interfaceClass, endpoints }] }] }],
  };
  return shown as unknown as UsbDevice;
}

const printerClass = 0x07;
const vendorClass = 0xff;

test('a vendor’s own device of any maker may be a printer, and is taken for one unasked only where its maker makes them', async () => {
  const devices = [
    device(0x0416, printerClass),
    device(0x0519, vendorClass),
    device(0x0416, vendorClass),
    device(0x0416, 0x03),
  ];
  const found = await printersAmong(devices);
  expect(found.map(({ vendorId, isPrinter }) => [vendorId, isPrinter])).toEqual([
    [0x0416, true],
    [0x0519, true],
    [0x0416, false],
  ]);
  expect(found[2]).toEqual({
    vendorId: 0x0416,
    productId: 0x5011,
    serial: null,
    port: '250-9.9',
    isPrinter: false,
    maker: 'POS',
    model: 'Printer',
    deviceFile: null,
    claimable: {
      device: devices[2],
      printer: { interfaceNumber: 1, out: 2, in: null },
      driver: null,
    },
  });
});

test.each(['configurations', 'bus', 'serialNumber'])(
  'a device that is pulled out while its %s is read is left out, and the others are found',
  async (field) => {
    const pulledOut = Object.defineProperty(device(0x0416, printerClass), field, {
      get: () => {
        throw new Error('the device was disconnected');
      },
    });
    const found = await printersAmong([pulledOut, device(0x0519, printerClass)]);
    expect(found.map(({ vendorId }) => vendorId)).toEqual([0x0519]);
  },
);

test('what an add-on throws while a line is opened is a fault of that line', async () => {
  const denied = Object.assign(new Error('not allowed'), { code: 'EACCES' });
  expect(await openWithin(5000, () => Promise.reject(denied))).toEqual({ ok: false, fault: 'denied' });
  const atOnce = () => {
    throw new Error('the device was disconnected');
  };
  expect(await openWithin(5000, atOnce)).toEqual({ ok: false, fault: 'lost' });
});

test('a port that no computer has is a printer that is not there', async () => {
  const transport = transportTo({ kind: 'tcp', host: '127.0.0.1', port: 70_000 });
  expect(await transport.open(5000)).toEqual({ ok: false, fault: 'not_found' });
});
