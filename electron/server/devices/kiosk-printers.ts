import { type OwnPrinter, printerToldEveryMs, type ToldPrinter } from '../../contract/print-jobs';
import { printerDetail } from '../../contract/printer-details';
import type { PrinterStatus } from '../../contract/printer-status';
import type { PrintersNow } from '../../contract/printers';
import type { Printing } from '../../printing/printing';
import { builtInKioskId } from '../../store/import-configuration';

/** A kiosk's printer as the hub knows it. */
export interface KioskPrinter extends PrinterStatus {
  /** Whether paper is a picture on the screen (no printer configured yet). */
  readonly preview: boolean;
  /** The version of Antre there; null where it hasn't told. */
  readonly version: string | null;
}

const never: KioskPrinter = { state: 'none', cause: null, detail: null, preview: false, version: null };
const silent: KioskPrinter = {
  state: 'offline',
  cause: 'not_answering',
  detail: printerDetail('kiosk_silent'),
  preview: false,
  version: null,
};
const gone: KioskPrinter = {
  state: 'offline',
  cause: 'lost',
  detail: printerDetail('kiosk_away'),
  preview: false,
  version: null,
};

/**
 * A kiosk that tells again and again, and told nothing for so long, is away, though its line may seem to be open: its
 * machine lost its power.
 */
const toldGoodForMs = 3 * printerToldEveryMs;

/** A kiosk of another machine. */
interface OtherKiosk {
  /** Its lines of print jobs that seem to be open. */
  lines: number;
  printer: KioskPrinter;
  /** Those that are kept for it, as it told last. */
  printers: readonly ToldPrinter[];
  isThere: boolean;
  /** Whether it tells again and again, as since it tells of each printer; an older one only tells of changes. */
  tellsOften: boolean;
  /** Runs out where it tells nothing any more. */
  silence: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The printers of all kiosks: this machine's own, and what the others say of theirs for as long as their line is
 * open and they are heard. A kiosk that never opened one (a browser) has none.
 */
export class KioskPrinters {
  readonly #builtIn: Printing;
  readonly #version: string;
  readonly #others = new Map<string, OtherKiosk>();
  readonly #listeners = new Set<(deviceId: string) => void>();

  constructor({ printer, version }: { readonly printer: Printing; readonly version: string }) {
    this.#builtIn = printer;
    this.#version = version;
  }

  of(deviceId: string): KioskPrinter {
    if (deviceId !== builtInKioskId) return this.#others.get(deviceId)?.printer ?? never;
    return { ...this.#builtIn.status(), preview: this.#builtIn.preview(), version: this.#version };
  }

  /** Each printer as it is now: of this machine's kiosk, then of the others that are there. */
  now(): PrintersNow {
    return this.#builtIn.now();
  }

  /** Whether anything was heard of the kiosk's printer since Antre started. */
  hasTold(deviceId: string): boolean {
    return deviceId === builtInKioskId || this.#others.has(deviceId);
  }

  /** Whether another machine's kiosk is there, by its line of print jobs and what it tells; null: it never opened one. */
  isOnLine(deviceId: string): boolean | null {
    const other = this.#others.get(deviceId);
    return other ? other.isThere : null;
  }

  /** A kiosk's line of print jobs was opened. Returns a function to call when it ends. */
  lineOpened(deviceId: string): () => void {
    const other = this.#others.get(deviceId) ?? {
      lines: 0,
      printer: silent,
      printers: [],
      isThere: false,
      tellsOften: false,
      silence: undefined,
    };
    this.#others.set(deviceId, other);
    other.lines += 1;
    this.#heard(deviceId, other, other.isThere ? other.printer : silent, other.printers);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      other.lines -= 1;
      if (other.lines === 0) this.#lose(deviceId, other);
    };
  }

  /** What a kiosk says of its printer; heeded while its line is open. */
  report(deviceId: string, own: OwnPrinter): void {
    const { printers: each, ...printer } = own;
    const other = this.#others.get(deviceId);
    if (!other || other.lines === 0) return;
    const printers = each ?? [];
    other.tellsOften = each !== undefined;
    this.#builtIn.told(deviceId, own);
    this.#heard(deviceId, other, { ...printer, cause: printer.cause ?? null }, printers);
  }

  /** Hears of each change, of which kiosk. Returns a function that stops it. */
  onChange(listener: (deviceId: string) => void): () => void {
    const stop = this.#builtIn.onChange(() => listener(builtInKioskId));
    this.#listeners.add(listener);
    return () => {
      stop();
      this.#listeners.delete(listener);
    };
  }

  #heard(deviceId: string, other: OtherKiosk, printer: KioskPrinter, printers: readonly ToldPrinter[]): void {
    const isSame = JSON.stringify([printer, printers]) === JSON.stringify([other.printer, other.printers]);
    const isNews = !other.isThere || !isSame;
    other.isThere = true;
    clearTimeout(other.silence);
    if (other.tellsOften) {
      other.silence = setTimeout(() => this.#lose(deviceId, other), toldGoodForMs).unref();
    }
    other.printer = printer;
    other.printers = printers;
    if (isNews) this.#tell(deviceId);
  }

  #lose(deviceId: string, other: OtherKiosk): void {
    clearTimeout(other.silence);
    other.isThere = false;
    other.printer = gone;
    other.printers = [];
    this.#builtIn.told(deviceId, null);
    this.#tell(deviceId);
  }

  #tell(deviceId: string): void {
    for (const listener of [...this.#listeners]) listener(deviceId);
  }
}
