import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, normalizePath, type Plugin, runnerImport } from 'vite';
import { cannotRunHtml } from './renderer/ui/browsers/cannot-run.mjs';

/** The centre's page is built apart: what it shares with others would otherwise be cut into other files for a hall's. */
const centre = 'centre';
const surfaces = readdirSync('renderer').filter((name) => existsSync(`renderer/${name}/index.html`));
const surfacesOf = (mode: string) => surfaces.filter((name) => (name === centre) === (mode === centre));

/** The oldest browser of any surface: what surfaces share is built once. scripts/page-browsers.mjs looks at each. */
const oldest = 'chrome85';

/** Puts the words for whoever's browser can't run a page into the place that the page draws itself in. */
function cannotRun(): Plugin {
  return {
    name: 'antre-cannot-run',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) => {
        const place = /(<div id="(?:root|page)">)(<\/div>)/;
        if (!place.test(html)) throw new Error(`${path} has no place for its page`);
        return html.replace(
          place,
          (_all, open, close) => open + cannotRunHtml(path.split('/')[1] ?? '') + close,
        );
      },
    },
  };
}

/** The tables of the contract that pages need without the schemas that they are made of. */
const tables = ['route-addresses', 'field-shapes', 'centre/route-addresses'].map((name) =>
  normalizePath(join(import.meta.dirname, `electron/contract/${name}.ts`)),
);

/** Puts what such a table holds in the place of the program that makes it. */
function tablesOfContract(): Plugin {
  return {
    name: 'antre-tables-of-contract',
    async load(id) {
      if (!tables.includes(id)) return null;
      const { module } = await runnerImport<Readonly<Record<string, unknown>>>(id, { configFile: false });
      return Object.entries(module)
        .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`)
        .join('\n');
    },
  };
}

/**
 * The pages: an entry for each folder of `renderer` with an `index.html`. `CSP_NONCE` is replaced by the server
 * in every answer. In the mode `centre` that one alone.
 */
export default defineConfig(({ mode }) => ({
  root: 'renderer',
  base: '/',
  plugins: [react(), tablesOfContract(), cannotRun()],
  html: { cspNonce: 'CSP_NONCE' },
  // Served from its sources is the preview alone (`npm run preview`).
  optimizeDeps: { entries: ['preview/main.tsx', 'preview/stories/*.tsx'] },
  build: {
    outDir: mode === centre ? '../build/centre/pages' : '../build/pages',
    emptyOutDir: true,
    target: oldest,
    cssTarget: oldest,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What a page may weigh when it is first loaded is measured by scripts/first-load.mjs.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: Object.fromEntries(surfacesOf(mode).map((name) => [name, `renderer/${name}/index.html`])),
    },
  },
}));
