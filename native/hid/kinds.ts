import type { HidDevice } from './hid';

/** What a HID device is to a queue. */
export type HidKind = 'touch_screen' | 'scanner' | 'keyboard' | 'button_box';

const genericDesktop = 0x01;
const consumer = 0x0c;
const digitizer = 0x0d;
const barCodeScanner = 0x8c;
const firstVendorPage = 0xff00;

/**
 * What a device is by its usage (USB HID Usage Tables 1.5), or null for one that is of no use here.
 * Keyboards, and keypads that call themselves keyboards, type into whatever has the focus: they are known, not read.
 */
export function kindOf({ usagePage, usage }: HidDevice): HidKind | null {
  if (usagePage === digitizer) return usage === 0x04 ? 'touch_screen' : null;
  if (usagePage === barCodeScanner) return usage === 0x02 ? 'scanner' : null;
  if (usagePage === genericDesktop) {
    if (usage === 0x06) return 'keyboard';
    // Joystick, game pad, keypad.
    return usage === 0x04 || usage === 0x05 || usage === 0x07 ? 'button_box' : null;
  }
  return usagePage === consumer || usagePage >= firstVendorPage ? 'button_box' : null;
}
