import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let page: Page;

const hour = 3_600_000;

/** What a machine leaves behind that lost its power, hung, and whose printer was away. */
function writeHistory(dataDir: string, now: number): void {
  const run = (ago: number, ended: object | null, boot: string) => {
    const began = now - ago * hour;
    return { began, boot, uptime: 0, seen: began + 2 * hour, ended };
  };
  const asked = { at: now - 98 * hour, how: 'asked', error: '' };
  writeFileSync(
    join(dataDir, 'runs.json'),
    JSON.stringify({
      versions: [{ version: '0.1.0', runtime: 'Node 24.21.0', since: now - 100 * hour }],
      runs: [run(100, asked, 'a'), run(50, null, 'a'), run(20, null, 'b'), run(1, null, 'b')],
    }),
  );
  writeFileSync(
    join(dataDir, 'restarts.json'),
    JSON.stringify([{ at: now - 18 * hour, reason: 'hang', detail: '', error: '' }]),
  );
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const line = {
    level: 'error',
    time: new Date(now - hour).toISOString(),
    err: { message: 'connect ECONNREFUSED' },
  };
  writeFileSync(
    join(dataDir, 'logs', 'antre.log'),
    `${JSON.stringify({ ...line, msg: 'printing failed' })}\n`,
  );
}

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
  writeHistory(hall.dataDir, hall.clock.machine.wall());
  page = await adminPage(browser, hall.url);
  await signIn(page, 'budi', password);
  await openSection(page, 'Kesehatan');
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const card = (name: string) => page.getByRole('region', { name, exact: true });

test('the page tells how the machine is, how Antre ended before, and what went wrong, each with its way', async () => {
  await page.getByRole('heading', { level: 1, name: 'Komputer Antre: 1 hal perlu perhatian' }).waitFor();
  expect(await card('Komputer').getByRole('listitem').first().textContent()).toMatch(/^Ruang simpansisa /);
  expect(await card('Antre').textContent()).toContain('0.1.0, sejak ');
  const endings = await card('Berhenti terakhir').getByRole('listitem').locator('b').allTextContents();
  expect(endings).toEqual([
    'Programnya macet, lalu dinyalakan lagi',
    'Komputer mati tanpa dimatikan dahulu, seperti saat listrik padam',
    'Dihentikan dengan sengaja',
  ]);
  const failed = card('Kesalahan tujuh hari terakhir').getByRole('listitem');
  expect(await failed.textContent()).toContain('printing failed: connect ECONNREFUSED');
  expect(await failed.getByRole('link').getAttribute('href')).toBe('#printer');
  await expectAccessible(page);
  await adminPicture(page, 'health');
});

test('what is saved for support is, byte for byte, what could be read before', async () => {
  await page.getByRole('button', { name: 'Paket bantuan' }).click();
  const dialog = page.getByRole('dialog');
  const files = dialog.getByRole('navigation', { name: 'Isi paket' }).getByRole('button');
  await files.first().waitFor();
  const read: Record<string, string> = {};
  for (const file of await files.all()) {
    const name = (await file.locator('span').textContent()) ?? '';
    await file.click();
    const text = dialog.getByRole('region', { name, exact: true }).locator('pre');
    read[name] = (await text.textContent()) ?? '';
  }
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const saved = await download;
  const unpacked = unzipSync(readFileSync(await saved.path()));
  const texts = Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(Object.fromEntries(texts)).toEqual(read);
  await dialog.getByText(`Tersimpan sebagai ${saved.suggestedFilename()}`).waitFor();
});
