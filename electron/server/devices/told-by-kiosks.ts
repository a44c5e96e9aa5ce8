/** What the kiosks' machines last told of a device of theirs; kept in memory alone, since each tells anew. */
export class ToldByKiosks<Told> {
  readonly #known = new Map<string, Told>();
  readonly #listeners = new Set<(deviceId: string) => void>();

  /** Null where the kiosk's machine has told nothing: a browser can't. */
  of(deviceId: string): Told | null {
    return this.#known.get(deviceId) ?? null;
  }

  report(deviceId: string, told: Told): void {
    this.#known.set(deviceId, told);
    for (const listener of [...this.#listeners]) listener(deviceId);
  }

  /** Hears of each report, of which kiosk. Returns a function that stops it. */
  onChange(listener: (deviceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
