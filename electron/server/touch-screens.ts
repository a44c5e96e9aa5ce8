import type { TouchScreen } from '../contract/touch-screen';

/** The kiosks' touch screens, as each kiosk's machine last told; kept in memory alone, since each tells anew. */
export class TouchScreens {
  readonly #known = new Map<string, TouchScreen>();
  readonly #listeners = new Set<(deviceId: string) => void>();

  /** Null where the kiosk's machine has told nothing: a browser can't. */
  of(deviceId: string): TouchScreen | null {
    return this.#known.get(deviceId) ?? null;
  }

  report(deviceId: string, screen: TouchScreen): void {
    this.#known.set(deviceId, screen);
    for (const listener of [...this.#listeners]) listener(deviceId);
  }

  /** Hears of each report, of which kiosk. Answers the way to stop. */
  onChange(listener: (deviceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
