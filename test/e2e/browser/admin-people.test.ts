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

const list = (lines: readonly string[], name = 'petugas.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
});
beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'orang' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1, name: 'Orang' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a list with mistakes says on which line, and adds nobody; the mended one adds all, with passwords told once', async () => {
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (lines: readonly string[]) => {
    await dialog.locator('xpath=//ancestor::body').locator('input[type=file]').setInputFiles(list(lines));
  };
  await choose([
    'nama;nama_pengguna;peran;gerai',
    'Siti Rahmawati;siti;petugas;ZZ',
    'Joko;Joko Widagdo;kepala;',
  ]);
  const faults = dialog.getByRole('listitem');
  await faults.first().waitFor();
  expect(await faults.allTextContents()).toEqual([
    'Baris 2: tidak ada gerai berhuruf “ZZ”',
    'Baris 3: nama pengguna “Joko Widagdo” hanya boleh huruf kecil, angka, titik, garis, paling sedikit 2',
    'Baris 3: peran “kepala” tidak dikenal; tulis petugas, penyelia, atau admin',
  ]);
  await adminPicture(page, 'people-import-faults');
  await expectAccessible(page);
  expect((await budi.request('GET', '/admin/users')).body).toHaveLength(1);

  await choose([
    '\uFEFFnama;nama_pengguna;peran;gerai;kata_sandi',
    'Siti Rahmawati;siti;petugas;A K;',
    `"Widagdo; Joko";joko;penyelia;semua;${password}`,
  ]);
  await dialog.getByText('2 orang, tidak ada yang salah.').waitFor();
  await dialog.getByRole('button', { name: 'Tambahkan 2 orang' }).click();
  await dialog.getByText('2 orang ditambahkan.').waitFor();
  const [row] = await dialog.getByRole('row').filter({ hasText: 'siti' }).getByRole('cell').allTextContents();
  expect(row).toBe('Siti Rahmawati');
  const made =
    (await dialog.getByRole('row').filter({ hasText: 'siti' }).getByRole('cell').last().textContent()) ?? '';
  expect(made).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  await adminPicture(page, 'people-imported');
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByRole('rowheader', { name: 'Widagdo; Joko' }).waitFor();

  const officer = await fetch(`${hall.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url },
    body: JSON.stringify({ username: 'siti', password: made }),
  });
  expect(officer.status).toBe(200);
});

test('somebody is opened, given leave and ended where they are signed in, by keyboard alone', async () => {
  await page.getByLabel('Cari nama').fill('siti petugas');
  await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual(['Siti Rahmawati']);
  await page.getByRole('button', { name: 'Siti Rahmawati' }).focus();
  await pressKey(page, 'Enter');
  const panel = page.getByRole('dialog', { name: 'Siti Rahmawati' });
  await panel.getByText('sejak 09.41').waitFor();
  await panel.getByRole('button', { name: 'Tambah cuti' }).focus();
  await pressKey(page, 'Enter');
  await panel.getByLabel('Sampai').fill('28/11/2026');
  await panel.getByText('◆ 1 perubahan belum disimpan').waitFor();
  await adminPicture(page, 'person');
  await expectAccessible(page);
  await pressKey(page, 'Enter');
  await expect.poll(() => panel.getByText('belum disimpan').count()).toBe(0);
  await panel.getByRole('button', { name: 'Keluarkan yang masuk sejak' }).focus();
  await pressKey(page, 'Enter');
  await panel.getByText('Tidak sedang masuk di mana pun.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Siti/ }).getByText('Cuti sampai 28 November').waitFor();
});

test('who is on leave is asked once more before signing in', async () => {
  const { body } = await budi.request('GET', '/admin/users');
  const siti = (body as { id: string; username: string }[]).find(({ username }) => username === 'siti');
  await budi.request('PATCH', `/admin/users/${siti?.id}`, { password, mustChangePassword: false });
  const officer = await adminPage(browser, hall.url);
  await signIn(officer, 'siti', password);
  const alert = officer.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toBe(
    'Menurut catatan Anda cuti sampai 28 November 2026. Bila tetap bertugas hari ini, masuk sekali lagi.',
  );
  await adminPicture(officer, 'on-leave');
  await officer.getByRole('button', { name: 'Tetap masuk' }).click();
  await officer.getByText('Halaman ini untuk admin dan penyelia.').waitFor();
  await officer.context().close();
});

test('the second of two admins to save is told what the first changed, and chooses', async () => {
  await page.getByLabel('Cari nama').fill('');
  await page.getByRole('button', { name: 'Widagdo; Joko' }).click();
  const panel = page.getByRole('dialog', { name: 'Widagdo; Joko' });
  await panel.getByLabel('Nama lengkap').fill('Joko Widagdo');
  const { body } = await budi.request('GET', '/admin/users');
  const joko = (body as { id: string; username: string }[]).find(({ username }) => username === 'joko');
  await budi.request('PATCH', `/admin/users/${joko?.id}`, { role: 'admin' });
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await panel.getByText('Sementara itu admin lain menyimpan: Peran. Pilih yang dipakai.').waitFor();
  await panel.getByRole('button', { name: 'Teruskan perubahan saya' }).click();
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('dialog', { name: 'Joko Widagdo' }).waitFor();
  expect((await budi.request('GET', `/admin/users/${joko?.id}`)).body).toMatchObject({
    displayName: 'Joko Widagdo',
    role: 'admin',
  });
  await page.keyboard.press('Escape');
});

test('two hundred people are searched, ordered and gone through by keyboard, in both languages', {
  tags: 'long',
}, async () => {
  const lines = Array.from({ length: 196 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return `Petugas ${number} Raden Kusumaningtyas Wulandari;petugas${number};petugas;A`;
  });
  const csv = ['nama;nama_pengguna;peran;gerai', ...lines].join('\n');
  const imported = await budi.request('POST', '/admin/users/import', { csv });
  expect(imported.status).toBe(201);
  const english = await adminPage(browser, hall.url, { english: true, section: 'orang' });
  await english.getByLabel('User name').fill('budi');
  await english.getByLabel('Password', { exact: true }).fill(password);
  await pressKey(english, 'Enter');
  await english.getByText('199 of 199').waitFor();
  await adminPicture(english, 'people-200-english');
  await expectAccessible(english);
  await english.getByRole('button', { name: 'User name' }).focus();
  await pressKey(english, 'Enter');
  await pressKey(english, 'Enter');
  const first = english.getByRole('rowheader').first();
  await expect.poll(() => first.textContent()).toBe('Siti Rahmawati');
  await first.getByRole('button').focus();
  await english.keyboard.press('ArrowDown');
  await pressKey(english, 'Enter');
  await english.getByRole('dialog', { name: /^Petugas 196/ }).waitFor();
  await adminPicture(english, 'person-english');
  await english.context().close();
});
