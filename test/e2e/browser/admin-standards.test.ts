import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'standar-pelayanan' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1, name: 'Standar pelayanan' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a standard is written, decided and printed; the list says how far each is', async () => {
  const row = page.getByRole('button', { name: /^Izin usaha \(NIB\)/ });
  await row.click();
  await adminPicture(page, 'standards');
  await expectAccessible(page);
  const form = page.locator('form');
  await form.getByLabel('Jangka waktu penyelesaian, Bahasa Indonesia').fill('Satu hari kerja');
  await form.getByLabel('Ditetapkan pada').fill('2/3/2026');
  await form.getByLabel('Ditetapkan pada').press('Tab');
  await page.getByText('◆ 2 perubahan belum disimpan').waitFor();
  await adminPicture(page, 'standards-changed');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(/^Tersimpan/).waitFor();
  const kept = (await budi.request('GET', '/admin/standards')).body as { time: { id: string } }[];
  expect(kept[0]).toMatchObject({ time: { id: 'Satu hari kerja' }, reviewDueOn: '2027-03-02' });

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Daftar dan cetak' }).click();
  await adminPicture(page, 'standards-menu');
  await page.getByRole('menuitem', { name: 'Cetak standar ini' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByTestId('standards-sheet').getByText('Satu hari kerja').waitFor();
  await adminPicture(page, 'standards-paper');
  await page.emulateMedia({ media: 'screen' });
});

test('a list that was downloaded is filled in and taken; mistakes are told by line and column', async () => {
  const file = await fetch(`${hall.url}/api/v1/admin/standards.xlsx`, { headers: { cookie: budi.cookie } });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the list is empty');
  const headings = (sheet.getRow(1).values as string[]).slice(1);
  const column = (heading: string) => headings.indexOf(heading) + 1;
  sheet.getCell(2, column('Biaya/tarif')).value = 'Rp10.000';
  sheet.getCell(3, column('Tanggal penetapan')).value = 'kemarin';
  const sent = async () => ({
    name: 'standar.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole('button', { name: 'Daftar dan cetak' }).click();
  await page.getByRole('menuitem', { name: 'Ambil dari daftar' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async () => page.locator('input[type=file]').setInputFiles(await sent());
  await choose();
  await dialog.getByText('Baris 3, Tanggal penetapan: “kemarin” bukan tanggal.').waitFor();
  await adminPicture(page, 'standards-import-faults');
  await expectAccessible(page);
  sheet.getCell(3, column('Tanggal penetapan')).value = new Date('2026-03-02T00:00:00Z');
  await choose();
  await dialog.getByRole('status').waitFor();
  await adminPicture(page, 'standards-import');
  await dialog.getByRole('button', { name: 'Ambil 2 layanan' }).click();
  await dialog.getByText('2 standar sudah diambil.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  const kept = (await budi.request('GET', '/admin/standards')).body as object[];
  expect(kept[0]).toMatchObject({ cost: { id: 'Rp10.000' }, time: { id: 'Satu hari kerja' } });
  expect(kept[1]).toMatchObject({ decidedOn: '2026-03-02' });
});

test('the Maklumat is decided, shown as visitors read it, and printed with room to sign', async () => {
  await page.goto(`${hall.url}/admin#maklumat`);
  await page.getByRole('heading', { level: 1, name: 'Maklumat' }).waitFor();
  await page.getByLabel('Jabatan yang menetapkan').fill('Kepala DPMPTSP');
  await page.getByLabel('Nomor keputusan').fill('065/12/2026');
  await page.getByLabel('Ditetapkan di').fill('Kajen');
  await page.getByLabel('Ditetapkan pada').fill('2/3/2026');
  await page.getByLabel('Ditetapkan pada').press('Tab');
  await adminPicture(page, 'maklumat');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(/^Tersimpan/).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByTestId('maklumat-sheet').getByText('Kajen, 2 Maret 2026').waitFor();
  await adminPicture(page, 'maklumat-paper');
  await page.emulateMedia({ media: 'screen' });
});
