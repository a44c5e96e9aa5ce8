import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EstimateRow } from '../../../electron/contract/reports';
import { openStore } from '../../../electron/store/store';
import { writeHistory } from '../../../scripts/simulate/write-history';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, reportsPicture, staffPage } from '../../support/staff-page';

// Two weeks that were lived through by the rules, of which each day was told its waits as pages tell them.

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  await hall.halt();
  const store = openStore(join(hall.dataDir, 'antre.sqlite'));
  writeHistory(store, { until: '2026-11-23', days: 14, seed: 11, visitorsADay: 200 });
  store.close();
  await hall.resume();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function measured(by: string): Promise<EstimateRow[]> {
  const { body } = await admin.request('GET', `/reports/estimate?by=${by}&from=2026-11-01&to=2026-11-24`);
  return body as EstimateRow[];
}

test('says of how many the promised wait came true, by counter and by day, as the figures have it', async () => {
  // Days are gone through one by one after the start.
  await expect.poll(async () => (await measured('day')).length).toBe(10);
  const [whole] = await measured('period');
  if (!whole) throw new Error('ten days were measured');
  expect(whole.told + whole.untold).toBeGreaterThan(1_000);

  const page = await staffPage(browser, hall.url, { session: admin, path: '/reports#prakiraan' });
  await page.getByText('Belum ada hari selesai yang dapat dinilai dalam kurun waktu ini.').waitFor();
  await page.getByRole('combobox', { name: 'Kurun waktu' }).click();
  await page.getByRole('option', { name: 'Bulan ini' }).click();
  const promised = Math.floor((whole.held / whole.told) * 100);
  await page.getByText(`Dari 100 pengunjung, ${promised} dipanggil dalam rentang yang dijanjikan.`).waitFor();
  const counters = page.getByRole('table', { name: 'Per gerai' }).getByRole('rowheader');
  await expect.poll(() => counters.count()).toBe((await measured('counter')).length);
  await expectAccessible(page);
  await reportsPicture(page, 'estimate');
  await page.context().close();

  const english = await staffPage(browser, hall.url, {
    session: admin,
    path: '/reports#prakiraan',
    english: true,
  });
  await english.getByRole('heading', { level: 1, name: 'Estimated waits' }).waitFor();
  await expectAccessible(english);
  await reportsPicture(english, 'estimate-english');
  await english.context().close();
});
