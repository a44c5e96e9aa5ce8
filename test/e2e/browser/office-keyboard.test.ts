/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { sectionsOf } from '../../support/office-sections';
import { refuseBreaches } from '../../support/refuse-breaches';
import { type RunningHall, startHall } from '../../support/running-hall';
import { smallHall } from '../../support/small-hall';

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

/** Presses on a page that was just loaded until something of the section has the focus; 0 where it has nothing to press or fill in. */
async function pressesToFirstControl(page: Page): Promise<number> {
  const section = page.locator('main > [tabindex="-1"]');
  if ((await section.locator('a, button, input, select, textarea, [tabindex="0"]').count()) === 0) return 0;
  const isThere = () =>
    section.evaluate((own) => own !== document.activeElement && own.contains(document.activeElement));
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
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = admin.cookie.split('=');
    await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
    const late: string[] = [];
    const addresses = await sectionsOf(await context.newPage(), `${hall.url}/${office}`);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      const page = await context.newPage();
      refuseBreaches(page);
      await page.goto(`${hall.url}/${office}#${address}`);
      await page.getByRole('main').locator('h1, h2').first().waitFor();
      await expect.poll(() => page.getByText(/^Sebentar…$/).count()).toBe(0);
      const presses = await pressesToFirstControl(page);
      if (presses > mostPresses) late.push(address);
      await page.close();
    }
    expect(late).toEqual([]);
    await context.close();
  },
  120_000,
);
