import { inflateSync } from 'node:zlib';
import { type Bitmap, blankBitmap, draw } from './bitmap';
import glyphFile from './number-glyphs.json';

interface Glyph {
  readonly advance: number;
  readonly bitmap: Bitmap;
}

const fonts = new Map<number, ReadonlyMap<string, Glyph>>();

/** The heights there are, in dots, greatest first. */
const heights = Object.keys(glyphFile.heights)
  .map(Number)
  .sort((a, b) => b - a);

/**
 * A ticket's number in the cached letters of Plus Jakarta Sans, at the greatest height that fits the width, centred.
 * Null where a character has no letter here or even the least height doesn't fit: the caller prints it in the
 * printer's own font.
 */
export function numberBitmap(number: string, widthDots: number): Bitmap | null {
  for (const height of heights) {
    const font = fontOf(height);
    const glyphs = [...number].map((character) => font.get(character));
    const width = glyphs.reduce((sum, glyph) => sum + (glyph?.advance ?? Number.POSITIVE_INFINITY), 0);
    if (width > widthDots) continue;
    const bitmap = blankBitmap(widthDots, height);
    let x = Math.floor((widthDots - width) / 2);
    for (const glyph of glyphs) {
      if (!glyph) return null;
      draw(bitmap, glyph.bitmap, x, 0);
      x += glyph.advance;
    }
    return bitmap;
  }
  return null;
}

function fontOf(height: number): ReadonlyMap<string, Glyph> {
  let font = fonts.get(height);
  if (!font) {
    const stored = Object.entries(
      (glyphFile.heights as Record<string, Record<string, { advance: number; bits: string }>>)[height] ?? {},
    );
    font = new Map(
      stored.map(([letter, { advance, bits }]) => [
        letter,
        {
          advance,
          bitmap: {
            widthBytes: Math.ceil(advance / 8),
            height,
            bits: Uint8Array.from(inflateSync(Buffer.from(bits, 'base64'))),
          },
        },
      ]),
    );
    fonts.set(height, font);
  }
  return font;
}
