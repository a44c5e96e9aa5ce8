// Builds the pages, and the files that run outside them. Each of these is built alone: built together
// they would share a chunk, which a sandboxed preload cannot load.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { firstLoad, firstLoadBudgets, kilobytes } from './first-load.mjs';
import { newerThanBrowsers } from './page-browsers.mjs';
import { bundledFile, writeNotices } from './third-party-notices.mjs';

const nativeAddons = ['better-sqlite3', 'node-hid', 'usb', 'serialport'];
const entries = {
  main: 'electron/main.ts',
  headless: 'electron/headless.ts',
  antre: 'electron/antre.ts',
  centre: 'electron/centre.ts',
  preload: 'electron/shell/preload.ts',
  'heavy-process': 'electron/heavy/heavy-process.ts',
  'copy-process': 'electron/copies/copy-process.ts',
  'image-worker': 'electron/images/image-worker.ts',
};
// The centre of several halls lies apart: no package of a hall has it (scripts/package/stage-app.mjs).
const ofCentre = new Set(['centre']);
// A sandboxed preload loads no other file, and the image worker is started from its text alone.
const wholeFiles = new Set(['preload', 'image-worker']);
/**
 * The library of spreadsheets brings a reader of streams that nothing here calls, and with it packages of which one names no
 * licence.
 */
const withoutUnzipper = {
  name: 'antre-without-unzipper',
  enforce: 'pre',
  resolveId: (id) => (id === 'unzipper' ? '\0unzipper' : null),
  load: (id) => (id === '\0unzipper' ? 'export default {};' : null),
};
const root = join(import.meta.dirname, '..');
process.chdir(root);
rmSync('build/.finished', { force: true });

function folderOf(name) {
  return ofCentre.has(name) ? 'build/centre' : 'build/main';
}

/** The embedded PostgreSQL reads files that lie beside it: it is copied as it is, and loaded when a centre asks for it. */
const embeddedPostgres = {
  name: 'antre-embedded-postgres',
  enforce: 'pre',
  resolveId: (id) =>
    id === '@electric-sql/pglite'
      ? { id: './pglite/index.cjs', external: true, moduleSideEffects: true }
      : null,
};

function copyEmbeddedPostgres() {
  const from = 'node_modules/@electric-sql/pglite';
  mkdirSync('build/centre/pglite', { recursive: true });
  for (const file of ['index.cjs', 'pglite.wasm', 'pglite.data', 'initdb.wasm'])
    cpSync(join(from, 'dist', file), join('build/centre/pglite', file));
  const { name, version, license } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const text = readFileSync(join(from, 'LICENSE'), 'utf8');
  writeFileSync(
    `build/centre/${bundledFile('embedded-postgres')}`,
    JSON.stringify([{ name, version, identifier: license, text }]),
  );
}

/** Writes other letters as escapes: of a file that has one, V8 keeps the whole text with two bytes a letter. */
const inAscii = {
  name: 'antre-in-ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      chunk.code &&= chunk.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

for (const [name, entry] of Object.entries(entries)) {
  console.log(`Building ${name}…`);
  await build({
    configFile: false,
    root,
    plugins: [inAscii, withoutUnzipper, embeddedPostgres],
    logLevel: 'warn',
    build: {
      outDir: folderOf(name),
      emptyOutDir: false,
      license: { fileName: bundledFile(name) },
      // The oldest Electron that Antre is tested on runs Node 18.
      target: 'node18',
      ssr: true,
      rolldownOptions: {
        input: { [name]: entry },
        external: ['electron', 'pg-native', ...nativeAddons, ...builtinModules, /^node:/],
        // dynamicImportInCjs: else a lazy import() stays an ES import, which can't load an add-on from an asar.
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // What is imported when first needed (the library of spreadsheets) is a file of its own: not read at start.
          ...(wholeFiles.has(name) ? { codeSplitting: false } : { chunkFileNames: `${name}-[name].cjs` }),
          dynamicImportInCjs: false,
          // Less to read and compile at start; names stay, for the traces in the log.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
    ssr: { noExternal: true, external: ['electron', ...nativeAddons] },
  });
}

copyEmbeddedPostgres();

console.log('Building the pages…');
await build({
  configFile: 'vite.pages.config.mts',
  logLevel: 'warn',
  build: { license: { fileName: bundledFile('pages') } },
});

console.log('Building the centre’s page…');
await build({
  configFile: 'vite.pages.config.mts',
  mode: 'centre',
  logLevel: 'warn',
  build: { license: { fileName: bundledFile('pages') } },
});

const unshippable = writeNotices(root, [
  ...Object.keys(entries).map((name) => `${folderOf(name)}/${bundledFile(name)}`),
  `build/centre/${bundledFile('embedded-postgres')}`,
  `build/pages/${bundledFile('pages')}`,
  `build/centre/pages/${bundledFile('pages')}`,
]);
if (unshippable.length > 0) {
  console.error(`These may not go into Antre by their licence:\n${unshippable.join('\n')}`);
  process.exitCode = 1;
}

for (const [page, budget] of Object.entries(firstLoadBudgets)) {
  const bytes = firstLoad(page);
  console.log(`First load of ${page}: ${kilobytes(bytes)} compressed (budget ${kilobytes(budget)}).`);
  if (bytes > budget) {
    console.error(`The page ${page} is over its budget.`);
    process.exitCode = 1;
  }
}
const newer = await newerThanBrowsers();
if (newer.length > 0) {
  console.error(
    `The oldest browsers lack what the pages use, and nothing stands in for it:\n${newer.join('\n')}`,
  );
  process.exitCode = 1;
}
// Its time is what scripts/prepare.cjs compares with the sources'.
writeFileSync('build/.finished', '');
