import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Attached } from '../../native/hid/attached';
import type { Hid } from '../../native/hid/hid';
import type { SerialAddress } from '../../native/printer/serial-transport';
import { SerialScanner } from '../../native/scanner/serial-scanner';
import type { ScannerState } from '../contract/scanner';
import type { TouchScreen } from '../contract/touch-screen';
import type { Log } from '../log';

/** How the devices at this machine are that are neither printer nor screen. */
export interface DevicesNow {
  readonly touchScreen: TouchScreen;
  readonly scanner: ScannerState;
  /** Those that can be heard, each as its presses begin: `1234:beef`. */
  readonly buttonBoxes: readonly string[];
}

export interface AttachedDevices {
  stop(): Promise<void>;
}

/**
 * Watches touch screen, scanner and button box. That this machine has had a touch screen is kept beside the data
 * (`DATA_DIR/has-touch-screen`), so that one which came loose overnight is missed in the morning; whoever takes it away
 * for good removes that file. Never throws: a machine without HID support or serial ports is logged.
 */
export function watchAttachedDevices(parts: {
  readonly hid: Hid;
  /** Where a scanner at a serial port is; null: there is none. */
  readonly scannerPort: SerialAddress | null;
  readonly dataDir: string;
  readonly log: Log;
  /** How they are: told after the first look, and whenever it may have changed. */
  onChange(devices: DevicesNow): void;
  /** A code was scanned; an empty text where it could not be read. */
  onScan(text: string): void;
  onButton(button: string): void;
}): AttachedDevices {
  const { hid, scannerPort, dataDir, log } = parts;
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
      changed();
    },
    onScanner: (state) => {
      log[state === 'working' ? 'info' : 'warn']({ state }, 'scanner');
      changed();
    },
    onButtonBoxes: (boxes) => {
      log.info({ boxes }, 'button_boxes');
      changed();
    },
    onScan: parts.onScan,
    onButton: parts.onButton,
    onFound: (devices) => {
      log.info(
        { devices: devices.map(({ kind, product, fault }) => ({ kind, product, fault })) },
        'hid_devices',
      );
      changed();
    },
    onUnavailable: (detail) => {
      log.warn({ detail }, 'HID devices can not be read; on Debian: apt-get install libusb-1.0-0 libudev1');
      changed();
    },
  });
  const serial = scannerPort
    ? new SerialScanner({
        address: scannerPort,
        onScan: parts.onScan,
        onState: (state) => {
          log[state === 'working' ? 'info' : 'warn']({ state, port: scannerPort.path }, 'serial_scanner');
          changed();
        },
      })
    : null;

  function changed(): void {
    parts.onChange({
      touchScreen: { state: attached.touchScreen, keyboard: attached.hasKeyboard },
      scanner: scannerNow(),
      buttonBoxes: attached.buttonBoxes,
    });
  }

  /** Of the one that works, else of the one that was set. */
  function scannerNow(): ScannerState {
    return attached.scanner === 'working' ? 'working' : (serial?.state ?? attached.scanner);
  }

  return {
    async stop() {
      serial?.stop();
      await attached.stop();
    },
  };
}
