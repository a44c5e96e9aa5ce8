import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the kiosk page may weigh when it is first loaded, compressed, in bytes. */
export const kioskBudget = 155_000;

/**
 * Bytes of the built kiosk's HTML and everything that must have come before a tap (scripts, styles, their fonts), gzipped:
 * not what scripts fetch later, by an `import()` of their own.
 */
export function kioskFirstLoad() {
  const pages = join(import.meta.dirname, '../build/pages');
  const assets = new Map(
    readdirSync(join(pages, 'assets')).map((name) => [name, join(pages, 'assets', name)]),
  );
  const loaded = new Set([join(pages, 'kiosk/index.html')]);
  for (const file of loaded) {
    const text = namesOf(file);
    // A font's Latin part is what the kiosk's texts need; browsers fetch the other parts only for other letters.
    for (const [name, path] of assets) {
      if (text.includes(name) && !/-(latin-ext|vietnamese|cyrillic|greek)/.test(name)) loaded.add(path);
    }
  }
  return [...loaded].reduce((sum, file) => sum + compressedSize(file), 0);
}

/** `95 kB` */
export function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

/** A file's text as far as what it names is loaded with it. */
function namesOf(file) {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.js') ? text.replace(/\bimport\([^()]*\)|__vite__mapDeps=.*?\];?/gs, '') : text;
}

function compressedSize(file) {
  return /\.(woff2|png|jpg|opus|mp3)$/.test(file) ? statSync(file).size : gzipSync(readFileSync(file)).length;
}
