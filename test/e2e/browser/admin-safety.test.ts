import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressAnew, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

const saved = async (click: () => Promise<void>) => {
  const download = page.waitForEvent('download');
  await click();
  return await (await download).path();
};

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'cadangan' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1, name: 'Cadangan' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a file of the configuration shows what it changes before it does; one that is no such file says so', async () => {
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
  await pressAnew(page, dialog.getByRole('button', { name: 'Tutup' }).last());
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
  await dialog.getByText('26 gerai, 1 orang').waitFor();
  await adminPicture(page, 'restore');
  await expectAccessible(page);
  expect(await dialog.getByRole('button', { name: 'Lanjut' }).isEnabled()).toBe(false);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Lanjut' }).click();
  await dialog.getByText('Sekali lagi:').waitFor();
  await pressAnew(page, dialog.getByRole('button', { name: 'Ya, pulihkan' }));
  await dialog.getByText('Cadangan dipulihkan.').waitFor();
  await pressAnew(page, dialog.getByRole('button', { name: 'Tutup' }).last());
  await page.getByText('Keadaan sebelum dipulihkan').waitFor();
  await expect
    .poll(async () => ((await budi.request('GET', '/site')).body as { name: string }).name)
    .not.toBe('Nama yang salah');
  await adminPicture(page, 'backups');
  await expectAccessible(page);
});

test('another program gets a token, shown once, is let in by it, and no longer once it is revoked', {
  tags: 'long',
}, async () => {
  await openSection(page, 'Program lain');
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
  const asked = page.getByRole('dialog', { name: /Cabut token/ });
  await pressAnew(page, asked.getByRole('button', { name: 'Cabut' }));
  await page
    .getByRole('row', { name: /Papan informasi/ })
    .getByText('Dicabut')
    .waitFor();
  expect((await settings()).status).toBe(401);
});

test('the history tells who changed what, in people’s words, and is searched', { tags: 'long' }, async () => {
  await openSection(page, 'Riwayat');
  const revoked = page.getByRole('listitem').filter({ hasText: 'Mencabut token' });
  await revoked.waitFor();
  await page.getByLabel('Cari kata').fill('recallLimit');
  await revoked.waitFor({ state: 'hidden' });
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: 'Mengubah pengaturan balai' })
    .filter({ has: page.locator('tr', { hasText: 'panggilan ulang paling banyak' }) })
    .first();
  await entry.getByText('1 perubahan').click();
  await entry.getByRole('row', { name: /panggilan ulang paling banyak 3 9/ }).waitFor();
  await adminPicture(page, 'audit');
  await expectAccessible(page);

  // Who cancelled this number, and why.
  const { id: serviceId } = (
    (await budi.request('GET', '/admin/services')).body as { readonly id: string }[]
  )[0] ?? { id: '' };
  const { id, number } = (await budi.request('POST', '/walk-ins', { serviceId })).body as {
    readonly id: string;
    readonly number: string;
  };
  await budi.request('POST', `/tickets/${id}/cancel`, { reason: 'pengunjung pulang' });
  await page.getByLabel('Cari kata').fill('');
  const asked = page.getByLabel('Nomor antrean');
  await asked.fill(number.slice(0, 2));
  await page.getByText('Tulis seperti K-027.').waitFor();
  await asked.fill(number);
  const cancelled = page.getByRole('listitem').filter({ hasText: 'Membatalkan nomor' });
  await cancelled.getByText('“pengunjung pulang”').waitFor();
  await entry.waitFor({ state: 'hidden' });
  await adminPicture(page, 'audit-number');
  await page.reload();
  await cancelled.getByText('“pengunjung pulang”').waitFor();
  expect(await asked.inputValue()).toBe(number);
  await expectAccessible(page);
  const file = readFileSync(await saved(() => page.getByRole('link', { name: 'Unduh CSV' }).click()), 'utf8');
  expect(
    file
      .trim()
      .split('\r\n')
      .map((line) => line.split(';').slice(2, 6)),
  ).toEqual([
    ['Tindakan', 'Tentang', 'Nomor', 'Alasan'],
    ['Membatalkan nomor', `nomor ${number}`, number, 'pengunjung pulang'],
    ['Menambah pengunjung di loket', `nomor ${number}`, number, ''],
  ]);
});

test('a disk that fills is told over every section and in the hall, with what to do', async () => {
  let disk = { status: 'degraded', freeBytes: 84_200_000 };
  // What the server tells of a real disk is tried with one; here only how it is told on.
  await page.context().route('**/healthz', async (route) => {
    const answer = await route.fetch();
    const { status, freeBytes } = disk;
    const json = { ...(await answer.json()), status, disk: { freeBytes, low: true } };
    await route.fulfill({ status: status === 'failed' ? 503 : 200, json });
  });
  const left = page.getByText('Ruang simpan komputer utama Antre tinggal 84,2 MB.');
  await page.reload();
  for (const name of ['Cadangan', 'Gerai dan layanan', 'Loket']) {
    await openSection(page, name);
    await left.waitFor();
  }
  await adminPicture(page, 'disk-low');
  disk = { status: 'failed', freeBytes: 4096 };
  await page.goto(`${hall.url}/staff#balai`);
  await page.getByText('penuh, tinggal 4,1 kB. Nomor tidak dapat diberikan').waitFor();
  await adminPicture(page, 'disk-full-hall');
  await page.context().unroute('**/healthz');
  await page.goto(`${hall.url}/admin#gerai`);
  await page.getByRole('heading', { level: 1, name: 'Gerai' }).waitFor();
  expect(await page.getByText('Ruang simpan').count()).toBe(0);
});
