import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may weigh when it is first loaded, compressed, in bytes. */
export const firstLoadBudgets = {
  kiosk: 160_000,
  admin: 350_000,
  reports: 350_000,
  staff: 350_000,
  centre: 350_000,
};

const build = join(import.meta.dirname, '../build');

/**
 * Bytes of a built page's HTML and everything that must have come before it can be used (scripts, styles, their fonts),
 * gzipped: not what scripts fetch later, by an `import()` of their own.
 *
 * @param {keyof typeof firstLoadBudgets} page
 */
export function firstLoad(page) {
  const pages = join(build, page === 'centre' ? 'centre/pages' : 'pages');
  const loaded = new Set([join(pages, page, 'index.html')]);
  for (const file of loaded) {
    for (const name of namesIn(file)) {
      const asset = join(pages, 'assets', name);
      if (existsSync(asset)) loaded.add(asset);
    }
  }
  return [...loaded].reduce((sum, file) => sum + compressedSize(file), 0);
}

/** `95 kB` */
export function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

/** The assets that come with a file, whether they are there or not. */
function namesIn(file) {
  const pattern = {
    html: /(?:src|href)="[^"]*\/assets\/([^"]+)"/g,
    js: /\b(?:from|import)\s*["']\.\/([^"']+)["']/g,
    // A font's Latin part is what the texts need; browsers fetch the other parts only for other letters.
    css: /url\([^)]*?([\w.-]+(?<!-(?:latin-ext|vietnamese|cyrillic|greek)[\w.-]*)\.\w+)\)/g,
  }[file.slice(file.lastIndexOf('.') + 1)];
  return pattern ? [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name) : [];
}

function compressedSize(file) {
  return /\.(woff2|png|jpg|opus|mp3)$/.test(file) ? statSync(file).size : gzipSync(readFileSync(file)).length;
}
