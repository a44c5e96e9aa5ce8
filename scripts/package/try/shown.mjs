// What a screen shows, by every hundredth of its pixels (three bytes each: red, green, blue).
import { readFileSync } from 'node:fs';

/** Pages have about 500 where they are looked at, a screen with one sentence on it 25. */
export const manyColours = 100;
const step = 300;

/** Most of the kiosk's page is light; the waiting screen and the console are dark, an empty window is of one colour. */
export function isPage({ pixels }) {
  let light = 0;
  for (let at = 0; at < pixels.length; at += step) if (pixels[at] > 200) light += 1;
  return coloursIn({ pixels }) > manyColours && light > pixels.length / step / 2;
}

/** White and nothing else. */
export function isEmptyWindow({ pixels }) {
  let white = 0;
  for (let at = 0; at < pixels.length; at += step) if (pixels.readUIntBE(at, 3) === 0xffffff) white += 1;
  return white > (pixels.length / step) * 0.9;
}

export function coloursIn({ pixels }) {
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += step) colours.add(pixels.readUIntBE(at, 3));
  return colours.size;
}

/**
 * What the screen of an Xvfb shows that keeps it in a file (`-fbdir`), as xwd writes it: blue, green, red and a byte of nothing for each
 * pixel. Only every hundredth is read.
 */
export function readVirtualScreen(file) {
  const bytes = readFileSync(file);
  const [headerBytes, width, height, lineBytes, colours] = [0, 16, 20, 48, 76].map((at) =>
    bytes.readUInt32BE(at),
  );
  const start = headerBytes + 12 * colours;
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += step) {
    const pixel = at / 3;
    const from = start + Math.floor(pixel / width) * lineBytes + (pixel % width) * 4;
    pixels[at] = bytes[from + 2];
    pixels[at + 1] = bytes[from + 1];
    pixels[at + 2] = bytes[from];
  }
  return { width, height, pixels };
}
