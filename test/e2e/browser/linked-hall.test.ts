import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password } from '../../support/hall-people';
import { startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';
import { strictCentre } from '../../support/strict-centre';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('an admin reads out the code, sees what leaves the hall, stops it, and ends the link', async ({
  onTestFinished,
}) => {
  const centre = await strictCentre();
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  await makeAdmin(hall);
  const page = await adminPage(browser, hall.url, { section: 'pusat' });
  await signIn(page, 'budi', password);
  await page.getByText('Balai ini tidak terhubung dengan pusat').waitFor();
  await adminPicture(page, 'centre-none');
  await page.getByLabel('Alamat pusat').fill('http://192.0.2.1');
  await page.getByRole('button', { name: 'Minta dihubungkan' }).click();
  await page.getByText('harus diawali https://').waitFor();
  await page.getByLabel('Alamat pusat').fill(centre.url);
  await page.getByRole('button', { name: 'Minta dihubungkan' }).click();
  const code = (await page.getByTestId('centre-code').textContent()) ?? '';
  expect(centre.codes()).toEqual([code]);
  await expectAccessible(page);
  await adminPicture(page, 'centre-code');
  centre.decide(code, true);
  await page.getByText('Terhubung dengan Bagian Organisasi').waitFor();
  await takeNumber(hall, { counter: 'KJ' });
  await page.getByText('Semua catatan sudah sampai di pusat.').waitFor();
  await page.reload();
  await page.getByText('Langkah nomor').first().waitFor();
  await expectAccessible(page);
  await adminPicture(page, 'centre-linked');
  await page.setViewportSize({ width: 390, height: 844 });
  await adminPicture(page, 'centre-linked-390');
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByRole('button', { name: 'Hentikan pengiriman' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hentikan pengiriman' }).click();
  await page.getByText('Pengiriman dihentikan.').waitFor();
  await adminPicture(page, 'centre-stopped');
  await page.getByRole('button', { name: 'Mulai pengiriman' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mulai pengiriman' }).click();
  centre.hall().state = 'frozen';
  await takeNumber(hall, { counter: 'KJ' });
  await page.getByText('dua komputer bicara atas nama balai ini').waitFor({ timeout: 20_000 });
  await adminPicture(page, 'centre-frozen');
  await page.getByRole('button', { name: 'Putuskan hubungan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Putuskan hubungan' }).click();
  await page.getByText('Balai ini tidak terhubung dengan pusat').waitFor();
});
