/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { SummaryRow } from '../../../electron/contract/reports';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import { adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let budi: Session;

beforeAll(async () => {
  browser = await launchChromium();
  // The hall's clock stands at 09.41.
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

declare global {
  /** Milliseconds by which the computer's clock is wrong. */
  var wrongBy: number;
}

/** A page on a slow computer whose clock is twenty minutes ahead. */
async function openWrong(path: string, before: () => void = () => undefined): Promise<Page> {
  const context = await browser.newContext();
  const [name = '', value = ''] = budi.cookie.split('=');
  await context.addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.addInitScript(before);
  await page.addInitScript(() => {
    const right = Date.now.bind(Date);
    globalThis.wrongBy = 20 * 60_000;
    Date.now = () => right() + globalThis.wrongBy;
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`${hall.url}${path}`);
  return page;
}

/** All surfaces have their clock of one function: one of them stands for the others. */
const isLongOf = (path: string) => ({ tags: path === '/kiosk' ? [] : ['long'] });

for (const path of ['/display', '/kiosk', '/staff']) {
  test(
    `${path} shows the hall’s time whatever its computer calls the time, then or later`,
    isLongOf(path),
    async () => {
      const page = await openWrong(path);
      // A page that has just asked may be some minutes on, by its own stopwatch; never twenty.
      const shown = () =>
        page
          .getByText(/^\d\d\.\d\d$/)
          .first()
          .textContent();
      await expect.poll(shown, { timeout: 60_000 }).toMatch(/^09\.4\d$/);
      await page.evaluate(() => {
        globalThis.wrongBy = -3 * 365 * 24 * 3_600_000;
      });
      // The clock is drawn anew within a second.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
      expect(await shown()).toMatch(/^09\.4\d$/);
      await page.context().close();
    },
  );
}

for (const path of ['/display', '/kiosk', '/staff']) {
  test(
    `${path} shows the hall’s time as soon as it is heard, not only when the clock is drawn again`,
    isLongOf(path),
    async () => {
      const page = await openWrong(path, () => {
        // Nothing is ever drawn again by the time alone.
        globalThis.setInterval = (() => 0) as unknown as typeof setInterval;
      });
      await page
        .getByText(/^09\.4\d$/)
        .first()
        .waitFor();
      await page.context().close();
    },
  );
}

test('a hall that an admin’s wrong word took into another date is led back on the admins’ page, with nothing given twice', {
  tags: 'long',
}, async () => {
  const own = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => own.end());
  const admin = await makeAdmin(own);
  const officer = await makeUser(own, { username: 'siti', displayName: 'Siti', role: 'staff' });
  const desks = (await officer.request('GET', '/desks')).body as Desk[];
  const desk = desks.find(({ counter }) => counter.code === 'K')?.id;
  const verbs = async (...names: readonly string[]) => {
    for (const name of names) {
      expect([name, (await officer.request('POST', `/desks/${desk}/${name}`)).status]).toEqual([name, 200]);
    }
  };
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  onTestFinished(() => context.close());
  const [name = '', value = ''] = admin.cookie.split('=');
  await context.addCookies([{ name, value, url: own.url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(`${own.url}/admin#gerai`);
  const dialog = page.getByRole('dialog');
  const follow = async (said: string, picture: string) => {
    await page.getByRole('button', { name: 'Periksa jam' }).click();
    await dialog.getByText(said).waitFor();
    await adminPicture(page, picture);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Ikuti jam komputer' }).click();
  };

  await verbs('sign-in');
  await takeNumber(own, { counter: 'K' });
  await verbs('call-next', 'start', 'finish');
  await takeNumber(own, { counter: 'K' });

  own.clock.jump({ days: 28 });
  await page.getByText('Jam komputer Antre berubah tiba-tiba.').waitFor();
  await follow('Balai memakai tanggal Selasa, 22 Desember 2026.', 'clock-wrong-word');
  await page.getByText('Balai sekarang mengikuti jam komputer, tanggal Selasa, 22 Desember 2026.').waitFor();
  own.clock.advance({ minutes: 2 });
  await verbs('sign-in');
  const given = [await takeNumber(own, { counter: 'K' })];
  await verbs('call-next', 'start', 'finish');
  given.push(await takeNumber(own, { counter: 'K' }), await takeNumber(own, { counter: 'K' }));
  expect(given).toEqual(['K-001', 'K-002', 'K-003']);

  // The clock is right again; who waits has a number that the true date had given too.
  own.clock.jump({ days: -28 });
  await page.getByRole('button', { name: 'Periksa jam' }).click();
  await dialog.getByText('Belum bisa: nomor K-002 masih menunggu').waitFor();
  await adminPicture(page, 'clock-clashing');
  await dialog.getByRole('link', { name: 'Buka halaman Balai' }).click();
  await page.getByRole('button', { name: 'K Dindukcapil', exact: true }).click();
  await page.getByRole('button', { name: 'Batalkan K-002' }).click();
  await page.getByRole('button', { name: 'Pengunjung pulang' }).click();
  await page.getByRole('button', { name: 'Batalkan nomor' }).click();
  await page.getByRole('button', { name: 'Batalkan K-002' }).waitFor({ state: 'detached' });
  await page.goto(`${own.url}/admin#gerai`);
  await follow('1 nomor yang masih menunggu tetap dipanggil dengan nomornya.', 'clock-lead-back');
  await page.getByText('Balai sekarang mengikuti jam komputer, tanggal Selasa, 24 November 2026.').waitFor();
  await page.getByRole('button', { name: 'Periksa jam' }).waitFor({ state: 'detached' });

  // On paper are K-001 and K-002 twice; of who waits, only K-003 was ever given.
  const quotaLeft = async () => {
    const menu = (await (await fetch(`${own.url}/api/v1/counters`)).json()) as MenuCounter[];
    return menu.find(({ code }) => code === 'K')?.services[0]?.quotaLeft;
  };
  expect(await quotaLeft()).toBe(95);
  expect(await takeNumber(own, { counter: 'K' })).toBe('K-006');
  await verbs('sign-in', 'call-next');
  await page.goto(`${own.url}/display`);
  await page.getByText('K-003').first().waitFor();
  await verbs('start', 'finish');

  await page.goto(`${own.url}/reports#ringkasan`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { body } = await admin.request('GET', '/reports/summary?from=2026-11-24&to=2026-12-31&by=period');
  expect(body as readonly SummaryRow[]).toMatchObject([{ issued: 6, served: 3 }]);
  await adminPicture(page, 'clock-report');
});
