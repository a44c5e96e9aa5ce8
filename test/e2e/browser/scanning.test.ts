import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { launchChromium } from '../../support/chromium';
import { makeAdmin } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { scan, ticketAddress } from '../../support/keyboard-scanner';
import { layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { officerFor, takeTicket, ticketNow } from '../../support/scanned-hall';
import { numberAtDesk } from '../../support/staff-page';

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

/** What is no ticket of this hall: half of a code, another code, one that never was given, five kilobytes. */
const foreignCodes = (ticket: HolderTicket) => [
  ticketAddress(ticket).slice(0, -8),
  'https://example.id/katalog/8991002101234',
  `http://10.0.0.5:4180/t/${'x'.repeat(24)}`,
  'A'.repeat(5_000),
];

const take = (code: string) => takeTicket(hall, code);

for (const size of ['portrait', 'landscape'] as const) {
  test(`a ticket held under the kiosk’s scanner shows its place, is printed again and given back (${size})`, {
    tags: size === 'portrait' ? [] : ['long'],
  }, async () => {
    await take('A');
    const ticket = await take('A');
    const page = await openKiosk(browser, hall.url, size);
    await scan(page, 'http://10.0.0.5:4180/t/nobodys-ticket-of-that-day');
    await page.getByText('Tiket tidak dikenal').waitFor();
    await scan(page, ticketAddress(ticket));
    await page.getByText('Menunggu dipanggil').waitFor();
    expect(await page.getByTestId('number').textContent()).toBe(ticket.number);
    await expect.poll(() => page.getByText('orang di depan Anda').count()).toBe(1);
    await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached' });
    expect(await layoutFaults(page, 24)).toEqual([]);
    await keepPicture(page, `test-results/kiosk-scanned-${size}.png`);
    await page.getByRole('button', { name: 'Cetak ulang tiket' }).click();
    await page.getByText('Salinan tiket sedang dicetak').waitFor();
    await page.getByRole('button', { name: 'Batalkan nomor' }).click();
    await page.getByText(`Batalkan nomor ${ticket.number}?`).waitFor();
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.locator('[data-status=cancelled]').waitFor();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByTestId('mode').waitFor();
  });
}

const statusOf = async (ticket: HolderTicket) => (await ticketNow(hall, ticket)).status;

test('whatever is scanned at a desk is called up or answered by a sentence, and nothing else changes', {
  tags: 'long',
}, async () => {
  const { press, sitDown } = await officerFor(hall, { username: 'rina', counter: 'K', desk: -1 });
  const page = await sitDown(browser);
  const other = await officerFor(hall, { username: 'sari', counter: 'K', desk: 0 });
  await other.press('sign-in');
  const said = async (code: string, sentence: string) => {
    await scan(page, code);
    await page.getByText(sentence, { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Tutup', exact: true }).click();
  };

  const others = await take('A');
  await said(ticketAddress(others), `${others.number} untuk`);
  const [mine, elsewhere, cancelled] = [await take('K'), await take('K'), await take('K')];
  const listed = ({ number }: HolderTicket) => page.getByText(number, { exact: true });
  await listed(cancelled).waitFor();
  await other.press('call', { ticketId: elsewhere.id });
  await listed(elsewhere).waitFor({ state: 'detached' });
  await said(ticketAddress(elsewhere), `${elsewhere.number} sedang di loket ${other.label}`);
  await fetch(`${hall.url}/api/v1/tickets/${cancelled.token}/cancel`, {
    method: 'POST',
    headers: { 'idempotency-key': 'cancelled-by-its-holder' },
  });
  await listed(cancelled).waitFor({ state: 'detached' });
  await said(ticketAddress(cancelled), `${cancelled.number} sudah dibatalkan`);

  // As slow as a scanner may be set: no letter of it is a shortcut.
  await scan(page, ticketAddress(mine), 60);
  await expect.poll(() => numberAtDesk(page)).toBe(mine.number);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await said(ticketAddress(mine), `${mine.number} sudah di loket ini`);
  await press('finish', {});
  await page
    .getByRole('region', { name: 'Di loket ini' })
    .getByText(mine.number)
    .waitFor({ state: 'detached' });
  await said(ticketAddress(mine), `${mine.number} sudah selesai dilayani`);

  for (const code of foreignCodes(mine)) await said(code, 'Kode itu bukan tiket balai ini.');
  await keepPicture(page, 'test-results/desk-scanned-foreign.png');
  expect(await Promise.all([mine, others, elsewhere, cancelled].map(statusOf))).toEqual([
    'done',
    'waiting',
    'called',
    'cancelled',
  ]);
  await other.press('finish', {});
});

test('a ticket scanned while another one is called at the desk waits, and its letters are no shortcuts', async () => {
  const [first, second] = [await take('K'), await take('K')];
  const page = await (await officerFor(hall, { username: 'petugas', counter: 'K', desk: 1 })).sitDown(
    browser,
  );
  await scan(page, ticketAddress(second));
  await expect.poll(() => numberAtDesk(page)).toBe(second.number);
  await scan(page, ticketAddress(first));
  await page.getByText(`${second.number} masih dipanggil`, { exact: false }).waitFor();
  expect(await numberAtDesk(page)).toBe(second.number);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await Promise.all([first, second].map(statusOf))).toEqual(['waiting', 'called']);
});

test('a ticket is shown in the language in which it was taken, unless another one was chosen', {
  tags: 'long',
}, async () => {
  const ticket = await takeTicket(hall, 'A', 'en');
  const page = await openKiosk(browser, hall.url);
  await scan(page, ticketAddress(ticket));
  await page.getByText('Waiting to be called').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Silakan pilih gerai').waitFor();
  // A press where one just closed the screen before is the second half of a double one, and does nothing.
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Basa Jawa' }).click();
      return await page.locator('html').getAttribute('lang');
    })
    .toBe('jv');
  await scan(page, ticketAddress(ticket));
  await page.getByTestId('number').getByText(ticket.number).waitFor();
  expect(await page.getByText('Waiting to be called').count()).toBe(0);
});

