import type { PrinterWish, PrinterWishAnswer } from '../contract/printer-wishes';
import type { Log } from '../log';
import { findPrinters } from '../printing/find-printers';
import type { PooledPrinter } from '../printing/printer-pool';
import { printTestTicket } from '../printing/test-ticket';
import { callHub, type HubAccess } from './call-hub';
import { HubAwayError, HubRefused } from './hub-errors';

const tries = 10;
const retryMs = 500;

/**
 * Does at this machine what an admin at the hub wants done with its printers, each wish once, and tells what came of it. A
 * wish whose answer nobody waits for any more is dropped.
 */
export class HubWishes {
  readonly #parts: {
    readonly access: HubAccess;
    readonly log: Log;
    /** What this kiosk prints on now. */
    readonly pool: () => readonly PooledPrinter[];
  };
  readonly #begun = new Set<string>();

  constructor(parts: {
    readonly access: HubAccess;
    readonly log: Log;
    readonly pool: () => readonly PooledPrinter[];
  }) {
    this.#parts = parts;
  }

  /** The hub said which wishes are open. */
  heard(wishes: readonly PrinterWish[]): void {
    for (const wish of wishes) {
      if (this.#begun.has(wish.id)) continue;
      this.#begun.add(wish.id);
      void this.#fulfil(wish);
    }
  }

  async #fulfil(wish: PrinterWish): Promise<void> {
    const { log } = this.#parts;
    try {
      await this.#answer(wish, await this.#do(wish));
    } catch (error) {
      log.warn({ err: error, kind: wish.kind }, 'what the hub wanted of a printer could not be done');
      await this.#answer(wish, { kind: 'failed' }).catch((second: unknown) => {
        log.warn({ err: second, kind: wish.kind }, 'that it could not be done could not be told');
      });
    }
  }

  /** Tells what came of a wish, unless nobody waits for it any more. Throws where the hub can't take that answer. */
  async #answer(wish: PrinterWish, body: PrinterWishAnswer): Promise<void> {
    for (let left = tries; left > 0; left -= 1) {
      try {
        await callHub(this.#parts.access, 'answerPrinterWish', { params: { wish: wish.id }, body });
        return;
      } catch (error) {
        if (error instanceof HubRefused && error.code === 'not_found') return;
        if (!(error instanceof HubAwayError)) throw error;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  async #do(wish: PrinterWish): Promise<PrinterWishAnswer> {
    const pool = this.#parts.pool();
    if (wish.kind === 'find') return { kind: 'find', found: await findPrinters(wish, pool) };
    const { target, profile, hall, timezone } = wish;
    const ticket = { target, profile, hall, timezone, now: Date.now() };
    // The hub, which keeps the rolls, counts its paper.
    return { kind: 'test', tested: await printTestTicket(ticket, pool, () => undefined) };
  }
}
