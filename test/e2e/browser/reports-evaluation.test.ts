import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownInstruments } from '../../../electron/evaluation/own-instruments';
import { launchChromium } from '../../support/chromium';
import { makeAdmin } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, reportsPicture, staffPage } from '../../support/staff-page';

// What the ministry asks: what the hall's own data answer, and what people fill in beside it.

let browser: Browser;
let hall: RunningHall;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  page = await staffPage(browser, hall.url, { session: await makeAdmin(hall), path: '/reports#evaluasi' });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a manager sees the year as it stands, fills in what is not Antre’s, and attaches what shows it', async () => {
  await page.getByRole('heading', { name: /Nilai seperti sekarang/ }).waitFor();
  await page.getByText('belum dicocokkan').waitFor();
  await page.getByText(/dari 30 indikator masih kosong/).waitFor();
  await reportsPicture(page, 'evaluation');
  await expectAccessible(page);

  await page.getByRole('switch', { name: 'Tanyakan kepada pengunjung' }).check();
  await page.getByText('Sedang ditanyakan kepada yang selesai dilayani', { exact: false }).waitFor();

  await page.getByRole('button', { name: /^9 ?Kecepatan tindak lanjut SKM/ }).click();
  await page.getByText('Belum ada rencana tindak lanjut', { exact: false }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Buka halamannya' }).first().getAttribute('href')).toBe('#skm');

  await page.getByRole('button', { name: /^17 ?Toilet/ }).click();
  await page.getByText('Tidak ada di Antre', { exact: false }).waitFor();
  for (const part of ['Wastafel', 'Air bersih', 'Tisu, sabun, tempat sampah']) {
    await page.getByRole('checkbox', { name: part }).check();
  }
  await page.getByLabel('Penjelasan').fill('Toilet lantai 1 dan 2');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: /^17 ?Toilet.*3 dari 5/ }).waitFor();
  await page.getByText(/^Diisi .*2026/).waitFor();

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Tambah berkas' }).click();
  await (await chooser).setFiles({
    name: 'Berita acara.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
    ),
  });
  await page.getByRole('link', { name: 'Berita acara.pdf' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^17 ?Toilet/ }).scrollIntoViewIfNeeded();
  await reportsPicture(page, 'evaluation-indicator');

  await page.getByLabel('Penjelasan').fill('Toilet, telepon 0812-3456-7890, NIK 3326012345678901');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page
    .getByText(
      'Indikator 17, penjelasan: Nomor identitas (NIK, NPWP): 3326012345678901; Nomor telepon: 0812-3456-7890',
    )
    .waitFor();
  await page.getByRole('button', { name: /^Unduh untuk diserahkan/ }).click();
  await page.getByText('Baca dulu, lalu centang.').waitFor();
  await expectAccessible(page);
  await reportsPicture(page, 'evaluation-doubts');
  await page.getByLabel('Sudah saya baca; ini boleh diserahkan').check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Unduh untuk diserahkan/ }).click();
  expect((await download).suggestedFilename()).toBe('antre-evaluasi-2026.zip');
  await page.getByText('Berkas sudah diunduh', { exact: false }).waitFor();

  await page.getByLabel('Nilai yang diharapkan').click();
  await page.getByRole('option', { name: '5', exact: true }).click();
  await page.getByText('tetapi menurut data 3').waitFor();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: /^17 ?Toilet.*5 dari 5/ }).waitFor();
});

test('next year’s instrument is taken in as a file, and told where it does not fit', async () => {
  const take = async (file: object) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Masukkan instrumen' }).click();
    await (await chooser).setFiles({
      name: 'instrumen.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
  };
  const next = { ...structuredClone(ownInstruments[0]), year: 2027, source: 'contoh' };
  await take({ ...next, aspects: next.aspects?.slice(1) });
  await page.getByText('jumlah bobot harus 100, di sini 76').waitFor();
  await take(next);
  await page.getByText('Instrumen PEKPPP 2027 sudah masuk.').waitFor();
});

test.each([
  [390, 844],
  [1280, 720],
  [1920, 1080],
])('it has room at %d × %d', async (width, height) => {
  // A mark beside another section makes no page wider.
  await fetch(`${hall.url}/api/v1/complaints`, {
    method: 'POST',
    headers: { origin: hall.url, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'complaint', text: 'Kursi tunggunya kurang.' }),
  });
  await page.setViewportSize({ width, height });
  await page.goto(`${hall.url}/reports#evaluasi?open=16`);
  await page.reload();
  await page.getByText('Mesin antrean dengan monitor').waitFor();
  await page.getByText('perlu dilihat').first().waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await reportsPicture(page, `evaluation-${width}`);
});
