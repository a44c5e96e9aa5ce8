import type { HidDevice } from '../../native/hid/hid';

const device = (
  product: string,
  usagePage: number,
  usage: number,
  vendorId: number,
  productId: number,
): Omit<HidDevice, 'path'> => ({ product, usagePage, usage, vendorId, productId });

export const touchPanel = device('Kiosk Touch', 0x0d, 0x04, 0x1fd2, 0x8101);
export const scanner = device('Scanner HIDPOS', 0x8c, 0x02, 0x05e0, 0x1300);
export const keypad = device('Numpad', 0x01, 0x06, 0x04d9, 0xa02a);
export const buttonBox = device('CallBox', 0xff00, 0x01, 0x1234, 0xbeef);
