import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

const section = async (name: string) => {
  await page.getByRole('navigation', { name: 'Bagian' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
const list = (lines: readonly string[], name = 'petugas.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
});
const saved = async (click: () => Promise<void>) => {
  const download = page.waitForEvent('download');
  await click();
  return await (await download).path();
};

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
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Siti Rahmawati' });
  await panel.getByText('sejak 09.41').waitFor();
  await panel.getByRole('button', { name: 'Tambah cuti' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByLabel('Sampai').fill('2026-11-28');
  await panel.getByText('◆ Cuti diubah, belum disimpan').waitFor();
  await adminPicture(page, 'person');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => panel.getByText('belum disimpan').count()).toBe(0);
  await panel.getByRole('button', { name: 'Keluarkan yang masuk sejak' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByText('Tidak sedang masuk di mana pun.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Siti/ }).getByText('Cuti sampai 28 November').waitFor();
});

test('who is on leave is asked once more before signing in', async () => {
  const { body } = await budi.request('GET', '/admin/users');
  const siti = (body as { id: string; username: string }[]).find(({ username }) => username === 'siti');
  await budi.request('PATCH', `/admin/users/${siti?.id}`, { password });
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

test('a screen is let in by its code, shows its own part of the hall, and is seen to be on, and off', async () => {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    // As from another computer.
    extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.9' },
  });
  const screen = await context.newPage();
  await screen.goto(`${hall.url}/display`);
  const code = await screen.getByTestId('pairing-code').textContent();
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  await adminPicture(screen, 'display-pairing');

  await section('Perangkat');
  await page.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kode di layar').fill('ZZZZZZ');
  await dialog.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  await dialog.getByText('Tidak ada perangkat yang menunggu dengan kode ini.').waitFor();
  await dialog.getByLabel('Kode di layar').fill(code ?? '');
  await dialog.getByLabel('Nama').fill('TV pintu timur');
  await adminPicture(page, 'devices-pairing');
  await dialog.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  await dialog.getByText('TV pintu timur terdaftar.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();

  await screen.getByTestId('pairing-code').waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: /TV pintu timur/ });
  await row.getByText('Menyala').waitFor();
  await adminPicture(page, 'devices');
  await expectAccessible(page);

  await row.getByRole('button').click();
  const panel = page.getByRole('dialog', { name: 'TV pintu timur' });
  await panel.getByText('1920 × 1080 titik').waitFor();
  await panel.getByLabel('Zona').fill('Timur');
  await adminPicture(page, 'device');
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await screen.getByText('Zona Timur').waitFor();
  await page.keyboard.press('Escape');
  await context.close();
  await row.getByText('Tidak terhubung').waitFor();
}, 120_000);

test('a kiosk elsewhere shows a code first, then the counters it is given', async () => {
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.8' },
  });
  const kiosk = await context.newPage();
  await kiosk.goto(`${hall.url}/kiosk`);
  const code = (await kiosk.getByTestId('pairing-code').textContent()) ?? '';
  await adminPicture(kiosk, 'kiosk-pairing');
  const { body: counters } = await budi.request('GET', '/counters');
  const [first] = counters as { id: string; name: { id: string } }[];
  const approved = await budi.request('POST', `/admin/devices/pairings/${code.replace(/ /g, '')}/approve`, {
    name: 'Kios utara',
    counterIds: [first?.id],
  });
  expect(approved.status).toBe(201);
  await kiosk.getByRole('button', { name: new RegExp(first?.name.id ?? '') }).waitFor();
  await adminPicture(kiosk, 'kiosk-of-one-counter');
  const row = page.getByRole('row', { name: /Kios utara/ });
  await row.getByText('Menyala').waitFor();

  // Let in no longer: it asks for a new code.
  await row.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
  await page
    .getByRole('dialog', { name: 'Cabut Kios utara?' })
    .getByRole('button', { name: 'Cabut' })
    .click();
  await row.getByText('Dicabut').waitFor();
  await kiosk.getByTestId('pairing-code').waitFor();
  await context.close();
});

test('a file of the configuration shows what it changes before it does; one that is no such file says so', async () => {
  await section('Cadangan');
  const exported = readFileSync(
    await saved(() => page.getByRole('link', { name: 'Unduh pengaturan' }).click()),
    'utf8',
  );
  const choose = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const before = (await budi.request('GET', '/admin/export')).body;
  for (const [text, sentence] of [
    [exported.slice(0, 900), 'bukan JSON yang utuh'],
    ['{"nama":"lain"}', 'bukan pengaturan balai dari Antre'],
    [JSON.stringify({ ...JSON.parse(exported), version: 2 }), 'dari Antre yang lebih baru'],
    [exported.replace('"A"', '"a b"'), 'counters.0.code'],
  ] as const) {
    await choose('balai.json', text);
    await page.getByText(sentence).first().waitFor();
  }
  expect((await budi.request('GET', '/admin/export')).body).toEqual(before);

  const changed = JSON.parse(exported);
  changed.counters[0].zone = 'Barat';
  changed.settings.recallLimit = 5;
  await choose('balai.json', JSON.stringify(changed));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 perubahan.').waitFor();
  await adminPicture(page, 'configuration-difference');
  await expectAccessible(page);
  // Another admin is quicker: what was shown is no longer what would be done.
  await budi.request('PATCH', '/admin/settings', { recallLimit: 9 });
  await dialog.getByRole('button', { name: 'Terapkan semuanya' }).click();
  await dialog.getByRole('alert').waitFor();
  expect((await budi.request('GET', '/admin/settings')).body).toMatchObject({ recallLimit: 9 });
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await choose('balai.json', JSON.stringify(changed));
  await dialog.getByRole('button', { name: 'Terapkan semuanya' }).click();
  await dialog.getByText('2 perubahan diterapkan.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
});

test('a copy is made, downloaded and restored after two questions; the page goes on with what was there then', async () => {
  await page.getByRole('button', { name: 'Buat cadangan sekarang' }).click();
  const restore = page.getByRole('button', { name: /^Pulihkan cadangan/ });
  await restore.first().waitFor();
  const file = await saved(() =>
    page
      .getByRole('link', { name: /^Unduh cadangan/ })
      .first()
      .click(),
  );
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  await budi.request('PATCH', '/admin/settings', { siteName: 'Nama yang salah' });
  hall.clock.advance({ minutes: 1 });

  await restore.last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('26 gerai, 3 orang').waitFor();
  await adminPicture(page, 'restore');
  await expectAccessible(page);
  expect(await dialog.getByRole('button', { name: 'Lanjut' }).isEnabled()).toBe(false);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Lanjut' }).click();
  await dialog.getByText('Sekali lagi:').waitFor();
  await dialog.getByRole('button', { name: 'Ya, pulihkan' }).click();
  await dialog.getByText('Cadangan dipulihkan.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByText('Keadaan sebelum dipulihkan').waitFor();
  await expect
    .poll(async () => ((await budi.request('GET', '/site')).body as { name: string }).name)
    .not.toBe('Nama yang salah');
  await adminPicture(page, 'backups');
  await expectAccessible(page);
});

test('another program gets a token, shown once, is let in by it, and no longer once it is revoked', async () => {
  await section('Program lain');
  await page.getByRole('button', { name: 'Buat token' }).click();
  await page.getByLabel('Nama program').fill('Papan informasi');
  await page.getByLabel('Penyelia').check();
  await page.getByRole('button', { name: 'Simpan' }).click();
  const panel = page.getByRole('dialog', { name: 'Papan informasi' });
  await panel.getByText('Token ini hanya ditampilkan sekarang.').waitFor();
  const token = (await panel.locator('code').textContent()) ?? '';
  await adminPicture(page, 'token');
  await expectAccessible(page);
  const settings = () =>
    fetch(`${hall.url}/api/v1/admin/settings`, { headers: { authorization: `Bearer ${token}` } });
  expect((await settings()).status).toBe(200);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Papan informasi' }).click();
  expect(await panel.locator('code').count()).toBe(0);
  await panel.getByRole('button', { name: 'Cabut' }).click();
  await page
    .getByRole('dialog', { name: /Cabut token/ })
    .getByRole('button', { name: 'Cabut' })
    .click();
  await page
    .getByRole('row', { name: /Papan informasi/ })
    .getByText('Dicabut')
    .waitFor();
  expect((await settings()).status).toBe(401);
});

test('the history tells who changed what, in people’s words, and is searched', async () => {
  await section('Riwayat');
  await page.getByText('Mencabut token').waitFor();
  await page.getByLabel('Cari kata').fill('recallLimit');
  await page.getByText('Mencabut token').waitFor({ state: 'hidden' });
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: 'Mengubah pengaturan balai' })
    .filter({ has: page.locator('tr', { hasText: 'panggilan ulang paling banyak' }) })
    .first();
  await entry.getByText('1 perubahan').click();
  await entry.getByRole('row', { name: /panggilan ulang paling banyak 3 9/ }).waitFor();
  await adminPicture(page, 'audit');
  await expectAccessible(page);
});

test('two hundred people are searched, ordered and gone through by keyboard, in both languages', async () => {
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
  await english.keyboard.press('Enter');
  await english.getByText('199 of 199').waitFor();
  await adminPicture(english, 'people-200-english');
  await expectAccessible(english);
  await english.getByRole('button', { name: 'User name' }).focus();
  await english.keyboard.press('Enter');
  await english.keyboard.press('Enter');
  const first = english.getByRole('rowheader').first();
  await expect.poll(() => first.textContent()).toBe('Siti Rahmawati');
  await first.getByRole('button').focus();
  await english.keyboard.press('ArrowDown');
  await english.keyboard.press('Enter');
  await english.getByRole('dialog', { name: /^Petugas 196/ }).waitFor();
  await adminPicture(english, 'person-english');
  await english.context().close();
}, 120_000);

test('a supervisor sees the devices and has no other part of this', async () => {
  await makeUser(hall, budi, { username: 'rina', displayName: 'Rina', role: 'supervisor' });
  const supervisor = await adminPage(browser, hall.url, { section: 'perangkat' });
  await signIn(supervisor, 'rina', password);
  await supervisor.getByRole('heading', { level: 1, name: 'Perangkat' }).waitFor();
  expect(await supervisor.getByRole('button', { name: 'Daftarkan perangkat' }).count()).toBe(0);
  const links = await supervisor.getByRole('navigation').getByRole('link').allTextContents();
  for (const hidden of ['Orang', 'Cadangan', 'Riwayat', 'Program lain']) expect(links).not.toContain(hidden);
  await supervisor.context().close();
});
