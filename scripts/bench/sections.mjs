import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ask } from '../requests.ts';
import { benchFolder, median, percentile, runHeadless } from './run-headless.mjs';

const budgetMs = 100;
/** How often each section is opened again after the first time. */
const rounds = 5;
const offices = ['admin', 'reports'];

/**
 * From the press on a row of the navigation to the section painted with what it shows, in a hall of 60 counters and 300 services:
 * the first time after the page was loaded, and again.
 */
export async function benchSections() {
  const { module: large } = await runnerImport('test/support/large-hall.ts', { logLevel: 'error' });
  const { module: support } = await runnerImport('test/support/chromium.ts', { logLevel: 'error' });
  const dataDir = benchFolder();
  const site = join(dataDir, 'site.json');
  writeFileSync(site, JSON.stringify(large.largeSite()));
  const antre = await runHeadless({ ANTRE_PRINTER: 'none', ANTRE_SITE: site }, dataDir);
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  const account = { code, username: 'bench', password: 'bench password', displayName: 'Bench' };
  const { cookie } = await ask(antre.url, '', 'POST', '/setup', account);
  await ask(antre.url, cookie, 'POST', '/admin/users/import', { csv: large.largeStaffList() });
  const browser = await support.launchChromium({});
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: antre.url, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript(watchPresses);
  const rows = [];
  for (const office of offices) {
    const page = await context.newPage();
    await page.goto(`${antre.url}/${office}`);
    await page.waitForFunction(() => window.isDrawn?.());
    // Whoever has opened the page reads it before they go on.
    await page.waitForFunction(() => {
      const ends = performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd);
      return performance.now() - Math.max(...ends) > 500;
    });
    const presses = await openAll(page);
    const slowest = (of) =>
      [...presses].map(([section, all]) => [section, of(all)]).sort(([, one], [, other]) => other - one);
    rows.push(
      row(
        `${office}: press → section painted, first time`,
        slowest(([{ ms }]) => ms),
      ),
      row(
        `${office}: press → section and its editor painted, first time`,
        slowest(([{ wholeMs }]) => wholeMs),
      ),
      row(
        `${office}: press → section painted, again`,
        slowest(([, ...again]) => median(again.map(({ ms }) => ms))),
      ),
      workRow(
        `${office}: the page's own work at a press, first time`,
        slowest(([{ work }]) => work),
      ),
      workRow(
        `${office}: the page's own work at a press, again`,
        slowest(([, ...again]) => median(again.map(({ work }) => work))),
      ),
    );
    await page.close();
  }
  await browser.close();
  await antre.stop();
  antre.remove();
  return rows;
}

/** Opens each row of the navigation and each tab in it, over and over; what each press took, by the address. */
async function openAll(page) {
  const worked = await workOf(page);
  const presses = new Map();
  const press = async (address) => {
    const link = page.locator(`nav a[href="${address}"]:not([aria-current])`).first();
    if ((await link.count()) === 0) return;
    const before = await worked();
    await link.click();
    await page.waitForFunction(() => window.sectionTimes?.whole);
    const { painted, whole } = await page.evaluate(() => window.sectionTimes);
    const took = { ms: painted, wholeMs: whole, work: (await worked()) - before };
    presses.set(address, [...(presses.get(address) ?? []), took]);
  };
  for (let round = 0; round <= rounds; round += 1) {
    for (const row of await addresses(page, 'nav:first-of-type a[href^="#"]')) {
      await press(row);
      for (const tab of await addresses(page, 'main nav a[href^="#"]:not([aria-current])')) await press(tab);
    }
  }
  return presses;
}

/** Tells how many milliseconds of the processor the page's main thread has used: other processes don't count. */
async function workOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
}

function addresses(page, links) {
  return page.locator(links).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

function row(what, slowestFirst) {
  const [[section, ms]] = slowestFirst;
  const all = slowestFirst.map(([, each]) => each);
  return {
    what: `${what} (${all.length} sections)`,
    figure: `slowest ${ms.toFixed(0)} ms (${section}), median ${percentile(all, 0.5).toFixed(0)} ms`,
    budget: `≤ ${budgetMs} ms`,
    value: ms,
    better: 'lower',
    within: ms <= budgetMs,
  };
}

/** What it costs, whatever else the machine does meanwhile. */
function workRow(what, slowestFirst) {
  const { within, budget, ...rest } = row(what, slowestFirst);
  return { ...rest, budget: '' };
}

/**
 * Runs in the page: notes how long it took from a press on a link of a section until the frame in which it was there, and until
 * what is edited beside a list was there too.
 */
function watchPresses() {
  const words = ['Sebentar…', 'Menunggu server…'];
  let asked = null;
  window.isDrawn = () => {
    const main = document.querySelector('main');
    if (!main?.querySelector('h1, h2')) return false;
    return [...main.querySelectorAll('[role=status]')].every((one) => !words.includes(one.textContent));
  };
  const isWhole = () => document.querySelector('main [aria-busy=true]') === null;
  const note = (what, { at, times }) => {
    if (what in times) return;
    times[what] = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        times[what] = performance.now() - at;
      };
      channel.port2.postMessage(undefined);
    });
  };
  const look = () => {
    if (asked === null || location.hash.split('?')[0] !== asked.address || !window.isDrawn()) return;
    note('painted', asked);
    if (isWhole()) note('whole', asked);
  };
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('nav a[href^="#"]');
      if (!link) return;
      window.sectionTimes = {};
      asked = { address: link.getAttribute('href'), at: event.timeStamp, times: window.sectionTimes };
    },
    { capture: true },
  );
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}
