import { existsSync, readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const surfaces = readdirSync('renderer').filter((name) => existsSync(`renderer/${name}/index.html`));

/**
 * The pages: an entry for each folder of `renderer` with an `index.html`. `CSP_NONCE` is replaced by the server
 * in every answer. Nothing newer than Chrome 114, which the oldest Electron that Antre is tested on brings.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: '../build/pages',
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The reports' charts are one library; what a visitor's page may weigh is measured by scripts/kiosk-first-load.mjs.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: Object.fromEntries(surfaces.map((name) => [name, `renderer/${name}/index.html`])),
    },
  },
});
