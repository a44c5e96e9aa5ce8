import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { numberAtDesk, staffPage, takeDesk } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let taken = 0;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  admin = await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/**
 * What a scanner that acts as a keyboard does with the ticket's code: it types, as fast as it can or with so many
 * milliseconds between two keys, then Enter.
 */
async function scan(page: Page, text: string, between = 0): Promise<void> {
  await page.evaluate(
    async ({ keys, between: pause }) => {
      // The keys' own time, whatever else this machine does.
      let timeStamp = performance.now();
      for (const key of keys) {
        for (const step of ['keydown', 'keyup']) {
          if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause / 2));
          timeStamp += pause / 2;
          const event = new KeyboardEvent(step, {
            key,
            code: `Key${key.toUpperCase()}`,
            bubbles: true,
            cancelable: true,
          });
          Object.defineProperty(event, 'timeStamp', { value: timeStamp });
          (document.activeElement ?? document.body).dispatchEvent(event);
        }
      }
    },
    { keys: [...text, 'Enter'], between },
  );
}

/** What is no ticket of this hall: half of a code, another code, one that never was given, five kilobytes. */
const foreignCodes = (ticket: HolderTicket) => [
  address(ticket).slice(0, -8),
  'https://example.id/katalog/8991002101234',
  `http://10.0.0.5:4180/t/${'x'.repeat(24)}`,
  'A'.repeat(5_000),
];

/** Takes a number at the kiosk, whose paper is a picture on the screen, and waits until it can be called. */
async function take(code: string): Promise<HolderTicket> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find((counter) => counter.code === code)?.services[0]?.id;
  taken += 1;
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `scanned-${taken}` },
    body: JSON.stringify({ serviceId }),
  });
  const { token } = (await answer.json()) as HolderTicket;
  const ticket = async () =>
    (await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket;
  await expect.poll(async () => (await ticket()).status).toBe('waiting');
  return await ticket();
}

const address = (ticket: HolderTicket) => `http://10.0.0.5:4180/t/${ticket.token}`;

test.each(['portrait', 'landscape'] as const)(
  'a ticket held under the kiosk’s scanner shows its place, is printed again and given back (%s)',
  async (size) => {
    await take('A');
    const ticket = await take('A');
    const page = await openKiosk(browser, hall.url, size);
    await scan(page, 'http://10.0.0.5:4180/t/nobodys-ticket-of-that-day');
    await page.getByText('Tiket tidak dikenal').waitFor();
    await scan(page, address(ticket));
    await page.getByText('Menunggu dipanggil').waitFor();
    expect(await page.getByTestId('number').textContent()).toBe(ticket.number);
    await expect.poll(() => page.getByText('orang di depan Anda').count()).toBe(1);
    await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await layoutFaults(page, 24)).toEqual([]);
    await page.screenshot({ path: `test-results/kiosk-scanned-${size}.png` });
    await page.getByRole('button', { name: 'Cetak ulang tiket' }).click();
    await page.getByText('Salinan tiket sedang dicetak').waitFor();
    await page.getByRole('button', { name: 'Batalkan nomor' }).click();
    await page.getByText(`Batalkan nomor ${ticket.number}?`).waitFor();
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page.locator('[data-status=cancelled]').waitFor();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByTestId('mode').waitFor();
  },
);

