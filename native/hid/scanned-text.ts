/**
 * Reads what a HID POS scanner says. Each input report of the usual layout (USB HID Bar Code Scanner Page, as
 * Honeywell, Zebra and Datalogic send it) is: report id, number of data bytes, three bytes of AIM symbology, the data,
 * and at its end a byte whose lowest bit says that the rest of a long code follows in another report.
 * Scanners that leave the symbology out are understood too: then the data begins at the third byte.
 */
export class ScannedText {
  #begun = '';

  /** Takes a report; returns the whole text once its last report has come (empty where it is no text), else null. */
  take(report: Uint8Array): string | null {
    const length = report[1] ?? 0;
    const from = hasSymbology(report, length) ? 5 : 2;
    // A report that is no text is noise, and must not end up in the next code.
    if (length === 0 || from + length > report.length || length > longestPart) {
      this.#begun = '';
      return null;
    }
    this.#begun += Buffer.from(report.subarray(from, from + length)).toString('latin1');
    const more = report.length === fullReport && ((report[fullReport - 1] ?? 0) & 1) === 1;
    if (more && this.#begun.length < longestText) return null;
    const text = this.#begun;
    this.#begun = '';
    return isPrintable.test(text) ? text.trim() : '';
  }
}

const fullReport = 64;
const longestPart = 62;
const longestText = 2_048;
const isPrintable = /^[\x20-\x7e\r\n\t]+$/;

/** The AIM identifier begins with `]`, then a letter; some send zeros in its place. */
function hasSymbology(report: Uint8Array, length: number): boolean {
  const [first, letter] = [report[2] ?? 0, report[3] ?? 0];
  if (first === 0x5d) return /[A-Za-z]/.test(String.fromCharCode(letter)) && 5 + length <= report.length;
  return first === 0 && letter === 0;
}
