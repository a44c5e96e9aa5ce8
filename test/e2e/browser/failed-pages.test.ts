import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../../electron/contract/admin-hall';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { kioskSizes } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';

// Whatever a page can't draw is told in words, to the server too, and the page comes back by itself.

let browser: Browser;
let hall: RunningHall;
let cookie: string;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  admin = await makeAdmin(hall);
  cookie = admin.cookie.split('=')[1] ?? '';
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

/** In the page: elements of which everything but the sentence about the fault consists can't be made until `mended`. */
function breakDrawing() {
  const tags = [
    'div',
    'header',
    'span',
    'form',
    'label',
    'input',
    'a',
    'img',
    'ul',
    'li',
    'h2',
    'nav',
    'footer',
  ];
  const make = document.createElement.bind(document);
  // Libraries try the browser while they are loaded; drawing begins after that.
  let loaded = false;
  document.addEventListener('DOMContentLoaded', () => {
    loaded = true;
  });
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    if (loaded && tags.includes(tag) && !sessionStorage.getItem('mended')) {
      throw new TypeError(`no ${tag} of /t/q8Xy_wKfL2-mN4pR7sTuvA`);
    }
    return make(tag, options);
  }) as typeof document.createElement;
}

async function faults(surface: string): Promise<Finding[]> {
  const found = (await admin.request('GET', '/admin/findings')).body as Finding[];
  return found.filter(({ subject }) => subject === `page:${surface}`);
}

const count = async (surface: string) =>
  (await faults(surface)).reduce((sum, { occurred }) => sum + (occurred?.count ?? 0), 0);

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.ANTRE_TEST_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

const kioskScreen = { width: 1080, height: 1920 };
const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

test.each([
  ['kiosk', '/kiosk', kioskScreen, ''],
  ['display', '/display', { width: 1920, height: 1080 }, ''],
  ['staff', '/staff', desk, 'Muat lagi sekarang'],
  ['admin', '/admin', desk, 'Muat lagi sekarang'],
  ['reports', '/reports', desk, 'Muat lagi sekarang'],
  ['phone', `/t/${'a'.repeat(30)}`, phone, 'Muat lagi sekarang'],
  ['phone', '/aduan', phone, 'Muat lagi sekarang'],
])(
  '%s: a page that cannot be drawn says so, tells the server, and comes back',
  async (surface, path, viewport, button) => {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.addInitScript(breakDrawing);
    const before = await count(surface);
    await page.goto(`${hall.url}${path}`);
    await page.getByRole('heading', { name: 'Halaman ini sedang dipulihkan' }).waitFor();
    await page.getByText('All numbers are safe').waitFor();
    await keepPicture(page, `failed-${surface}`);
    await expect.poll(() => count(surface)).toBeGreaterThan(before);
    const [fault] = await faults(surface);
    expect([fault?.detail, fault?.occurred?.error]).toEqual([
      'drawing',
      expect.stringMatching(/^TypeError: no \w+ of \/t\/…/),
    ]);
    await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
    if (button) await page.getByRole('button', { name: button }).click();
    await page.locator(':is(#root, #page) > :not([role=alert], .antre-cannot-run, style)').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Halaman ini sedang dipulihkan' }).count()).toBe(0);
    await page.context().close();
  },
);

test('a page that fails again and again is loaded ever more rarely, and not while the server is away', {
  tags: 'long',
}, async () => {
  const page = await (await browser.newContext({ viewport: desk })).newPage();
  await page.addInitScript(breakDrawing);
  await page.goto(`${hall.url}/staff`);
  const failures = () => page.evaluate(() => sessionStorage.getItem('antre.page-faults') ?? '');
  for (let failed = 1; failed <= 3; failed += 1) {
    await expect.poll(failures).toContain(`"count":${failed}`);
    const seconds = 5 * 2 ** (failed - 1);
    await page.getByText(new RegExp(`dimuat lagi dalam (${seconds}|${seconds - 1}) detik`)).waitFor();
    if (failed < 3) await page.getByRole('button', { name: 'Muat lagi sekarang' }).click();
  }
  await page.route('**/healthz', (route) => route.abort());
  const asked = page.waitForRequest('**/healthz');
  await page.getByRole('button', { name: 'Muat lagi sekarang' }).click();
  await asked;
  await page.getByText('Sedang dimuat lagi…').waitFor();
  expect(await failures()).toContain('"count":3');
  await page.unroute('**/healthz');
  await expect.poll(failures, { timeout: 30_000 }).toContain('"count":4');
  await page.context().close();
});

