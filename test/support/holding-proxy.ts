import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way to a server that looks into what comes back, as security software and some proxies do. */
export interface HoldingProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /**
   * From the next request on: `nothing` is held back; `bodies`: each is held until its end, its headers not;
   * `after 1 kB`: the first kilobyte of each is let through, the rest is held until its end.
   */
  hold(what: 'nothing' | 'bodies' | 'after 1 kB'): void;
  /** Addresses without their queries that were asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/** Passes requests on to the server at `url` until it is closed. */
export async function startHoldingProxy(url: string): Promise<HoldingProxy> {
  const { hostname, port } = new URL(url);
  const asked: string[] = [];
  let held: Parameters<HoldingProxy['hold']>[0] = 'bodies';
  const proxy = createServer((near, answer) => {
    asked.push(near.url?.split('?', 1)[0] ?? '');
    const letThrough = { nothing: Number.POSITIVE_INFINITY, bodies: 0, 'after 1 kB': 1024 }[held];
    const far = httpRequest({ hostname, port, path: near.url, method: near.method, headers: near.headers });
    far.on('response', (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      answer.flushHeaders();
      let passed = 0;
      const kept: Buffer[] = [];
      told.on('data', (bytes: Buffer) => {
        const now = bytes.subarray(0, Math.max(0, letThrough - passed));
        passed += now.length;
        if (now.length > 0) answer.write(now);
        if (now.length < bytes.length) kept.push(bytes.subarray(now.length));
      });
      told.on('end', () => answer.end(Buffer.concat(kept)));
      told.on('error', () => answer.destroy());
    });
    far.on('error', () => answer.destroy());
    answer.on('close', () => far.destroy());
    near.pipe(far);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const close = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    hold: (what) => {
      held = what;
    },
    asked,
    close,
  };
}
