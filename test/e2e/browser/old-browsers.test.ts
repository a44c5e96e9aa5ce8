import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { filesOf, neededStyles, oldestChromium } from '../../../scripts/page-browsers.mjs';
import { makeAdmin, makeUser, password } from '../../support/hall-people';
import { isFetched, launchOldChromium, type OldBrowser, type OldPage } from '../../support/old-chromium';
import { type RunningHall, startHall } from '../../support/running-hall';

const pages = join(import.meta.dirname, '../../../build/pages');
const pictures = 'test-results/old-browsers';
const here = ([80, 92, 109] as const).every(isFetched);
// `npm run browsers` fetches them; where all suites must pass they may not be missing.
const oldTest = here || process.env.ANTRE_TEST_ALL ? test : test.skip;

const tv = { width: 1920, height: 1080 };
const kioskScreen = { width: 1080, height: 1920 };
const office = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

let hall: RunningHall;

beforeAll(() => mkdirSync(pictures, { recursive: true }));
beforeEach(async () => {
  hall = await startHall();
  await makeAdmin(hall);
});
afterEach(() => hall?.end());

async function withBrowser(version: 80 | 92 | 109, act: (browser: OldBrowser) => Promise<void>) {
  const browser = await launchOldChromium(version);
  try {
    await act(browser);
  } finally {
    await browser.close();
  }
}

const shows = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`;

for (const [version, tags] of [
  [92, []],
  [109, ['long']],
] as const) {
  const name = `on Chromium ${version} a tap gives a number, the desk calls it, and the screen shows it large`;
  oldTest(name, { tags: [...tags] }, async () => {
    const counter = 'BJ';
    const username = `petugas-${version}`;
    const officer = await makeUser(hall, {
      username,
      displayName: 'Siti Rahmawati',
      role: 'staff',
    });
    const desks = (await officer.request('GET', '/desks')).body as {
      label: string;
      counter: { code: string };
    }[];
    const label = desks.find((desk) => desk.counter.code === counter)?.label ?? '';
    await withBrowser(version, async (browser) => {
      const display = await browser.page(tv);
      await display.goto(`${hall.url}/display`);
      await display.until(shows('Panggilan sebelumnya'));
      const kiosk = await browser.page(kioskScreen);
      await kiosk.goto(`${hall.url}/kiosk`);
      await kiosk.until(shows('Silakan pilih gerai'));
      await kiosk.press(`[data-testid=counter-${counter}]`, '');
      await kiosk.until(shows('Ini gambar tiket Anda'));
      await kiosk.picture(`${pictures}/kiosk-${version}.png`);

      const desk = await browser.page(office);
      await desk.goto(`${hall.url}/staff`);
      await desk.press('label', 'Nama pengguna');
      await desk.type(username);
      await desk.press('label', 'Kata sandi');
      await desk.type(password);
      await desk.press('button[type=submit]', 'Masuk');
      await desk.press('button', `Loket ${label}`);
      await desk.until(shows(`${counter}-001`));
      await desk.press('button', 'Panggil berikutnya');
      await desk.until(shows('Mulai melayani'));
      await desk.picture(`${pictures}/desk-${version}.png`);

      await display.until(
        `[...document.querySelectorAll('section span')].some((each) => each.textContent === '${counter}-001' && parseFloat(getComputedStyle(each).fontSize) > 150)`,
      );
      await display.picture(`${pictures}/display-${version}.png`);
      // Refusals are answers: not signed in yet, no voice for a language here.
      const said = [display, kiosk, desk].flatMap(({ faults }) => faults);
      expect(said.filter((fault) => !/401|403|503/.test(fault))).toEqual([]);
    });
  });
}

oldTest('Chromium 92 knows, or has a fallback for, all that the pages’ style sheets ask of it', async () => {
  await withBrowser(92, async (browser) => {
    const page = await browser.page(office);
    for (const surface of Object.keys(oldestChromium)) {
      expect([surface, await lackingStyles(page, surface)]).toEqual([surface, []]);
    }
  });
});

oldTest('Chromium 80 tells on every page that it is too old, and what to do, and shows /info', async () => {
  await withBrowser(80, async (browser) => {
    const page = await browser.page(tv);
    // Nothing newer than Chromium 85 on the lobby's screen: what 80 lacks was there by 85.
    expect(await lackingStyles(page, 'display')).toEqual([]);
    const opened = [
      ['display', tv, '/display', 'Layar antrean belum tampil'],
      ['kiosk', kioskScreen, '/kiosk', 'Halaman ini belum tampil'],
      ['staff', office, '/staff', 'Halaman ini belum tampil'],
      ['admin', office, '/admin', 'Halaman ini belum tampil'],
      ['reports', office, '/reports', 'Halaman ini belum tampil'],
      ['phone', phone, '/t/nobodys', 'Halaman ini belum tampil'],
    ] as const;
    await Promise.all(
      opened.map(async ([name, size, path, words]) => {
        const old = await browser.page(size);
        await old.goto(hall.url + path);
        await old.until(
          `${shows(words)} && getComputedStyle(document.querySelector('h1')).visibility === 'visible'`,
        );
        await old.picture(`${pictures}/${name}-80.png`);
        expect(await old.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }),
    );
    const info = await browser.page(phone);
    await info.goto(`${hall.url}/info`);
    await info.until("document.querySelectorAll('details').length > 20");
    await info.picture(`${pictures}/info-80.png`);
  });
});

/** What a surface's style sheets ask of this browser in vain, and nothing stands in for. */
async function lackingStyles(page: OldPage, surface: string): Promise<string[]> {
  const sheets = filesOf(pages, surface).filter((name) => name.endsWith('.css'));
  const needed = sheets.map((name) => neededStyles(readFileSync(join(pages, 'assets', name), 'utf8')));
  const declarations = needed.flatMap((each) => each.declarations);
  const selectors = needed.flatMap((each) => each.selectors);
  expect(declarations.length).toBeGreaterThan(100);
  return await page.evaluate<string[]>(`[
    ...${JSON.stringify(declarations)}.filter(([property, value]) => !CSS.supports(property, value)).map((each) => each.join(': ')),
    ...${JSON.stringify(selectors)}.filter((selector) => { try { document.querySelector(selector); } catch { return true; } }),
  ]`);
}
