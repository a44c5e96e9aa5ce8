import type { PrinterState, PrinterStatus } from '../contract/operation';
import type { OwnPrinter } from '../contract/print-jobs';
import type { PrintersNow } from '../contract/printers';
import { builtInKioskId } from '../store/import-configuration';
import type { PrinterPort } from './parts';

/** A kiosk's printer as the hub knows it. */
export interface KioskPrinter extends PrinterStatus {
  /** Whether paper is a picture on the screen (no printer configured yet). */
  readonly preview: boolean;
  /** The version of Antre there; null where it hasn't told. */
  readonly version: string | null;
}

/** Whether a printer will print as it stands: a low roll still does. */
export function printsNow(state: PrinterState): boolean {
  return state === 'ready' || state === 'paper_low';
}

const never: KioskPrinter = { state: 'none', cause: null, detail: null, preview: false, version: null };
const silent: KioskPrinter = {
  state: 'offline',
  cause: 'not_answering',
  detail: 'Kios belum menyampaikan keadaan printernya.',
  preview: false,
  version: null,
};
const gone: KioskPrinter = {
  state: 'offline',
  cause: 'lost',
  detail: 'Kios ini tidak tersambung ke kios utama.',
  preview: false,
  version: null,
};

/**
 * The printers of all kiosks: this machine's own, and what the others say of theirs for as long as their line is
 * open. A kiosk that never opened one (a browser) has none.
 */
export class KioskPrinters {
  readonly #builtIn: PrinterPort;
  readonly #version: string;
  readonly #others = new Map<string, { lines: number; printer: KioskPrinter }>();
  readonly #listeners = new Set<(deviceId: string) => void>();

  constructor({ printer, version }: { readonly printer: PrinterPort; readonly version: string }) {
    this.#builtIn = printer;
    this.#version = version;
  }

  of(deviceId: string): KioskPrinter {
    if (deviceId !== builtInKioskId) return this.#others.get(deviceId)?.printer ?? never;
    return { ...this.#builtIn.status(), preview: this.#builtIn.preview(), version: this.#version };
  }

  /** The printers of this machine's kiosk, each as it is now. */
  now(): PrintersNow {
    return this.#builtIn.now();
  }

  /** Whether anything was heard of the kiosk's printer since Antre started. */
  hasTold(deviceId: string): boolean {
    return deviceId === builtInKioskId || this.#others.has(deviceId);
  }

  /** Whether the kiosk's line of print jobs is open: of another machine's kiosk. */
  isOnLine(deviceId: string): boolean {
    return (this.#others.get(deviceId)?.lines ?? 0) > 0;
  }

  /** A kiosk's line of print jobs was opened. Answers what to call once it ended. */
  lineOpened(deviceId: string): () => void {
    const known = this.#others.get(deviceId);
    const other = { lines: (known?.lines ?? 0) + 1, printer: known?.lines ? known.printer : silent };
    this.#others.set(deviceId, other);
    this.#tell(deviceId);
    let open = true;
    return () => {
      const now = this.#others.get(deviceId);
      if (!open || !now) return;
      open = false;
      const lines = now.lines - 1;
      this.#others.set(deviceId, { lines, printer: lines === 0 ? gone : now.printer });
      this.#tell(deviceId);
    };
  }

  /** What a kiosk says of its printer; heeded while its line is open. */
  report(deviceId: string, printer: OwnPrinter): void {
    const known = this.#others.get(deviceId);
    if (!known || known.lines === 0) return;
    this.#others.set(deviceId, { lines: known.lines, printer: { ...printer, cause: printer.cause ?? null } });
    this.#tell(deviceId);
  }

  /** Hears of each change, of which kiosk. Answers the way to stop. */
  onChange(listener: (deviceId: string) => void): () => void {
    const stop = this.#builtIn.onChange(() => listener(builtInKioskId));
    this.#listeners.add(listener);
    return () => {
      stop();
      this.#listeners.delete(listener);
    };
  }

  #tell(deviceId: string): void {
    for (const listener of [...this.#listeners]) listener(deviceId);
  }
}
