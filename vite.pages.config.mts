import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The pages: an entry for each surface. `CSP_NONCE` is replaced by the server in every answer. Nothing newer
 * than Chrome 114, which the oldest Electron that Antre is tested on brings.
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
    rolldownOptions: {
      input: {
        kiosk: 'renderer/kiosk/index.html',
        staff: 'renderer/staff/index.html',
        display: 'renderer/display/index.html',
      },
    },
  },
});
