import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';

const root = join(import.meta.dirname, '../../..');
const pictures = join(root, 'test-results/preview');
/** What starts a page shows nothing itself. */
const notShown = ['office/start-office-page.tsx', 'page/start-page.tsx'];

let browser: Browser;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const { NODE_ENV: _ofTests, VITEST: _itself, ...env } = process.env;
  server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--config', 'vite.pages.config.mts', '--host', '127.0.0.1'],
    { cwd: root, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  url = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the preview is not served')));
    createInterface({ input: server.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const local = /http:\/\/127\.0\.0\.1:\d+\//.exec(line);
      if (local) resolve(local[0]);
    });
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
});

test('each story is drawn, and every component that surfaces share is in one', {
  tags: 'long',
  timeout: 900_000,
}, async () => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Each module is made as it is first asked for.
  page.setDefaultTimeout(240_000);
  const faults: string[] = [];
  const loaded = new Set<string>();
  page.on('pageerror', (error) => void faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const [, component] = /\/ui\/(.*\.tsx)/.exec(new URL(request.url()).pathname) ?? [];
    if (component) loaded.add(component);
  });
  const linksAt = async (address: string): Promise<string[]> => {
    await page.goto(address);
    await page.getByRole('link').first().waitFor();
    return page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  };
  const stories: string[] = [];
  for (const surface of await linksAt(`${url}preview/preview.html`))
    stories.push(...(await linksAt(surface)));
  expect(stories.length).toBeGreaterThan(45);
  for (const story of stories) {
    await page.goto(story);
    await page.locator('[data-story]').waitFor({ state: 'attached' });
    const { searchParams } = new URL(story);
    const name = `${searchParams.get('surface')}-${searchParams.get('story')}`;
    await keepPicture(page, join(pictures, `${name.replace(/\W+/g, '-')}.png`));
  }
  expect(faults).toEqual([]);
  const components = globSync('**/*.tsx', { cwd: join(root, 'renderer/ui') }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  expect(components.filter((file) => !loaded.has(file)).sort()).toEqual(notShown);
  await context.close();
});
