/**
 * What the Electron shell gives the kiosk page beyond HTTP, as `window.antre`; absent in a browser. Each of
 * these is answered only to the kiosk window's own page.
 */
export interface ShellBridge {
  /** Closes Antre if the PIN (or, until the first account exists, the set-up code) is right; else answers false. */
  requestExit(pin: string): Promise<boolean>;
  /** The one-time set-up code, or null once an account exists. Show it only behind the exit gesture. */
  setupCode(): Promise<string | null>;
  /** Hears each code that a scanner at this machine reads. Answers the way to stop. */
  onScan(listener: (text: string) => void): () => void;
  /** Hears each press of a button box at this machine: the same text for the same press. Answers the way to stop. */
  onButton(listener: (button: string) => void): () => void;
  /** The versions to read out to whoever helps by telephone. */
  shellInfo(): Promise<ShellInfo>;
}

export interface ShellInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
}

declare global {
  interface Window {
    readonly antre?: ShellBridge;
  }
}
