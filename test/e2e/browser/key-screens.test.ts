import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { expectKeptScreen } from '../../support/key-screen';
import { writePastDays } from '../../support/past-days';
import { type RunningHall, startHall } from '../../support/running-hall';
import { writeDownSpeech } from '../../support/spoken-page';
import { takeNumber } from '../../support/take-number';

// The screens by which people know Antre, each as it was kept in test/key-screens.

const sizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  hall = await startHall({ site: busySite(), printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await hall?.end();
});

/** A page of that size, drawn at half of its dots, so that the kept pictures stay small. */
async function open(
  size: keyof typeof sizes,
  path: string,
  options: { readonly session?: Session; readonly english?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
    hasTouch: size !== 'office',
  });
  if (options.english) await context.addInitScript(() => localStorage.setItem('antre.staff.language', 'en'));
  if (options.session) {
    const [name = '', value = ''] = options.session.cookie.split('=');
    await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  }
  const page = await context.newPage();
  // On the lobby's screen something else is shown after some seconds, which a slow machine takes to open it.
  if (path === '/display') await stopTimers(page);
  if (path === '/kiosk') await writeDownSpeech(page);
  await page.goto(hall.url + path);
  // It comes once a voice was found.
  if (path === '/kiosk') await page.locator('[data-ear]').waitFor();
  return page;
}

async function stopTimers(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
}

/** An officer at counter K's first desk, with a line of twelve, of which the first two were served and one is called. */
async function deskAtWork(): Promise<Session> {
  const officer = await makeUser(hall, {
    username: 'siti',
    displayName: 'Siti Rahmawati',
    role: 'supervisor',
  });
  const desks = (await officer.request('GET', '/desks')).body as { id: string; counter: { code: string } }[];
  const deskId = desks.find(({ counter }) => counter.code === 'K')?.id;
  const verb = async (name: string) => {
    const { status } = await officer.request('POST', `/desks/${deskId}/${name}`, {});
    expect(status).toBeLessThan(300);
  };
  await officer.request('POST', `/desks/${deskId}/sign-in`);
  for (let visitor = 0; visitor < 12; visitor += 1) {
    await takeNumber(hall, {
      counter: 'K',
      service: visitor % 3,
      ...(visitor === 7 ? { priority: 'elderly' as const } : {}),
    });
    hall.clock.advance({ minutes: 2 });
  }
  for (const name of ['call-next', 'start', 'finish', 'call-next', 'start', 'finish', 'call-next']) {
    await verb(name);
    hall.clock.advance({ minutes: 1 });
  }
  return officer;
}

async function takeTicket(language: 'id' | 'en' | 'jv'): Promise<HolderTicket> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as {
    code: string;
    services: { id: string }[];
  }[];
  const serviceId = menu.find(({ code }) => code === 'K')?.services[0]?.id;
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${hall.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `screen-${path}` },
      body: JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as HolderTicket;
  };
  const ticket = await post('/tickets', { serviceId, language });
  await post(`/tickets/${ticket.token}/paperless`, {});
  return ticket;
}

test('the kiosk’s counters, upright and lying, and with large letters', async () => {
  const kiosk = await open('portrait', '/kiosk');
  await kiosk.getByTestId('mode').waitFor();
  await expectKeptScreen(kiosk, 'kiosk');
  await kiosk.getByTestId('mode').tap();
  await kiosk.getByTestId('mode').waitFor();
  await expectKeptScreen(kiosk, 'kiosk-large');
  const lying = await open('landscape', '/kiosk');
  await lying.getByTestId('mode').waitFor();
  await lying.getByRole('button', { name: 'English' }).tap();
  await lying.getByText('Please choose').first().waitFor();
  await expectKeptScreen(lying, 'kiosk-landscape-english');
});

test('a counter’s page, and the number that is given', { tags: 'long' }, async () => {
  const kiosk = await open('portrait', '/kiosk');
  await kiosk.getByTestId('counter-K').tap();
  await kiosk.locator('label').first().waitFor();
  await expectKeptScreen(kiosk, 'kiosk-counter');
});

