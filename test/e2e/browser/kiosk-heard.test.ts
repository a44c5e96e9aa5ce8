import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { scan, ticketAddress } from '../../support/keyboard-scanner';
import { capitalShare, reachedPx, readFrom, screens } from '../../support/kiosk-mounting';
import { kioskSizes, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { readAllOf } from '../../support/screen-reader';

// Every screen of the kiosk in large letters, from one load of the page: what a screen reader says of it, that it has an ear,
// that all of it is in reach and readable however the screen stands, and axe content.

/** Px of the smallest text in large letters. */
const leastText = 32;
/** Mm from which a visitor reads, on the smallest screen that stands in halls (docs/access). */
const readingDistance = 480;

/** What must be among what a screen reader says of each screen. */
const screensHeard: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  home: [
    'heading, Silakan pilih gerai, level 1',
    'button, Dinas daerah, pressed',
    /^button, Gerai K Dindukcapil/,
  ],
  group: ['button, Instansi pusat, pressed', /^button, Gerai IM Imigrasi .*Buka Rabu 08\.00/],
  closed: ['heading, Imigrasi, level 1', /Layanan ini sedang tutup/, 'button, Yang dibawa'],
  services: [
    'heading, Dindukcapil, level 1',
    /^radio, Akta kelahiran, not checked, position 3/,
    'button, Berikut',
  ],
  documents: [/sudah Anda bawa\?$/, 'Fotokopi Kartu Keluarga', 'button, Berikut'],
  priority: [/^heading, Perlu didahulukan\?/, /^radio, Tidak perlu, checked/, 'button, Ambil nomor'],
  refused: ['alert', /^Maaf, layanan ini baru saja tutup/],
  paperless: ['heading, Kertas tiket habis, level 1', /^K-\d{3}$/, /^button, Pakai nomor K-\d{3}/],
  ended: [/^heading, Nomor K-\d{3} dibatalkan, level 1/, 'button, Selesai'],
  ticket: ['heading, Nomor antrean Anda, level 1', /^K-\d{3}$/, 'Silakan ambil tiket', 'button, Selesai'],
  scanned: [/^K-\d{3}$/, 'Menunggu dipanggil', 'button, Batalkan nomor'],
  'give-back': [/^Batalkan nomor K-\d{3}\?/, 'button, Ya, batalkan', 'button, Tidak, saya tetap menunggu'],
  idle: [/^alertdialog, Masih di sini\?/, 'button, Ya, lanjutkan'],
  offline: ['alert', 'heading, Sebentar…, level 1'],
  spoken: [
    'heading, Kios sedang dipakai dengan suara, level 1',
    'button, Tampilkan tulisan',
    'button, Tutup suara',
  ],
};

/** Over a screen with one, said anyway, or without a server to say it. */
const withoutEar: ReadonlySet<string> = new Set(['idle', 'spoken', 'offline']);

let browser: Browser;
let printer: FakePrinter;
let hall: RunningHall;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  printer = await startFakePrinter();
  const site = busySite();
  hall = await startHall({
    site: { ...site, settings: { ...site.settings, spokenPath: true } },
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  page = await openKiosk(browser, hall.url);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
  await printer?.close();
});

