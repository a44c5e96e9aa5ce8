import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWritten } from '../electron/contract/written-text';

const latin = 'abc XYZ 09;,"{}\r\n éÈüñ£§';
const writers: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 the other way round': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 the other way round without a mark': (text) => Buffer.from(text, 'utf16le').swap16(),
};

test.each(Object.entries(writers))('a file in %s reads as what was written', (_, write) => {
  // What Antre reads begins with a brace or a heading.
  const written = fc
    .tuple(fc.constantFrom('{', '[', 'nama', '"', '2026-'), fc.string({ unit: 'grapheme' }))
    .map(([first, rest]) => (first + rest).replaceAll('\uFEFF', ''));
  fc.assert(fc.property(written, (text) => void expect(decodeWritten(write(text))).toBe(text)));
});

test("a file in Windows' Western letters reads as what was written", () => {
  // The lone é in it is no UTF-8, as in any such file of more than a few signs.
  const written = fc.string({ unit: fc.constantFrom(...latin) }).map((text) => `nama é,${text}`);
  fc.assert(
    fc.property(written, (text) => {
      expect(decodeWritten(Buffer.from(text, 'latin1'))).toBe(text);
    }),
  );
});
