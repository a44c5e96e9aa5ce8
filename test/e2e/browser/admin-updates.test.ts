import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
let folder: string;

/** What root's program (scripts/installed/update) would write down. */
const tell = (state: object) => writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
const requested = () => readFileSync(join(folder, 'requests/request'), 'utf8');

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'antre-updates-'));
  mkdirSync(join(folder, 'requests'));
  hall = await startHall({ printer: { kind: 'none' }, updatesDir: folder });
  await makeAdmin(hall);
  const at = hall.clock.machine.wall() - 60_000;
  const place = { kind: 'stick', version: '0.2.0-1', isNewer: true, fault: null, detail: '' };
  const refused = { kind: 'share', version: null, isNewer: false, fault: 'tampered', detail: 'BADSIG' };
  tell({
    looked: {
      at,
      hasKey: true,
      places: [
        { ...place, where: '/media/stick/apt' },
        { ...refused, where: '/mnt/balai/apt' },
      ],
    },
  });
  page = await adminPage(browser, hall.url);
  await signIn(page, 'budi', password);
  await openSection(page, 'Kesehatan');
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
  rmSync(folder, { recursive: true, force: true });
});

test('an admin sees where a newer version lies, takes it, and reads how that goes and went', async () => {
  const card = page.getByRole('region', { name: 'Versi baru Antre' });
  const [found, refused] = [card.getByRole('listitem').first(), card.getByRole('listitem').nth(1)];
  expect(await found.textContent()).toBe('Flashdiskversi 0.2.0-1, tanda tangannya benar/media/stick/apt');
  expect(await refused.textContent()).toContain('ditolak: isinya berubah sesudah ditandatangani');
  await expectAccessible(page);
  await adminPicture(page, 'updates');

  await card.getByRole('button', { name: 'Malam ini' }).click();
  await card.getByText('Versi 0.2.0-1 dipasang sesudah balai tutup').waitFor();
  await card.getByRole('button', { name: 'Jangan malam ini' }).click();
  await card.getByRole('button', { name: 'Malam ini', exact: true }).waitFor();

  await card.getByRole('button', { name: 'Pasang 0.2.0-1 sekarang' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pasang sekarang' }).click();
  await expect.poll(requested).toBe('install 0.2.0-1');
  tell({ underWay: { version: '0.2.0-1', phase: 'waiting', since: 0 } });
  await card.getByText('Versi 0.2.0-1 siap; menunggu tidak ada orang di kios').waitFor();

  const at = hall.clock.machine.wall();
  tell({
    last: { version: '0.2.0-1', from: '0.1.0-1', at, outcome: 'went_back', reason: 'unhealthy', detail: '' },
  });
  await card.getByText('versi 0.1.0-1 kembali dengan sendirinya; data utuh').waitFor();
  await openSection(page, 'Ringkasan');
  await page.getByText('versi lama kembali dengan sendirinya').first().waitFor();
});
