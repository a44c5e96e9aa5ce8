import type { Log } from '../log';
import type { PooledPrinter } from './printer-pool';

/**
 * Flashes the lamps on printers' drawer ports at calls. Nobody waits for them: what can't be flashed is told afterwards. Calls that come
 * while a printer still takes one flash are one flash.
 */
export class CallLamp {
  readonly #printers: () => readonly PooledPrinter[];
  readonly #log: Log;
  readonly #underWay = new Set<number | null>();
  readonly #failing = new Set<number | null>();

  constructor(printers: () => readonly PooledPrinter[], log: Log) {
    this.#printers = printers;
    this.#log = log;
  }

  /** The ids of the printers whose lamp the last call didn't reach. */
  get failing(): readonly number[] {
    const lamps = this.#lamps();
    return lamps.flatMap(({ printerId }) =>
      printerId !== null && this.#failing.has(printerId) ? [printerId] : [],
    );
  }

  /** Returns at once, and never throws. */
  flash(): void {
    for (const pooled of this.#lamps()) void this.#flash(pooled);
  }

  #lamps(): readonly PooledPrinter[] {
    return this.#printers().filter(({ lamp }) => lamp === true);
  }

  async #flash({ printerId, name, printer }: PooledPrinter): Promise<void> {
    if (this.#underWay.has(printerId)) return;
    this.#underWay.add(printerId);
    try {
      const isTaken = await printer.pulse().catch(() => false);
      if (isTaken) this.#failing.delete(printerId);
      else if (!this.#failing.has(printerId)) {
        this.#failing.add(printerId);
        this.#log.warn({ printer: name }, 'the lamp of calls could not be flashed');
      }
    } finally {
      this.#underWay.delete(printerId);
    }
  }
}
