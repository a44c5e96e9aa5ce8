import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../electron/store/import-configuration';
import practiceSite from '../../../electron/store/practice-site.json';
import { runningServer } from '../../support/running-server';
import { askOver, stranger } from '../../support/strangers';

test('what the public reads is rendered once for all who ask within its time', async () => {
  const server = await runningServer({ configuration: parseConfiguration(JSON.stringify(practiceSite), '') });
  const read = async (path: string) => {
    const { text } = await server.send({ path, headers: stranger });
    return text.replaceAll(/nonce="[0-9a-f]{32}"/g, 'nonce');
  };
  for (const path of ['/info', '/info.ics', '/api/v1/info']) {
    server.hall.clock.advance({ milliseconds: 59_900 });
    const first = await read(path);
    // Each says the minute in which it was made.
    server.hall.clock.advance({ milliseconds: 200 });
    expect(await read(path), path).toBe(first);
    server.hall.clock.advance({ milliseconds: 59_900 });
    expect(await read(path), path).not.toBe(first);
  }
});

test('each page has a nonce of its own, and is else the same', async () => {
  const server = await runningServer();
  const pages = [await server.send({ path: '/info' }), await server.send({ path: '/info' })];
  const nonces = pages.map(({ text }) => /<style nonce="([0-9a-f]{32})">/.exec(text)?.[1] ?? '');
  expect(new Set(nonces).size).toBe(2);
  for (const [at, page] of pages.entries()) {
    expect(page.headers['content-security-policy']).toContain(`'nonce-${nonces[at]}'`);
    expect(page.text.replaceAll(nonces[at] ?? '', '')).toBe(pages[0]?.text.replaceAll(nonces[0] ?? '', ''));
  }
});

test('what is kept for all is made anew once something changed', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  await server.send({ path: '/api/v1/counters' });
  await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/counters/1',
    headers: admin.headers,
    body: { agency: 'Dinas Baru' },
  });
  expect((await server.send({ path: '/api/v1/counters' })).text).toContain('Dinas Baru');
});

test('a flood of the public page has an end of its own, and touches nothing else', async () => {
  const server = await runningServer();
  const counts = await askOver(server.url, '/info', 1_250);
  // Even where the minute turned over meanwhile.
  expect(counts.get(429)).toBeGreaterThanOrEqual(50);
  expect((counts.get(200) ?? 0) + (counts.get(429) ?? 0)).toBe(1_250);
  expect((await server.send({ path: '/api/v1/counters', headers: stranger })).status).toBe(200);
  expect((await server.send({ path: '/info' })).status).toBe(200);
});

/** Something that a program might send: right, wrong, endless, or not of this world. */
const odd = fc.oneof(
  fc.constantFrom('bytes=99999999-', 'bytes=a-b', 'bytes=-', 'bytes=0-0,5-9', '"x"', '*', 'W/"1"', '0', '-1'),
  fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', 'yesterday'),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`),
  fc.string({ unit: fc.constantFrom(...'abc019-=,;"*/ ') }).map((text) => text.trim()),
);
const names = ['range', 'if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range'];

test('files answer whatever is asked of them by a status of the caller’s', async () => {
  const server = await runningServer();
  const paths = [
    '/assets/kiosk-abc123.js',
    '/assets/none.js',
    '/slides/x.jpg',
    '/pictures/x.png',
    '/voice/x.ogg',
  ];
  const method = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'QUERY', 'PROPFIND', 'TRACE', 'POST', 'DELETE');
  const headers = fc.dictionary(fc.constantFrom(...names), odd);
  await fc.assert(
    fc.asyncProperty(method, fc.constantFrom(...paths), headers, async (by, path, sent) => {
      const { status } = await server.send({ method: by, path, headers: sent });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
  const statusOf = async (sent: Readonly<Record<string, string>>) =>
    (await server.send({ path: '/assets/kiosk-abc123.js', headers: sent })).status;
  expect(await statusOf({ range: 'bytes=99999999-' })).toBe(416);
  expect(await statusOf({ 'if-match': '"another"' })).toBe(412);
  expect(await statusOf({ 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(412);
});
