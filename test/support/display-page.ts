import type { Browser, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import type { SaidNotice, Spoken } from '../../renderer/display/use-announcer';

declare global {
  /** What the page began to speak, in order, and every clip that its audio graph was told to play. */
  var spoken: Spoken[];
  var notices: SaidNotice[];
  var played: { readonly at: number; readonly seconds: number }[];
}

export interface DisplayOptions {
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  /** Whether the running text runs; drawing it takes much of a machine without a graphics card. */
  readonly motion?: boolean;
}

/** Opens the lobby's screen, and notes what it speaks and what its audio graph plays. */
export async function openDisplay(
  browser: Browser,
  url: string,
  { path = '/display', width = 1920, height = 1080, motion = false }: DisplayOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(() => {
    globalThis.spoken = [];
    globalThis.played = [];
    globalThis.notices = [];
    document.addEventListener('antre:notice', (event) => {
      globalThis.notices.push((event as CustomEvent<SaidNotice>).detail);
    });
    document.addEventListener('antre:spoken', (event) => {
      globalThis.spoken.push((event as CustomEvent<Spoken>).detail);
    });
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, at = 0) {
      globalThis.played.push({ at, seconds: this.buffer?.duration ?? 0 });
      start.call(this, at);
    };
  });
  await page.goto(`${url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** What the page has spoken, once it has spoken (or only shown) so many calls. */
export async function spokenBy(page: Page, calls: number, withinMs = 30_000): Promise<Spoken[]> {
  await expect
    .poll(() => page.evaluate(() => globalThis.spoken.length), { timeout: withinMs })
    .toBeGreaterThanOrEqual(calls);
  return page.evaluate(() => globalThis.spoken);
}

/** The call panel's texts, from the top. */
export async function currentCall(page: Page): Promise<string[]> {
  const words = page.getByRole('region', { name: 'Nomor antrean' }).locator('span, p');
  // The short name that stands by for a long one is drawn only where that has no room.
  return words.filter({ visible: true }).allTextContents();
}
