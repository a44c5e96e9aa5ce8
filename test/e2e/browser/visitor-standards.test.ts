import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { boardFaults, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import { type Admin, becomeAdmin } from '../../support/supervise';

// What a visitor reads of a service's standard: before coming, on the phone, at the kiosk.

let browser: Browser;
let hall: RunningHall;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

/** A hall has one first admin. */
let made: Promise<Admin> | undefined;
function theAdmin(): Promise<Admin> {
  made ??= becomeAdmin(hall);
  return made;
}
const picture = (page: Page, name: string) => keepPicture(page, `test-results/standards/${name}.png`);
async function onPhone(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${hall.url}${path}`);
  return page;
}
/** The line that says that the hall practises stands around every screen of the kiosk. */
async function ownFaults(page: Page): Promise<string[]> {
  return (await axeFaults(page)).filter((fault) => !/^axe region: <p class="_practice_/.test(fault));
}
async function firstService() {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const service = menu.find(({ code }) => code === 'K')?.services[0];
  if (!service) throw new Error('nothing is offered');
  return service;
}

test('before coming it is a page of its own, in each language, with the Maklumat beside it', async () => {
  const page = await onPhone('/info?counter=K');
  await page.getByRole('link', { name: 'Standar pelayanan' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Perekaman KTP-el' }).waitFor();
  await page.getByText('15 menit sejak dilayani').waitFor();
  await page.getByText('Contoh, bukan standar resmi.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await widthFaults(page)).toEqual([]);
  await picture(page, 'information');
  await page.getByRole('link', { name: 'Basa Jawa' }).click();
  await page.getByText('Boten wonten wragadipun').waitFor();
  await page.goto(`${hall.url}/info`);
  await page.getByRole('link', { name: 'Maklumat Pelayanan' }).click();
  await page.getByText('Dengan ini kami menyatakan sanggup').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'information-maklumat');
  await page.context().close();
});

test('whoever holds a number unfolds it on the phone', async () => {
  const { id } = await firstService();
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-standard-by-phone' },
    body: JSON.stringify({ serviceId: id, language: 'en' }),
  });
  const { token } = (await answer.json()) as HolderTicket;
  const page = await onPhone(`/t/${token}`);
  await page.getByText('Standard of service').click();
  await page.getByText('15 minutes from being served').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await widthFaults(page)).toEqual([]);
  await page.getByText('Standard of service').scrollIntoViewIfNeeded();
  await picture(page, 'phone');
  await page.context().close();
});

test.each(['portrait', 'landscape'] as const)(
  'at the %s kiosk it is read beside taking a number',
  async (name) => {
    const page = await openKiosk(browser, hall.url, name);
    page.setDefaultTimeout(15_000);
    await page.getByTestId('counter-K').tap();
    await page.locator('label').filter({ hasText: 'Perekaman KTP-el' }).tap();
    const way = page.getByRole('button', { name: 'Standar pelayanan' });
    await way.waitFor();
    await picture(page, `kiosk-counter-${name}`);
    await way.tap();
    await page.locator('dd').filter({ hasText: 'Fotokopi Kartu Keluarga' }).waitFor();
    expect(await layoutFaults(page, 24)).toEqual([]);
    expect(await ownFaults(page)).toEqual([]);
    await picture(page, `kiosk-${name}`);
    await page.getByRole('button', { name: 'Maklumat Pelayanan' }).tap();
    await page.getByText('Dengan ini kami menyatakan sanggup').waitFor();
    await picture(page, `kiosk-maklumat-${name}`);
    await page.getByRole('button', { name: 'Kembali' }).tap();
    await page.getByRole('button', { name: 'Kembali' }).tap();
    // The choice is as it was.
    await page.getByRole('button', { name: 'Ambil nomor' }).waitFor();
    await page.getByTestId('mode').tap();
    await page.locator('label').filter({ hasText: 'Perekaman KTP-el' }).tap();
    await page.getByRole('button', { name: 'Berikut' }).tap();
    await way.waitFor();
    expect(await layoutFaults(page, 30)).toEqual([]);
    await picture(page, `kiosk-large-documents-${name}`);
    await way.tap();
    await page.getByText('Persyaratan').first().waitFor();
    expect(await ownFaults(page)).toEqual([]);
    expect(await layoutFaults(page, 30)).toEqual([]);
    await picture(page, `kiosk-large-${name}`);
    await page.context().close();
  },
);

test('in large letters it is reached where there is nothing to bring, and nothing is asked where there is none', {
  tags: ['long'],
}, async () => {
  const admin = await theAdmin();
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const service = menu.find(({ code }) => code === 'R')?.services[0];
  const nothing = { id: [], en: [], jv: [] };
  await admin.call('PATCH', `/admin/standards/${service?.id}`, { documents: nothing });
  const page = await openKiosk(browser, hall.url, 'portrait');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const choose = async () => {
    await page.getByTestId('counter-R').tap();
    await page.getByTestId('mode').tap();
    await page
      .locator('label')
      .filter({ hasText: service?.name.id ?? '' })
      .first()
      .tap();
    await page.getByRole('button', { name: 'Berikut' }).tap();
  };
  await choose();
  await page.getByRole('button', { name: 'Standar pelayanan' }).waitFor();
  expect(await layoutFaults(page, 30)).toEqual([]);
  await picture(page, 'kiosk-large-nothing-to-bring');
  await admin.call('PATCH', '/admin/settings', { standardMedia: [] });
  await page.getByRole('button', { name: 'Standar pelayanan' }).waitFor({ state: 'detached' });
  asked.length = 0;
  await page.reload();
  await choose();
  await page
    .getByRole('button', { name: 'Ambil nomor' })
    .or(page.getByRole('button', { name: 'Berikut' }))
    .waitFor();
  expect(asked.filter((url) => url.includes('/standard?'))).toEqual([]);
  await page.context().close();
  await admin.call('PATCH', '/admin/settings', { standardMedia: ['information', 'phone', 'kiosk'] });
});

test('on the lobby’s screen it stands between the calls, where the hall wants it there', {
  tags: ['long'],
}, async () => {
  const admin = await theAdmin();
  const settings = (await admin.call('GET', '/admin/settings')) as { maklumat: object };
  await admin.call('PATCH', '/admin/settings', {
    standardMedia: ['display'],
    maklumat: { ...settings.maklumat, shownOn: ['display'] },
  });
  for (const [name, width, height, least] of [
    ['wide', 1920, 1080, 20],
    ['small', 1280, 720, 14],
    ['upright', 1080, 1920, 20],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${hall.url}/display`);
    const seen = async (words: string, what: string) => {
      const found = page.getByText(words).first();
      for (let turn = 0; turn < 60 && !(await found.isVisible()); turn += 1) await page.clock.runFor(5_000);
      await found.waitFor();
      await picture(page, `display-${name}-${what}`);
      const session = await context.newCDPSession(page);
      expect(await boardFaults(session, least)).toEqual([]);
    };
    await seen('Dengan ini kami menyatakan sanggup', 'maklumat');
    await seen('Prosedur: 1. Ambil nomor', 'procedure');
    await context.close();
  }
});
