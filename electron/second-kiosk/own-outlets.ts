import type { Printer } from '../../native/printer/printer';
import type { PrinterTarget } from '../config';
import type { KioskPrinters, OwnPrinter } from '../contract/print-jobs';
import type { Log } from '../log';
import { type Outlet, Outlets } from '../printing/outlets';
import { screenPrinter } from '../printing/printers-without-paper';

interface OwnOutletsParts {
  /** Set at this kiosk's own machine; null: as the admins chose. */
  readonly target: PrinterTarget | null;
  readonly log: Log;
  onChange(): void;
}

/**
 * What a second kiosk prints on: the printer that was set at its own machine, else those that the admins chose for it
 * at the hub, else pictures on its screen. Nothing until the hub has told.
 */
export class OwnOutlets {
  readonly #parts: OwnOutletsParts;
  #told: KioskPrinters | undefined;
  #outlets: Outlets | undefined;
  #screen: Outlet | undefined;

  constructor(parts: OwnOutletsParts) {
    this.#parts = parts;
  }

  /** The hub said what the admins chose. */
  chosen(told: KioskPrinters): void {
    this.#told = told;
    if (this.#outlets) {
      this.#outlets.refresh();
      return;
    }
    const { target, log, onChange } = this.#parts;
    const { usual } = told;
    this.#screen = {
      printerId: null,
      name: 'preview',
      target: 'preview',
      profile: usual,
      printer: screenPrinter(),
    };
    this.#outlets = new Outlets({
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
  get all(): readonly Outlet[] {
    return this.#outlets?.all ?? [];
  }

  /** The one to print on now, if any can, besides those that just refused; the screen never does. */
  choose(besides: ReadonlySet<Printer>): Outlet | undefined {
    return this.#outlets?.isPreview ? this.#screen : this.#outlets?.choose(besides);
  }

  /** How the printer is, and each that was chosen; undefined until the hub has told which they are. */
  now(): Pick<OwnPrinter, 'state' | 'cause' | 'detail' | 'preview' | 'printers'> | undefined {
    const outlets = this.#outlets;
    if (!outlets) return undefined;
    const chosen = outlets.choose();
    const printers = outlets.all.flatMap((outlet) =>
      outlet.printerId === null
        ? []
        : [{ id: String(outlet.printerId), status: outlet.printer.status, printing: outlet === chosen }],
    );
    return { ...outlets.status, preview: outlets.isPreview, printers };
  }

  async stop(): Promise<void> {
    await this.#outlets?.stop();
    await this.#screen?.printer.close();
  }
}
