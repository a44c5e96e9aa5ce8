import type { Browser, CDPSession, Page } from 'playwright';
import { writeDownSpeech } from './spoken-page';

/** The two sizes that the look is drawn for. */
export const kioskSizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;
export type KioskSize = keyof typeof kioskSizes;

/** Opens the kiosk in a browser of its size, as touched by a finger, with voices in each language; waits for its counters and its ear. */
export async function openKiosk(browser: Browser, url: string, size: KioskSize = 'portrait'): Promise<Page> {
  const context = await browser.newContext({ viewport: kioskSizes[size], hasTouch: true });
  const page = await context.newPage();
  await writeDownSpeech(page);
  await page.goto(`${url}/kiosk`);
  await page.getByTestId('mode').waitFor();
  await page.locator('[data-ear]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/**
 * What a designer or a visitor would object to on the screen as it stands: text that is cut off or leaves its box,
 * texts over one another, anything outside the screen, targets under 84 px or nearer to each other than 8 px, least
 * text under `minText` px. Each as a sentence. `reach`: how many px of the screen's foot a seated person reaches,
 * where everything that is touched must lie.
 */
export async function layoutFaults(page: Page, minText: number, reach?: number): Promise<string[]> {
  return await page.evaluate(facing, { least: minText, reach: reach ?? null, root: '[data-mode]' });
}

/**
 * The same of a screen that nobody touches, asked in a way that isn't taken for a press. What passes by in a line that
 * runs is left out.
 */
export async function boardFaults(session: CDPSession, minText: number): Promise<string[]> {
  const given = JSON.stringify({ least: minText, reach: null, root: 'main' });
  const expression = `(${facing.toString()})(${given})`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as string[];
}

/** Runs in the page. */
function facing({
  least,
  reach,
  root,
}: {
  readonly least: number;
  readonly reach: number | null;
  readonly root: string;
}): string[] {
  const canvas = document.querySelector(root);
  if (!canvas) return [`there is no ${root}`];
  const isTouched = root === '[data-mode]';
  const frame = canvas.getBoundingClientRect();
  const scale = frame.width / (canvas as HTMLElement).offsetWidth;
  const faults: string[] = [];
  const covers = [...canvas.children].filter((child) => getComputedStyle(child).position === 'absolute');
  const top = covers.at(-1);
  const scope = top && top.getBoundingClientRect().height >= frame.height - 1 ? top : canvas;
  const within = (inner: DOMRect, outer: DOMRect) =>
    inner.left >= outer.left - 1.5 &&
    inner.right <= outer.right + 1.5 &&
    inner.top >= outer.top - 1.5 &&
    inner.bottom <= outer.bottom + 1.5;
  // A line's box is taller than its letters: only the letters matter.
  const letters = (rect: DOMRect) =>
    new DOMRect(rect.x, rect.y + rect.height * 0.2, rect.width, rect.height * 0.56);

  const texts: { text: string; rect: DOMRect }[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    const parent = node.parentElement;
    if (!text || !parent?.checkVisibility({ checkVisibilityCSS: true })) continue;
    if (parent.closest('[data-said]')) continue;
    const passes = document
      .getAnimations()
      .some(
        ({ effect }) =>
          effect?.getTiming().iterations === Number.POSITIVE_INFINITY &&
          (effect as KeyframeEffect).target?.contains(parent),
      );
    if (passes) continue;
    const mayGo = parent.closest('[data-parts-may-go]');
    if (mayGo && parent !== mayGo.firstElementChild) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < least - 0.05) faults.push(`"${text}" is ${size} px`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const rect = letters(line);
      texts.push({ text, rect });
      const seen = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
      // Of two texts, only letters matter; those are compared below.
      const isText = seen?.childElementCount === 0 && seen.textContent !== '';
      if (seen && !isText && !seen.contains(parent) && !parent.contains(seen)) {
        faults.push(`"${text}" is covered`);
      }
      if (!within(rect, frame)) faults.push(`"${text}" leaves the screen`);
      for (let box: Element | null = parent; box && box !== scope.parentElement; box = box.parentElement) {
        const style = getComputedStyle(box);
        const isBox =
          style.overflowX !== 'visible' ||
          style.borderTopWidth !== '0px' ||
          style.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
          ['BUTTON', 'LABEL'].includes(box.tagName);
        if (isBox && !within(rect, box.getBoundingClientRect())) {
          faults.push(`"${text}" leaves its ${box.tagName.toLowerCase()}.${box.className}`);
          break;
        }
      }
    }
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (wide > 1 && high > 1) faults.push(`"${one.text}" lies over "${other.text}"`);
    }
  }

  const targets = [...scope.querySelectorAll(isTouched ? 'button, label' : 'nothing')].map((element) => ({
    name: element.getAttribute('aria-label') ?? element.textContent ?? '',
    rect: element.getBoundingClientRect(),
  }));
  for (const [index, one] of targets.entries()) {
    const { width, height } = one.rect;
    if (width / scale < 84 || height / scale < 83.5) {
      faults.push(`"${one.name}" is ${Math.round(width / scale)}×${Math.round(height / scale)} px`);
    }
    if (!within(one.rect, frame)) faults.push(`"${one.name}" leaves the screen`);
    if (reach !== null && one.rect.top < frame.bottom - reach * scale - 1.5) {
      faults.push(`"${one.name}" is ${Math.round((frame.bottom - one.rect.top) / scale)} px above the foot`);
    }
    for (const other of targets.slice(index + 1)) {
      const across = Math.max(one.rect.left - other.rect.right, other.rect.left - one.rect.right);
      const down = Math.max(one.rect.top - other.rect.bottom, other.rect.top - one.rect.bottom);
      const gap = Math.max(across, down) / scale;
      if (gap < 7.5) faults.push(`"${one.name}" and "${other.name}" are ${Math.round(gap)} px apart`);
    }
  }
  return [...new Set(faults)];
}
