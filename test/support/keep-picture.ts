import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright';

/**
 * Keeps a picture of a page, below `test-results/`, where somebody wants to look at the screens (`ANTRE_PICTURES=1`): a
 * quarter of a layout test's time goes into them.
 */
export async function keepPicture(page: Page, path: string, { fullPage = false } = {}): Promise<void> {
  if (!process.env.ANTRE_PICTURES) return;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}
