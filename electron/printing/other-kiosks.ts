import type { OwnPrinter, ToldPrinter } from '../contract/print-jobs';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import type { PaperWatch } from './paper-watch';
import type { PooledPrinter } from './printer-pool';

/** A kiosk's printer, at this machine or another: what is kept of it, and how it is. */
export interface KioskPrinter extends Omit<PooledPrinter, 'printer'> {
  readonly deviceId: string;
  readonly printer: Pick<PooledPrinter['printer'], 'status'>;
  readonly printing: boolean;
}

/** The printers of the other kiosks, by what each says of its own; their rolls are watched here as this kiosk's are. */
export class OtherKiosks {
  readonly #parts: { readonly hall: () => Hall; readonly watch: PaperWatch; readonly log: Log };
  readonly #told = new Map<string, readonly ToldPrinter[]>();
  readonly #onScreen = new Set<string>();

  constructor(parts: { readonly hall: () => Hall; readonly watch: PaperWatch; readonly log: Log }) {
    this.#parts = parts;
  }

  /** A kiosk says how its printers are; null: it is away, and nobody knows. Never throws. */
  told(deviceId: string, own: Pick<OwnPrinter, 'preview' | 'printers'> | null): void {
    const { watch, log } = this.#parts;
    if (own?.preview) this.#onScreen.add(deviceId);
    else this.#onScreen.delete(deviceId);
    const known = this.#told.get(deviceId) ?? [];
    this.#told.set(deviceId, own ? (own.printers ?? []) : known.map(unseen));
    for (const printer of this.#of(deviceId)) {
      try {
        watch.look(printer);
      } catch (error) {
        log.error({ err: error }, 'what a printer says of its paper could not be written down');
      }
    }
    if (own === null) this.#told.delete(deviceId);
  }

  /** The kiosks that show their tickets as pictures. */
  get onScreen(): ReadonlySet<string> {
    return this.#onScreen;
  }

  /** Those of the kiosks that are there, of each in the order of its choice. */
  get all(): readonly KioskPrinter[] {
    return [...this.#told.keys()].flatMap((deviceId) => this.#of(deviceId));
  }

  #of(deviceId: string): KioskPrinter[] {
    const told = this.#told.get(deviceId) ?? [];
    return this.#parts.hall().printers.flatMap(({ id, name, target, profile, deviceId: kiosk }) => {
      const said = kiosk === deviceId && told.find((each) => each.id === String(id));
      if (!said) return [];
      const { status, printing } = said;
      return [{ deviceId, printerId: id, name, target, profile, printer: { status }, printing }];
    });
  }
}

/** Whoever is out of sight may have been opened. */
function unseen(printer: ToldPrinter): ToldPrinter {
  return { ...printer, status: { state: 'offline', cause: 'lost', detail: null }, printing: false };
}
