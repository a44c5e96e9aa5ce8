import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey, signIn } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url);
  await signIn(page, 'budi', password);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const heading = (words: RegExp) => page.getByRole('heading', { level: 1, name: words });

test('a hall that practises says so, and how much of its set-up is left', async () => {
  await heading(/^Mode latihan/).waitFor();
  await budi.request('PATCH', '/admin/settings', { setUpDone: ['hall', 'hours'], setUpSkipped: ['printer'] });
  await page.reload();
  const card = page.getByRole('region', { name: 'Persiapan' });
  await card.getByText('2 dari 8 selesai, 1 dilewati, 5 lagi').waitFor();
  await adminPicture(page, 'home-practice');
  await expectAccessible(page);
  await card.getByRole('link', { name: 'Jaringan' }).click();
  await heading(/^8\. Jaringan/).waitFor();
  await page.goBack();
});

test('a hall that is open says who waits and what there is to do, and each thing leads to where it is done', async () => {
  expect((await budi.request('POST', '/admin/go-live', {})).status).toBe(200);
  await budi.request('PATCH', '/admin/settings', { absentGivesNumbers: true });
  await takeNumber(hall, { counter: 'K' });
  hall.clock.advance({ minutes: 12 });
  const made = await budi.request('POST', '/admin/services', {
    counterId: ((await budi.request('GET', '/admin/counters')).body as { id: string }[])[0]?.id,
    name: { id: 'Legalisir', en: '', jv: '' },
    usualMinutes: 5,
  });
  expect(made.status).toBe(201);
  await page.reload();
  await heading(/^Balai berjalan, \d+ hal perlu dikerjakan$/).waitFor();
  const figures = page.getByRole('region', { name: 'Hari ini' });
  await figures.getByText('orang menunggu').waitFor();
  await figures.getByText('tunggu terlama, Dindukcapil').waitFor();
  const toDo = page.getByRole('region', { name: 'Perlu dikerjakan' }).getByRole('listitem');
  await adminPicture(page, 'home');
  await expectAccessible(page);
  // What was never taken away is lost with the computer; once it was, nobody is told so.
  const copy = toDo.filter({ hasText: 'Belum ada cadangan di luar komputer ini' });
  // Found and noted by the server a moment later; the page asks once a minute.
  const countsCopies = async (wanted: number) =>
    await expect
      .poll(async () => {
        await page.reload();
        await heading(/^Balai berjalan/).waitFor();
        await page.getByRole('region', { name: 'Cadangan' }).getByText('Di tempat lain').waitFor();
        return await copy.count();
      })
      .toBe(wanted);
  await countsCopies(1);
  const downloading = page.waitForEvent('download');
  await copy.getByRole('link', { name: 'Unduh cadangan' }).click();
  // To its end, since only a whole copy counts.
  await (await downloading).path();
  await countsCopies(0);
  await toDo
    .filter({ hasText: 'Legalisir belum bernama' })
    .first()
    .getByRole('link', { name: 'Isi nama' })
    .click();
  await page.getByRole('heading', { level: 3, name: 'Legalisir' }).waitFor();
  await page.goBack();
});

test('once the day is over nobody is called to what is switched off at night', async () => {
  hall.clock.advance({ hours: 6 });
  await page.reload();
  await heading(/^Balai sudah tutup/).waitFor();
  await page.getByText('Tutup sejak pukul 15.00.').waitFor();
  expect(await page.getByText('tidak tersambung sejak').count()).toBe(0);
});

test('Ctrl K finds a setting, a counter by its letters and a number of today, and Enter goes to the very row', async () => {
  await page.keyboard.press('Control+K');
  const dialog = page.getByRole('dialog', { name: 'Cari' });
  const field = dialog.getByRole('combobox');
  await field.fill('xyzzy');
  await dialog.getByText('Tidak ada yang cocok dengan “xyzzy”.').waitFor();
  await field.fill('petugas ditunggu');
  await dialog.getByRole('option', { name: /Petugas ditunggu paling lama/ }).waitFor();
  await adminPicture(page, 'search');
  await expectAccessible(page);
  await pressKey(page, 'Enter');
  await dialog.waitFor({ state: 'hidden' });
  const asked = page.locator('[data-field="graceMinutes"] input').first();
  await expect.poll(() => asked.evaluate((input) => input === document.activeElement)).toBe(true);

  await page.getByRole('banner').getByRole('button', { name: 'Cari' }).click();
  await field.fill('im');
  await dialog.getByRole('option', { name: /^IM, Imigrasi/ }).waitFor();
  await pressKey(page, 'Enter');
  await page.getByRole('heading', { name: 'Imigrasi' }).first().waitFor();

  await page.keyboard.press('Control+K');
  await field.fill('k1');
  await dialog.getByRole('option', { name: /^K-001, Menunggu/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await pressKey(page, 'Enter');
  await page.waitForURL(/\/staff#balai\?gerai=/);
  await page.getByRole('dialog', { name: /Dindukcapil/ }).waitFor();
  await page.context().close();
});