test('a page whose script doesn’t run says so in three languages, with what to do', async () => {
  const words = [/belum tampil$/, /has not come up yet$/, /dereng ketingal$/];
  const said = async (path: string, viewport: typeof desk, canRun: boolean) => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: canRun });
    const page = await context.newPage();
    // As in a browser that can't read it.
    await page.route('**/assets/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '?' }),
    );
    await page.goto(`${hall.url}${path}`);
    for (const name of words) await page.getByRole('heading', { level: 1, name }).waitFor();
    await page
      .getByText(/(Perbarui|Muat ulang|sambungkan)/)
      .first()
      .waitFor();
    await keepPicture(page, `cannot-run${path.replace('/', '-')}`);
    await context.close();
  };
  const pages = [
    ['/kiosk', kioskScreen],
    ['/display', { width: 1920, height: 1080 }],
    ['/staff', desk],
    ['/aduan', phone],
  ] as const;
  await Promise.all(pages.flatMap(([path, size]) => [said(path, size, true), said(path, size, false)]));
});

test('what is thrown elsewhere on a page is told to admins, in their list', async () => {
  const page = await (await browser.newContext({ viewport: desk })).newPage();
  await page.addInitScript(() => {
    // The page's own timers throw: an error outside of drawing, from a script of ours.
    const real = window.addEventListener.bind(window);
    window.addEventListener = ((type: string, ...rest: [EventListener]) => {
      if (type === 'unhandledrejection')
        queueMicrotask(() => void Promise.reject(new RangeError('out of bounds')));
      return real(type, ...rest);
    }) as typeof window.addEventListener;
  });
  await page.goto(`${hall.url}/admin`);
  await expect
    .poll(async () => (await faults('admin')).map(({ detail, occurred }) => `${detail} ${occurred?.error}`))
    .toContainEqual(expect.stringMatching(/^script RangeError: out of bounds/));
  expect(await page.getByRole('heading', { name: 'Halaman ini sedang dipulihkan' }).count()).toBe(0);
  await page.context().addCookies([{ name: 'antre_session', value: cookie, url: hall.url }]);
  await page.goto(`${hall.url}/admin#tanggal`);
  await page.reload();
  const finding = page
    .getByRole('listitem')
    .filter({ hasText: 'Halaman admin: mengalami kesalahan, lalu dipulihkan' });
  await finding.first().waitFor();
  const often = finding.filter({ hasText: 'Sering terulang: beri tahu petugas teknis.' });
  expect(await often.count()).toBe(0);
  // Twice more: a list that is opened anew tells of it.
  for (const _ of ['second', 'third']) await page.reload();
  await often.waitFor();
  await keepPicture(page, 'findings');
  await page.context().close();
});

test('a number is shown without the code for phones where what draws it does not come, and the next one with it', async () => {
  await admin.request('PATCH', '/admin/settings', { publicUrl: hall.url });
  const context = await browser.newContext({ viewport: kioskSizes.portrait });
  const page = await context.newPage();
  const drawing = '**/assets/drawn-qr-code-*.js';
  await page.route(drawing, (route) => route.abort());
  const failed = () =>
    page.waitForEvent('requestfailed', (request) => request.url().includes('drawn-qr-code'));
  const before = failed();
  await page.goto(`${hall.url}/kiosk`);
  await before;
  const code = page.getByRole('img', { name: 'QR' });
  const again = failed();
  await page.getByTestId('counter-BJ').click();
  await again;
  expect(await page.getByTestId('number').textContent()).toBe('BJ-001');
  expect(await code.count()).toBe(0);
  await page.unroute(drawing);
  await page.getByRole('button', { name: 'Selesai' }).click();
  await page.getByTestId('counter-BJ').click();
  await code.waitFor();
  await context.close();
});
