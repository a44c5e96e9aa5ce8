import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { smallHall } from '../../support/small-hall';

// A section's code comes apart from the page's: how it is while it comes, and where it doesn't.

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ site: smallHall, printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const [name = '', value = ''] = admin.cookie.split('=');
  await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  page = await context.newPage();
  return () => context.close();
});

const auditCode = /\/audit-section-[^/]*\.js$/;

test('a section whose code is still on its way says so, and is drawn once it is there', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(auditCode, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${hall.url}/admin#riwayat`);
  const main = page.getByRole('main');
  await main.getByRole('status').filter({ hasText: 'Sebentar…' }).waitFor();
  expect(await main.getByRole('heading', { name: 'Riwayat' }).count()).toBe(0);
  release();
  await main.getByRole('heading', { name: 'Riwayat' }).waitFor();
  await expect.poll(() => main.getByText('Sebentar…').count()).toBe(0);
});

test('a section whose code did not come says so and can be asked for again, while the others go on', async () => {
  await page.route(auditCode, (route) => route.abort());
  await page.goto(`${hall.url}/admin#riwayat`);
  const alert = page.getByRole('main').getByRole('alert').filter({ hasText: 'belum dapat dibuka' });
  await alert.waitFor();
  await page.getByRole('link', { name: /^Gerai dan layanan/ }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  expect(await alert.count()).toBe(0);
  await page.getByRole('link', { name: 'Riwayat' }).click();
  await alert.waitFor();
  await page.unroute(auditCode);
  await alert.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByRole('main').getByRole('heading', { name: 'Riwayat' }).waitFor();
});

test('what fails a second time is had by loading the page again', async () => {
  await page.route(auditCode, (route) => route.abort());
  await page.goto(`${hall.url}/admin#riwayat`);
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  const reload = page.getByRole('button', { name: 'Muat ulang halaman' });
  await reload.waitFor();
  await page.unroute(auditCode);
  await reload.click();
  await page.getByRole('main').getByRole('heading', { name: 'Riwayat' }).waitFor();
});
