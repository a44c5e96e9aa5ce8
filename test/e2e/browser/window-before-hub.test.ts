import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';

// What a Windows machine opens with: it is switched on before the hall's main computer.

const file = pathToFileURL(join(import.meta.dirname, '../../../packaging/windows/window.html')).href;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('a window says for whom it waits, and goes to its page once the main computer answers', async () => {
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<h1>${request.url}</h1>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const page = await browser.newPage();
  await page.goto(`${file}#http://127.0.0.1:${port}/display?zone=Timur`);
  await page.getByText(`Menunggu komputer utama Antre di 127.0.0.1:${port}.`).waitFor();
  await page.getByText(`Waiting for Antre's main computer at 127.0.0.1:${port}.`).waitFor();
  server.listen(port, '127.0.0.1');
  await page.getByRole('heading', { name: '/display?zone=Timur' }).waitFor();
  await page.close();
  server.closeAllConnections();
  server.close();
});

test('a window without an address goes nowhere, and says so', async () => {
  const page = await browser.newPage();
  await page.goto(`${file}#javascript:document.body.remove()`);
  await page.getByText('Menunggu komputer utama Antre di ?.').waitFor();
  expect(page.url()).toBe(`${file}#javascript:document.body.remove()`);
  await page.close();
});
