import axe from 'axe-core';
import type { Page } from 'playwright';

/**
 * What axe finds on the page as it stands, each as its rule and the elements it means; empty where all is well.
 * It comes into a page once and tells of nothing but faults: what else it can tell takes four times the work. Our pages
 * hold no frames, so it need not look into any.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}
