import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password } from '../../support/hall-people';
import { startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('sheets are printed beforehand, and what was given from them is typed in by blocks and taken out again', async ({
  onTestFinished,
}) => {
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  await makeAdmin(hall);
  const page = await adminPage(browser, hall.url, { section: 'cadangan' });
  await page.addInitScript(() => {
    // Nothing here can print: what would go to paper is kept as text.
    window.print = () => {
      Object.assign(window.top ?? window, { printed: document.body.textContent });
    };
  });
  await page.reload();
  await signIn(page, 'budi', password);
  await openSection(page, 'Cadangan', 'Nomor kertas');
  await page.getByLabel('Gerai', { exact: true }).first().click();
  await page.getByRole('option', { name: /Imigrasi/ }).click();
  await page.getByRole('button', { name: 'Cetak lembar' }).click();
  const printed = () => page.evaluate(() => (window as unknown as { printed?: string }).printed ?? '');
  await expect.poll(printed).toContain('IM-D001');
  expect(await printed()).toContain('IM-D040');
  expect(await printed()).toContain('Nomor darurat');

  await page.getByLabel('Layanan', { exact: true }).first().click();
  await page.getByRole('option', { name: /^IM: / }).first().click();
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const typeBlock = async (from: string) => {
    await fill('Dari nomor', from);
    await fill('Sampai nomor', '12');
    await fill('Dilayani', '9');
    await fill('Yang pertama datang', '8.10');
    await fill('Yang terakhir datang', '0940');
    await page.getByRole('button', { name: 'Masukkan ke laporan' }).click();
  };
  await typeBlock('1');
  await page.getByText('Sudah masuk ke laporan hari itu.').waitFor();
  await page.getByText('08.10–09.40').waitFor();
  await typeBlock('2');
  await page.getByText('nomor 1 sampai 12 hari itu sudah diketik').first().waitFor();
  await adminPicture(page, 'paper-numbers');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Hapus' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
  await page.getByText('Belum ada nomor dari kertas.').waitFor();
});
