import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../../electron/contract/admin-hall';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { type HoldingProxy, startHoldingProxy } from '../../support/holding-proxy';
import { refuseBreaches } from '../../support/refuse-breaches';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  numberAtDesk,
  picture,
  pressKey,
  readyForNextStep,
  staffPage,
  takeDesk,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let proxy: HoldingProxy;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
  hall = await startHall({ printer: { kind: 'none' } });
  proxy = await startHoldingProxy(hall.url);
  admin = await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  proxy?.close();
  await hall?.end();
});

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  refuseBreaches(page);
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    document.addEventListener('antre:spoken', (event) => {
      spoken.push((event as CustomEvent<{ number: string }>).detail.number);
    });
  });
  await page.goto(`${proxy.url}${path}`);
  return page;
}

const spokenBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

test('behind what holds streams back every page works by plain requests and says so; then streams are found again', {
  tags: 'long',
}, async () => {
  const session = await makeUser(hall, {
    username: 'siti',
    displayName: 'Siti Rahmawati',
    role: 'staff',
  });
  const desk = await staffPage(browser, proxy.url, { session });
  await takeDesk(desk, '3');
  await desk.getByText('Tersambung lewat cara cadangan').waitFor();
  const display = await open('/display', { width: 1920, height: 1080 });
  await display.getByText('Tersambung lewat cara cadangan').waitFor();
  const kiosk = await open('/kiosk', { width: 1080, height: 1920 });
  await kiosk.getByTestId('counter-K').waitFor();
  await kiosk.getByText('Tersambung lewat cara cadangan').waitFor();
  const office = await staffPage(browser, proxy.url, { session: admin, path: '/admin' });
  await office.getByText('Kabar langsung tertahan', { exact: false }).first().waitFor();

  await takeNumber(hall, { counter: 'K' });
  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  await readyForNextStep(desk, 'Mulai melayani');
  expect(await numberAtDesk(desk)).toBe('K-001');
  await expect.poll(() => spokenBy(display)).toEqual(['K-001']);
  await picture(desk, 'held-stream');
  await picture(display, 'held-stream-display');
  await picture(kiosk, 'held-stream-kiosk');
  await picture(office, 'held-stream-admin');

  const found = async () =>
    ((await admin.request('GET', '/admin/findings')).body as Finding[])
      .filter(({ kind }) => kind === 'held_stream')
      .map(({ name }) => name?.id);
  await expect.poll(found).toContain('Siti Rahmawati');

  // What lets a first part through is no way either; the pages go on.
  proxy.hold('after 1 kB');
  await pressKey(desk, 's');
  await readyForNextStep(desk, 'Selesai');

  proxy.hold('nothing');
  for (const page of [desk]) await page.getByText('Tersambung', { exact: true }).waitFor({ timeout: 80_000 });
  await takeNumber(hall, { counter: 'K' });
  await pressKey(desk, 'f');
  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  await expect.poll(() => spokenBy(display)).toEqual(['K-001', 'K-002']);
});

test('a page that nothing reaches any more says since when, and what to do', async () => {
  const session = await makeUser(hall, { username: 'rina', displayName: 'Rina', role: 'supervisor' });
  const desks = await staffPage(browser, proxy.url, { session });
  await desks.getByRole('heading', { level: 1 }).waitFor();
  const phone = await open('/display', { width: 1920, height: 1080 });
  await phone.getByText('Sedang dilayani').first().waitFor();
  proxy.close();
  await phone.getByText(/Sambungan putus sejak \d\d\.\d\d\./).waitFor();
  await picture(phone, 'line-lost-display');
});
