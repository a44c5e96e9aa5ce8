/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  expectAccessible,
  numberAtDesk,
  officerAtDesk,
  picture,
  pressKey,
  readyForNextStep,
  staffPage,
  waitingNumbers,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

// One hall for all tests; each works at desks and counters of its own.

let browser: Browser;
let hall: RunningHall;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const officerAt = (username: string, desk: string) =>
  officerAtDesk(browser, hall, { username, displayName: 'Siti Rahmawati', desk });

const said = (page: Page) => page.getByRole('status').or(page.getByRole('alert')).last().textContent();

test('a finish by mistake is taken back by one key: the visitor is at the desk again', async () => {
  const first = await takeNumber(hall, { counter: 'R' });
  const page = await officerAt('siti', '6');
  for (const next of ['Panggil berikutnya', 'Mulai melayani', 'Selesai']) {
    await readyForNextStep(page, next);
    await pressKey(page, 'Space');
  }
  await page.getByText(`${first} selesai 09.41.`).waitFor();
  await picture(page, 'take-back');
  await expectAccessible(page);
  await pressKey(page, 'z');
  await expect.poll(() => said(page)).toBe(`${first} kembali ke loket ini.`);
  expect(await numberAtDesk(page)).toBe(first);
  await readyForNextStep(page, 'Selesai');
  await picture(page, 'taken-back');
  // There is nothing more to take back, and the key says so.
  await pressKey(page, 'z');
  await expect.poll(() => said(page)).toBe('Tidak ada yang bisa diurungkan, atau waktunya sudah habis.');
});

test('whose desk has called the next already waits before everybody, and an absent one is taken back too', async () => {
  const [first, second, third] = [
    await takeNumber(hall, { counter: 'K' }),
    await takeNumber(hall, { counter: 'K' }),
    await takeNumber(hall, { counter: 'K', priority: 'elderly' }),
  ];
  const page = await officerAt('ani', '3');
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(third);
  await pressKey(page, 'n');
  await page.getByRole('button', { name: /^Urungkan/ }).click();
  await expect.poll(() => said(page)).toBe(`${third} kembali ke loket ini.`);
  for (const next of ['Mulai melayani', 'Selesai, panggil berikutnya']) {
    await readyForNextStep(page, next);
    await pressKey(page, 'Space');
  }
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(first);
  await pressKey(page, 'z');
  await expect.poll(() => said(page)).toBe(`${third} menunggu di urutan paling depan.`);
  await expect.poll(() => waitingNumbers(page)).toEqual([third, second]);
  await picture(page, 'taken-back-to-line');
});

test('a supervisor takes back what an officer ended, from the hall', async () => {
  const number = await takeNumber(hall, { counter: 'B' });
  const desk = await officerAt('rina', '9');
  for (const next of ['Panggil berikutnya', 'Mulai melayani', 'Selesai']) {
    await readyForNextStep(desk, next);
    await pressKey(desk, 'Space');
  }
  await desk.getByText(`${number} selesai 09.41.`).waitFor();
  const session = await makeUser(hall, {
    username: 'wati',
    displayName: 'Wati',
    role: 'supervisor',
  });
  const page = await staffPage(browser, hall.url, { session, path: '/staff#balai' });
  await page.getByRole('button', { name: /^B / }).first().click();
  await page.getByRole('button', { name: `Urungkan ${number}` }).click();
  await expect.poll(() => numberAtDesk(desk)).toBe(number);
  await page.getByRole('button', { name: `Urungkan ${number}` }).waitFor({ state: 'detached' });
});

test('priority is given after the number was issued, with a reason, by mouse and by keyboard', async () => {
  const [first, second] = [
    await takeNumber(hall, { counter: 'L' }),
    await takeNumber(hall, { counter: 'L' }),
  ];
  const page = await officerAt('dewi', '8');
  await expect.poll(() => waitingNumbers(page)).toEqual([first, second]);
  await page.getByRole('button', { name: `Ubah prioritas ${second}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('lanjut usia').check();
  await dialog.getByRole('button', { name: 'Terlihat di balai' }).click();
  await picture(page, 'priority-dialog');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Alasan mengubah' }).press('Enter');
  await expect.poll(() => said(page)).toBe(`${second} sekarang didahulukan: lanjut usia.`);
  await expect.poll(() => waitingNumbers(page)).toEqual([second, first]);
  await picture(page, 'priority-given');
  await expectAccessible(page);
});

test('a number is found by typing it, wherever it is, with what can be done with it', async () => {
  const elsewhere = await takeNumber(hall, { counter: 'U' });
  const number = await takeNumber(hall, { counter: 'H' });
  const page = await officerAt('lina', '16');
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nomor').fill(elsewhere.toLowerCase().replace('-0', ''));
  const line = (of: string) => dialog.getByRole('listitem').filter({ hasText: of });
  await line(elsewhere).getByText('Menunggu, 0 orang di depannya').waitFor();
  // Another counter's can't be called here, and put right it can.
  expect(await line(elsewhere).getByRole('button').allTextContents()).toEqual(['Prioritas', 'Beri giliran']);
  await dialog.getByLabel('Nomor').fill(String(Number(number.slice(-3))));
  await line(number).getByRole('button', { name: 'Panggil ke sini' }).waitFor();
  await picture(page, 'find-dialog');
  await expectAccessible(page);
  await dialog.getByLabel('Nomor').fill('H-999');
  await dialog.getByText('Tidak ada nomor H-999 hari ini.').waitFor();
  await dialog.getByLabel('Nomor').fill(number);
  await line(number).getByRole('button', { name: 'Panggil ke sini' }).click();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(number);
  await pressKey(page, 'c');
  await dialog.getByLabel('Nomor').fill(number);
  await line(number).getByText('Dipanggil, Loket 16').waitFor();
});
