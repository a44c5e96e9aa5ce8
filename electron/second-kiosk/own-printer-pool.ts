import type { Printer } from '../../native/printer/printer';
import type { PrinterTarget } from '../config';
import type { KioskPrinters, OwnPrinter } from '../contract/print-jobs';
import type { Log } from '../log';
import { type PooledPrinter, PrinterPool } from '../printing/printer-pool';

interface OwnPrinterPoolParts {
  /** Set at this kiosk's own machine; null: as the admins chose. */
  readonly target: PrinterTarget | null;
  readonly log: Log;
  onChange(): void;
}

/**
 * What a second kiosk prints on: the printer that was set at its own machine, else those that the admins chose for it
 * at the hub. Where there is none, its screen shows pictures, and the hub writes down that they are out. Nothing until the
 * hub has told.
 */
export class OwnPrinterPool {
  readonly #parts: OwnPrinterPoolParts;
  #told: KioskPrinters | undefined;
  #pool: PrinterPool | undefined;

  constructor(parts: OwnPrinterPoolParts) {
    this.#parts = parts;
  }

  /** The hub said what the admins chose. */
  chosen(told: KioskPrinters): void {
    this.#told = told;
    if (this.#pool) {
      this.#pool.refresh();
      return;
    }
    const { target, log, onChange } = this.#parts;
    const { usual } = told;
    this.#pool = new PrinterPool({
      log,
      chosen: () =>
        (this.#told?.printers ?? []).map(({ id, name, target: written, profile }) => ({
          printerId: Number(id),
          name,
          target: written,
          profile,
        })),
      usual: () => this.#told?.usual ?? usual,
      target,
      // Whether a ticket broke off in it as Antre last ended, only the hub could say, and it may be away.
      mayHoldTicket: true,
      onChange,
    });
    onChange();
  }

  /** The printers that are open, in the order of choice. */
  get all(): readonly PooledPrinter[] {
    return this.#pool?.all ?? [];
  }

  /** The one to print on now, if any can, besides those that just refused. */
  choose(besides: ReadonlySet<Printer>): PooledPrinter | undefined {
    return this.#pool?.choose(besides);
  }

  /** How the printer is, and each that was chosen; undefined until the hub has told which they are. */
  now(): Pick<OwnPrinter, 'state' | 'cause' | 'detail' | 'preview' | 'printers'> | undefined {
    const pool = this.#pool;
    if (!pool) return undefined;
    const chosen = pool.choose();
    const printers = pool.all.flatMap((pooled) =>
      pooled.printerId === null
        ? []
        : [{ id: String(pooled.printerId), status: pooled.printer.status, printing: pooled === chosen }],
    );
    return { ...pool.status, preview: pool.isPreview, printers };
  }

  async stop(): Promise<void> {
    await this.#pool?.stop();
  }
}
