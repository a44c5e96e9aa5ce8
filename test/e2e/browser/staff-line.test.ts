import type { Browser, Page, Route } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  expectAccessible,
  numberAtDesk,
  picture,
  pressKey,
  readyForNextStep,
  signIn,
  staffPage,
  takeDesk,
  waitingNumbers,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
  await makeUser(hall, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });
  for (let visitor = 1; visitor <= 3; visitor += 1) await takeNumber(hall, { counter: 'K' });
  page = await staffPage(browser, hall.url);
  await signIn(page, 'siti', password);
  await takeDesk(page, '3');
  await readyForNextStep(page, 'Panggil berikutnya');
});
afterEach(async () => {
  await page?.context().close();
  await hall.end();
});

test('what is pressed while the server is away is kept, shown, and done once when it is back', async () => {
  await hall.halt();
  await page.getByText(/Sambungan putus.*Yang Anda tekan akan disimpan/).waitFor();
  for (const width of [1024, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    const out = await page.getByRole('button', { name: 'Keluar' }).boundingBox();
    expect((out?.x ?? width) + (out?.width ?? width)).toBeLessThanOrEqual(width);
  }
  await pressKey(page, 'Space');
  await page.getByText(/Sambungan putus.*Perintah Anda disimpan/).waitFor();
  await page.getByRole('button', { name: /^Memanggil… ?Disimpan, dikirim begitu tersambung/ }).waitFor();
  await picture(page, 'line-lost');
  await expectAccessible(page);
  // Pressing on changes nothing: the one press is kept.
  await pressKey(page, 'Space');
  await pressKey(page, 'Space');

  await hall.resume();
  await readyForNextStep(page, 'Mulai melayani');
  await page.getByText('Tersambung').waitFor();
  expect(await numberAtDesk(page)).toBe('K-001');
  expect(await waitingNumbers(page)).toEqual(['K-002', 'K-003']);
});

test('a press whose answer was lost on the way is not done twice', async () => {
  let lost = 0;
  // The server does it, but its answer never arrives; twice, so that the third try is answered from memory.
  const loseAnswers = async (route: Route) => {
    if (lost === 2) return await route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  };
  await page.route('**/walk-ins', loseAnswers);
  await page.getByRole('button', { name: 'Tambah pengunjung' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('pindah');
  await pressKey(page, 'Enter');
  await page.getByText('K-004 masuk antrean.').waitFor();
  expect(lost).toBe(2);
  await readyForNextStep(page, 'Panggil berikutnya');

  lost = 0;
  await page.route('**/call-next', loseAnswers);
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(lost).toBe(2);
  expect(await numberAtDesk(page)).toBe('K-001');
  expect(await waitingNumbers(page)).toEqual(['K-002', 'K-003', 'K-004']);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('finishing and calling, broken off between the two, goes on with the second alone', async () => {
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 's');
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  let broken = false;
  await page.route('**/call-next', async (route) => {
    if (broken) return await route.continue();
    broken = true;
    await hall.halt();
    await route.abort('connectionrefused');
  });
  await pressKey(page, 'Space');
  await page.getByText(/Sambungan putus.*Perintah Anda disimpan/).waitFor();
  await hall.resume();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('K-002');
  expect(await waitingNumbers(page)).toEqual(['K-003']);
  await page.getByText('dilayani', { exact: true }).waitFor();
});

test('what is under way outlives a reload of the page', async () => {
  await page.route('**/call-next', (route) => route.abort('connectionreset'));
  await pressKey(page, 'Space');
  await page.getByText(/Sambungan putus.*Perintah Anda disimpan/).waitFor();
  await page.unroute('**/call-next');
  await page.reload();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('K-001');
});

test('a session that ended asks to sign in again and keeps the desk and what was pressed', async () => {
  await page.context().clearCookies();
  await pressKey(page, 'Space');
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  await picture(page, 'sign-in-again');
  await signIn(page, 'siti', password);
  await page.getByRole('heading', { level: 1, name: 'Dindukcapil, Loket 3' }).waitFor();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('K-001');
  expect(await waitingNumbers(page)).toEqual(['K-002', 'K-003']);
});

test('who has no desk yet is told too that nobody answers', async () => {
  await makeUser(hall, { username: 'rina', displayName: 'Rina', role: 'staff' });
  const other = await staffPage(browser, hall.url);
  await signIn(other, 'rina', password);
  await other.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await hall.halt();
  await other.getByText('Sambungan putus. Yang Anda tekan akan disimpan.').waitFor();
  await hall.resume();
  await other.getByText('Sambungan putus', { exact: false }).waitFor({ state: 'detached' });
  await other.context().close();
});
