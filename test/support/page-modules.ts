import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { routeAddresses } from '../../electron/contract/route-addresses';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Serves the pages' own modules to a browser, unbuilt, so that a test can import one of them there and try it
 * against the real Web Audio. With a hall's address, what it serves to pages besides is there too. Returns the address that a path within the repository is appended to, and what ends it.
 */
export async function servePageModules({
  hall,
}: {
  readonly hall?: string;
} = {}): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: `${root}node_modules/.vite-page-modules`,
    logLevel: 'error',
    plugins: [
      {
        name: 'addresses-of-routes',
        // As in built pages: the table without the schemas that it is made of.
        load: (id) =>
          id.endsWith('/contract/route-addresses.ts')
            ? `export const routeAddresses = ${JSON.stringify(routeAddresses)};`
            : null,
      },
    ],
    // Nothing is asked for but what a test imports; looking through every page first takes seconds.
    optimizeDeps: { noDiscovery: true, include: hall ? ['react'] : [] },
    server: {
      ...{ port: 0, host: '127.0.0.1', hmr: false, watch: null },
      ...(hall && {
        proxy: Object.fromEntries(
          ['/api', '/voice'].map((path) => [path, { target: hall, changeOrigin: true }]),
        ),
      }),
    },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the modules are served nowhere');
  return { url, close: () => server.close() };
}
