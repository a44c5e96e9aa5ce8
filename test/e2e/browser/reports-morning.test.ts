import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { writePastDays } from '../../support/past-days';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, staffPage } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  await hall.halt();
  writePastDays(hall, 12, 20);
  await hall.resume();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('before the first number of a day the seven days before are told, as what they are', async () => {
  const page = await staffPage(browser, hall.url, { session: admin, path: '/reports' });
  await page.getByText('Belum ada nomor yang diambil pada Selasa, 24 November 2026.').waitFor();
  await page.getByRole('heading', { name: 'Tujuh hari sebelumnya' }).waitFor();
  await page.getByText(/^17–23 November 2026: \d+ orang dilayani/).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test.each(['/reports', '/staff#balai'])(
  'the sections of the admin are found from %s, by whoever may see them',
  async (path) => {
    const supervisor = await makeUser(hall, {
      username: `ajeng${path.length}`,
      displayName: 'Ajeng',
      role: 'supervisor',
    });
    const page = await staffPage(browser, hall.url, { session: supervisor, path });
    await page.getByRole('button', { name: 'Cari' }).first().waitFor();
    await page.keyboard.press('Control+K');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.fill('hari libur');
    const found = page.getByRole('option', { name: /^Hari libur ?Admin, Jam dan libur/ });
    await found.waitFor();
    await field.fill('riwayat');
    await found.waitFor({ state: 'detached' });
    // Only an admin reads who changed what.
    expect(await page.getByRole('option', { name: /^Riwayat/ }).count()).toBe(0);
    await field.fill('hari libur');
    await found.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${hall.url}/admin#libur`);
    await page.context().close();
  },
);
