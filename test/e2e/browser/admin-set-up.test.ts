import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { password } from '../../support/hall-people';
import { pressByKeys, tabTo, typeByKeys } from '../../support/keyboard';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let printer: FakePrinter;
let page: Page;

const step = (name: string) => page.getByRole('heading', { level: 1, name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function counters(): Promise<{ code: string; desks: string[] }[]> {
  return (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as { code: string; desks: string[] }[];
}

beforeAll(async () => {
  browser = await launchChromium();
  printer = await startFakePrinter();
  hall = await startHall({ printer: { kind: 'tcp', host: '127.0.0.1', port: printer.port } });
  page = await adminPage(browser, hall.url);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
  await printer?.close();
});

test('the first admin is made by the set-up code, and comes to the guided set-up', async () => {
  await step('Siapkan admin pertama').waitFor();
  await typeByKeys(page, page.getByLabel('Kode pemasangan'), hall.app().setupCode() ?? '');
  await typeByKeys(page, page.getByLabel('Nama lengkap'), 'Budi Santoso');
  await typeByKeys(page, page.getByLabel('Nama pengguna'), 'budi');
  await typeByKeys(page, page.getByLabel('Kata sandi', { exact: true }), password);
  await pressKey(page, 'Enter');
  await step('1. Nama balai').waitFor();
  await adminPicture(page, 'set-up-hall');
  await expectAccessible(page);
});

test('what was typed is kept by going on, and the kiosk shows it', async () => {
  await typeByKeys(page, page.getByLabel('Nama balai'), 'MPP Kajen');
  await pressByKeys(page, button('Selesai, lanjut'));
  await step('2. Gerai').waitFor();
  const site = (await (await fetch(`${hall.url}/api/v1/site`)).json()) as { name: string };
  expect(site.name).toBe('MPP Kajen');
});

test('a counter that the hall lacks goes, and comes back with a tick', async () => {
  expect(await counters()).toHaveLength(26);
  const samsat = page.getByRole('checkbox', { name: /Samsat/ });
  await tabTo(page, samsat);
  await pressKey(page, 'Space');
  await page.getByText('25 gerai dipakai.').waitFor();
  await adminPicture(page, 'set-up-counters');
  await expectAccessible(page);
  expect(await counters()).toHaveLength(25);
  await pressKey(page, 'Space');
  await page.getByText('26 gerai dipakai.').waitFor();
  await pressKey(page, 'Space');
  await page.getByText('25 gerai dipakai.').waitFor();
});

test('whoever leaves goes on at the step that is not done', async () => {
  await page.reload();
  await step('2. Gerai').waitFor();
  expect(await button('Nama balai').getByLabel('selesai').count()).toBe(1);
  await pressByKeys(page, button('Selesai, lanjut'));
});

test('a counter gets one desk more, with the next free number', async () => {
  await step('3. Loket').waitFor();
  const first = (await counters())[0];
  const numbers = (await counters()).flatMap(({ desks }) => desks.map(Number));
  const free = Array.from({ length: 99 }, (_, at) => at + 1).find((number) => !numbers.includes(number));
  await pressByKeys(page, button(/^Tambah loket/).first());
  await expect
    .poll(async () => (await counters())[0]?.desks)
    .toEqual([...(first?.desks ?? []).map(Number), free].sort((a = 0, b = 0) => a - b).map(String));
  await adminPicture(page, 'set-up-desks');
  await expectAccessible(page);
  await pressByKeys(page, button('Selesai, lanjut'));
});

test('hours are set, a test ticket comes out, and what is not needed is skipped', async () => {
  await step('4. Jam buka').waitFor();
  await pressByKeys(page, button(/Jeda salat Jumat/));
  await adminPicture(page, 'set-up-hours');
  await expectAccessible(page);
  if (await page.getByText('belum disimpan').count()) {
    await pressByKeys(page, button('Simpan jam'));
    await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
  }
  await pressByKeys(page, button('Selesai, lanjut'));
  await step('5. Pencetak tiket').waitFor();
  await pressByKeys(page, button('Cetak percobaan'));
  await page.getByText('Tercetak.').waitFor();
  await adminPicture(page, 'set-up-printer');
  await expectAccessible(page);
  await pressByKeys(page, button('Selesai, lanjut'));
  await step('6. Petugas').waitFor();
  await adminPicture(page, 'set-up-people');
  await expectAccessible(page);
  await pressByKeys(page, button('Lewati dahulu'));
  await step('7. Jaringan').waitFor();
  await tabTo(page, page.getByRole('switch', { name: 'Buka bagi jaringan balai' }));
  await pressKey(page, 'Space');
  await pressByKeys(page, button('Simpan'));
  await page.getByText('Tersimpan.').waitFor();
  await adminPicture(page, 'set-up-network');
  await expectAccessible(page);
  await pressByKeys(page, button('Selesai, lanjut'));
});

test('the last step tells what is open, and goes live', async () => {
  await step('8. Mulai pelayanan').waitFor();
  await page.getByText('Belum ditandai selesai: Petugas.').waitFor();
  await adminPicture(page, 'set-up-live');
  await expectAccessible(page);
  await pressByKeys(
    page,
    page.getByRole('main').getByRole('button', { name: 'Mulai pelayanan', exact: true }).last(),
  );
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('checkbox'));
  await pressKey(page, 'Space');
  await pressByKeys(page, dialog.getByRole('button', { name: 'Mulai pelayanan' }));
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByText('Mode latihan').count()).toBe(0);
  const site = (await (await fetch(`${hall.url}/api/v1/site`)).json()) as { practice: boolean };
  expect(site.practice).toBe(false);
});
