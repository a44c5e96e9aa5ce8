import { ButtonPresses } from './button-presses';
import type { Hid, HidDevice, HidFault, HidLine } from './hid';
import { type HidKind, type UsefulDevice, usefulDevices } from './kinds';
import { ScannedText } from './scanned-text';

/** How a touch screen or scanner is: `none` where there never was one. */
export type HidState = 'none' | 'working' | 'denied' | 'gone';

/** What was found, for the log and for whoever looks after the machine. */
export interface FoundDevice extends HidDevice {
  readonly kind: HidKind;
  /** Null where it works. */
  readonly fault: HidFault | null;
}

export interface AttachedParts {
  readonly hid: Hid;
  /** Whether this machine has had a touch screen before: then its absence at the start is one too. */
  readonly hadTouchScreen: boolean;
  onTouchScreen(state: HidState): void;
  onScanner(state: HidState): void;
  /** Which button boxes can be heard, each as its presses are told: `1234:beef`. */
  onButtonBoxes(boxes: readonly string[]): void;
  /** A code was scanned by a HID POS scanner; an empty text where it was none that can be read. */
  onScan(text: string): void;
  /** A button box said something: which box and what, as a text that is the same at each such press. */
  onButton(button: string): void;
  /** What is there: told after the first look, also where nothing is, and whenever it has changed. */
  onFound(devices: readonly FoundDevice[]): void;
  onUnavailable(detail: string): void;
}

interface Held extends UsefulDevice {
  fault: HidFault | null;
  line: HidLine | null;
}

/**
 * Watches the HID devices of this machine, as they come and go: holds touch screens, scanners and button boxes open,
 * and tells what they say. Touches themselves go their own way to the windows.
 */
export class Attached {
  readonly #parts: AttachedParts;
  /** By path: each device is opened once, whatever collections it has. */
  readonly #held = new Map<string, Held>();
  readonly #stopWatching: () => void;
  #touchScreen: HidState = 'none';
  #hadTouchScreen: boolean;
  #scanner: HidState = 'none';
  #buttonBoxes: readonly string[] = [];
  #unavailable = false;
  /** What `onFound` was told last; null until then. */
  #told: string | null = null;
  #stopped = false;
  /** One look at a time; what came meanwhile is looked at after. */
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: AttachedParts) {
    this.#parts = parts;
    this.#hadTouchScreen = parts.hadTouchScreen;
    this.#stopWatching = parts.hid.onHotPlug(() => this.#lookAgain());
    this.#lookAgain();
  }

  get touchScreen(): HidState {
    return this.#touchScreen;
  }

  get scanner(): HidState {
    return this.#scanner;
  }

  get buttonBoxes(): readonly string[] {
    return this.#buttonBoxes;
  }

  /** Whether somebody could go on by keyboard. */
  get hasKeyboard(): boolean {
    return [...this.#held.values()].some(({ kind }) => kind === 'keyboard');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopWatching();
    await this.#looking;
    for (const { line } of this.#held.values()) line?.close();
    this.#held.clear();
  }

  #lookAgain(): void {
    this.#looking = this.#looking.then(() => this.#look());
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const listed = await this.#parts.hid.list();
    if (!listed.ok) {
      if (!this.#unavailable) this.#parts.onUnavailable(listed.detail);
      this.#unavailable = true;
      return;
    }
    this.#unavailable = false;
    const useful = usefulDevices(listed.devices);
    const paths = new Set(useful.map(({ device }) => device.path));
    for (const [path, held] of this.#held) {
      if (paths.has(path)) continue;
      held.line?.close();
      this.#held.delete(path);
    }
    for (const each of useful) await this.#hold(each);
    if (this.#stopped) return;
    this.#judge();
    const summary = this.#summary();
    if (summary === this.#told) return;
    this.#told = summary;
    this.#parts.onFound(
      [...this.#held.values()].map(({ device, kind, fault }) => ({ ...device, kind, fault })),
    );
  }

  async #hold({ device, kind }: UsefulDevice): Promise<void> {
    const known = this.#held.get(device.path);
    // What could not be opened is tried at each look: its permission may have come since.
    if (known?.kind === kind && (known.line !== null || kind === 'keyboard')) return;
    known?.line?.close();
    const held: Held = { device, kind, fault: null, line: null };
    if (kind !== 'keyboard') {
      const opened = await this.#parts.hid.open(device);
      if (this.#stopped) {
        if (opened.ok) opened.line.close();
        return;
      }
      if (opened.ok) {
        held.line = opened.line;
        this.#listen(held, opened.line);
      } else held.fault = opened.fault;
    }
    this.#held.set(device.path, held);
  }

  #listen({ device, kind }: Held, line: HidLine): void {
    line.onLost(() => {
      this.#held.delete(device.path);
      this.#judge();
      this.#lookAgain();
    });
    if (kind === 'scanner') {
      const scanned = new ScannedText();
      line.onReport((report) => {
        const text = scanned.take(report);
        if (text !== null) this.#parts.onScan(text);
      });
    }
    if (kind === 'button_box') {
      const presses = new ButtonPresses();
      line.onReport((report) => {
        const pressed = presses.take(report, performance.now());
        if (pressed !== null) this.#parts.onButton(`${nameOf(device)}:${pressed}`);
      });
    }
  }

  /** Tells what has changed in how the devices are. */
  #judge(): void {
    const touchScreen = this.#stateOf('touch_screen', this.#hadTouchScreen);
    if (touchScreen !== 'none') this.#hadTouchScreen = true;
    const scanner = this.#stateOf('scanner', this.#scanner !== 'none');
    const boxes = [...this.#held.values()]
      .filter(({ kind, line }) => kind === 'button_box' && line !== null)
      .map(({ device }) => nameOf(device));
    const buttonBoxes = [...new Set(boxes)].sort();
    if (touchScreen !== this.#touchScreen) {
      this.#touchScreen = touchScreen;
      this.#parts.onTouchScreen(touchScreen);
    }
    if (scanner !== this.#scanner) {
      this.#scanner = scanner;
      this.#parts.onScanner(scanner);
    }
    if (buttonBoxes.join() !== this.#buttonBoxes.join()) {
      this.#buttonBoxes = buttonBoxes;
      this.#parts.onButtonBoxes(buttonBoxes);
    }
  }

  #stateOf(kind: HidKind, had: boolean): HidState {
    const held = [...this.#held.values()].filter((each) => each.kind === kind);
    if (held.some(({ line }) => line !== null)) return 'working';
    if (held.length > 0) return 'denied';
    return had ? 'gone' : 'none';
  }

  #summary(): string {
    return [...this.#held].map(([path, { kind, fault }]) => `${path} ${kind} ${fault}`).join();
  }
}

function nameOf({ vendorId, productId }: HidDevice): string {
  return [vendorId, productId].map((id) => id.toString(16).padStart(4, '0')).join(':');
}
