import { openPrinter } from '../../native/printer/open-printer';
import type { Printer } from '../../native/printer/printer';
import type { PrinterProfile } from '../../native/printer/profile';
import { canPrint, type PrinterStatus, statusFor } from '../../native/printer/status';
import { formatPrinterTarget, parsePrinterTarget, type ReachableTarget } from '../contract/printer-target';
import type { Log } from '../log';

/** A printer that Antre prints on. */
export interface Outlet {
  /** Null where it was set from outside. */
  readonly printerId: number | null;
  readonly name: string;
  readonly target: string;
  readonly profile: PrinterProfile;
  readonly printer: Printer;
}

/** A printer as it was chosen. */
export type ChosenPrinter = Omit<Outlet, 'printer'>;

/** What a kiosk prints on: nothing on purpose, pictures on the screen, or its printers in the order of choice. */
type Wanted =
  | { readonly kind: 'none' | 'preview' }
  | { readonly kind: 'printers'; readonly printers: readonly ChosenPrinter[] };

export interface OutletsParts {
  readonly log: Log;
  /** What the admins chose, in the order of choice. */
  readonly chosen: () => readonly ChosenPrinter[];
  /** For a printer that was set from outside. */
  readonly usual: () => PrinterProfile;
  /** Set from outside; null: as the admins chose, and pictures until they do. */
  readonly target: ReachableTarget | { readonly kind: 'preview' } | { readonly kind: 'none' } | null;
  /** A ticket may have broken off in one of them before this process. */
  readonly mayHoldTicket: boolean;
  /** A status changed, or which printers there are. */
  readonly onChange: () => void;
}

/** Keeps the printers of one kiosk open, as the configuration wants them from time to time. */
export class Outlets {
  readonly #parts: OutletsParts;
  #wanted: Wanted;
  #open: Outlet[] = [];
  readonly #forget = new Map<Printer, () => void>();
  /** One exchange of printers after the other: most of them take one client. */
  #exchange: Promise<void> = Promise.resolve();
  #stopped = false;
  #mayHoldTicket: boolean;

  constructor(parts: OutletsParts) {
    this.#parts = parts;
    this.#mayHoldTicket = parts.mayHoldTicket;
    this.#wanted = this.#readWanted();
    this.#openWanted();
  }

  get isPreview(): boolean {
    return this.#wanted.kind === 'preview';
  }

  get isSetFromOutside(): boolean {
    return this.#parts.target !== null;
  }

  /** In the order of choice. */
  get all(): readonly Outlet[] {
    return this.#open;
  }

  /** The one to print on now: the first that can. */
  choose(): Outlet | undefined {
    return this.#open.find(({ printer }) => canPrint(printer.status));
  }

  /** Of the one that prints, else of the first. */
  get status(): PrinterStatus {
    if (this.#wanted.kind === 'none') return { state: 'none', cause: null, detail: null };
    if (this.#wanted.kind === 'preview') return { state: 'ready', cause: null, detail: null };
    return (this.choose() ?? this.#open[0])?.printer.status ?? statusFor('not_answering');
  }

  /** Opens and closes printers as the configuration now wants; what stays is left alone. */
  refresh(): void {
    const wanted = this.#readWanted();
    if (JSON.stringify(wanted) === JSON.stringify(this.#wanted)) return;
    this.#wanted = wanted;
    this.#exchange = this.#exchange.then(async () => {
      const stays = wanted.kind === 'printers' ? wanted.printers : [];
      const goes = this.#open.filter((outlet) => !stays.some((each) => isSamePrinter(each, outlet)));
      this.#open = this.#open.filter((outlet) => !goes.includes(outlet));
      await Promise.all(goes.map(({ printer }) => this.#close(printer)));
      if (!this.#stopped) this.#openWanted();
      this.#parts.onChange();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#exchange;
    await Promise.all(this.#open.map(({ printer }) => this.#close(printer)));
  }

  #openWanted(): void {
    if (this.#wanted.kind !== 'printers') {
      this.#open = [];
      return;
    }
    this.#open = this.#wanted.printers.flatMap((wanted) => {
      const open = this.#open.find((outlet) => isSamePrinter(wanted, outlet));
      const printer = open?.printer ?? this.#openPrinter(wanted);
      return printer ? [{ ...wanted, printer }] : [];
    });
    this.#mayHoldTicket = false;
  }

  #openPrinter({ name, target, profile }: ChosenPrinter): Printer | null {
    const reachable = parsePrinterTarget(target);
    if (!reachable) return null;
    const printer = openPrinter(reachable, { dialect: profile.dialect, mayHoldTicket: this.#mayHoldTicket });
    this.#forget.set(
      printer,
      printer.onStatus(({ state, detail }) => {
        this.#parts.log.info({ printer: name, state, detail }, 'printer');
        this.#parts.onChange();
      }),
    );
    return printer;
  }

  #close(printer: Printer): Promise<void> {
    this.#forget.get(printer)?.();
    this.#forget.delete(printer);
    return printer.close();
  }

  #readWanted(): Wanted {
    const { target, chosen, usual } = this.#parts;
    if (target?.kind === 'none' || target?.kind === 'preview') return { kind: target.kind };
    if (target) {
      const written = formatPrinterTarget(target);
      return {
        kind: 'printers',
        printers: [{ printerId: null, name: written, target: written, profile: usual() }],
      };
    }
    const printers = chosen();
    return printers.length === 0 ? { kind: 'preview' } : { kind: 'printers', printers };
  }
}

/** Whether an open printer does for what is wanted; how a ticket is encoded may change while it stays open. */
function isSamePrinter(wanted: ChosenPrinter, open: Outlet): boolean {
  return (
    wanted.printerId === open.printerId &&
    wanted.target === open.target &&
    wanted.profile.dialect === open.profile.dialect
  );
}
