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
/** A mouse whose wheel can also turn the sound up; its maker's program talks to it by a collection of its own. */
export const mouse = [
  device('Mouse', 0x01, 0x02, 0x046d, 0xc08b),
  device('Mouse', 0x0c, 0x01, 0x046d, 0xc08b),
  device('Mouse', 0xff00, 0x01, 0x046d, 0xc08b),
] as const;
/** A keyboard with media keys. */
export const mediaKeyboard = [
  device('Media keyboard', 0x0c, 0x01, 0x04d9, 0xa02b),
  device('Media keyboard', 0x01, 0x06, 0x04d9, 0xa02b),
  device('Media keyboard', 0x01, 0x80, 0x04d9, 0xa02b),
] as const;
/** A touch panel as most are: it can pass for a mouse, and its maker's program talks to it. */
export const wholeTouchPanel = [
  device('Kiosk Touch', 0xff00, 0x01, 0x1fd2, 0x8101),
  device('Kiosk Touch', 0x01, 0x02, 0x1fd2, 0x8101),
  touchPanel,
] as const;
