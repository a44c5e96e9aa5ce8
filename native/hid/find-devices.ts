import type { FoundDevice } from './attached';
import type { Hid } from './hid';
import { usefulDevices } from './kinds';

/**
 * Lists the HID devices that are of use here, each once opened and let go of to see whether it may be: touch screens,
 * scanners, button boxes; keyboards are not opened. `null` where they can't be listed on this machine. Never rejects.
 */
export async function findDevices(hid: Hid): Promise<readonly FoundDevice[] | null> {
  const listed = await hid.list();
  if (!listed.ok) return null;
  const found: FoundDevice[] = [];
  for (const { device, kind } of usefulDevices(listed.devices)) {
    const opened = kind === 'keyboard' ? null : await hid.open(device);
    if (opened?.ok) opened.line.close();
    found.push({ ...device, kind, fault: opened && !opened.ok ? opened.fault : null });
  }
  return found;
}
