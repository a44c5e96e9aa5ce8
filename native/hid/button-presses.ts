/** Devices repeat what they say after 1,020 ms at the latest, or never (Device Class Definition for HID 1.11, 7.2.4). */
const heldForMs = 1_100;

/**
 * Reads what a button box says. Most tell a press and, by zeros, its release, and many repeat themselves for as long as
 * a button is held; some tell the press alone. So the same again counts as held while it comes soon after the last, and
 * after a pause as another press.
 */
export class ButtonPresses {
  #last = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /**
   * Takes a report and when it came, in milliseconds of a clock that never jumps; answers what was pressed, in
   * hexadecimal and the same for each press of that button, or null where nothing was.
   */
  take(report: Uint8Array, at: number): string | null {
    const said = Buffer.from(report).toString('hex');
    const isHeld = said === this.#last && at - this.#lastAt < heldForMs;
    this.#last = said;
    this.#lastAt = at;
    return isHeld || /^(00)*$/.test(said) ? null : said;
  }
}
