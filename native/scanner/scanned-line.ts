/** What came of the bytes of a scanner: a code, or noise that no code can be. */
export type Scanned = { readonly kind: 'code'; readonly text: string } | { readonly kind: 'noise' };

const longestCode = 2_048;
const [startOfText, endOfText, carriageReturn, lineFeed, tab] = [0x02, 0x03, 0x0d, 0x0a, 0x09];
const isEnd = (byte: number) => byte === carriageReturn || byte === lineFeed || byte === endOfText;

/**
 * Puts together what a scanner at a serial port sends: printable characters, ended by CR, LF or ETX, or by silence
 * (`end`). What holds anything else, or is longer than any code, is noise as a whole, up to its end; never more than
 * one code is kept.
 */
export class ScannedLine {
  #begun = '';
  #isNoise = false;

  /** Takes bytes as they come; returns what they completed. */
  take(bytes: Uint8Array): Scanned[] {
    const scanned: Scanned[] = [];
    for (const byte of bytes) {
      if (isEnd(byte)) scanned.push(...this.end());
      else if (byte !== startOfText) this.#add(byte);
    }
    return scanned;
  }

  /** Nothing more comes: answers what had been begun, if anything. */
  end(): Scanned[] {
    const text = this.#begun.trim();
    const isNoise = this.#isNoise;
    this.#begun = '';
    this.#isNoise = false;
    if (isNoise) return [{ kind: 'noise' }];
    return text === '' ? [] : [{ kind: 'code', text }];
  }

  #add(byte: number): void {
    const isPrintable = (byte >= 0x20 && byte <= 0x7e) || byte === tab;
    if (!isPrintable || this.#begun.length >= longestCode) {
      this.#isNoise = true;
      this.#begun = '';
    }
    if (!this.#isNoise) this.#begun += String.fromCharCode(byte);
  }
}
