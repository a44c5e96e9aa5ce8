import { openPrinter } from '../../native/printer/open-printer';
import type { Printer } from '../../native/printer/printer';
import { statusFor } from '../../native/printer/status';
import type { PrinterProfile } from '../contract/printer-profile';
import { canPrint, type PrinterStatus } from '../contract/printer-status';
import { formatPrinterTarget, parsePrinterTarget, type ReachableTarget } from '../contract/printer-target';
import type { Log } from '../log';
import { Throttle } from './throttle';

/** A printer that Antre prints on. */
export interface PooledPrinter {
  /** Null where it was set from outside. */
  readonly printerId: number | null;
  readonly name: string;
  readonly target: string;
  readonly profile: PrinterProfile;
  /** A lamp on its drawer port flashes at each call; missing: none does. */
  readonly lamp?: boolean | undefined;
  readonly printer: Printer;
}

/** A printer as it was chosen. */
export type ChosenPrinter = Omit<PooledPrinter, 'printer'>;

/** What a kiosk prints on: nothing on purpose, pictures on the screen, or its printers in the order of choice. */
type Wanted =
  | { readonly kind: 'none' | 'preview' }
  | { readonly kind: 'printers'; readonly printers: readonly ChosenPrinter[] };

export interface PrinterPoolParts {
  readonly log: Log;
  /** What the admins chose, in the order of choice. */
  readonly chosen: () => readonly ChosenPrinter[];
  /** For a printer that was set from outside. */
  readonly usual: () => PrinterProfile;
  /** Set from outside; null: as the admins chose, and pictures until they do. */
  readonly target: ReachableTarget | { readonly kind: 'preview' } | { readonly kind: 'none' } | null;
  /** A ticket may have broken off in one of them before this process. */
  readonly mayHoldTicket: boolean;
  /** A status changed, or which printers there are; not for each change of a status that doesn't settle. */
  readonly onChange: () => void;
}

const nobody: ReadonlySet<Printer> = new Set();
/** What a person does to a printer is told at once; of a state that flickers, each telling costs a look at the paper. */
const tellings = { burst: 10, milliseconds: 200 };

/** Keeps the printers of one kiosk open, as the configuration wants them from time to time. */
export class PrinterPool {
  readonly #parts: PrinterPoolParts;
  #wanted: Wanted;
  #open: PooledPrinter[] = [];
  /** How to stop hearing each of them, and what was last told of it. */
  readonly #heard = new Map<Printer, { readonly forget: () => void; told: PrinterStatus }>();
  readonly #telling = new Throttle(() => this.#tell(), tellings);
  /** One exchange of printers after the other: most of them take one client. */
  #exchange: Promise<void> = Promise.resolve();
  #stopped = false;
  #mayHoldTicket: boolean;

  constructor(parts: PrinterPoolParts) {
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
  get all(): readonly PooledPrinter[] {
    return this.#open;
  }

  /** The one to print on now: the first that can, besides those that just refused. */
  choose(besides: ReadonlySet<Printer> = nobody): PooledPrinter | undefined {
    return this.#open.find(({ printer }) => !besides.has(printer) && canPrint(printer.status));
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
      const goes = this.#open.filter((pooled) => !stays.some((each) => isSamePrinter(each, pooled)));
      this.#open = this.#open.filter((pooled) => !goes.includes(pooled));
      await Promise.all(goes.map(({ printer }) => this.#close(printer)));
      if (this.#stopped) return;
      this.#openWanted();
      this.#telling.ask();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#telling.stop();
    await this.#exchange;
    await Promise.all(this.#open.map(({ printer }) => this.#close(printer)));
  }

  #openWanted(): void {
    if (this.#wanted.kind !== 'printers') {
      this.#open = [];
      return;
    }
    this.#open = this.#wanted.printers.flatMap((wanted) => {
      const open = this.#open.find((pooled) => isSamePrinter(wanted, pooled));
      const printer = open?.printer ?? this.#openPrinter(wanted);
      return printer ? [{ ...wanted, printer }] : [];
    });
    this.#mayHoldTicket = false;
  }

  #openPrinter({ target, profile }: ChosenPrinter): Printer | null {
    const reachable = parsePrinterTarget(target);
    if (!reachable) return null;
    const printer = openPrinter(reachable, { dialect: profile.dialect, mayHoldTicket: this.#mayHoldTicket });
    const forget = printer.onStatus(() => this.#telling.ask());
    this.#heard.set(printer, { forget, told: printer.status });
    return printer;
  }

  /** Never throws: a listener that fails must break neither a printer's session nor an exchange of printers. */
  #tell(): void {
    for (const { name, printer } of this.#open) {
      const heard = this.#heard.get(printer);
      const { state, cause, detail } = printer.status;
      if (!heard || (heard.told.state === state && heard.told.cause === cause)) continue;
      heard.told = printer.status;
      this.#parts.log.info({ printer: name, state, detail }, 'printer');
    }
    try {
      this.#parts.onChange();
    } catch (error) {
      this.#parts.log.error({ err: error }, 'what a printer says could not be told');
    }
  }

  async #close(printer: Printer): Promise<void> {
    this.#heard.get(printer)?.forget();
    this.#heard.delete(printer);
    try {
      await printer.close();
    } catch (error) {
      this.#parts.log.error({ err: error }, 'a printer could not be let go of');
    }
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
function isSamePrinter(wanted: ChosenPrinter, open: PooledPrinter): boolean {
  return (
    wanted.printerId === open.printerId &&
    wanted.target === open.target &&
    wanted.profile.dialect === open.profile.dialect
  );
}
