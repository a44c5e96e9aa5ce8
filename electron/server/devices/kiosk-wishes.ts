import { randomUUID } from 'node:crypto';
import type { PrinterWish, PrinterWishAnswer } from '../../contract/printer-wishes';

type WithoutId<Wish> = Wish extends unknown ? Omit<Wish, 'id'> : never;
/** A wish that has no name yet. */
export type NewPrinterWish = WithoutId<PrinterWish>;

interface OpenWish {
  readonly wish: PrinterWish;
  readonly settle: (answer: PrinterWishAnswer | null) => void;
}

/**
 * What the admins want done with the printers at other kiosks' machines, for as long as they wait for it. In memory
 * alone: a wish that is over before it was heard is nothing to catch up on.
 */
export class KioskWishes {
  readonly #open = new Map<string, OpenWish[]>();
  readonly #listeners = new Set<(deviceId: string) => void>();

  /** A kiosk's open wishes. */
  of(deviceId: string): readonly PrinterWish[] {
    return (this.#open.get(deviceId) ?? []).map(({ wish }) => wish);
  }

  /** Asks a kiosk; null where it doesn't answer within so many milliseconds. */
  ask(deviceId: string, wanted: NewPrinterWish, milliseconds: number): Promise<PrinterWishAnswer | null> {
    const wish: PrinterWish = { ...wanted, id: randomUUID() };
    return new Promise((resolve) => {
      const settle = (answer: PrinterWishAnswer | null) => {
        clearTimeout(timer);
        const left = (this.#open.get(deviceId) ?? []).filter((each) => each.wish !== wish);
        if (left.length === 0) this.#open.delete(deviceId);
        else this.#open.set(deviceId, left);
        this.#tell(deviceId);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(null), milliseconds).unref();
      this.#open.set(deviceId, [...(this.#open.get(deviceId) ?? []), { wish, settle }]);
      this.#tell(deviceId);
    });
  }

  /** A kiosk says what came of a wish. False where nobody waits for such an answer. */
  answer(deviceId: string, wishId: string, answer: PrinterWishAnswer): boolean {
    const asked = this.#open.get(deviceId)?.find(({ wish }) => wish.id === wishId);
    if (!asked || (answer.kind !== 'failed' && answer.kind !== asked.wish.kind)) return false;
    asked.settle(answer);
    return true;
  }

  /** Hears of each change, of which kiosk. Returns a function that stops it. */
  onChange(listener: (deviceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(deviceId: string): void {
    for (const listener of [...this.#listeners]) listener(deviceId);
  }
}
