import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'balai' });
  await signIn(page, 'budi', password);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a changed name of the hall is marked until it is saved, and then stands everywhere', async () => {
  const name = page.getByLabel('Nama balai');
  await name.fill('Mal Pelayanan Publik Kajen');
  await page.getByText('◆ 1 perubahan belum disimpan').waitFor();
  await adminPicture(page, 'hall-unsaved');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(() => page.title()).toContain('Mal Pelayanan Publik Kajen');
  expect(await page.getByText('belum disimpan').count()).toBe(0);
  await page.getByText(/^Tersimpan 09\.4/).waitFor();
  const { body } = await budi.request('GET', '/site');
  expect(body).toMatchObject({ name: 'Mal Pelayanan Publik Kajen', city: 'Kabupaten Pekalongan' });
});

test('discarding brings back what is saved', async () => {
  await page.getByLabel('Panggilan ulang paling banyak').fill('7');
  await page.getByText('◆ Tadinya 3.').waitFor();
  await page.getByRole('button', { name: 'Batalkan' }).click();
  expect(await page.getByLabel('Panggilan ulang paling banyak').inputValue()).toBe('3');
});

test('a chosen row stays chosen after a reload, and the way back leads to the one before', async () => {
  const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
  await openSection(page, 'Gerai dan layanan');
  await page.getByRole('button', { name: /^K, Dindukcapil/ }).click();
  await heading('Dindukcapil').waitFor();
  await page.getByRole('button', { name: /^R, Dinas Sosial/ }).click();
  await heading('Dinas Sosial').waitFor();
  await page.reload();
  await heading('Dinas Sosial').waitFor();
  await page.goBack();
  await heading('Dindukcapil').waitFor();
  await openSection(page, 'Nama dan aturan');
});

test('a wrong address for phones is refused with the field at fault, and nothing is changed', async () => {
  const before = (await budi.request('GET', '/admin/settings')).body;
  await page.getByLabel('Alamat untuk HP pengunjung').fill('ftp://balai');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByRole('button', { name: '1 isian perlu dibetulkan' }).waitFor();
  await page.getByText('Awali dengan http:// atau https://.').waitFor();
  expect(await page.getByLabel('Alamat untuk HP pengunjung').getAttribute('aria-invalid')).toBe('true');
  expect((await budi.request('GET', '/admin/settings')).body).toEqual(before);
  await page.getByRole('button', { name: 'Batalkan' }).click();
});

test('a supervisor reads the settings and is given no way to change them', async () => {
  await makeUser(hall, { username: 'joko', displayName: 'Joko Widagdo', role: 'supervisor' });
  const supervisor = await adminPage(browser, hall.url, { section: 'balai' });
  await signIn(supervisor, 'joko', password);
  await supervisor.getByText('Hanya admin yang dapat mengubah halaman ini.').waitFor();
  expect(await supervisor.getByRole('button').allTextContents()).not.toContain('Mulai pelayanan');
  expect(await supervisor.getByRole('button', { name: 'Simpan' }).count()).toBe(0);
  expect(await supervisor.getByLabel('Nama balai').isEditable()).toBe(false);
  await supervisor.context().close();
});

test('an officer is sent to the desks', async () => {
  await makeUser(hall, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });
  const officer = await adminPage(browser, hall.url);
  await signIn(officer, 'siti', password);
  await officer.getByText('Halaman ini untuk admin dan penyelia.').waitFor();
  expect(await officer.getByRole('link').getAttribute('href')).toBe('/staff');
  await officer.context().close();
});

test('a desk offers the address of its survey tablet, to scan and to copy', async () => {
  await openSection(page, 'Loket');
  const tablet = page.getByRole('region', { name: 'Tablet penilaian di loket ini' });
  const address = await tablet.getByRole('textbox', { name: 'Alamat tablet' }).inputValue();
  expect(address).toMatch(/\/survey\/desk\/[0-9]+$/);
  expect(address.startsWith(hall.url)).toBe(true);
  await tablet.getByText('hanya dikenal komputer Antre sendiri').waitFor();
  await tablet.getByRole('button', { name: 'Salin alamat' }).click();
  await tablet.getByText('Alamat tersalin.').waitFor();
  await tablet.scrollIntoViewIfNeeded();
  await adminPicture(page, 'desk-tablet');
  await expectAccessible(page);

  // Once phones can reach the hall, so can tablets: from the next start on.
  await budi.request('PATCH', '/admin/settings', { publicUrl: 'http://192.168.1.10:4180/', lanOpen: true });
  await page.reload();
  await expect
    .poll(() => tablet.getByRole('textbox', { name: 'Alamat tablet' }).inputValue())
    .toMatch(/^http:\/\/192\.168\.1\.10:4180\/survey\/desk\/[0-9]+$/);
  await tablet.getByText('Alamat ini baru dikenal sesudah Antre dinyalakan ulang.').waitFor();
  expect(await tablet.getByText('hanya dikenal').count()).toBe(0);
  await budi.request('PATCH', '/admin/settings', { lanOpen: false });
  await page.reload();
  await tablet.getByText('hanya dikenal komputer Antre sendiri').waitFor();
  await budi.request('PATCH', '/admin/settings', { publicUrl: null });
  await openSection(page, 'Nama dan aturan');
});

test('go-live says what it changes, in both languages, and ends practice by keyboard alone', async () => {
  await page.getByRole('button', { name: 'Mulai pelayanan' }).click();
  await page.getByRole('dialog').getByText('Penomoran mulai lagi dari 1.').waitFor();
  await adminPicture(page, 'go-live');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const english = await adminPage(browser, hall.url, { english: true });
  await english.getByLabel('User name').fill('budi');
  await english.getByLabel('Password', { exact: true }).fill(password);
  await pressKey(english, 'Enter');
  const goLive = english.getByRole('banner').getByRole('button', { name: 'Go live' });
  await goLive.waitFor();
  await adminPicture(english, 'hall-english');
  await goLive.focus();
  await pressKey(english, 'Enter');
  const dialog = english.getByRole('dialog');
  await dialog.getByText('All practice numbers are removed').waitFor();
  await adminPicture(english, 'go-live-english');
  await dialog.getByRole('checkbox').focus();
  await pressKey(english, 'Space');
  await english.keyboard.press('Tab');
  await english.keyboard.press('Tab');
  await pressKey(english, 'Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await english.getByText('Practice mode').count()).toBe(0);
  expect((await budi.request('GET', '/site')).body).toMatchObject({ practice: false });
  await english.context().close();
});
