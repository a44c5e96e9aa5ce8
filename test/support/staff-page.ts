import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { axeFaults } from './axe-faults';
import { makeUser, type Session } from './hall-people';
import { keepPicture } from './keep-picture';
import { refuseBreaches } from './refuse-breaches';
import type { RunningHall } from './running-hall';

const pictures = join(import.meta.dirname, '../../test-results');

/** Where a person on the staff works: one browser with its own cookies, on the usual office screen. */
export async function staffPage(
  browser: Browser,
  url: string,
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly english?: boolean;
    /** Signed in already; without it the page asks. */
    readonly session?: Session;
    /** Another office page than the desks'. */
    readonly path?: string;
  } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    reducedMotion: 'reduce',
  });
  if (options.english) {
    await context.addInitScript(() => localStorage.setItem('antre.staff.language', 'en'));
  }
  if (options.session) {
    const [name = '', value = ''] = options.session.cookie.split('=');
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  refuseBreaches(page);
  await page.goto(`${url}${options.path ?? '/staff'}`);
  return page;
}

/** An officer of their own on a page of their own at the desk with that label. */
export async function officerAtDesk(
  browser: Browser,
  hall: RunningHall,
  officer: { readonly username: string; readonly displayName: string; readonly desk: string },
): Promise<Page> {
  const { username, displayName, desk } = officer;
  const session = await makeUser(hall, { username, displayName, role: 'staff' });
  const page = await staffPage(browser, hall.url, { session });
  await takeDesk(page, desk);
  return page;
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** Takes a desk by its label and waits for its console. */
export async function takeDesk(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Loket ${label} ?Duduk di sini`) }).click();
  await page.getByRole('heading', { level: 1, name: `, Loket ${label}` }).waitFor();
  await page.getByRole('heading', { name: /^Menunggu/ }).waitFor();
}

/** Waits until the one big button (the first of its name) may be pressed. */
export async function readyForNextStep(page: Page, name: string): Promise<void> {
  await expect
    .poll(() =>
      page
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .getAttribute('aria-disabled'),
    )
    .toBe('false');
}

/**
 * Presses a key as a hand does: a key that is held so long is no scanner's, and one that is let go so long before it is
 * pressed again does not bounce. Another key before it says that what came meanwhile was seen: this is no double press.
 */
export async function pressKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press('Shift');
  await page.waitForTimeout(100);
  await page.keyboard.press(key, { delay: 70 });
}

/**
 * Presses a button that came where another one was just pressed, as whoever read what came would: not within the moment in
 * which it would be the second half of the same press.
 */
export async function pressAnew(page: Page, button: Locator): Promise<void> {
  for (const key of ['Shift', 'Control']) await page.keyboard.press(key);
  await button.click();
}

/** The numbers that wait, in the order shown. */
export async function waitingNumbers(page: Page): Promise<string[]> {
  return await page.locator('ol > li > strong').allTextContents();
}

/** No finding of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

/** Keeps a picture of a desk to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await keepPicture(page, join(pictures, 'staff', `${name}.png`));
}

/** Keeps a picture of the reports to look at. */
export async function reportsPicture(page: Page, name: string): Promise<void> {
  await keepPicture(page, join(pictures, 'reports', `${name}.png`));
}

/** The number of the ticket at the desk. */
export async function numberAtDesk(page: Page): Promise<string> {
  return (
    (await page.getByRole('region', { name: 'Di loket ini' }).locator('strong').first().textContent()) ?? ''
  );
}
