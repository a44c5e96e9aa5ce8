/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { password } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { type KioskSize, kioskSizes, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import { signIn, staffPage } from '../../support/staff-page';
import { type Admin, becomeAdmin } from '../../support/supervise';

// More than twenty wait behind one desk of a counter where one tap gets a number: for hours at 9.41, and longer than the day at 13.20.

let browser: Browser;
let hall: RunningHall;
let admin: Admin;
let held: HolderTicket;
const languages = { id: 'Indonesia', en: 'English', jv: 'Basa Jawa' } as const;
const oneTap = 'BJ';

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ site: busySite(), printer: { kind: 'none' } });
  admin = await becomeAdmin(hall);
  await admin.call('PATCH', '/admin/settings', { publicUrl: hall.url });
  const desks = (await admin.call('GET', '/desks')) as Desk[];
  const desk = desks.find(({ counter }) => counter.code === oneTap);
  await admin.call('POST', `/desks/${desk?.id}/sign-in`);
  const serviceId = (await counterOf(oneTap)).services[0]?.id;
  for (let visitor = 0; visitor < 22; visitor += 1) await admin.call('POST', '/walk-ins', { serviceId });
  await admin.call('POST', `/desks/${desk?.id}/call-next`);
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'the-last-in-line' },
    body: JSON.stringify({ serviceId }),
  });
  const { token } = (await answer.json()) as HolderTicket;
  await fetch(`${hall.url}/api/v1/tickets/${token}/paperless`, { method: 'POST' });
  held = (await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket;
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function counterOf(code: string): Promise<MenuCounter> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const found = menu.find((counter) => counter.code === code);
  if (!found) throw new Error(`no counter ${code}`);
  return found;
}

/** Until twenty past one, when the day no longer holds all who wait. */
async function afternoon(): Promise<void> {
  hall.clock.set('2026-11-24T13:20+07:00');
  await expect
    .poll(async () => (await counterOf(oneTap)).servedToday?.band, { timeout: 30_000 })
    .toBe('unlikely');
}

async function turnTo(page: Page, language: keyof typeof languages): Promise<void> {
  if (language !== 'id') await page.getByRole('button', { name: languages[language] }).tap();
}
const tile = (page: Page) => page.getByTestId(`counter-${oneTap}`);
const pictures = 'test-results/waits';

test('a phone says a wait of hours in hours, and about when the call comes', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(held.followUrl ?? '');
  for (const [language, name] of Object.entries(languages)) {
    await page.getByRole('button', { name }).click();
    await page
      .locator('html')
      .and(page.locator(`[lang=${language}]`))
      .waitFor();
    await keepPicture(page, `${pictures}/phone-${language}.png`);
  }
  await page.getByRole('button', { name: languages.id }).click();
  const around = page.getByText(/^dipanggil sekitar pukul/);
  await around.getByText(/^[\d½]+–[\d½]+ jam$/).waitFor();
  expect(await around.locator('xpath=../dd').textContent()).toMatch(/^\d\d\.\d0$/);
  expect(await widthFaults(page)).toEqual([]);
  await context.close();
});

for (const size of Object.keys(kioskSizes) as KioskSize[]) {
  test(`on a ${size} kiosk the slip says a wait of hours, and about when the call comes, in every language`, {
    tags: size === 'portrait' ? [] : ['long'],
  }, async () => {
    for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
      const page = await openKiosk(browser, hall.url, size);
      await turnTo(page, language);
      await tile(page).tap();
      await page.getByRole('button', { name: /^(Pakai nomor|Keep number|Agem nomer)/ }).tap();
      await page.getByText(/^(dipanggil sekitar pukul|called around|dipuntimbali watawis tabuh) /).waitFor();
      await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
      await keepPicture(page, `${pictures}/slip-${size}-${language}.png`);
      expect(await layoutFaults(page, 23)).toEqual([]);
      await page.context().close();
    }
  });
}

