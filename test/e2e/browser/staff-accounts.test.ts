import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { password } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, picture, pressKey, signIn, staffPage } from '../../support/staff-page';

const ownPassword = 'sandi Siti sendiri';

let browser: Browser;
let hall: RunningHall;
let admin: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('the first admin is made with the set-up code, a wrong code says so, and the guided set-up follows', async () => {
  admin = await staffPage(browser, hall.url);
  await admin.getByRole('heading', { name: 'Siapkan admin pertama' }).waitFor();
  await admin.getByLabel('Kode pemasangan').fill('SALAH-KODE');
  await admin.getByLabel('Nama lengkap').fill('Budi Santoso');
  await admin.getByLabel('Nama pengguna').fill('Budi');
  await admin.getByLabel('Kata sandi', { exact: true }).fill(password);
  await admin.getByRole('button', { name: 'Buat akun admin' }).click();
  expect(await admin.getByRole('alert').textContent()).toContain('Kode pemasangan tidak cocok');
  await picture(admin, 'set-up-refused');
  await expectAccessible(admin);

  await admin.getByLabel('Kode pemasangan').fill(hall.app().setupCode() ?? '');
  await admin.getByRole('button', { name: 'Buat akun admin' }).click();
  await admin.getByRole('heading', { name: '1. Nama balai' }).waitFor();
  expect(hall.app().setupCode()).toBeNull();
  const places = admin.getByRole('navigation', { name: 'Tempat kerja' });
  await places.getByRole('link', { name: 'Loket' }).click();
  await admin.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await picture(admin, 'desks');
  await expectAccessible(admin);
});

test('the admin makes officers and a supervisor on the admin page, and is told of a name that is taken', {
  tags: 'long',
}, async () => {
  await admin.getByRole('link', { name: 'Admin' }).click();
  await admin.getByRole('link', { name: 'Orang' }).click();
  const panel = admin.getByRole('dialog');
  const add = async (name: string, username: string, role: string) => {
    await admin.getByRole('button', { name: 'Tambah orang' }).click();
    await panel.getByLabel('Nama lengkap').fill(name);
    await panel.getByLabel('Nama pengguna').fill(username);
    await panel.getByLabel('Kata sandi', { exact: true }).fill(password);
    await panel.getByRole('radio', { name: role }).check();
    await panel.getByRole('radio', { name: 'Seluruh balai' }).check();
    await panel.getByRole('button', { name: 'Simpan' }).click();
  };
  await add('Siti Rahmawati', 'siti', 'Petugas');
  await admin.getByRole('dialog', { name: 'Siti Rahmawati' }).waitFor();
  await admin.keyboard.press('Escape');
  for (const [displayName, username, role] of [
    ['Raden Ajeng Kusumaningtyas Wulandari Prameswari', 'ajeng', 'staff'],
    ['Joko Widagdo', 'joko', 'supervisor'],
  ] as const) {
    const made = await admin.request.post(`${hall.url}/api/v1/admin/users`, {
      headers: { origin: hall.url },
      data: { displayName, username, role, wholeHall: true, password },
    });
    expect(made.status()).toBe(201);
  }
  await add('Siti Lain', 'siti', 'Petugas');
  await panel.getByText('Nama ini sudah dipakai. Pilih nama lain.').waitFor();
  await picture(admin, 'user-refused');
  await panel.getByRole('button', { name: 'Batalkan' }).click();
  await admin.keyboard.press('Escape');
  await admin.reload();
  await admin.getByText('4 dari 4').waitFor();
  expect(await admin.getByRole('rowheader').allTextContents()).toEqual([
    'Budi Santoso',
    'Joko Widagdo',
    'Raden Ajeng Kusumaningtyas Wulandari Prameswari',
    'Siti Rahmawati',
  ]);
  await picture(admin, 'users');
});

test('an officer is limited to the institution the admin names, and kept out once deactivated', {
  tags: 'long',
}, async () => {
  const panel = admin.getByRole('dialog', { name: 'Siti Rahmawati' });
  const save = async () => {
    await panel.getByRole('button', { name: 'Simpan' }).click();
    await expect.poll(() => panel.getByText('belum disimpan').count()).toBe(0);
  };
  await admin.getByRole('button', { name: 'Siti Rahmawati' }).click();
  await panel.getByRole('radio', { name: 'Instansi tertentu' }).check();
  await panel.getByRole('combobox', { name: 'Instansi' }).fill('Imig');
  await pressKey(admin, 'Enter');
  await pressKey(admin, 'Tab');
  await picture(admin, 'user-of-an-institution');
  await expectAccessible(admin);
  await save();

  const officer = await staffPage(browser, hall.url);
  await signIn(officer, 'siti', password);
  await officer.getByRole('heading', { name: 'Buat kata sandi Anda' }).waitFor();
  await picture(officer, 'given-password');
  await expectAccessible(officer);
  const typeOwn = async (own: string) => {
    await officer.getByLabel('Kata sandi sekarang').fill(password);
    await officer.getByLabel('Kata sandi baru').fill(own);
    await pressKey(officer, 'Enter');
  };
  await typeOwn('1234567890');
  await officer
    .getByText('Banyak dipakai orang dan paling dulu ditebak; pilih yang lain', { exact: true })
    .waitFor();
  await picture(officer, 'common-password');
  await typeOwn(ownPassword);
  await officer.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await officer
    .getByRole('button', { name: /Duduk di sini/ })
    .first()
    .waitFor();
  expect(await officer.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['IM Imigrasi']);
  expect(await officer.getByRole('link', { name: 'Admin' }).count()).toBe(0);

  await officer.getByRole('button', { name: 'Siti Rahmawati' }).click();
  await officer.getByRole('menuitem', { name: 'Kata sandi saya' }).click();
  await officer.getByRole('dialog', { name: 'Kata sandi saya' }).waitFor();
  await picture(officer, 'own-password');
  await expectAccessible(officer);
  await officer.keyboard.press('Escape');

  await panel.getByRole('switch', { name: 'Aktif' }).click();
  await save();
  await officer.getByRole('heading', { name: 'Masuk' }).waitFor();
  await signIn(officer, 'siti', ownPassword);
  expect(await officer.getByRole('alert').textContent()).toContain('tidak cocok');
  await officer.context().close();
});

test('five wrong passwords lock the name, and the page counts the time down', { tags: 'long' }, async () => {
  const page = await staffPage(browser, hall.url);
  const refusals: string[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/session') && response.request().method() === 'POST',
    );
    await signIn(page, 'ajeng', 'salah salah salah');
    refusals.push((await (await answered).json()).code);
  }
  expect(refusals).toEqual([...Array(5).fill('bad_credentials'), 'too_many_requests']);
  const left = page.getByText(/Coba lagi dalam [45] menit \d+ detik\./);
  await left.waitFor();
  const before = await left.textContent();
  await expect.poll(() => left.textContent()).not.toBe(before);
  await picture(page, 'locked-out');
  await expectAccessible(page);

  hall.clock.advance({ minutes: 6 });
  await signIn(page, 'ajeng', password);
  await page.getByRole('heading', { name: 'Pilih loket' }).waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  await page.context().close();
});
