import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

const places = [
  process.env.ANTRE_TEST_CHROMIUM,
  // The same engine without the browser's own window: a third of the work for each page.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
];

/** The one that was started without options: the files that this process tries one after another share it. */
let shared: Promise<Browser> | undefined;

/**
 * The machine's Chromium without a window. The one without options ends with this process, and closing it closes its
 * pages. Throws where there is none; scripts/test.cjs looks before.
 */
export async function launchChromium(options?: LaunchOptions): Promise<Browser> {
  if (options) return await start(options);
  const before = await shared;
  if (before?.isConnected()) return before;
  shared = start({});
  const browser = await shared;
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  return browser;
}

async function start(options: LaunchOptions): Promise<Browser> {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chromium here: apt-get install chromium');
  // Chromium refuses to sandbox as root, which test machines often are.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath,
    ...options,
    args: [...sandbox, ...(options.args ?? [])],
  });
  // Playwright has no patience for all of a browser's pages, and its own is too short for a loaded machine.
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (settings) => {
    const context = await newContext(settings);
    context.setDefaultTimeout(60_000);
    return context;
  };
  return browser;
}
