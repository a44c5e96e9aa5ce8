import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Attached } from '../native/hid/attached';
import type { Hid } from '../native/hid/hid';
import type { TouchScreen } from './contract/touch-screen';
import type { Log } from './log';

/** The devices at this machine that are neither printer nor screen, as the other parts hear of them. */
export interface AttachedDevices {
  touchScreen(): TouchScreen;
  stop(): Promise<void>;
}

/**
 * Watches touch screen, scanner and button box. That this machine has had a touch screen is kept beside the data
 * (`DATA_DIR/has-touch-screen`), so that one which came loose overnight is missed in the morning; whoever takes it away
 * for good removes that file. Never throws: a machine without HID support is logged.
 */
export function watchAttachedDevices(parts: {
  readonly hid: Hid;
  readonly dataDir: string;
  readonly log: Log;
  /** What `touchScreen` answers may have changed. */
  onTouchScreen(): void;
  onScan(text: string): void;
  onButton(button: string): void;
}): AttachedDevices {
  const { hid, dataDir, log } = parts;
  const kept = join(dataDir, 'has-touch-screen');
  const attached = new Attached({
    hid,
    hadTouchScreen: existsSync(kept),
    onTouchScreen: (state) => {
      log[state === 'gone' || state === 'denied' ? 'warn' : 'info']({ state }, 'touch_screen');
      if (state === 'working') {
        try {
          writeFileSync(kept, '');
        } catch (error) {
          log.warn({ err: error }, 'that there is a touch screen could not be kept');
        }
      }
      parts.onTouchScreen();
    },
    onScan: parts.onScan,
    onButton: parts.onButton,
    onFound: (devices) => {
      log.info(
        { devices: devices.map(({ kind, product, fault }) => ({ kind, product, fault })) },
        'hid_devices',
      );
      parts.onTouchScreen();
    },
    onUnavailable: (detail) =>
      log.warn({ detail }, 'HID devices can not be read; on Debian: apt-get install libusb-1.0-0 libudev1'),
  });
  return {
    touchScreen: () => ({ state: attached.touchScreen, keyboard: attached.hasKeyboard }),
    stop: () => attached.stop(),
  };
}
