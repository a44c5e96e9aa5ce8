import type { Page } from 'playwright';

/** The addresses of all sections of an office page and their tabs, as its navigation has them; goes from one to the next. */
export async function sectionsOf(page: Page, office: string): Promise<string[]> {
  await page.goto(office);
  await page.getByRole('navigation').first().waitFor();
  const shown = () =>
    page
      .locator('nav a[href^="#"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  const found = new Set<string>();
  await page.locator('nav a[href^="#"]').first().waitFor();
  for (const section of await shown()) {
    await page.goto(`${office}#${section}`);
    await page.locator(`nav a[href="#${section}"][aria-current]`).first().waitFor();
    for (const address of await shown()) found.add(address);
  }
  return [...found];
}
