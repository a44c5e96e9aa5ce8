/** Devices repeat what they say after 1,020 ms at the latest, or never (Device Class Definition for HID 1.11, 7.2.4). */
const heldForMs = 1_100;
/** The same button again so soon after it was let go is a worn contact: no hand is so quick. */
const bounceMs = 40;

const isRelease = (said: string) => /^(00)*$/.test(said);

/**
 * Reads what a button box says. Most tell a press and, by zeros, its release, and many repeat themselves for as long as
 * a button is held; some tell the press alone. So the same again counts as held while it comes soon after the last, and
 * after a pause as another press.
 */
export class ButtonPresses {
  #last = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  /** What was pressed last, and when it was last known to be down. */
  #button = '';
  #downUntil = Number.NEGATIVE_INFINITY;

  /**
   * Takes a report and when it came, in milliseconds of a clock that never jumps; returns what was pressed, in
   * hexadecimal and the same for each press of that button, or null where nothing was.
   */
  take(report: Uint8Array, at: number): string | null {
    const said = Buffer.from(report).toString('hex');
    const isHeld = said === this.#last && at - this.#lastAt < heldForMs;
    const wasDown = !isRelease(this.#last);
    this.#last = said;
    this.#lastAt = at;
    if (isRelease(said)) {
      if (wasDown) this.#downUntil = at;
      return null;
    }
    const isBounce = said === this.#button && at - this.#downUntil < bounceMs;
    this.#button = said;
    if (isHeld || isBounce) return null;
    return said;
  }
}
