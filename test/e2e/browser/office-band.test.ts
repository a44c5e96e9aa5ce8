import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { hiddenText } from '../../support/hidden-text';
import { type RunningHall, startHall } from '../../support/running-hall';
import { staffPage } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let supervisor: Session;

/** An office's screen, a small one, the first with everything twice as big, a phone. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  // The practice site, whose band has the most to show.
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  supervisor = await makeUser(hall, {
    username: 'ajeng',
    displayName: 'Raden Ajeng Kusumaningtyas Wulandari Prameswari',
    role: 'supervisor',
  });
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await hall.end();
  };
});

/** Whatever of the band is outside of the screen, cut by another part of it, or over one; empty where all is within reach. */
function bandFaults(page: Page): Promise<string[]> {
  return page
    .locator('header')
    .first()
    .evaluate((band) => {
      const frame = band.getBoundingClientRect();
      const parts = [...band.querySelectorAll('a, button, h1, strong, time')]
        .filter((part) => part.checkVisibility())
        .map((part) => ({
          name: part.getAttribute('aria-label') ?? part.textContent ?? '',
          box: part.getBoundingClientRect(),
        }));
      return parts.flatMap(({ name, box }, at) => [
        ...(box.left < 0 || box.right > innerWidth ? [`${name} leaves the screen`] : []),
        ...(box.top < frame.top || box.bottom > frame.bottom ? [`${name} leaves the band`] : []),
        ...parts
          .slice(at + 1)
          .filter(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
          )
          .map((other) => `${name} is over ${other.name}`),
      ]);
    });
}

async function atEachSize(page: Page): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const size of sizes) {
    await page.setViewportSize(size);
    const found = [...(await bandFaults(page)), ...(await hiddenText(page))];
    if (found.length > 0) faults[size.width] = found;
  }
  return faults;
}

for (const english of [false, true]) {
  test(`all of the band is within reach at every size while the hall practises (${english ? 'en' : 'id'})`, {
    tags: english ? ['long'] : [],
  }, async () => {
    const out = english ? 'Sign out' : 'Keluar';
    for (const path of ['/admin', '/reports', '/staff#balai']) {
      const page = await staffPage(browser, hall.url, { session: admin, english, path });
      await page.getByRole('button', { name: out }).waitFor();
      await page.getByRole('link', { name: /^(Laporan|Reports)$/ }).waitFor();
      expect([path, await atEachSize(page)]).toEqual([path, {}]);
      expect(await page.getByRole('button', { name: out }).isVisible()).toBe(true);
    }
  });
}

for (const english of [false, true]) {
  test(`all of a desk's band is within reach, also while the line is lost (${english ? 'en' : 'id'})`, {
    tags: english ? ['long'] : [],
  }, async () => {
    const [desk] = (await supervisor.request('GET', '/desks')).body as { id: string }[];
    expect((await supervisor.request('POST', `/desks/${desk?.id}/sign-in`)).status).toBeLessThan(300);
    const page = await staffPage(browser, hall.url, { session: supervisor, english, path: '/staff#loket' });
    await page.getByRole('button', { name: english ? /^Break/ : /^Istirahat/ }).waitFor();
    expect(await atEachSize(page)).toEqual({});
    await page.setViewportSize({ width: 1366, height: 768 });
    await hall.halt();
    await page.getByRole('alert').first().waitFor();
    expect(await atEachSize(page)).toEqual({});
  });
}
