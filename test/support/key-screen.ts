import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

/** A text as it stands on the screen: what it says, and its box in pixels (left, top, width, height). */
type PlacedText = readonly [text: string, x: number, y: number, width: number, height: number];

interface KeptScreen {
  /** The Chromium that drew the kept picture: another one rounds and smooths otherwise. */
  readonly chromium: string;
  readonly texts: readonly PlacedText[];
}

const kept = join(import.meta.dirname, '../key-screens');
const unlike = join(import.meta.dirname, '../../test-results/key-screens');
/** What a box may be off by in another Chromium, in pixels. */
const tolerance = 3;
/** Share of the dots that may differ in the same Chromium. */
const noise = 0.0005;

/**
 * Compares a screen with its kept picture in `test/key-screens`: dot by dot under the Chromium that the picture was made
 * with, under another one by its texts and where they stand. What differs is put into `test-results/key-screens`. With
 * `ANTRE_KEEP_SCREENS=1` the screen is kept instead. `hidden` are CSS selectors of what is another each time (a running clock).
 */
export async function expectKeptScreen(
  page: Page,
  name: string,
  hidden: readonly string[] = [],
): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({
    animations: 'disabled',
    mask: hidden.map((selector) => page.locator(selector)),
    maskColor: '#888',
  });
  const shown: KeptScreen = {
    chromium: page.context().browser()?.version() ?? '',
    texts: await texts(page, hidden),
  };
  const pictureFile = join(kept, `${name}.png`);
  const textFile = join(kept, `${name}.json`);
  if (process.env.ANTRE_KEEP_SCREENS) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(pictureFile, picture);
    const lines = shown.texts.map((text) => `    ${JSON.stringify(text)}`).join(',\n');
    writeFileSync(textFile, `{\n  "chromium": "${shown.chromium}",\n  "texts": [\n${lines}\n  ]\n}\n`);
    return;
  }
  expect(existsSync(textFile), `no kept screen ${name}: ANTRE_KEEP_SCREENS=1 keeps it`).toBe(true);
  const before = JSON.parse(readFileSync(textFile, 'utf8')) as KeptScreen;
  expect(movedTexts(before.texts, shown.texts), `texts of ${name}`).toEqual([]);
  if (before.chromium !== shown.chromium) return;
  const difference = dotsThatDiffer(readFileSync(pictureFile), picture);
  if (difference.share > noise) {
    mkdirSync(unlike, { recursive: true });
    writeFileSync(join(unlike, `${name}.png`), picture);
    if (difference.picture) writeFileSync(join(unlike, `${name}-difference.png`), difference.picture);
  }
  expect(difference.share, `share of dots of ${name} that differ, see test-results/key-screens`).toBeLessThan(
    noise,
  );
}

async function texts(page: Page, hidden: readonly string[]): Promise<PlacedText[]> {
  return await page.evaluate((leftOut) => {
    const found: [string, number, number, number, number][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim();
      if (!text || !node.parentElement?.checkVisibility({ checkVisibilityCSS: true })) continue;
      if (leftOut.some((selector) => node.parentElement?.closest(selector))) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { x, y, width, height } = range.getBoundingClientRect();
      if (width < 2 || x >= innerWidth || y >= innerHeight || x + width <= 0 || y + height <= 0) continue;
      found.push([text, Math.round(x), Math.round(y), Math.round(width), Math.round(height)]);
    }
    return found;
  }, hidden);
}

/** What is gone, new, or stands elsewhere, each as a sentence. */
function movedTexts(before: readonly PlacedText[], now: readonly PlacedText[]): string[] {
  const faults: string[] = [];
  const left = [...now];
  for (const [text, ...box] of before) {
    const place = left.findIndex(([other]) => other === text);
    const [, ...found] = left.splice(place, place < 0 ? 0 : 1)[0] ?? [text];
    if (found.length === 0) faults.push(`"${text}" is gone`);
    else if (found.some((edge, index) => Math.abs(edge - (box[index] ?? 0)) > tolerance)) {
      faults.push(`"${text}" was at ${box.join(' ')} and is at ${found.join(' ')}`);
    }
  }
  return [...faults, ...left.map(([text]) => `"${text}" is new`)];
}

function dotsThatDiffer(
  before: Buffer,
  now: Buffer,
): { readonly share: number; readonly picture: Buffer | null } {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return { share: 1, picture: null };
  const picture = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, picture.data, width, height);
  return { share: count / (width * height), picture: PNG.sync.write(picture) };
}
