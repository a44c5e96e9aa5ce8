/** A black and white picture as printers take it: row by row, eight dots a byte, highest bit leftmost, 1 black. */
export interface Bitmap {
  readonly widthBytes: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** A white bitmap; its width is rounded up to whole bytes. */
export function blankBitmap(widthDots: number, height: number): Bitmap {
  const widthBytes = Math.ceil(widthDots / 8);
  return { widthBytes, height, bits: new Uint8Array(widthBytes * height) };
}

/** Blackens a rectangle; what lies outside is left out. */
export function fill(bitmap: Bitmap, x: number, y: number, width: number, height: number): void {
  for (let row = Math.max(0, y); row < Math.min(bitmap.height, y + height); row += 1) {
    for (let column = Math.max(0, x); column < Math.min(bitmap.widthBytes * 8, x + width); column += 1) {
      const at = row * bitmap.widthBytes + (column >> 3);
      bitmap.bits[at] = (bitmap.bits[at] ?? 0) | (0x80 >> (column & 7));
    }
  }
}

/** Draws the black of one bitmap on another, its upper left at `x`, `y`. */
export function draw(onto: Bitmap, picture: Bitmap, x: number, y: number): void {
  for (const run of blackRuns(picture)) fill(onto, x + run.x, y + run.y, run.width, 1);
}

/** Each unbroken row of black dots, from the top down. */
export function* blackRuns(bitmap: Bitmap): Generator<{ x: number; y: number; width: number }> {
  const width = bitmap.widthBytes * 8;
  for (let y = 0; y < bitmap.height; y += 1) {
    let start = -1;
    for (let x = 0; x <= width; x += 1) {
      const byte = x < width ? (bitmap.bits[y * bitmap.widthBytes + (x >> 3)] ?? 0) : 0;
      const black = x < width && (byte & (0x80 >> (x & 7))) !== 0;
      if (black && start < 0) start = x;
      if (!black && start >= 0) {
        yield { x: start, y, width: x - start };
        start = -1;
      }
    }
  }
}
