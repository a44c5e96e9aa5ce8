import type { ScannerState } from './scanner';

/**
 * What the Electron shell gives the kiosk page beyond HTTP, as `window.antre`; absent in a browser. Each of
 * these is answered only to the kiosk window's own page.
 */
export interface ShellBridge {
  /** Closes Antre if the PIN (or, until the first account exists, the set-up code) is right; else answers false. */
  requestExit(pin: string): Promise<boolean>;
  /** The one-time set-up code, or null once an account exists. Show it only behind the exit gesture. */
  setupCode(): Promise<string | null>;
  /** Hears each code that a scanner at this machine reads; empty where it could not be read. Returns a function that stops it. */
  onScan(listener: (text: string) => void): () => void;
  /** Hears each press of a button box at this machine: the same text for the same press. Returns a function that stops it. */
  onButton(listener: (button: string) => void): () => void;
  /** Hears how this machine's devices are: at once where that is known, and whenever it changes. Returns a function that stops it. */
  onDevices(listener: (devices: ShellDevices) => void): () => void;
  /** The versions to read out to whoever helps by telephone. */
  shellInfo(): Promise<ShellInfo>;
}

export interface ShellInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
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
