/** A HID device as the system lists it; one for each top-level collection where the system tells them apart. */
export interface HidDevice {
  /** What it is opened by; stays the same while it is plugged in. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  /** Its name, or an empty text. */
  readonly product: string;
  /** USB HID Usage Tables, section 3; 0 where the system doesn't say. */
  readonly usagePage: number;
  readonly usage: number;
}

/** Why HID devices can't be listed, or one can't be opened. */
export type HidFault =
  /** There is no node-hid for this machine, or a system library that it needs is missing. */
  | 'unavailable'
  /** The operating system forbids it (Linux: the udev rule is missing). */
  | 'denied'
  /** It is not there any more. */
  | 'gone';

export interface HidLine {
  /** Input reports as they come, with the report id first where the device has any. */
  onReport(listener: (report: Uint8Array) => void): void;
  /** Called once when the device goes away; not after `close`. */
  onLost(listener: () => void): void;
  close(): void;
}

/** The system's HID devices. Nothing here throws or rejects. */
export interface Hid {
  list(): Promise<
    | { readonly ok: true; readonly devices: readonly HidDevice[] }
    | { readonly ok: false; readonly fault: 'unavailable'; readonly detail: string }
  >;
  open(
    device: HidDevice,
  ): Promise<
    { readonly ok: true; readonly line: HidLine } | { readonly ok: false; readonly fault: HidFault }
  >;
  /**
   * Calls the listener whenever devices may have come or gone: at once where the system tells, else every few
   * seconds. Returns a function that stops it.
   */
  onHotPlug(listener: () => void): () => void;
}
