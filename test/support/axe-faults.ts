import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds on the page as it stands, each as its rule and the elements it means; empty where all is well.
 * Our pages hold no frames of other origins, so it runs in the page itself, which takes half the time.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
