import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';

// Large letters for hands that shake and eyes that need time.

let browser: Browser;
let hall: RunningHall;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ site: busySite(), printer: { kind: 'none' } });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});
beforeEach(async () => {
  await page?.context().close();
  page = await openKiosk(browser, hall.url);
});

test('in large letters a second touch near the first does nothing, a later one does', async () => {
  await page.getByTestId('mode').tap();
  await page.getByTestId('counter-K').tap();
  await page.locator('label').nth(0).tap();
  const place = await page.getByRole('button', { name: 'Berikut' }).boundingBox();
  if (!place) throw new Error('there is no way on');
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  await page.touchscreen.tap(x, y);
  // Where the hand has shaken to.
  await page.touchscreen.tap(x + 30, y - 20);
  await page.getByText('sudah Anda bawa?').waitFor();
  expect(await page.locator('#choose-priority').count()).toBe(0);
  await expect
    .poll(async () => {
      if ((await page.locator('#choose-priority').count()) === 0) await page.touchscreen.tap(x, y);
      return await page.locator('#choose-priority').count();
    })
    .toBe(1);
});

test('in large letters the kiosk asks later and for twenty seconds, and any touch is an answer', async () => {
  await page.clock.install();
  await page.reload();
  const question = page.getByRole('alertdialog');
  await page.getByTestId('mode').tap();
  await page.getByTestId('counter-K').tap();
  await page.clock.runFor(60_000);
  expect(await question.count()).toBe(0);
  await page.clock.runFor(11_000);
  await question.getByText(/dalam (20|1\d) detik/).waitFor();
  // Eight seconds are all that it has in the usual mode.
  await page.clock.runFor(9_000);
  await page.touchscreen.tap(540, 1000);
  await question.waitFor({ state: 'detached' });
  await page.clock.runFor(60_000);
  expect(await question.count()).toBe(0);
  expect(await page.locator('[data-screen=counter]').count()).toBe(1);
});
