import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SummaryRow } from '../../../electron/contract/reports';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { writePastDays } from '../../support/past-days';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible } from '../../support/staff-page';

const pictures = join(import.meta.dirname, '../../../test-results/reports');

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  page = await reportsPage(admin);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

/** Where a manager reads: the usual office screen, signed in already. */
async function reportsPage(session: Session, options: { readonly english?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  if (options.english) {
    await context.addInitScript(() => localStorage.setItem('antre.staff.language', 'en'));
  }
  const [name = '', value = ''] = session.cookie.split('=');
  await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  const opened = await context.newPage();
  opened.on('pageerror', (error) => {
    throw error;
  });
  await opened.goto(`${hall.url}/reports`);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

async function picture(shown: Page, name: string): Promise<void> {
  await keepPicture(shown, join(pictures, `${name}.png`));
}

async function choosePeriod(shown: Page, name: string): Promise<void> {
  await shown.getByRole('combobox', { name: 'Kurun waktu' }).click();
  await shown.getByRole('option', { name }).click();
}

async function summary(by: string, from: string, to: string): Promise<SummaryRow[]> {
  const { body } = await admin.request('GET', `/reports/summary?by=${by}&from=${from}&to=${to}`);
  return body as SummaryRow[];
}

test('an empty hall says so in a sentence', async () => {
  await page.getByText('Belum ada nomor yang diambil pada Selasa, 24 November 2026.').waitFor();
  expect(await page.getByRole('heading', { name: 'Tujuh hari sebelumnya' }).count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'empty');
});

test('figures of today follow what happens', async () => {
  const [desk] = (await admin.request('GET', '/desks')).body as { id: string; serviceIds: string[] }[];
  await admin.request('POST', '/walk-ins', { serviceId: desk?.serviceIds[0] });
  await page.getByText('Selasa, 24 November 2026: 1 nomor diambil, belum ada yang dipanggil.').waitFor();
});

test('a period is told in one sentence, with what changed, which hours and counters, and who was there', async () => {
  await hall.halt();
  writePastDays(hall, 330, 60);
  await hall.resume();
  await choosePeriod(page, 'Bulan lalu');
  const [whole] = await summary('period', '2026-10-01', '2026-10-31');
  const served = new Intl.NumberFormat('id-ID').format(whole?.served ?? -1);
  await page
    .getByText(
      new RegExp(`^Oktober 2026: ${served} orang dilayani; \\d dari 10 dipanggil dalam 20 menit\\.$`),
    )
    .waitFor();
  await page.getByText(/^(Sama seperti|Membaik:|Memburuk:) September/).waitFor();
  await page.getByText(/^Pukul 08\.00–09\.00: biasanya \d+ menit, September: \d+ menit$/).waitFor();
  // The first counter's officers stay away on Mondays.
  await page.getByText(/: \d+ dari 22 hari hadir, \d+ hari sebagian, 4 hari tanpa petugas$/).waitFor();
  await expectAccessible(page);
  await picture(page, 'overview-month');
  await page.getByRole('combobox', { name: 'Bandingkan' }).click();
  await page.getByRole('option', { name: 'dibanding tahun lalu' }).click();
  await page.getByText('Belum ada pembanding: Oktober 2025 belum tercatat').waitFor();
});

test('the one page is one sheet of paper, with the hall above and the page’s number', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  const pdf = await page.pdf({ path: join(pictures, 'overview.pdf'), preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
});

test('the arrows go to the period before and after it', async () => {
  await page.getByRole('button', { name: 'Kurun waktu sebelumnya' }).click();
  await page.getByText(/^September 2026: /).waitFor();
  await page.getByRole('button', { name: 'Kurun waktu sesudahnya' }).click();
  await page.getByText(/^Oktober 2026: /).waitFor();
});

test('a date is chosen from a calendar, by keys alone', async () => {
  await page.getByRole('button', { name: 'Kalender' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kamis, 1 Oktober 2026' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('1');
  await expectAccessible(page);
  for (const key of ['ArrowDown', 'ArrowLeft', 'PageUp', 'Enter']) await page.keyboard.press(key);
  await page.getByText(/^7 September – 31 Oktober 2026: /).waitFor();
  expect(await page.getByRole('textbox', { name: 'Dari' }).inputValue()).toBe('Senin, 7 September 2026');
  await choosePeriod(page, 'Tahun ini');
});

test('counters stand beside each other, are searched and sorted, and their file holds what is shown', async () => {
  await page.getByRole('link', { name: 'Perbandingan' }).click();
  const table = page.getByRole('table').first();
  await table.waitFor();
  await page.getByRole('region', { name: 'Hari dan jam' }).waitFor();
  const [whole] = await summary('period', '2026-01-01', '2026-11-24');
  await expect
    .poll(() => page.locator('dl dd').first().textContent())
    .toBe(new Intl.NumberFormat('id-ID').format(whole?.issued ?? -1));
  await expectAccessible(page);
  await picture(page, 'compare');
  await page.getByRole('button', { name: 'Nomor diambil' }).click();
  const rows = await summary('counter', '2026-01-01', '2026-11-24');
  const most = rows.toSorted((a, b) => b.issued - a.issued)[0];
  const first = table.locator('tbody tr').first();
  expect(await first.locator('th').textContent()).toBe(`${most?.counterCode}, ${most?.name?.id}`);
  await table.scrollIntoViewIfNeeded();
  await picture(page, 'compare-table');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Unduh XLSX/ }).click();
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await (await downloading).path());
  const issued = workbook.worksheets[0]?.getColumn(4).values.slice(6);
  expect(issued).toEqual(['Nomor diambil', ...rows.map((row) => row.issued)]);

  await page.getByPlaceholder('Cari').fill(most?.name?.id ?? '');
  expect(await table.locator('tbody tr').count()).toBe(1);
  await page.getByPlaceholder('Cari').fill('tidak ada yang begini');
  await page.getByText('Tidak ada yang cocok dengan pencarian.').waitFor();
  await page.getByPlaceholder('Cari').fill('');
});

test('presence shows who was not there, and the table tells for how long', async () => {
  await page.getByRole('link', { name: 'Kehadiran' }).click();
  await page.getByRole('heading', { name: 'Kehadiran instansi pada jam buka' }).waitFor();
  await page.getByRole('table').waitFor();
  await expectAccessible(page);
  await picture(page, 'presence');
});

test('the report of a day is printed on paper of its own, without the frame', async () => {
  await page.getByRole('link', { name: 'Laporan hari' }).click();
  await page.getByLabel('Tanggal laporan').fill('20/11/2026');
  await page.getByRole('heading', { level: 1, name: 'Jumat, 20 November 2026' }).waitFor();
  await page.getByRole('table').nth(2).waitFor();
  await expectAccessible(page);
  await picture(page, 'day-report');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Bagian' }).isVisible()).toBe(false);
  expect(await page.getByText('Mengetahui,').isVisible()).toBe(true);
  const pdf = await page.pdf({ path: join(pictures, 'day-report.pdf'), preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen' });
});

test('what is kept is set there, by admins', async () => {
  await page.getByRole('link', { name: 'Penyimpanan' }).click();
  await page.getByRole('switch', { name: 'Hapus rincian nomor yang lama' }).click();
  await page.getByRole('textbox', { name: 'Disimpan berapa bulan' }).fill('36');
  await page.getByRole('textbox', { name: 'Simpan penilaian, saran, dan aduan selama' }).fill('24');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Tersimpan.').waitFor();
  await expectAccessible(page);
  await picture(page, 'keeping');
  const { body } = await admin.request('GET', '/admin/settings');
  expect(body).toMatchObject({ keepTicketsMonths: 36, surveyKeptMonths: 24, saveDayReports: true });
});

test('what is chosen outlasts a reload and the way back, by the address alone', async () => {
  const shown = await reportsPage(admin);
  await choosePeriod(shown, 'Tahun lalu');
  await shown.getByRole('link', { name: 'Perbandingan' }).click();
  await shown.getByText('Layanan', { exact: true }).click();
  const isKept = async () => {
    await shown.getByRole('heading', { name: 'Perbandingan' }).waitFor();
    expect(await shown.getByRole('combobox', { name: 'Kurun waktu' }).inputValue()).toBe('Tahun lalu');
    expect(await shown.getByRole('radio', { name: 'Layanan' }).isChecked()).toBe(true);
  };
  const address = '/reports?period=lastYear#perbandingan?by=service';
  expect(shown.url()).toBe(`${hall.url}${address}`);
  await shown.reload();
  await isKept();
  await shown.goto(`${hall.url}/staff`);
  await shown.goBack();
  await isKept();
  await shown.goto(`${hall.url}/reports?period=nonsense#perbandingan?by=nonsense`);
  await shown.getByRole('radio', { name: 'Gerai' }).waitFor({ state: 'attached' });
  expect(await shown.getByRole('combobox', { name: 'Kurun waktu' }).inputValue()).toBe('Hari ini');
  await shown.context().close();
});

test('what was typed and not saved is there again after another section, and the browser asks before it is lost', async () => {
  const shown = await reportsPage(admin);
  const months = shown.getByRole('textbox', { name: 'Simpan penilaian, saran, dan aduan selama' });
  await shown.getByRole('link', { name: 'Penyimpanan' }).click();
  await months.fill('48');
  await shown.getByRole('link', { name: 'Ringkasan' }).click();
  await months.waitFor({ state: 'detached' });
  await shown.getByRole('link', { name: 'Penyimpanan' }).click();
  expect(await months.inputValue()).toBe('48');
  const asked = new Promise((resolve) => {
    shown.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    });
  });
  await shown.locator('a[href="/admin"]').click({ noWaitAfter: true });
  expect(await asked).toBe('beforeunload');
  expect(await months.inputValue()).toBe('48');
  await shown.context().close({ reason: 'done' });
});

test('in English all is English, and a supervisor may read but not set', { tags: 'long' }, async () => {
  const supervisor = await makeUser(hall, {
    username: 'sri',
    displayName: 'Sri Lestari',
    role: 'supervisor',
  });
  const english = await reportsPage(supervisor, { english: true });
  await english.getByRole('combobox', { name: 'Period' }).click();
  await english.getByRole('option', { name: 'This month' }).click();
  await english.getByText(/^1–24 November 2026: [\d,]+ people served; /).waitFor();
  await expectAccessible(english);
  await picture(english, 'overview-english');
  await english.getByRole('link', { name: 'Data retention' }).click();
  await english.getByText('Only admins can change this part.').waitFor();
  expect(await english.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
  await english.context().close();
});

test('an officer is told whose page it is', async () => {
  const officer = await makeUser(hall, {
    username: 'adi',
    displayName: 'Adi Nugroho',
    role: 'staff',
  });
  const refused = await reportsPage(officer);
  await refused.getByText('Halaman ini untuk admin dan penyelia.').waitFor();
  expect((await officer.request('GET', '/reports/presence?from=2026-11-24&to=2026-11-24')).status).toBe(403);
  await refused.context().close();
});
