import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { sectionsOf } from '../../support/office-sections';
import { type RunningHall, startHall } from '../../support/running-hall';
import { smallHall } from '../../support/small-hall';
import { staffPage } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  hall = await startHall({ site: smallHall, printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const mostPresses = 5;

/** Presses from the top of a page until something of the section has the focus; 0 where it has nothing to press or fill in. */
async function pressesToFirstControl(page: Page): Promise<number> {
  const section = page.locator('main > [tabindex="-1"]');
  if ((await section.locator('a, button, input, select, textarea, [tabindex="0"]').count()) === 0) return 0;
  const isThere = () =>
    section.evaluate((own) => own !== document.activeElement && own.contains(document.activeElement));
  // As on a page that was just loaded: the next press begins at the top, wherever the last one led.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  await page.keyboard.press('Tab');
  // The way past the band, the navigation and the tabs is what the first press comes to.
  await page.keyboard.press('Enter');
  for (let presses = 2; ; presses += 1) {
    if ((await isThere()) || presses > mostPresses) return presses;
    await page.keyboard.press('Tab');
  }
}

test.each(['admin', 'reports'])(
  'a keyboard comes to the first control of each section within five presses: %s',
  async (office) => {
    const page = await staffPage(browser, hall.url, { session: admin, path: `/${office}` });
    const late: string[] = [];
    const addresses = await sectionsOf(page, `${hall.url}/${office}`);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      await page.goto(`${hall.url}/${office}#${address}`);
      await page.locator(`nav a[href="#${address}"][aria-current]`).first().waitFor();
      await page.getByRole('main').locator('h1, h2').first().waitFor();
      await expect.poll(() => page.getByText(/^Sebentar…$/).count()).toBe(0);
      if ((await pressesToFirstControl(page)) > mostPresses) late.push(address);
    }
    expect(late).toEqual([]);
    await page.context().close();
  },
);
