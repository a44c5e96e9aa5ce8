import type { HidDevice } from './hid';

/** What a HID device is to a queue. */
export type HidKind = 'touch_screen' | 'scanner' | 'keyboard' | 'button_box';

/** A device that is of use here, as the collection of its that makes it so. */
export interface UsefulDevice {
  readonly device: HidDevice;
  readonly kind: HidKind;
}

const genericDesktop = 0x01;
const consumer = 0x0c;
const digitizer = 0x0d;
const barCodeScanner = 0x8c;
const firstVendorPage = 0xff00;

/** A pointer: of no use here, but what else comes by its path may be its movements. */
type CollectionKind = HidKind | 'pointer';

/** Of a device with several collections the first of these that it has; only one that has no other is a button box. */
const order: readonly CollectionKind[] = ['touch_screen', 'scanner', 'keyboard', 'pointer', 'button_box'];

/**
 * The devices among what the system lists that are of use here, each once. Linux and macOS list a device's collections
 * (keyboard, media keys, the maker's own) one by one under the same path, by which the reports of all of them come: so
 * a device that is also a keyboard or a mouse is no button box, or its movements would be taken for presses. Windows
 * gives each collection a path of its own.
 */
export function usefulDevices(listed: readonly HidDevice[]): readonly UsefulDevice[] {
  const paths = new Set(listed.map(({ path }) => path));
  return [...paths].flatMap((path) => {
    const collections = listed.filter((each) => each.path === path);
    for (const kind of order) {
      const device = collections.find((each) => kindOf(each) === kind);
      if (device) return kind === 'pointer' ? [] : [{ device, kind }];
    }
    return [];
  });
}

/**
 * What a collection is by its usage (USB HID Usage Tables 1.5), or null for one that says nothing here.
 * Keyboards, and keypads that call themselves keyboards, type into whatever has the focus: they are known, not read.
 */
function kindOf({ usagePage, usage }: HidDevice): CollectionKind | null {
  if (usagePage === digitizer) return usage === 0x04 ? 'touch_screen' : 'pointer';
  if (usagePage === barCodeScanner) return usage === 0x02 ? 'scanner' : null;
  if (usagePage === genericDesktop) {
    if (usage === 0x01 || usage === 0x02) return 'pointer';
    if (usage === 0x06) return 'keyboard';
    // Joystick, game pad, keypad.
    return usage === 0x04 || usage === 0x05 || usage === 0x07 ? 'button_box' : null;
  }
  return usagePage === consumer || usagePage >= firstVendorPage ? 'button_box' : null;
}
