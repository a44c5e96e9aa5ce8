import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { scan, ticketAddress, typeQuickly, typeRolling } from '../../support/keyboard-scanner';
import { type RunningHall, startHall } from '../../support/running-hall';
import { officerFor, takeTicket, ticketNow } from '../../support/scanned-hall';
import { numberAtDesk, picture, pressKey, readyForNextStep, staffPage } from '../../support/staff-page';

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

const stillOpen = (page: Page) => page.getByText('Jendela ini masih terbuka', { exact: false });

test('a code scanned into a dialog leaves it as it was, sends nothing and is answered by a word', async () => {
  const [atDesk, other] = [await takeTicket(hall, 'K'), await takeTicket(hall, 'K')];
  const officer = await officerFor(hall, { username: 'rina', counter: 'K', desk: 0 });
  const page = await officer.sitDown(browser);
  const dialog = page.getByRole('dialog');
  await scan(page, ticketAddress(atDesk));
  await expect.poll(() => numberAtDesk(page)).toBe(atDesk.number);
  await readyForNextStep(page, 'Mulai melayani');

  await pressKey(page, 'h');
  const reason = dialog.getByRole('textbox', { name: 'Alasan' });
  await reason.fill('foto kopi');
  // Between the words, and over what is selected.
  await reason.evaluate((field: HTMLInputElement) => field.setSelectionRange(4, 9));
  await scan(page, ticketAddress(other));
  await stillOpen(page).waitFor();
  await picture(page, 'scanned-into-dialog');
  expect(await reason.inputValue()).toBe('foto kopi');
  for (const code of ['8991002101234', 'https://example.id/katalog/8991002101234']) {
    await scan(page, code, 80);
    expect(await reason.inputValue()).toBe('foto kopi');
  }
  await pressKey(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  await pressKey(page, 't');
  await dialog.getByRole('combobox').fill('kt');
  await page.keyboard.press('ArrowDown');
  const picked = dialog.getByRole('option', { selected: true });
  const chosen = await picked.textContent();
  await scan(page, ticketAddress(other));
  expect([await dialog.getByRole('combobox').inputValue(), await picked.textContent()]).toEqual([
    'kt',
    chosen,
  ]);
  await dialog.getByLabel('Paling depan').check();
  await scan(page, ticketAddress(other));
  expect(await dialog.getByLabel('Paling depan').isChecked()).toBe(true);
  await dialog.getByLabel(/^Catatan/).fill('dua berkas\nasli');
  await scan(page, ticketAddress(other));
  expect(await dialog.getByLabel(/^Catatan/).inputValue()).toBe('dua berkas\nasli');
  await pressKey(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  expect([(await ticketNow(hall, atDesk)).status, (await ticketNow(hall, other)).status]).toEqual([
    'called',
    'waiting',
  ]);
  // A quick hand is no scanner, and one that rolls over the keys is none either.
  await pressKey(page, 'h');
  await reason.waitFor();
  await typeQuickly(page, 'melengkapi berkas');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^1 ditahan/ }).click();
  await dialog.getByText('melengkapi berkas').waitFor();
  await pressKey(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await scan(page, ticketAddress(other));
  await expect.poll(() => numberAtDesk(page)).toBe(other.number);
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 'h');
  await reason.waitFor();
  await typeRolling(page, 'mengambil foto kopi');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^2 ditahan/ }).click();
  await dialog.getByText('mengambil foto kopi').waitFor();
});

test('a code scanned at the sign-in is no try to sign in', async () => {
  const ticket = await takeTicket(hall, 'A');
  await makeUser(hall, { username: 'sari', displayName: 'Sari', role: 'staff' });
  const page = await staffPage(browser, hall.url);
  const [username, password] = [
    page.getByLabel('Nama pengguna'),
    page.getByLabel('Kata sandi', { exact: true }),
  ];
  const tries: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') tries.push(request.url());
  });
  await username.fill('sari');
  await scan(page, '8991002101234');
  await page.getByText('Pemindai dipakai setelah masuk.').waitFor();
  await password.fill('rahasia');
  await scan(page, ticketAddress(ticket));
  await expect.poll(() => password.inputValue()).toBe('rahasia');
  expect(await username.inputValue()).toBe('sari');
  await picture(page, 'scanned-at-sign-in');
  expect(tries).toEqual([]);
  // A password manager types as fast as a scanner.
  await password.fill('');
  await scan(page, 'tujuh gajah menari');
  await page.getByRole('heading', { name: 'Pilih loket' }).waitFor();
});
