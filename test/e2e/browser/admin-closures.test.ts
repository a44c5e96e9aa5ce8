import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

interface Day {
  readonly services: readonly {
    readonly spans: readonly unknown[];
    readonly reason: { id: string } | null;
  }[];
}
async function dayOf(date: string): Promise<Day> {
  return (await budi.request('GET', `/admin/day?date=${date}`)).body as Day;
}
const cell = (name: string) => page.getByRole('button', { name, exact: true });

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'libur' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 2, name: 'November 2026' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('tomorrow is closed by keyboard alone, as the day view shows', async () => {
  await cell('Selasa, 24 November 2026').focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-date')))
    .toBe('2026-11-25');
  await pressKey(page, 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.getByLabel('Mulai').inputValue()).toBe('Rabu, 25 November 2026');
  await dialog.getByLabel('Bahasa Indonesia').focus();
  await page.keyboard.type('Pemadaman listrik');
  await adminPicture(page, 'closure-new');
  await expectAccessible(page);
  await pressKey(page, 'Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Pemadaman listrik', exact: true }).waitFor();
  await adminPicture(page, 'closures-month');
  await expectAccessible(page);

  const tomorrow = await dayOf('2026-11-25');
  expect(tomorrow.services.every(({ spans }) => spans.length === 0)).toBe(true);
  expect(tomorrow.services[0]?.reason?.id).toBe('Pemadaman listrik');
});

test('a list with a wrong line says which, and takes nothing', async () => {
  await page.getByRole('button', { name: 'Isi dari daftar' }).click();
  const dialog = page.getByRole('dialog');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Dari berkas' }).click();
  await (await chooser).setFiles({
    name: 'skb.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('tanggal; nama\n24/12/2026; Cuti bersama\n31 Februari 2027; Tidak ada\n1/1/2027;'),
  });
  await expect.poll(() => dialog.getByLabel('Daftar').inputValue()).toContain('31 Februari 2027');
  await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
  await dialog.getByText('Baris 3: “31 Februari 2027” bukan tanggal').waitFor();
  await dialog.getByText('Baris 4: nama harinya kosong').waitFor();
  await adminPicture(page, 'closure-list-faults');
  await expectAccessible(page);
  expect((await budi.request('GET', '/admin/closures')).body).toHaveLength(1);
});

test('a list that is reckoned and no decree says so before it is taken', async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Libur nasional 2027 (perkiraan, belum SKB)' }).click();
  await dialog.getByText('Ini bukan daftar resmi').waitFor();
  await adminPicture(page, 'closure-list-reckoned');
  await expectAccessible(page);
});

test('the national holidays of a year are taken once, however often they are asked for', async () => {
  const dialog = page.getByRole('dialog');
  for (const count of [25, 0]) {
    if (count === 0) await page.getByRole('button', { name: 'Isi dari daftar' }).click();
    await dialog.getByRole('button', { name: 'Libur nasional 2026' }).click();
    await dialog.getByRole('button', { name: 'Periksa daftar' }).click();
    await dialog.getByText('Jumat, 25 Desember 2026: Kelahiran Yesus Kristus (Natal)').waitFor();
    if (count > 0) {
      await dialog.getByRole('button', { name: `Masukkan ${count} hari` }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
  }
  expect(await dialog.getByRole('button', { name: /Masukkan/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  expect((await budi.request('GET', '/admin/closures')).body).toHaveLength(26);
  expect((await dayOf('2026-12-25')).services[0]).toMatchObject({
    spans: [],
    reason: { id: 'Kelahiran Yesus Kristus (Natal)' },
  });
});

test('Ramadan hours hold for their days and no longer', async () => {
  await page.getByRole('button', { name: 'Tambah hari libur atau jam lain' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mulai').fill('8/2/2027');
  await dialog.getByRole('textbox', { name: 'Sampai' }).fill('9 Maret 2027');
  await dialog.getByLabel('Jam lain').check();
  await dialog.getByRole('button', { name: 'Jam Ramadan' }).click();
  await adminPicture(page, 'closure-ramadan');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const during = (await dayOf('2027-02-12')).services[0];
  expect(during?.reason?.id).toBe('Jam Ramadan');
  expect(during?.spans[0]).toMatchObject({ opens: '08:00', closes: '11:30' });
  expect((await dayOf('2027-03-10')).services[0]?.reason).toBe(null);
});

// The last: whoever is signed in overnight without a word is signed out.
test('on the day that was closed no counter gives numbers', async () => {
  await budi.request('POST', '/admin/go-live');
  hall.clock.set('2026-11-25T09:00+07:00');
  const counters = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as { status: string }[];
  expect(new Set(counters.map(({ status }) => status))).toEqual(new Set(['closed']));
});
