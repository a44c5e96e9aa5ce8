import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setUpSteps } from '../../../electron/contract/settings';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { byKeyboard, byMouse, type Walker } from '../../support/set-up-walker';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let printer: FakePrinter;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  printer = await startFakePrinter();
  hall = await startHall({ printer: null });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await hall?.end();
  await printer?.close();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const stepRow = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Semua langkah' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** Signed in already, at a step. */
async function atStep(admin: Session, step: string, english = false): Promise<Page> {
  const page = await adminPage(browser, hall.url, { english, section: `persiapan?langkah=${step}` });
  const [name = '', value = ''] = admin.cookie.split('=');
  await page.context().addCookies([{ name, value, url: hall.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.reload();
  await page.locator('[data-onward]').waitFor();
  return page;
}

async function answer<Body>(path: string): Promise<Body> {
  return (await (await fetch(`${hall.url}/api/v1${path}`)).json()) as Body;
}

/** From an empty data directory to a hall that serves. Each step leads to the next: nothing but the steps is opened. */
async function walk(page: Page, walker: Walker): Promise<void> {
  const { press, type, onward } = walker;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await heading(page, 'Siapkan admin pertama').waitFor();
  await type(page.getByLabel('Kode pemasangan'), hall.app().setupCode() ?? '');
  await type(page.getByLabel('Nama lengkap'), 'Budi Santoso');
  await type(page.getByLabel('Nama pengguna'), 'budi');
  await type(page.getByLabel('Kata sandi', { exact: true }), password);
  await press(button('Buat akun admin'));

  await heading(page, '1. Nama balai').waitFor();
  await page.getByText('Langkah 1 dari 9').waitFor();
  await type(page.getByLabel('Nama balai'), 'MPP Kajen');
  await onward();

  await heading(page, '2. Gerai').waitFor();
  expect(await answer<{ name: string }>('/site')).toMatchObject({ name: 'MPP Kajen' });
  await press(page.getByRole('checkbox', { name: /^K, / }));
  await page.getByText('25 gerai dipakai.').waitFor();
  await onward();

  await heading(page, '3. Layanan').waitFor();
  await press(button('Tambah layanan'));
  await type(page.getByRole('textbox', { name: 'Bahasa Indonesia' }).first(), 'Layanan keliling');
  await onward();

  await heading(page, '4. Loket').waitFor();
  expect(await answer<{ services: { name: { id: string } }[] }[]>('/counters')).toContainEqual(
    expect.objectContaining({
      services: expect.arrayContaining([
        expect.objectContaining({ name: expect.objectContaining({ id: 'Layanan keliling' }) }),
      ]),
    }),
  );
  await press(button(/^Tambah loket/).first());
  await onward();

  await heading(page, '5. Jam buka').waitFor();
  await press(button('Salin Senin ke Sel–Kam'));
  await onward();

  await heading(page, '6. Printer').waitFor();
  await type(page.getByLabel('Alamat di jaringan'), `127.0.0.1:${printer.port}`);
  await press(button('Cari printer'));
  await press(button(/^Pakai /));
  const panel = page.getByRole('dialog');
  await press(panel.getByRole('button', { name: 'Simpan' }));
  await panel.waitFor({ state: 'hidden' });
  await press(button('Cetak tiket uji'));
  await page.getByText('Tiket uji tercetak, dan printer membenarkannya.').waitFor();
  expect(printer.papers[0]?.lines.some((line) => line.includes('TIKET UJI'))).toBe(true);
  await onward();

  await heading(page, '7. Orang').waitFor();
  await press(button('Tambah orang').first());
  await type(panel.getByLabel('Nama lengkap'), 'Siti Rahmawati');
  await type(panel.getByLabel('Nama pengguna'), 'siti');
  await press(panel.getByRole('radio', { name: /^Seluruh balai/ }));
  await press(panel.getByRole('button', { name: 'Buatkan' }));
  await press(panel.getByRole('button', { name: 'Simpan' }));
  await panel.getByRole('heading', { name: 'Sedang masuk di' }).waitFor();
  await press(panel.getByRole('button', { name: 'Tutup' }));
  await panel.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Siti Rahmawati' }).waitFor();
  await onward();

  await heading(page, '8. Jaringan').waitFor();
  await press(button('Lewati dahulu'));

  await heading(page, '9. Mulai pelayanan').waitFor();
  await page.getByText('7 selesai, 1 dilewati, 1 belum').waitFor();
  await onward();
  await press(panel.getByRole('checkbox'));
  await press(panel.getByRole('button', { name: 'Mulai pelayanan' }));
  await panel.waitFor({ state: 'hidden' });
  await page.getByRole('banner').getByText('Mode latihan').waitFor({ state: 'hidden' });
  await heading(page, /^Balai berjalan/).waitFor();
  expect(await answer<{ practice: boolean }>('/site')).toMatchObject({ practice: false });
}

describe.for([
  { by: 'mouse', walkerOf: byMouse, most: 40, tags: [] },
  { by: 'keyboard', walkerOf: byKeyboard, most: 200, tags: ['long'] },
])('by $by alone', ({ by, walkerOf, most, tags }) => {
  test(`a new admin comes from no account to going live in at most ${most} presses`, { tags }, async () => {
    const page = await adminPage(browser, hall.url);
    const walker = walkerOf(page);
    const begun = performance.now();
    await walk(page, walker);
    const seconds = Math.round((performance.now() - begun) / 1_000);
    console.info(`set-up by ${by}: ${walker.presses()} presses, ${seconds} s by a script`);
    expect(walker.presses()).toBeLessThanOrEqual(most);
  });
});

test('each step is free of faults of access, with one row of buttons in view, and nothing of it cut, on any screen', {
  tags: 'long',
}, async () => {
  const admin = await makeAdmin(hall);
  const page = await atStep(admin, 'hall');
  const found: string[] = [];
  for (const step of setUpSteps) {
    await page.goto(`${hall.url}/admin#persiapan?langkah=${step}`);
    await heading(page, new RegExp(`^${setUpSteps.indexOf(step) + 1}\\. `)).waitFor();
    await page.getByText('Sebentar…').waitFor({ state: 'hidden' });
    for (const [width, height] of [
      [1366, 768],
      [1280, 720],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const faults = await page.evaluate(cutAway);
      found.push(...faults.map((fault) => `${step} ${width}×${height}: ${fault}`));
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await adminPicture(page, `set-up-${step}`);
    await expectAccessible(page);
  }
  expect(found).toEqual([]);
});

/** What of the step can't be seen: buttons out of view or in a second row, and what is wider than its place. */
function cutAway(): string[] {
  const onward = document.querySelector('[data-onward]');
  // On a low screen the page scrolls as one.
  if (window.innerHeight < 500) onward?.scrollIntoView({ block: 'center' });
  const box = onward?.getBoundingClientRect();
  if (!onward || !box) return ['no way on'];
  const rows = new Set(
    [...(onward.parentElement?.querySelectorAll('button') ?? [])].map((button) =>
      Math.round(button.getBoundingClientRect().top),
    ),
  );
  const step = onward.closest('main');
  const wide = [...(step?.querySelectorAll('*') ?? [])].filter((element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut = overflowX !== 'visible' && textOverflow !== 'ellipsis';
    // A switch's own parts, what is hidden to be heard only, and a table that scrolls in its own frame.
    if (element.querySelector(':scope > table')) return false;
    if (element.clientWidth <= 1 || element.closest('.mantine-Switch-root, nav')) return false;
    return isCut && element.scrollWidth > element.clientWidth + 1;
  });
  return [
    ...(box.bottom > innerHeight || box.top < 0 || box.right > innerWidth
      ? ['the way on is out of view']
      : []),
    ...(rows.size > 1 ? [`${rows.size} rows of buttons`] : []),
    ...wide.map(({ tagName, className }) => `${tagName}.${String(className)} is wider than its place`),
  ];
}

test('what was put off is told from what is done, after a reload and in another browser too', {
  tags: 'long',
}, async () => {
  const admin = await makeAdmin(hall);
  const page = await atStep(admin, 'hall');
  await page.locator('[data-onward]').click();
  await heading(page, '2. Gerai').waitFor();
  await page.getByRole('button', { name: 'Lewati dahulu' }).click();
  await heading(page, '3. Layanan').waitFor();
  const elsewhere = await adminPage(browser, hall.url, { section: 'persiapan' });
  await signIn(elsewhere, 'budi', password);
  await page.reload();
  for (const each of [page, elsewhere]) {
    await heading(each, '3. Layanan').waitFor();
    expect(await stepRow(each, 'Nama balai').allInnerTexts()).toEqual(['Nama balai\nselesai']);
    expect(await stepRow(each, 'Gerai').allInnerTexts()).toEqual(['Gerai\ndilewati']);
    expect(await stepRow(each, 'Layanan').allInnerTexts()).toEqual(['Layanan\nbelum']);
    await each.getByText('1 selesai, 1 dilewati, 7 belum').waitFor();
  }
  // The last step leads back to it, and once done it is no longer put off.
  await stepRow(page, 'Mulai pelayanan').click();
  await heading(page, '9. Mulai pelayanan').waitFor();
  const skipped = page.locator('dl > div').filter({ hasText: 'Dilewati' });
  await skipped.getByRole('button', { name: 'Gerai' }).click();
  await heading(page, '2. Gerai').waitFor();
  await page.locator('[data-onward]').click();
  await page.getByText('2 selesai, 0 dilewati, 7 belum').waitFor();
  expect((await admin.request('GET', '/admin/settings')).body).toMatchObject({
    setUpDone: ['hall', 'counters'],
    setUpSkipped: [],
  });
});

test('what was typed and not saved is there again after going back or putting the step off', {
  tags: 'long',
}, async () => {
  const page = await atStep(await makeAdmin(hall), 'hall');
  await page.getByLabel('Nama balai').fill('MPP Kajen');
  await page.getByRole('button', { name: 'Lewati dahulu' }).click();
  await heading(page, '2. Gerai').waitFor();
  await stepRow(page, 'Nama balai').getByText('Ada yang belum disimpan').waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await heading(page, '1. Nama balai').waitFor();
  expect(await page.getByLabel('Nama balai').inputValue()).toBe('MPP Kajen');
  // Marking the step before is no change by somebody else.
  await page.locator('[data-onward]').click();
  await heading(page, '2. Gerai').waitFor();
  expect(await answer<{ name: string }>('/site')).toMatchObject({ name: 'MPP Kajen' });
});

test('a field at fault keeps the step, in words under it', { tags: 'long' }, async () => {
  const page = await atStep(await makeAdmin(hall), 'hall', true);
  await page.getByLabel("The hall's name").fill('');
  await page.locator('[data-onward]').click();
  await page.getByText('Fill this in.').waitFor();
  await heading(page, /^1\. /).waitFor();
  expect(await answer<{ name: string }>('/site')).toMatchObject({ name: 'Mal Pelayanan Publik' });
});

test('without a printer and without officers the way on says so, and the step counts as put off', {
  tags: 'long',
}, async () => {
  const admin = await makeAdmin(hall);
  const page = await atStep(admin, 'printer');
  await page.getByText('Belum ada printer.').waitFor();
  await page.getByRole('button', { name: 'Lanjut tanpa printer' }).click();
  await heading(page, '7. Orang').waitFor();
  // Right after the press before it, a press counts as its second half: pressed until it is taken.
  const later = page.getByRole('button', { name: 'Tambah orang nanti' });
  await expect
    .poll(async () => {
      await later.click({ timeout: 1_000 }).catch(() => undefined);
      return heading(page, '8. Jaringan').isVisible();
    })
    .toBe(true);
  expect((await admin.request('GET', '/admin/settings')).body).toMatchObject({
    setUpDone: [],
    setUpSkipped: ['printer', 'people'],
  });
});

test('the last step opens kiosk, desk and lobby screen as those see them who use them', {
  tags: 'long',
}, async () => {
  const page = await atStep(await makeAdmin(hall), 'live');
  const opened: string[] = [];
  for (const [name, seen] of [
    ['Buka kios', 'main'],
    ['Buka loket', 'h1'],
    ['Buka layar lobi', 'main'],
  ] as const) {
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: new RegExp(`^${name}`) }).click(),
    ]);
    await other.locator(seen).first().waitFor();
    opened.push(new URL(other.url()).pathname);
    await other.close();
  }
  expect(opened).toEqual(['/kiosk', '/staff', '/display']);
});

test('the first account is refused in words under its fields, in the language of the page, with the button in view', {
  tags: 'long',
}, async () => {
  for (const english of [false, true]) {
    const page = await adminPage(browser, hall.url, { english });
    const send = page.locator('button[type="submit"]');
    await send.waitFor();
    for (const [width, height] of [
      [1366, 768],
      [1280, 720],
      [683, 384],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = await send.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0), `${width}×${height}`).toBeLessThanOrEqual(height);
    }
    await send.click();
    const missing = english ? 'Fill this in.' : 'Harus diisi.';
    await expect.poll(() => page.getByText(missing).count()).toBe(4);
    await page.locator('[name="password"]').fill('pendek');
    await page.locator('[name="exitPin"]').fill('12');
    await page.locator('[name="username"]').fill('Budi Santoso');
    await page
      .getByText(english ? 'At least 10 letters.' : 'Paling sedikit 10 huruf.', { exact: true })
      .waitFor();
    await page.getByText(english ? 'A PIN has 4 to 12 digits.' : 'PIN harus 4 sampai 12 angka.').waitFor();
    await send.click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code');
    expect(await page.locator('form').evaluate((form: HTMLFormElement) => form.noValidate)).toBe(true);
    expect(await answer<{ setUp: boolean }>('/site')).toMatchObject({ setUp: false });
    await expectAccessible(page);
  }
});
