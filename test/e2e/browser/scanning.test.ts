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

/** What a scanner that acts as a keyboard does with the ticket's code: it types, as fast as it can, then Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate((code) => {
    const type = (key: string) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          code: `Key${key.toUpperCase()}`,
          bubbles: true,
          cancelable: true,
        }),
      );
    for (const character of code) type(character);
    type('Enter');
  }, text);
}

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

test('a ticket of a counter that is not the desk’s is refused in words and stays where it is', async () => {
  const [mine, others] = [await take('K'), await take('A')];
  const session = await makeUser(hall, admin, { username: 'rina', displayName: 'Rina', role: 'staff' });
  const page = await staffPage(browser, hall.url, { session });
  const desks = (await session.request('GET', '/desks')).body as {
    id: string;
    label: string;
    counter: { code: string };
  }[];
  const own = desks.filter(({ counter }) => counter.code === 'K').at(-1);
  await takeDesk(page, own?.label ?? '');
  const refusal = page.getByRole('alert');
  await scan(page, address(others));
  await refusal.waitFor();
  await page.screenshot({ path: 'test-results/desk-scanned-other-counter.png' });
  await page.getByRole('button', { name: 'Tutup', exact: true }).click();
  await scan(page, address(mine));
  await expect.poll(() => numberAtDesk(page)).toBe(mine.number);
  const status = async ({ token }: HolderTicket) =>
    ((await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket).status;
  expect([await status(mine), await status(others)]).toEqual(['called', 'waiting']);
});

test('a ticket scanned at a desk is called up there, and its letters are no shortcuts', async () => {
  const [first, second] = [await take('K'), await take('K')];
  const session = await makeUser(hall, admin, { username: 'petugas', displayName: 'Siti', role: 'staff' });
  const page = await staffPage(browser, hall.url, { session });
  const desks = (await session.request('GET', '/desks')).body as {
    label: string;
    counter: { code: string };
  }[];
  await takeDesk(page, desks.find(({ counter }) => counter.code === 'K')?.label ?? '');
  await scan(page, address(second));
  await expect.poll(() => numberAtDesk(page)).toBe(second.number);
  // One that is called already stays; the other waits for it to be finished.
  await scan(page, address(first));
  await page.getByText(second.number, { exact: false }).first().waitFor();
  expect(await numberAtDesk(page)).toBe(second.number);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await scan(page, 'http://10.0.0.5:4180/t/nobodys-ticket-of-that-day');
  await page.getByText('Kode itu bukan tiket balai ini.').waitFor();
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