test('every screen says itself to a screen reader, has its ear, lies within reach and is large enough', async () => {
  const found: Record<string, unknown> = {};
  const look = async (screen: keyof typeof screensHeard) => {
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const phrases = await readAllOf(page);
    const faults = (screensHeard[screen] ?? [])
      .filter(
        (wanted) =>
          !phrases.some((phrase) => (typeof wanted === 'string' ? phrase === wanted : wanted.test(phrase))),
      )
      .map((wanted) => `nobody hears ${wanted}`);
    faults.push(
      ...phrases.filter((phrase) => /^(button|radio|link|img)(, (not )?(pressed|checked))?$/.test(phrase)),
    );
    if (
      !withoutEar.has(screen) &&
      !phrases.some((phrase) => phrase.startsWith('button, Dengarkan layar ini'))
    )
      faults.push('there is no ear');
    faults.push(...(await axeFaults(page)));
    for (const size of ['landscape', 'portrait'] as const) {
      await page.setViewportSize(kioskSizes[size]);
      await page.locator(`[data-mode][data-orientation=${size}]`).waitFor();
      const those = await layoutFaults(page, leastText, reachedPx(size));
      faults.push(...those.map((fault) => `${size}: ${fault}`));
    }
    if (faults.length > 0) found[screen] = [...faults, ...(process.env.ANTRE_PHRASES ? phrases : [])];
  };
  const footer = page.locator('footer').getByRole('button');
  const home = page.locator('[data-screen=home]');
  /** A touch that may come too soon after another at the same place. */
  const tapUntil = async (name: string | RegExp, there: string) =>
    await expect
      .poll(async () => {
        if ((await page.locator(there).count()) > 0) return true;
        await page
          .getByRole('button', { name })
          .first()
          .tap({ timeout: 1_000 })
          .catch(() => undefined);
        return (await page.locator(there).count()) > 0;
      })
      .toBe(true);
  const large = () => tapUntil('Huruf besar, mudah dijangkau', '[data-mode=large]');
  const toPriority = async () => {
    await page.getByTestId('counter-K').tap();
    await page.locator('label').first().tap();
    await tapUntil('Berikut', '[data-asked]');
    await tapUntil('Berikut', '#choose-priority');
  };

  await large();
  await look('home');
  await page.getByRole('button', { name: 'Instansi pusat' }).tap();
  await look('group');
  await page.getByTestId('counter-IM').tap();
  await page.getByRole('listitem').nth(6).waitFor();
  await look('closed');
  await footer.first().tap();
  await home.waitFor();
  await page.getByTestId('counter-K').tap();
  await page.locator('label').first().tap();
  await look('services');
  await tapUntil('Berikut', '[data-asked]');
  await look('documents');
  await tapUntil('Berikut', '#choose-priority');
  await look('priority');

  const problem = { type: 'about:blank', title: 'x', status: 409, code: 'service_closed', detail: 'x' };
  await page.route('**/api/v1/tickets', (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await tapUntil('Ambil nomor', '[role=alert]');
  await look('refused');
  await page.unroute('**/api/v1/tickets');

  printer.become({ paper: 'out' });
  await tapUntil('Ambil nomor', '[data-screen=ticket]');
  await page.getByRole('button', { name: /Pakai nomor/ }).waitFor();
  await look('paperless');
  await page.getByRole('button', { name: /Batal,/ }).tap();
  await page.getByText(/dibatalkan/).waitFor();
  await look('ended');
  printer.become({ paper: 'enough' });
  await tapUntil('Selesai', '[data-screen=home]');
  await large();
  await toPriority();
  const given = page
    .waitForResponse((answer) => answer.url().endsWith('/api/v1/tickets') && answer.status() === 201)
    .then(async (answer) => (await answer.json()) as HolderTicket);
  await tapUntil('Ambil nomor', '[data-screen=ticket]');
  await page.getByText('Silakan ambil tiket').waitFor();
  await look('ticket');
  await tapUntil('Selesai', '[data-screen=home]');
  await large();
  await scan(page, ticketAddress(await given));
  await page.locator('[data-status=waiting]').waitFor();
  await look('scanned');
  await page.getByRole('button', { name: 'Batalkan nomor' }).tap();
  await page.locator('#give-back').waitFor();
  await look('give-back');
  await tapUntil('Tidak, saya tetap menunggu', '[data-screen=scanned]:not(:has(#give-back))');
  await tapUntil('Selesai', '[data-screen=home]');

  await page.keyboard.press('F1');
  await page.getByTestId('spoken').waitFor();
  await look('spoken');
  await page.keyboard.press('ArrowLeft');

  await page.clock.install();
  await page.reload();
  await page.getByTestId('mode').tap();
  await page.getByTestId('counter-K').tap();
  await page.clock.runFor(71_000);
  await page.getByRole('alertdialog').waitFor();
  await look('idle');
  await hall.halt();
  await page.clock.runFor(30_000);
  await page.locator('[role=alert] h1').waitFor();
  await look('offline');

  expect(found).toEqual({});
});

test('the smallest letters of large mode fill the norm’s angle on every screen of a hall', async () => {
  const share = await page.evaluate(() => {
    const drawing = document.createElement('canvas').getContext('2d');
    if (!drawing) return 0;
    drawing.font = '400 1000px "Plus Jakarta Sans Variable"';
    return drawing.measureText('H').actualBoundingBoxAscent / 1000;
  });
  expect(share).toBeCloseTo(capitalShare, 2);
  for (const inches of screens) expect(readFrom(leastText, inches)).toBeGreaterThanOrEqual(readingDistance);
});
