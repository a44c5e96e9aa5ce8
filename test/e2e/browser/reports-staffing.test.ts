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

const cards = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });

test('says in three cards what would help, with the wait now and then, and shows each half-hour on a press', async () => {
  const page = await staffingPage();
  await expect.poll(() => cards(page).count()).toBe(3);
  for (const heading of ['Tambah 1 petugas', 'Pindahkan 1 petugas', 'Tambah 1 loket']) {
    await page.getByRole('heading', { level: 2, name: heading }).waitFor();
  }
  const officer = await cards(page).filter({ hasText: 'Tambah 1 petugas' }).textContent();
  expect(officer).toMatch(
    /(Senin|Selasa|Rabu|Kamis|Jumat) \d\d\.\d\d–\d\d\.\d\dsekarang.*menjadi.*orang terbantu/,
  );
  expect(await page.getByRole('table').getByRole('rowheader').allTextContents()).toEqual([
    'Selasa 24 Nov',
    'Rabu 25 Nov',
    'Kamis 26 Nov',
    'Jumat 27 Nov',
    'Sabtu 28 Nov',
    'Minggu 29 Nov',
    'Senin 30 Nov',
  ]);
  await page.getByRole('button', { name: /^Rabu 25 Nov 09\.00: perlu/ }).click();
  await page.getByText(/^Rabu 25 Nov pukul 09\.00–09\.30: sekitar \d+ orang datang/).waitFor();
  await expectAccessible(page);
  await reportsPicture(page, 'staffing');
  await page.context().close();
});

test('what if more came: by keyboard alone, and the advice asks for more, while the cards stay as it is', {
  tags: 'long',
}, async () => {
  const page = await staffingPage(true);
  await expect.poll(() => cards(page).count()).toBe(3);
  const needed = async () =>
    (await page.getByRole('table').getByRole('button').allTextContents())
      .map((text) => Number(/\d+/.exec(text)?.[0]))
      .reduce((sum, desks) => sum + desks, 0);
  const asUsual = await needed();
  const said = await cards(page).allTextContents();
  await page.getByRole('slider', { name: 'Visitors' }).focus();
  await page.keyboard.press('End');
  await page.getByText('+100 %').waitFor();
  await expect.poll(needed).toBeGreaterThan(asUsual);
  await page.getByText(/^With this, the longest wait would be about .+\. As usual: .+\.$/).waitFor();
  expect(await cards(page).allTextContents()).toEqual(said);
  await expectAccessible(page);
  await reportsPicture(page, 'staffing-english');
  await page.context().close();
});
