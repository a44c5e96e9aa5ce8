import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { keepPicture } from './keep-picture';
import { refuseBreaches } from './refuse-breaches';

const pictures = join(import.meta.dirname, '../../test-results/admin');

/** Where an admin works: one browser with its own cookies, on the usual office screen. */
export async function adminPage(
  browser: Browser,
  url: string,
  options: { readonly english?: boolean; readonly section?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  if (options.english) {
    await context.addInitScript(() => localStorage.setItem('antre.staff.language', 'en'));
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  refuseBreaches(page);
  await page.goto(`${url}/admin${options.section ? `#${options.section}` : ''}`);
  return page;
}

/** Goes to a section by the navigation, and in it to one of its tabs. */
export async function openSection(page: Page, section: string, tab?: string): Promise<void> {
  await follow(page, 'Bagian', new RegExp(`^${section}`));
  if (tab) await follow(page, section, new RegExp(`^${tab}$`));
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
}

async function follow(page: Page, navigation: string, name: RegExp): Promise<void> {
  const links = page.getByRole('navigation', { name: navigation, exact: true }).getByRole('link', { name });
  await links.click();
  await links.and(page.locator('[aria-current]')).waitFor();
}

/** Keeps a picture to look at. */
export async function adminPicture(page: Page, name: string): Promise<void> {
  await keepPicture(page, join(pictures, `${name}.png`));
}
