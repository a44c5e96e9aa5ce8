import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Latin letters of the product's typeface, as the pages' build names them. */
const latin = /^plus-jakarta-sans-latin-wght-normal-.*\.woff2$/;

/**
 * Returns the address of the typeface that the built pages in a folder have, which browsers keep for good; null where nothing
 * is built, and the reader's own letters do.
 */
export function fontAddress(pagesDir: string): string | null {
  const assets = join(pagesDir, 'assets');
  const file = existsSync(assets) ? readdirSync(assets).find((name) => latin.test(name)) : undefined;
  return file === undefined ? null : `/assets/${file}`;
}
