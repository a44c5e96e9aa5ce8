import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * Passes requests on to the server at `url` as from another machine, so that whoever comes without a token is not
 * taken for the server's own kiosk. Answers where it listens; it is closed when the test has finished.
 */
export async function startPassingProxy(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const proxy = createServer((near, answer) => {
    const headers = { ...near.headers, 'x-forwarded-for': '10.0.0.9' };
    const far = httpRequest({ hostname, port, path: near.url, method: near.method, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    far.on('error', () => answer.destroy());
    answer.on('close', () => far.destroy());
    near.pipe(far);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}
