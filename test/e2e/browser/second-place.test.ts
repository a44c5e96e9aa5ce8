import { readdirSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CopyKey } from '../../../electron/contract/admin-copies';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password } from '../../support/hall-people';
import { startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';
import { temporaryFolder } from '../../support/temporary-store';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('an admin chooses a second place, keeps the key, sees the copy there and tries it', {
  tags: 'long',
}, async ({ onTestFinished }) => {
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  await makeAdmin(hall);
  const folder = temporaryFolder();
  const page = await adminPage(browser, hall.url, { section: 'cadangan' });
  await signIn(page, 'budi', password);
  await page.getByText('Belum ada tempat kedua.').waitFor();
  await page.getByRole('button', { name: 'Pilih tempat kedua' }).click();
  const dialog = page.getByRole('dialog');
  const typed = dialog.getByRole('textbox', { name: 'Folder' });
  const next = dialog.getByRole('button', { name: 'Lanjut' });
  await typed.fill('stik');
  await next.click();
  await dialog.getByText('tulis alamat folder lengkap').waitFor();
  await typed.fill(`${folder}/tidak-ada`);
  await next.click();
  await dialog.getByText('folder atau flashdisknya tidak ada').waitFor();
  await typed.fill(folder);
  await next.click();
  // Whoever takes the data's own disk is told so before going on.
  await dialog.getByText('satu disk dengan data Antre').waitFor();
  await expectAccessible(page);
  await next.click();

  await dialog.getByRole('button', { name: 'Sudah saya simpan' }).waitFor();
  const groups = await dialog.locator('code span').allTextContents();
  const key = groups.join('');
  expect(key).toMatch(/^[A-Z0-9]{58}$/);
  await adminPicture(page, 'recovery-key');
  await expectAccessible(page);
  await dialog.getByLabel('Ketik empat huruf terakhir').fill('salah');
  await dialog.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await dialog.getByText('Tidak sama dengan akhir kunci').waitFor();
  expect(readdirSync(folder)).toEqual([]);
  await dialog.getByLabel('Ketik empat huruf terakhir').fill(key.slice(-4).toLowerCase());
  await dialog.getByRole('button', { name: 'Sudah saya simpan' }).click();

  await page.getByText('Terakhir berhasil').waitFor();
  await page.getByText('(menit ini)').waitFor();
  await page.getByRole('button', { name: 'Lihat cadangan di sana' }).click();
  await page.getByText('26 gerai, 1 orang, 0 tiket').waitFor();
  await page.getByRole('button', { name: 'Coba cadangan sekarang' }).click();
  await dialog.getByLabel('Kunci pemulihan (boleh kosong)').fill(key);
  await dialog.getByRole('button', { name: 'Coba sekarang' }).click();
  await page.getByText('Terbuka utuh dan hitungannya cocok').waitFor();
  await adminPicture(page, 'second-place');
  await expectAccessible(page);

  // From there it comes back into this computer's list, while the hall goes on.
  const listed = page.getByRole('button', { name: /^Pulihkan cadangan/ });
  const before = await listed.count();
  await page.getByRole('button', { name: 'Ambil ke komputer ini' }).click();
  await dialog.getByLabel('Kunci pemulihan').fill(key.replace(/^..../, 'XXXX'));
  await dialog.getByRole('button', { name: 'Ambil ke komputer ini' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Kunci pemulihan').fill(key);
  await dialog.getByRole('button', { name: 'Ambil ke komputer ini' }).click();
  await dialog.getByText('Cadangan sudah ada di daftar cadangan').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await expect.poll(() => listed.count()).toBe(before + 1);

  rmSync(folder, { recursive: true });
  await page.getByRole('button', { name: 'Buat cadangan di sana sekarang' }).click();
  await page.getByText('belum berhasil:').waitFor();
  await page.getByText('Tancapkan flashdisknya').waitFor();
});

test('on a replacement computer a copy becomes the hall, step by step, and its people sign in as before', {
  tags: 'long',
}, async ({ onTestFinished }) => {
  const old = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => old.end());
  const budi = await makeAdmin(old);
  const folder = temporaryFolder();
  await budi.request('PATCH', '/admin/settings', { siteName: 'Balai Kajen Lama' });
  const key = (await budi.request('POST', '/admin/second-place/key')).body as CopyKey;
  const choice = { folder, rhythm: 'hourly', keptDays: 7, recipient: key.recipient };
  expect((await budi.request('PATCH', '/admin/second-place', choice)).status).toBe(200);
  await budi.request('POST', '/admin/second-place/copies');
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.age')).length).toBe(1);

  const fresh = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => fresh.end());
  const page = await adminPage(browser, fresh.url);
  await page.getByRole('button', { name: 'Sudah punya cadangan?' }).click();
  await page.getByLabel('Kode pemasangan').fill('AAAA-BBBB-CCCC');
  await page.getByRole('button', { name: 'Cari cadangan' }).click();
  await page.getByText('Kode pemasangan tidak cocok').waitFor();
  await page.getByLabel('Kode pemasangan').fill(fresh.app().setupCode() ?? '');
  await page.getByRole('button', { name: 'Cari cadangan' }).click();
  await page.getByRole('textbox', { name: 'Folder' }).fill(fresh.dataDir);
  await page.getByRole('button', { name: 'Lihat folder ini' }).click();
  await page.getByText('Tidak ada cadangan Antre di folder ini').waitFor();
  await page.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await page.getByRole('button', { name: 'Lihat folder ini' }).click();
  await page.getByText('Balai Kajen Lama: 26 gerai, 1 orang, 0 tiket').waitFor();
  await page.getByLabel(`Kunci pemulihan ${key.name}`).fill(`${key.key.slice(0, -1)}Z`);
  await adminPicture(page, 'restore-hall');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pulihkan balai ini' }).click();
  await page.getByText('Kunci pemulihan ini tidak membuka cadangan itu').waitFor();
  await page.getByLabel(`Kunci pemulihan ${key.name}`).fill(key.key.slice(16).toLowerCase());
  await page.getByRole('button', { name: 'Pulihkan balai ini' }).click();
  await page.getByText('Balai Kajen Lama sudah pulih di komputer ini.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ke halaman masuk' }).click();
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1 }).first().waitFor();

  // The machine starts anew with it, and knows its own.
  await fresh.halt();
  await fresh.resume();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await page.title()).toContain('Balai Kajen Lama');
});