const statusOf = async ({ token }: HolderTicket) =>
  ((await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket).status;

/** An officer and a desk of that counter, with a way to act there by requests, and to sit down at its page. */
async function officerFor(username: string, code: string, which: number) {
  const session = await makeUser(hall, admin, { username, displayName: username, role: 'staff' });
  const desks = (await session.request('GET', '/desks')).body as {
    id: string;
    label: string;
    counter: { code: string };
  }[];
  const desk = desks.filter(({ counter }) => counter.code === code).at(which);
  return {
    label: desk?.label ?? '',
    async press(verb: string, body?: unknown) {
      expect(await session.request('POST', `/desks/${desk?.id}/${verb}`, body)).toMatchObject({
        status: 200,
      });
    },
    async sitDown() {
      const page = await staffPage(browser, hall.url, { session });
      await takeDesk(page, desk?.label ?? '');
      return page;
    },
  };
}

test('whatever is scanned at a desk is called up or answered by a sentence, and nothing else changes', async () => {
  const { press, sitDown } = await officerFor('rina', 'K', -1);
  const page = await sitDown();
  const other = await officerFor('sari', 'K', 0);
  await other.press('sign-in');
  const said = async (code: string, sentence: string) => {
    await scan(page, code);
    await page.getByText(sentence, { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Tutup', exact: true }).click();
  };

  const others = await take('A');
  await said(address(others), `${others.number} untuk`);
  const [mine, elsewhere, cancelled] = [await take('K'), await take('K'), await take('K')];
  const listed = ({ number }: HolderTicket) => page.getByText(number, { exact: true });
  await listed(cancelled).waitFor();
  await other.press('call', { ticketId: elsewhere.id });
  await listed(elsewhere).waitFor({ state: 'detached' });
  await said(address(elsewhere), `${elsewhere.number} sedang di loket ${other.label}`);
  await fetch(`${hall.url}/api/v1/tickets/${cancelled.token}/cancel`, {
    method: 'POST',
    headers: { 'idempotency-key': 'cancelled-by-its-holder' },
  });
  await listed(cancelled).waitFor({ state: 'detached' });
  await said(address(cancelled), `${cancelled.number} sudah dibatalkan`);

  // As slow as a scanner may be set: no letter of it is a shortcut.
  await scan(page, address(mine), 60);
  await expect.poll(() => numberAtDesk(page)).toBe(mine.number);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await said(address(mine), `${mine.number} sudah di loket ini`);
  await press('finish', {});
  await page
    .getByRole('region', { name: 'Di loket ini' })
    .getByText(mine.number)
    .waitFor({ state: 'detached' });
  await said(address(mine), `${mine.number} sudah selesai dilayani`);

  for (const code of foreignCodes(mine)) await said(code, 'Kode itu bukan tiket balai ini.');
  await page.screenshot({ path: 'test-results/desk-scanned-foreign.png' });
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
  const page = await (await officerFor('petugas', 'K', 1)).sitDown();
  await scan(page, address(second));
  await expect.poll(() => numberAtDesk(page)).toBe(second.number);
  await scan(page, address(first));
  await page.getByText(`${second.number} masih dipanggil`, { exact: false }).waitFor();
  expect(await numberAtDesk(page)).toBe(second.number);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await Promise.all([first, second].map(statusOf))).toEqual(['waiting', 'called']);
});

test('a ticket that was called, served or given back is told at the kiosk, and can be printed no more', async () => {
  const { press, label } = await officerFor('dewi', 'A', 0);
  await press('sign-in');
  const ticket = await take('A');
  const page = await openKiosk(browser, hall.url);
  const again = page.getByRole('button', { name: 'Cetak ulang tiket' });
  const giveBack = page.getByRole('button', { name: 'Batalkan nomor' });
  const offered = async () => [await again.count(), await giveBack.count()];
  await press('call', { ticketId: ticket.id });
  await scan(page, address(ticket));
  await page.locator('[data-status=called]').getByText(label, { exact: false }).waitFor();
  expect(await offered()).toEqual([1, 0]);
  await press('start');
  await page.locator('[data-status=serving]').waitFor();
  await press('finish', {});
  await page.locator('[data-status=done]').waitFor();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await scan(page, address(ticket));
  await page.locator('[data-status=done]').waitFor();
  expect(await offered()).toEqual([0, 0]);
  await page.screenshot({ path: 'test-results/kiosk-scanned-done.png' });
  await page.getByRole('button', { name: 'Selesai' }).click();
  for (const code of foreignCodes(ticket).slice(-2)) {
    await scan(page, code);
    await page.getByText('Tiket tidak dikenal').waitFor();
    await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached', timeout: 15_000 });
  }
  expect(await page.getByTestId('mode').count()).toBe(1);
});

test('a touch screen that came loose is said at the kiosk with what else works, until it is back', async () => {
  const page = await openKiosk(browser, hall.url);
  const tell = (state: string, keyboard: boolean) =>
    fetch(`${hall.url}/api/v1/devices/me/touch-screen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state, keyboard }),
    });
  await tell('gone', true);
  const notice = page.getByRole('alert').filter({ hasText: 'Layar sentuh terlepas' });
  await notice.filter({ hasText: 'papan ketik' }).waitFor();
  await page.screenshot({ path: 'test-results/kiosk-touch-gone.png' });
  await tell('gone', false);
  await notice.filter({ hasText: 'meja informasi' }).waitFor();
  await tell('working', false);
  await notice.waitFor({ state: 'detached' });
});

// The last one: it goes on to the next day.
test('a foreign code and a ticket of an earlier day are answered by a sentence at the kiosk', async () => {
  const ticket = await take('A');
  const page = await openKiosk(browser, hall.url);
  await scan(page, 'https://example.id/katalog/8991002101234');
  await page.getByText('Tiket tidak dikenal').waitFor();
  await page.screenshot({ path: 'test-results/kiosk-scanned-foreign.png' });
  // Too short for a code: somebody plays with a keyboard.
  await page.getByText('Tiket tidak dikenal').waitFor({ state: 'detached', timeout: 15_000 });
  await scan(page, '12345');
  await scan(page, address(ticket));
  await page.getByText('Menunggu dipanggil').waitFor();
  expect(await page.getByText('Tiket tidak dikenal').count()).toBe(0);
  await page.getByRole('button', { name: 'Selesai' }).click();
  hall.clock.set('2026-11-25T08:05+07:00');
  await page.reload();
  await page.getByTestId('mode').waitFor();
  await scan(page, address(ticket));
  await page.getByText('Tiket ini dari hari sebelumnya').waitFor();
  expect(await page.getByRole('button', { name: 'Cetak ulang tiket' }).count()).toBe(0);
  await page.screenshot({ path: 'test-results/kiosk-scanned-old.png' });
});
