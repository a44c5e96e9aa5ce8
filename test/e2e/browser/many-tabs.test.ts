import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../../../electron/contract/staff';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { refuseBreaches } from '../../support/refuse-breaches';
import { type RunningHall, startHall } from '../../support/running-hall';
import { numberAtDesk, pressKey, readyForNextStep, takeDesk, waitingNumbers } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

// By a name that isn't this machine's own: plain HTTP is no secure context there, so there are no Web Locks.
const name = 'antre.test';

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let context: BrowserContext;
let url: string;

beforeAll(async () => {
  browser = await launchChromium({ args: [`--host-resolver-rules=MAP ${name} 127.0.0.1`] });
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  url = hall.url.replace('127.0.0.1', name);
  await admin.request('PATCH', '/admin/settings', { publicUrl: url });
  for (let visitor = 1; visitor <= 4; visitor += 1) await takeNumber(hall, { counter: 'K' });
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const [cookie = '', value = ''] = admin.cookie.split('=');
  await context.addCookies([{ name: cookie, value, url, httpOnly: true, sameSite: 'Strict' }]);
});
afterEach(async () => {
  await context?.close();
  await hall.end();
});

async function tab(path: string): Promise<Page> {
  const page = await context.newPage();
  refuseBreaches(page);
  await page.goto(`${url}${path}`);
  return page;
}

/** How many streams of events the server holds open. */
async function streams(): Promise<number> {
  const metrics = await (await fetch(`${hall.url}/metrics`)).text();
  return Number(/^antre_listeners (\d+)$/m.exec(metrics)?.[1]);
}

/** Ten tabs of one browser, or four: desks, admins' pages, lobby screens. */
async function openTabs({ few = false } = {}) {
  const desk = await tab('/staff#loket');
  await takeDesk(desk, '3');
  const others = await Promise.all(Array.from({ length: few ? 1 : 5 }, () => tab('/staff')));
  const admins = await Promise.all(['/admin#perangkat', '/admin#printer'].slice(few ? 1 : 0).map(tab));
  const displays = await Promise.all(['/display', '/display?zone=Barat'].slice(0, few ? 1 : 2).map(tab));
  for (const page of others) await page.getByRole('heading', { level: 1, name: ', Loket 3' }).waitFor();
  for (const page of displays) await page.getByText('Sedang dilayani').first().waitFor();
  return { desk, others, admins, displays, all: [desk, ...others, ...admins, ...displays] };
}

test('ten tabs hold one stream, and each acts; the death of what holds it is not noticed', {
  tags: 'long',
}, async () => {
  const { desk, others, displays, all } = await openTabs();
  const [second, third, ...rest] = others;
  if (!second || !third) throw new Error('there are six desks');
  expect(await desk.evaluate(() => [isSecureContext, 'locks' in navigator, 'SharedWorker' in self])).toEqual([
    false,
    false,
    true,
  ]);
  await expect.poll(streams).toBe(1);
  for (const page of [desk, ...others]) await page.getByText('Tersambung', { exact: true }).waitFor();

  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  for (const page of others) await expect.poll(() => numberAtDesk(page)).toBe('K-001');
  await displays[0]?.getByText('K-001').first().waitFor();
  // The tenth acts as well as the first.
  const last = rest.at(-1) ?? second;
  await readyForNextStep(last, 'Mulai melayani');
  await pressKey(last, 's');
  await readyForNextStep(desk, 'Selesai, panggil berikutnya');

  // The first tab goes, another stands still as the browser lets those in the background do.
  await desk.close();
  const still = await context.newCDPSession(third);
  await still.send('Page.setWebLifecycleState', { state: 'frozen' });
  await pressKey(second, 'Space');
  await expect.poll(() => numberAtDesk(last)).toBe('K-002');

  // What holds the line dies: each tab hears again by another.
  const control = await browser.newBrowserCDPSession();
  const holders = async () => {
    const { targetInfos } = await control.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'shared_worker').map(({ targetId }) => targetId);
  };
  const [holder = '', ...none] = await holders();
  expect(none).toEqual([]);
  await control.send('Target.closeTarget', { targetId: holder });
  await expect.poll(async () => (await holders()).includes(holder)).toBe(false);
  await takeNumber(hall, { counter: 'K' });
  for (const page of [second, ...rest]) await expect.poll(() => waitingNumbers(page)).toContain('K-005');
  await expect.poll(streams).toBe(1);

  await still.send('Page.setWebLifecycleState', { state: 'active' });
  await expect.poll(() => numberAtDesk(third)).toBe('K-002');
  await expect.poll(() => waitingNumbers(third)).toContain('K-005');
  expect(all).toHaveLength(10);
});

test('who signs out in one tab leaves the others of their kind, and no lobby screen', async () => {
  const { desk, others, displays } = await openTabs({ few: true });
  const [display] = displays;
  if (!display) throw new Error('there is a display');
  await expect.poll(streams).toBe(1);
  const officer = await makeUser(hall, { username: 'siti', displayName: 'Siti', role: 'staff' });
  await admin.request('DELETE', '/session');
  for (const page of [desk, ...others]) await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  const desks = (await officer.request('GET', '/desks')).body as Desk[];
  const id = desks.find(({ label, counter }) => label === '4' && counter.code === 'K')?.id;
  for (const act of ['sign-in', 'call-next']) await officer.request('POST', `/desks/${id}/${act}`);
  await display.getByText('K-001').first().waitFor();
  expect(await display.getByRole('alert').count()).toBe(0);
  await expect.poll(streams).toBe(1);
});

test('where tabs can’t share a line, few hold a stream, the others ask, and each acts', {
  tags: 'long',
}, async () => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
  const { desk, others } = await openTabs();
  await expect.poll(streams).toBe(3);
  for (const page of [desk, ...others]) await page.getByText(/^Tersambung/).waitFor();
  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  for (const page of others) await expect.poll(() => numberAtDesk(page)).toBe('K-001');
  const last = others.at(-1) ?? desk;
  await readyForNextStep(last, 'Mulai melayani');
  await pressKey(last, 's');
  await readyForNextStep(desk, 'Selesai, panggil berikutnya');
  // Those that hold a stream go: others take their places.
  await desk.close();
  await others[0]?.close();
  await expect.poll(streams).toBe(3);
});
