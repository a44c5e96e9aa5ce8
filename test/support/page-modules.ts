import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Serves the pages' own modules to a browser, unbuilt, so that a test can import one of them there and try it
 * against the real Web Audio. Returns the address that a path within the repository is appended to.
 */
export async function servePageModules(): Promise<string> {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: `${root}node_modules/.vite-page-modules`,
    logLevel: 'error',
    // Nothing is asked for but what a test imports; looking through every page first takes seconds.
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  onTestFinished(() => server.close());
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the modules are served nowhere');
  return url;
}
