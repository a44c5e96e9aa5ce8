import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { kioskSizes, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { type Admin, becomeAdmin } from '../../support/supervise';
import { hasEspeak } from '../../support/synthesisers';

// For who can't read: the ear on each screen.

let browser: Browser;
let hall: RunningHall;
let admin: Admin;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  hall = await startHall({ site: busySite(), printer: { kind: 'none' } });
  admin = await becomeAdmin(hall);
});
afterEach(async () => {
  await page?.context().close();
  await hall?.end();
});

const ear = () => page.locator('[data-ear]');
const framed = () => page.locator('[data-heard]');
const heard = () =>
  page.evaluate(() => [...(speechSynthesis as unknown as { readonly heard: readonly string[] }).heard]);

test('the ear reads a screen in its order and says what is chosen; figures and numbers are in words', async () => {
  page = await openKiosk(browser, hall.url);
  await page.getByTestId('counter-K').tap();
  await page.locator('label').first().tap();
  await ear().tap();
  await expect.poll(heard).toContain('Tekan telinga untuk mendengarkan lagi, atau sentuh pilihan Anda.');
  const counter = await heard();
  expect(counter).toContain('Dinas Kependudukan dan Pencatatan Sipil, Loket tiga sampai lima');
  expect(counter).toContain('nol orang menunggu');
  const order = [
    'Dindukcapil',
    'Fotokopi Kartu Keluarga',
    'Perekaman KTP-el, terpilih',
    'Akta kelahiran',
    'Ambil nomor',
  ];
  expect(counter.filter((sentence) => order.includes(sentence))).toEqual(order);

  await page.getByRole('button', { name: 'Ambil nomor' }).tap();
  await page.getByRole('button', { name: /Pakai nomor/ }).waitFor();
  await ear().tap();
  await expect.poll(heard).toContain('Pakai nomor K, nol nol satu');
});

test('what is read is framed; the ear again, any touch and any key stop it', async () => {
  page = await openKiosk(browser, hall.url);
  await endlessVoice();
  for (const stop of [
    () => ear().tap(),
    () => page.touchscreen.tap(540, 200),
    () => page.keyboard.press('Shift'),
  ]) {
    await ear().tap();
    await framed().waitFor();
    expect(await ear().getAttribute('aria-pressed')).toBe('true');
    await stop();
    await expect.poll(() => framed().count()).toBe(0);
    expect(await ear().getAttribute('aria-pressed')).toBe('false');
  }
});

test('it speaks the language of the screen, and the next visitor finds it silent', async () => {
  page = await openKiosk(browser, hall.url);
  await page.getByRole('button', { name: 'English' }).tap();
  await ear().tap();
  await expect.poll(heard).toContain('Press the ear to hear it again, or touch what you want.');
  expect(await heard()).toContain('Please choose a counter');
});

test('without a voice there is no ear, and none where the hall wants none', async () => {
  page = await openKiosk(browser, hall.url);
  await admin.call('PATCH', '/admin/settings', { kioskEar: false });
  await ear().waitFor({ state: 'detached' });
  await page.context().close();

  await admin.call('PATCH', '/admin/settings', { kioskEar: true });
  page = await (await browser.newContext({ viewport: kioskSizes.portrait })).newPage();
  const asked: string[] = [];
  await page.route(/\/api\/v1\/sound\?/, (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('language') ?? '');
    const problem = { type: 'about:blank', title: 'x', status: 503, code: 'speech_unavailable', detail: 'x' };
    return route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify(problem),
    });
  });
  await page.goto(`${hall.url}/kiosk`);
  await expect.poll(() => asked.length).toBeGreaterThan(2);
  expect(await ear().count()).toBe(0);
});

test.skipIf(!hasEspeak)('the ear speaks by the voice of Antre’s machine (needs espeak-ng)', async () => {
  page = await (await browser.newContext({ viewport: kioskSizes.portrait, hasTouch: true })).newPage();
  await page.goto(`${hall.url}/kiosk`);
  await ear().waitFor();
  const made = page.waitForResponse((answer) => answer.url().includes('Silakan'));
  await ear().tap();
  expect((await made).status()).toBe(200);
});

/** A voice that never comes to the end of a sentence, until it is stopped. */
async function endlessVoice(): Promise<void> {
  await page.evaluate(() => {
    speechSynthesis.speak = () => undefined;
  });
}
