import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from 'playwright';

type ScreenReader = typeof virtual;

const program = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js');
/** Served to the page by its own address, since it takes no others. */
const addresses = { program: '/screen-reader.js', start: '/start-screen-reader.js' };
const start = `import { virtual } from '${addresses.program}'; window.screenReader = virtual;`;
/** No screen of ours has so much to say. */
const mostPhrases = 600;

/** What a screen reader says of the kiosk's page from its top to its end, phrase by phrase (`button, Kembali`). */
export async function readAllOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'screenReader' in window))) await bring(page);
  return await page.evaluate(async (most) => {
    const reader = Reflect.get(window, 'screenReader') as ScreenReader;
    const container = document.querySelector('[data-mode]');
    if (!container) return [];
    await reader.start({ container });
    const firstNode = reader.activeNode;
    const first = await reader.lastSpokenPhrase();
    for (let at = 0; at < most; at += 1) {
      await reader.next();
      // After the end it begins again.
      if (reader.activeNode === firstNode && (await reader.lastSpokenPhrase()) === first) break;
    }
    const phrases = await reader.spokenPhraseLog();
    await reader.stop();
    return phrases;
  }, mostPhrases);
}

async function bring(page: Page): Promise<void> {
  const served = { [addresses.program]: readFileSync(program, 'utf8'), [addresses.start]: start };
  for (const [address, body] of Object.entries(served)) {
    await page.route(`**${address}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
  await page.addScriptTag({ url: addresses.start, type: 'module' });
  await page.waitForFunction(() => 'screenReader' in window);
}
