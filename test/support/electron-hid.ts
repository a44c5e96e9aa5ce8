import type { ElectronApplication } from 'playwright';
import type { HidDevice } from '../../native/hid/hid';

/** A HID device at the machine of an Electron that was launched with `fake-node-hid.cjs`. */
export interface ElectronHid {
  /** One input report. */
  report(bytes: readonly number[]): Promise<void>;
  unplug(): Promise<void>;
}

/** Plugs a device in, with one or more collections under one path. */
export async function plugHid(
  electron: ElectronApplication,
  ...collections: readonly Omit<HidDevice, 'path'>[]
): Promise<ElectronHid> {
  const hid = (verb: 'plug' | 'report' | 'unplug', ...values: readonly unknown[]) =>
    electron.evaluate((_electron, [name, given]) => Reflect.get(globalThis, 'hid')[name](...given), [
      verb,
      values,
    ] as const);
  const path: string = await hid('plug', ...collections);
  return { report: (bytes) => hid('report', path, bytes), unplug: () => hid('unplug', path) };
}
