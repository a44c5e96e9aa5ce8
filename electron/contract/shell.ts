import type { ScannerState } from './scanner';

/**
 * What the Electron shell gives the kiosk page beyond HTTP, as `window.antre`; absent in a browser. Each of
 * these is answered only to the kiosk window's own page. None returns a Promise, nor anything but a function that stops
 * hearing: Promises that cross the bridge led out of a page's isolation in some Electrons (CVE-2026-70601).
 */
export interface ShellBridge {
  /** Closes Antre if the PIN (or, until the first account exists, the set-up code) is right; else, and where it is refused, tells false. */
  requestExit(pin: string, told: (right: boolean) => void): void;
  /** Tells the one-time set-up code, or null once an account exists or where it is refused. Show it only behind the exit gesture. */
  setupCode(told: (code: string | null) => void): void;
  /** Hears each code that a scanner at this machine reads; empty where it could not be read. Returns a function that stops it. */
  onScan(listener: (text: string) => void): () => void;
  /** Hears each press of a button box at this machine: the same text for the same press. Returns a function that stops it. */
  onButton(listener: (button: string) => void): () => void;
  /** Hears how this machine's devices are: at once where that is known, and whenever it changes. Returns a function that stops it. */
  onDevices(listener: (devices: ShellDevices) => void): () => void;
}

export interface ShellDevices {
  /** The button boxes that can be heard, each as the part before the last colon of its presses: `1234:beef`. */
  readonly buttonBoxes: readonly string[];
  readonly scanner: ScannerState;
}

declare global {
  interface Window {
    readonly antre?: ShellBridge;
  }
}
