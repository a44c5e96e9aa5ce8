import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { writePastDays } from '../../support/past-days';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, reportsPicture, staffPage } from '../../support/staff-page';

// Ten weeks of a hall, of which the page advises on the next seven days.

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  await hall.halt();
  writePastDays(hall, 70, 70);
  await hall.resume();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function staffingPage(english = false): Promise<Page> {
  return await staffPage(browser, hall.url, { session: admin, english, path: '/reports#petugas' });
}

const sentences = (page: Page) => page.locator('[aria-live][aria-busy="false"] li').allTextContents();

test('says for each day what one officer changes, and shows each half-hour on a press', async () => {
  const page = await staffingPage();
  await expect.poll(() => sentences(page)).not.toEqual([]);
  for (const sentence of await sentences(page)) {
    expect(sentence).toMatch(/^(Senin|Selasa|Rabu|Kamis|Jumat)( \d\d\.\d\d–\d\d\.\d\d)?: .*DPMPTSP/);
  }
  expect(await page.getByRole('table').getByRole('rowheader').allTextContents()).toEqual([
    'Selasa, 24 November',
    'Rabu, 25 November',
    'Kamis, 26 November',
    'Jumat, 27 November',
    'Sabtu, 28 November',
    'Minggu, 29 November',
    'Senin, 30 November',
  ]);
  await page.getByRole('button', { name: /^Rabu, 25 November 09\.00: perlu/ }).click();
  await page.getByText(/^Rabu, 25 November 09\.00–09\.30: ± \d+ pengunjung/).waitFor();
  await expectAccessible(page);
  await reportsPicture(page, 'staffing');
  await page.context().close();
});

test('what if more came: by keyboard alone, and the advice asks for more', async () => {
  const page = await staffingPage(true);
  await expect.poll(() => sentences(page)).not.toEqual([]);
  const needed = async () =>
    (await page.getByRole('table').getByRole('button').allTextContents())
      .map((text) => Number(/\d+/.exec(text)?.[0]))
      .reduce((sum, desks) => sum + desks, 0);
  const asUsual = await needed();
  await page.getByRole('slider', { name: 'Visitors' }).focus();
  await page.keyboard.press('End');
  await page.getByText('Visitors: 200 %').waitFor();
  await expect.poll(needed).toBeGreaterThan(asUsual);
  for (const sentence of await sentences(page)) {
    expect(sentence).toMatch(/^(Monday|Tuesday|Wednesday|Thursday|Friday)( \d\d\.\d\d–\d\d\.\d\d)?: /);
  }
  await expectAccessible(page);
  await reportsPicture(page, 'staffing-english');
  await page.context().close();
});
