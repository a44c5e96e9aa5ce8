import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';

let browser: Browser;
let hall: RunningHall;
let budi: Session;

beforeAll(async () => {
  browser = await launchChromium();
  // The hall's clock stands at 09.41.
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

declare global {
  /** Milliseconds by which the computer's clock is wrong. */
  var wrongBy: number;
}

/** A page on a slow computer whose clock is twenty minutes ahead. */
async function openWrong(path: string, before: () => void = () => undefined): Promise<Page> {
  const context = await browser.newContext();
  const [name = '', value = ''] = budi.cookie.split('=');
  await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.addInitScript(before);
  await page.addInitScript(() => {
    const right = Date.now.bind(Date);
    globalThis.wrongBy = 20 * 60_000;
    Date.now = () => right() + globalThis.wrongBy;
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`${hall.url}${path}`);
  return page;
}

test.each(['/display', '/kiosk', '/staff'])(
  '%s shows the hall’s time whatever its computer calls the time, then or later',
  async (path) => {
    const page = await openWrong(path);
    // A page that has just asked may be some minutes on, by its own stopwatch; never twenty.
    const shown = () =>
      page
        .getByText(/^\d\d\.\d\d$/)
        .first()
        .textContent();
    await expect.poll(shown, { timeout: 60_000 }).toMatch(/^09\.4\d$/);
    await page.evaluate(() => {
      globalThis.wrongBy = -3 * 365 * 24 * 3_600_000;
    });
    // The clock is drawn anew within a second.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    expect(await shown()).toMatch(/^09\.4\d$/);
    await page.context().close();
  },
);

test.each(['/display', '/kiosk', '/staff'])(
  '%s shows the hall’s time as soon as it is heard, not only when the clock is drawn again',
  async (path) => {
    const page = await openWrong(path, () => {
      // Nothing is ever drawn again by the time alone.
      globalThis.setInterval = (() => 0) as unknown as typeof setInterval;
    });
    await page
      .getByText(/^09\.4\d$/)
      .first()
      .waitFor();
    await page.context().close();
  },
);