test('a ticket that was called, served or given back is told at the kiosk, and can be printed no more', {
  tags: 'long',
}, async () => {
  const { press, label } = await officerFor(hall, { username: 'dewi', counter: 'A', desk: 0 });
  await press('sign-in');
  const ticket = await take('A');
  const page = await openKiosk(browser, hall.url);
  const again = page.getByRole('button', { name: 'Cetak ulang tiket' });
  const giveBack = page.getByRole('button', { name: 'Batalkan nomor' });
  const offered = async () => [await again.count(), await giveBack.count()];
  await press('call', { ticketId: ticket.id });
  await scan(page, ticketAddress(ticket));
  await page.locator('[data-status=called]').getByText(label, { exact: false }).waitFor();
  expect(await offered()).toEqual([1, 0]);
  await press('start');
  await page.locator('[data-status=serving]').waitFor();
  await press('finish', {});
  await page.locator('[data-status=done]').waitFor();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await scan(page, ticketAddress(ticket));
  await page.locator('[data-status=done]').waitFor();
  expect(await offered()).toEqual([0, 0]);
  await keepPicture(page, 'test-results/kiosk-scanned-done.png');
  await page.getByRole('button', { name: 'Selesai' }).click();
  for (const code of foreignCodes(ticket).slice(-2)) {
    await scan(page, code);
    await page.getByText('Tiket tidak dikenal').waitFor();
    await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached' });
  }
  expect(await page.getByTestId('mode').count()).toBe(1);
});

for (const size of ['portrait', 'landscape'] as const) {
  test(`a touch screen that came loose is said at the kiosk with what else works, until it is back (${size})`, {
    tags: size === 'portrait' ? [] : ['long'],
  }, async () => {
    const page = await openKiosk(browser, hall.url, size);
    const tell = (state: string, keyboard: boolean) =>
      fetch(`${hall.url}/api/v1/devices/me/touch-screen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ state, keyboard }),
      });
    await tell('gone', true);
    const notice = page.getByRole('alert').filter({ hasText: 'Layar sentuh terlepas' });
    await notice.filter({ hasText: 'papan ketik' }).filter({ hasText: 'meja informasi' }).waitFor();
    // The keyboard may be a scanner, by which nobody chooses a language.
    await notice.getByText('Please ask for a number at the information desk.').waitFor();
    await keepPicture(page, `test-results/kiosk-touch-gone-${size}.png`);
    await tell('gone', false);
    await notice.filter({ hasText: 'meja informasi' }).waitFor();
    await tell('working', false);
    await notice.waitFor({ state: 'detached' });
  });
}

// The last one: it goes on to the next day.
test('a foreign code and a ticket of an earlier day are answered by a sentence at the kiosk', {
  tags: 'long',
}, async () => {
  const ticket = await take('A');
  const page = await openKiosk(browser, hall.url);
  await scan(page, 'https://example.id/katalog/8991002101234');
  await page.getByText('Tiket tidak dikenal').waitFor();
  await keepPicture(page, 'test-results/kiosk-scanned-foreign.png');
  // Too short for a code: somebody plays with a keyboard.
  await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached' });
  await scan(page, '12345');
  await scan(page, ticketAddress(ticket));
  await page.getByText('Menunggu dipanggil').waitFor();
  expect(await page.getByText('Tiket tidak dikenal').count()).toBe(0);
  await page.getByRole('button', { name: 'Selesai' }).click();
  hall.clock.set('2026-11-25T08:05+07:00');
  await page.reload();
  await page.getByTestId('mode').waitFor();
  await scan(page, ticketAddress(ticket));
  await page.getByText('Tiket ini dari hari sebelumnya').waitFor();
  expect(await page.getByRole('button', { name: 'Cetak ulang tiket' }).count()).toBe(0);
  await keepPicture(page, 'test-results/kiosk-scanned-old.png');
});
