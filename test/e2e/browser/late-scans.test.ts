/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { launchChromium } from '../../support/chromium';
import { inFakeShell } from '../../support/fake-shell';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { scan, ticketAddress } from '../../support/keyboard-scanner';
import { openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { officerFor, takeTicket, ticketNow } from '../../support/scanned-hall';
import { numberAtDesk, picture, readyForNextStep, staffPage } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** Keeps the server's answers about a ticket from the page, as a slow line does, until they are let through. */
async function heldBack(page: Page, { token }: HolderTicket) {
  const waiting: (() => void)[] = [];
  await page.route(`**/api/v1/tickets/${token}`, async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    // One that the page gave up can't be answered any more.
    await route.continue().catch(() => undefined);
  });
  return {
    asked: () => expect.poll(() => waiting.length).toBe(1),
    async letThrough() {
      const answered = page.waitForResponse(`**/api/v1/tickets/${token}`, { timeout: 1_000 });
      for (const go of waiting) go();
      await answered.catch(() => undefined);
    },
  };
}

test('a code that is scanned again while its word is shown is answered anew', async () => {
  const page = await openKiosk(browser, hall.url);
  const shell = await inFakeShell(page);
  await tile(page, 'A').waitFor();
  await page.clock.install();
  const notice = page.getByRole('alert').filter({ hasText: 'Tiket tidak dikenal' });
  await shell.scan('8991002101234');
  await notice.waitFor();
  await page.clock.runFor(4_000);
  await shell.scan('8991002101234');
  await page.clock.runFor(4_000);
  expect(await notice.count()).toBe(1);
  await page.clock.runFor(1_500);
  await notice.waitFor({ state: 'detached' });
});

const tile = (page: Page, code: string) => page.getByTestId(`counter-${code}`);

test('the answer to a scan comes too late for another screen, another scan, another visitor', async () => {
  const [ticket, other] = [await takeTicket(hall, 'A'), await takeTicket(hall, 'A')];
  const page = await openKiosk(browser, hall.url);
  const held = await heldBack(page, ticket);
  await scan(page, ticketAddress(ticket));
  await held.asked();
  await tile(page, 'K').tap();
  await page.getByText('Perekaman KTP-el').waitFor();
  await held.letThrough();
  await page.getByText('Perekaman KTP-el').waitFor();
  expect(await page.locator('[data-screen]').getAttribute('data-screen')).toBe('counter');
  await page.getByRole('button', { name: 'Kembali' }).tap();

  await page.unrouteAll();
  const again = await heldBack(page, ticket);
  await scan(page, ticketAddress(ticket));
  await again.asked();
  await scan(page, ticketAddress(other));
  await page.getByTestId('number').getByText(other.number).waitFor();
  await again.letThrough();
  expect(await page.getByTestId('number').textContent()).toBe(other.number);

  await page.unrouteAll();
  const forAnother = await heldBack(page, ticket);
  await scan(page, ticketAddress(ticket));
  await forAnother.asked();
  await page.getByRole('button', { name: 'Selesai' }).tap();
  await tile(page, 'K').waitFor();
  await forAnother.letThrough();
  await tile(page, 'K').waitFor();
  expect(await page.locator('[data-screen]').getAttribute('data-screen')).toBe('home');
});

test('a scan that is not answered is said to be looked up, and then to be scanned again', async () => {
  const ticket = await takeTicket(hall, 'A');
  const page = await openKiosk(browser, hall.url);
  const held = await heldBack(page, ticket);
  await scan(page, ticketAddress(ticket));
  await page.getByText('Sebentar, tiket sedang dicari').waitFor();
  await keepPicture(page, 'test-results/kiosk-scan-slow.png');
  await page.getByText('Silakan pindai sekali lagi').waitFor();
  await held.letThrough();
  expect(await page.locator('[data-screen]').getAttribute('data-screen')).toBe('home');
  await page.unrouteAll();
  await scan(page, ticketAddress(ticket));
  await page.getByText('Menunggu dipanggil').waitFor();
  // A server in trouble says nothing about the ticket.
  await page.getByRole('button', { name: 'Selesai' }).tap();
  await page.route(`**/api/v1/tickets/${ticket.token}`, (route) =>
    route.fulfill({ status: 503, json: { status: 503, code: 'not_ready', detail: '', title: '', type: '' } }),
  );
  await scan(page, ticketAddress(ticket));
  await page.getByText('Silakan pindai sekali lagi').waitFor();
});