test('the lobby’s screen, before and after a call', async () => {
  const display = await open('landscape', '/display');
  await display.getByText('Panggilan sebelumnya').waitFor();
  await expectKeptScreen(display, 'display');
  await deskAtWork();
  const called = await open('landscape', '/display');
  await called.getByText('K-002').first().waitFor();
  await expectKeptScreen(called, 'display-called');
});

test('a number on the phone, waiting, in two languages', { tags: 'long' }, async () => {
  await deskAtWork();
  const ticket = await takeTicket('id');
  const phone = await open('phone', `/t/${ticket.token}`);
  await phone.getByText('K-013').first().waitFor();
  await expectKeptScreen(phone, 'phone');
  await phone.getByRole('button', { name: 'Jawa' }).tap();
  await phone.getByText('tiyang saderengipun').first().waitFor();
  await expectKeptScreen(phone, 'phone-javanese');
});

test('what anybody may read of the hall, on a phone', { tags: 'long' }, async () => {
  await deskAtWork();
  const info = await open('phone', '/info');
  await info.getByRole('heading', { level: 1 }).waitFor();
  await expectKeptScreen(info, 'information');
});

test('signing in, choosing a desk, and the desk at work', { tags: 'long' }, async () => {
  const entrance = await open('office', '/staff');
  await entrance.getByRole('heading', { name: 'Masuk' }).waitFor();
  await expectKeptScreen(entrance, 'sign-in');
  const other = await makeUser(hall, { username: 'joko', displayName: 'Joko Widagdo', role: 'staff' });
  const choice = await open('office', '/staff', { session: other });
  await choice.getByRole('button', { name: /^Loket 1 / }).waitFor();
  await expectKeptScreen(choice, 'desks');
  const desk = await open('office', '/staff', { session: await deskAtWork() });
  await desk.getByRole('button', { name: /^Mulai melayani/ }).waitFor();
  await desk.locator('ol > li').first().waitFor();
  await expectKeptScreen(desk, 'desk', ['[role=timer]']);
  const english = await open('office', '/staff#balai', {
    session: admin,
    english: true,
  });
  await english.getByRole('heading', { level: 3 }).nth(3).waitFor();
  await expectKeptScreen(english, 'hall-english');
});

test('what admins set up', { tags: 'long' }, async () => {
  for (const [section, heading] of [
    ['gerai', 'Gerai'],
    ['jam', 'Jam buka'],
    ['balai', 'Nama dan aturan'],
    ['orang', 'Orang'],
    ['riwayat', 'Riwayat'],
  ] as const) {
    const page = await open('office', `/admin#${section}`, { session: admin });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await expect.poll(() => page.getByText(/^(Memuat|Sebentar|Menyambung)/).count()).toBe(0);
    // What is asked for apart.
    if (section === 'gerai') await page.getByText(/, Loket 1, 2/).waitFor();
    await expectKeptScreen(page, `admin-${section}`);
  }
  const home = await open('office', '/admin', { session: admin });
  await home.getByRole('heading', { level: 1, name: /^Balai berjalan/ }).waitFor();
  await expect.poll(() => home.getByText(/^(Memuat|Sebentar|Menyambung)/).count()).toBe(0);
  // How large a copy is and how the machine differ from one to another.
  const ofMachine = ['#cadangan', '#kesehatan'];
  await expectKeptScreen(
    home,
    'admin-home',
    ofMachine.map((place) => `section:has(> header [href="${place}"]) li > span`),
  );
});

test('the reports of a month', { tags: 'long' }, async () => {
  await hall.halt();
  writePastDays(hall, 60, 60);
  await hall.resume();
  const page = await open('office', '/reports', { session: admin });
  await page.getByRole('combobox', { name: 'Kurun waktu' }).click();
  await page.getByRole('option', { name: 'Bulan ini' }).click();
  await page.getByText(/^1–24 November 2026: /).waitFor();
  // What is asked for apart.
  await page.getByText('Belum ada penilaian.').waitFor();
  await expectKeptScreen(page, 'reports');
  await page.getByRole('link', { name: 'Kehadiran' }).click();
  await page.getByRole('table').first().waitFor();
  await expectKeptScreen(page, 'reports-presence');
});