for (const size of Object.keys(kioskSizes) as KioskSize[]) {
  test(`on a ${size} kiosk a number that may not be served says so before the tap, also where one tap sufficed`, {
    tags: size === 'portrait' ? [] : ['long'],
  }, async () => {
    await afternoon();
    for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
      const { sentence } = (await counterOf(oneTap)).servedToday ?? {};
      const page = await openKiosk(browser, hall.url, size);
      await turnTo(page, language);
      await keepPicture(page, `${pictures}/home-${size}-${language}.png`);
      const onTile = await layoutFaults(page, 23);
      await tile(page).tap();
      await page.getByText(sentence?.[language] ?? '', { exact: true }).waitFor();
      await keepPicture(page, `${pictures}/counter-${size}-${language}.png`);
      expect([...onTile, ...(await layoutFaults(page, 23))]).toEqual([]);
      if (language === 'id') expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    }
  });
}

test('where numbers end by the expected call, the kiosk says that the day is full and when it opens again', {
  tags: 'long',
}, async () => {
  await afternoon();
  await admin.call('PATCH', '/admin/settings', { numbersEnd: 'expected_call' });
  for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
    for (const size of Object.keys(kioskSizes) as KioskSize[]) {
      const page = await openKiosk(browser, hall.url, size);
      await turnTo(page, language);
      const onTile = await layoutFaults(page, 23);
      await keepPicture(page, `${pictures}/full-home-${size}-${language}.png`);
      await tile(page).tap();
      await page.getByText('08.00').first().waitFor();
      await keepPicture(page, `${pictures}/full-${size}-${language}.png`);
      expect([...onTile, ...(await layoutFaults(page, 23))]).toEqual([]);
      if (language === 'id') {
        await page
          .getByText(
            'Nomor baru tidak sempat dilayani sebelum tutup. Buka lagi Rabu, 25 November, pukul 08.00.',
          )
          .waitFor();
      }
      await page.context().close();
    }
  }
  await admin.call('PATCH', '/admin/settings', { numbersEnd: 'fixed' });
});

test('whoever holds the number is told as well, by phone and on /info', async () => {
  await afternoon();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(held.followUrl ?? '');
  await page.getByText(/^Loket tutup pukul 15.00. Kemungkinan besar nomor Anda belum sempat/).waitFor();
  await keepPicture(page, `${pictures}/phone-unlikely.png`);
  expect(await axeFaults(page)).toEqual([]);
  for (const language of ['en', 'jv', 'id']) {
    await page.goto(`${hall.url}/info?lang=${language}&counter=${oneTap}`);
    await page.locator('details').evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await keepPicture(page, `${pictures}/info-${language}.png`);
  }
  await page.getByText('Nomor hari ini kemungkinan besar tidak sempat dilayani.').waitFor();
  await context.close();
});

test('a supervisor sees which line is longer than the day, and by how many', async () => {
  await afternoon();
  const page = await staffPage(browser, hall.url);
  await signIn(page, 'budi', password);
  await page.getByRole('link', { name: 'Balai' }).click();
  const bank = page.getByRole('button', { name: 'BJ Bank Jateng', exact: true });
  const cell = page.getByRole('listitem').filter({ has: bank });
  await cell.getByRole('img', { name: /^Kira-kira \d+ tidak sempat dilayani$/ }).waitFor();
  await page.getByText(/Kira-kira \d+ tidak sempat dilayani\.$/).waitFor();
  await keepPicture(page, `${pictures}/hall.png`);
  await bank.click();
  await page.getByText(/^Bila mengambil nomor sekarang: kira-kira [\d½–]+ jam$/).waitFor();
  await page.getByRole('button', { name: 'Batasi nomor Setoran dan pembayaran' }).click();
  await page.getByLabel('Berapa nomor lagi hari ini').fill('0');
  await keepPicture(page, `${pictures}/limit.png`);
  await page.getByRole('button', { name: 'Batasi', exact: true }).click();
  await page.getByText('Sisa 0, dibatasi penyelia').waitFor();
  await keepPicture(page, `${pictures}/panel.png`);
  expect((await counterOf(oneTap)).status).toBe('quota_full');
  await page.getByRole('button', { name: 'Lepas batas nomor Setoran dan pembayaran' }).click();
  await page.getByText('Tanpa batas').waitFor();
  expect((await counterOf(oneTap)).status).toBe('open');
  await page.context().close();
});