for (const size of ['portrait', 'landscape'] as const) {
  test(`a ticket scanned while a new number is on the screen waits until that is done (${size})`, {
    tags: size === 'portrait' ? [] : ['long'],
  }, async () => {
    const ticket = await takeTicket(hall, 'A');
    const page = await openKiosk(browser, hall.url, size);
    await tile(page, 'K').tap();
    await page.locator('label').filter({ hasText: 'Perekaman KTP-el' }).tap();
    await page.getByRole('button', { name: 'Ambil nomor' }).tap();
    const number = await page.getByTestId('number').textContent();
    await scan(page, ticketAddress(ticket));
    await page.getByText('Selesaikan dulu yang ada di layar ini').waitFor();
    expect(await page.getByTestId('number').textContent()).toBe(number);
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
    );
    await keepPicture(page, `test-results/kiosk-scan-later-${size}.png`);
  });
}

test('what the shell’s scanner reads keeps the kiosk from going back to its start', async () => {
  const ticket = await takeTicket(hall, 'A');
  const page = await openKiosk(browser, hall.url);
  await page.clock.install();
  const shell = await inFakeShell(page);
  await tile(page, 'K').tap();
  await page.clock.runFor(25_000);
  await page.getByText('Masih di sini?').waitFor();
  await shell.scan(ticketAddress(ticket));
  await page.getByText('Menunggu dipanggil').waitFor();
  expect(await page.getByText('Masih di sini?').count()).toBe(0);
  await page.clock.runFor(20_000);
  await page.getByText('Menunggu dipanggil').waitFor();
  expect(await page.getByText('Masih di sini?').count()).toBe(0);
  await page.clock.runFor(12_000);
  await tile(page, 'K').waitFor();
});

test('a dialog that is opened at the desk before the answer to a scan goes first', async () => {
  const [atDesk, late] = [await takeTicket(hall, 'K'), await takeTicket(hall, 'K')];
  const officer = await officerFor(hall, { username: 'rina', counter: 'K', desk: 0 });
  const page = await officer.sitDown(browser);
  const held = await heldBack(page, late);
  await scan(page, ticketAddress(late));
  await held.asked();
  await page.getByRole('button', { name: 'Istirahat' }).click();
  await page.getByRole('dialog').waitFor();
  await held.letThrough();
  await page.getByText('Jendela ini masih terbuka', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await ticketNow(hall, late)).status).toBe('waiting');
  await scan(page, ticketAddress(atDesk));
  await expect.poll(() => numberAtDesk(page)).toBe(atDesk.number);
});

test('a button of the box that can do nothing now is answered by a word', async () => {
  await takeTicket(hall, 'R');
  const officer = await officerFor(hall, { username: 'sari', counter: 'R', desk: 0 });
  const page = await officer.sitDown(browser);
  const box = await inFakeShell(page);
  const word = (text: string) => page.getByRole('status').filter({ hasText: text });
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: 'Istirahat' }).click();
  await page.getByRole('dialog').waitFor();
  await box.press('next');
  await word('Jendela ini masih terbuka').waitFor();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Alasan' }).fill('Rapat');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Rapat' }).waitFor();
  await box.press('next');
  await word('Loket sedang istirahat').waitFor();
  await picture(page, 'box-while-paused');
  await scan(page, 'http://10.0.0.5:4180/t/nobodys-ticket-of-that-day');
  await word('Loket sedang istirahat').waitFor();
  await readyForNextStep(page, 'Buka loket lagi');
  await page.getByRole('button', { name: /^Buka loket lagi/ }).click();
  await readyForNextStep(page, 'Panggil berikutnya');
  await box.press('next');
  await readyForNextStep(page, 'Mulai melayani');
  await box.press('finish');
  await page.getByText('Tidak ada yang dilayani').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByRole('button', { name: 'Ganti loket' }).click();
  await page.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await box.press('next');
  await word('Pilih loket dulu').waitFor();
  const supervisor = await makeUser(hall, {
    username: 'ajeng',
    displayName: 'Ajeng',
    role: 'supervisor',
  });
  const hallPage = await staffPage(browser, hall.url, { session: supervisor, path: '/staff#balai' });
  const hallBox = await inFakeShell(hallPage);
  await hallPage.getByRole('heading', { level: 1 }).waitFor();
  await hallBox.press('next');
  await hallPage
    .getByRole('status')
    .filter({ hasText: 'Tombol di meja dan pemindai bekerja di halaman Loket.' })
    .waitFor();
  await picture(hallPage, 'box-at-hall');
  await hallPage.goto(`${hall.url}/admin`);
  await hallPage.getByRole('navigation').first().waitFor();
  const elsewhere = hallPage
    .getByRole('status')
    .filter({ hasText: 'Tombol di meja bekerja di halaman loket.' });
  await hallBox.pressUnset();
  expect(await elsewhere.count()).toBe(0);
  await hallBox.press('next');
  await elsewhere.waitFor();
  await picture(hallPage, 'box-at-admin');
});
