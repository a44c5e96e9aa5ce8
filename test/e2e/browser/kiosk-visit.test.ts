import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { unbroken } from '../../../renderer/kiosk/unbroken';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { startSilentProxy } from '../../support/silent-proxy';
import { type Admin, becomeAdmin } from '../../support/supervise';

// What a visitor does at the kiosk, against the whole server with its preview printer.

let browser: Browser;
let hall: RunningHall;
let admin: Admin;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  hall = await startHall({ site: busySite() });
  admin = await becomeAdmin(hall);
  page = await openKiosk(browser, hall.url);
});
afterEach(async () => {
  await page?.context().close();
  await hall?.end();
});

const tile = (code: string) => page.getByTestId(`counter-${code}`);
const number = () => page.getByTestId('number').textContent();
const service = (name: string) => page.locator('label').filter({ hasText: name });
const take = () => page.getByRole('button', { name: 'Ambil nomor' });

async function counter(code: string): Promise<MenuCounter> {
  const counters = (await admin.call('GET', '/counters')) as MenuCounter[];
  const found = counters.find((each) => each.code === code);
  if (!found) throw new Error(`no counter ${code}`);
  return found;
}

/** The tickets given to this page, with the key that each request carried. */
function watchTickets(): { keys: string[]; tickets: HolderTicket[] } {
  const seen = { keys: [] as string[], tickets: [] as HolderTicket[] };
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/v1/tickets')) return;
    seen.keys.push(request.headers()['idempotency-key'] ?? '');
  });
  page.on('response', async (response) => {
    if (!response.url().endsWith('/api/v1/tickets') || response.status() !== 201) return;
    seen.tickets.push((await response.json()) as HolderTicket);
  });
  return seen;
}

test('one tap gives a number where there is nothing to choose or to read, with its paper', async () => {
  await tile('BJ').tap();
  await page.getByText('Ini gambar tiket Anda').waitFor();
  expect(await number()).toBe('BJ-001');
  const picture = page.getByRole('img', { name: 'Gambar tiket BJ-001' });
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  const overflow = await page.getByTestId('number').evaluate((text) => text.scrollWidth - text.clientWidth);
  expect(overflow).toBe(0);
  // One that another takes the place of ends too, though it doesn't finish.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  await keepPicture(page, 'test-results/kiosk/ticket-preview-portrait.png');
  await page.getByRole('button', { name: 'Selesai' }).tap();
  await tile('BJ').waitFor();
  await expect.poll(async () => (await counter('BJ')).waiting).toBe(1);
});

test('whoever took a number by one tap goes first by saying so while it is shown', {
  tags: 'long',
}, async () => {
  await tile('BJ').tap();
  await page.getByText('Ini gambar tiket Anda').waitFor();
  await keepPicture(page, 'test-results/kiosk/priority-offer.png');
  await page.getByRole('button', { name: 'Lansia, difabel, hamil, membawa bayi? Tekan di sini' }).tap();
  await page.getByRole('group', { name: 'Perlu didahulukan?' }).waitFor();
  await keepPicture(page, 'test-results/kiosk/priority-offer-open.png');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ibu hamil' }).tap();
  await page.getByText('Didahulukan: Ibu hamil').waitFor();
  await page.getByRole('group', { name: 'Perlu didahulukan?' }).waitFor({ state: 'detached' });
  await keepPicture(page, 'test-results/kiosk/priority-claimed.png');
});

test('a visitor chooses a service, reads what to bring, and may go first', async () => {
  const seen = watchTickets();
  await page.getByRole('button', { name: 'Basa Jawa' }).tap();
  await tile('K').tap();
  const takeInJavanese = page.getByRole('button', { name: 'Pilih layanan rumiyin' });
  expect(await takeInJavanese.getAttribute('aria-disabled')).toBe('true');
  await service('Akta kelairan').tap();
  await page.getByText('KTP tiyang sepuh kekalih').waitFor();
  await page.locator('label').filter({ hasText: 'Ibu ngandheg' }).tap();
  await page.getByRole('button', { name: 'Mundhut nomer' }).tap();
  await page.getByText('Menika gambar tiket panjenengan').waitFor();
  await expect.poll(() => seen.tickets.length).toBe(1);
  const [ticket] = seen.tickets;
  expect({
    number: ticket?.number,
    service: ticket?.service.name.id,
    priority: ticket?.priority,
    language: ticket?.language,
    documentLanguage: await page.evaluate(() => document.documentElement.lang),
  }).toEqual({
    number: 'K-001',
    service: 'Akta kelahiran',
    priority: 'pregnant',
    language: 'jv',
    documentLanguage: 'jv',
  });
  // Whoever comes next finds it in Indonesian.
  await page.getByRole('button', { name: 'Rampung' }).tap();
  await page.getByText('Silakan pilih gerai').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
});

test('the tile shows at pointer-down that it is pressed; until the answer nothing else can be', async () => {
  const seen = watchTickets();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/tickets', async (route) => {
    await held;
    await route.continue();
  });
  const pressedWithinAFrame = await tile('BJ').evaluate(async (button) => {
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const pressed = button.hasAttribute('data-pressed');
    button.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
    return pressed;
  });
  expect(pressedWithinAFrame).toBe(true);

  await tile('BJ').tap();
  // A finger doesn't wait for the tile to be ready, so neither do these.
  await tile('BJ').tap({ force: true });
  await tile('A').tap({ force: true });
  await tile('BJ').getByText('Sebentar…').waitFor();
  expect(await tile('BJ').getAttribute('data-pressed')).toBe('true');
  answer();
  await page.getByTestId('number').waitFor();
  expect({ keys: seen.keys.length, number: await number() }).toEqual({ keys: 1, number: 'BJ-001' });
  // Once its paper is out.
  await expect.poll(async () => (await counter('BJ')).waiting).toBe(1);
});

test('an answer that is lost on its way is asked for again by the same key: one number', async () => {
  const seen = watchTickets();
  let lost = 0;
  await page.route('**/api/v1/tickets', async (route) => {
    if (lost > 0) return await route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await tile('BJ').tap();
  await page.getByText('Ini gambar tiket Anda').waitFor();
  expect({ number: await number(), keys: new Set(seen.keys).size }).toEqual({ number: 'BJ-001', keys: 1 });
  await expect.poll(async () => (await counter('BJ')).waiting).toBe(1);
  expect(seen.keys.length).toBe(2);
});

test('while the server is away the screen says so in words; it comes back by itself, with the number', async () => {
  await tile('BJ').waitFor();
  await hall.halt();
  await page.getByRole('alert').getByText('Sebentar…').waitFor();
  await hall.resume();
  await page.getByRole('alert').waitFor({ state: 'detached' });

  await hall.halt();
  await tile('BJ').tap();
  await page.getByRole('alert').getByText('Sebentar…').waitFor();
  await hall.resume();
  await page.getByText('Ini gambar tiket Anda').waitFor();
  expect(await number()).toBe('BJ-001');
});

test('where the server’s machine loses its power, which ends no line, the screen says so too, and comes back', {
  tags: 'long',
}, async () => {
  const proxy = await startSilentProxy(hall.url);
  const away = page.getByRole('alert').getByText('Sebentar…');
  await page.goto(`${proxy.url}/kiosk`);
  await tile('BJ').waitFor();
  proxy.goSilent();
  await away.waitFor();
  // Whoever asks meanwhile is not even refused: the page must not wait for that line for ever.
  await page.waitForRequest(/\/api\/v1\/events/);
  proxy.comeBack();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await tile('BJ').tap();
  await page.getByText('Ini gambar tiket Anda').waitFor();
});

test('what a visitor does to the page itself ends with the visit, and takes no page away', {
  tags: 'long',
}, async () => {
  const kept = await page.evaluate(() => {
    const cancelable = { bubbles: true, cancelable: true };
    const browsers = [
      new WheelEvent('wheel', { ...cancelable, ctrlKey: true }),
      ...['+', '-', '0', 'f'].map(
        (key) => new KeyboardEvent('keydown', { ...cancelable, key, ctrlKey: true }),
      ),
      ...['contextmenu', 'dragstart', 'gesturestart'].map((name) => new Event(name, cancelable)),
    ];
    return browsers.filter((event) => document.body.dispatchEvent(event)).map(({ type }) => type);
  });
  expect(kept).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).touchAction)).toBe(
    'pan-x pan-y',
  );

  const hands = await page.context().newCDPSession(page);
  const scale = () => page.evaluate(() => window.visualViewport?.scale);
  await page.clock.install();
  await hands.send('Emulation.setPageScaleFactor', { pageScaleFactor: 3 });
  await expect.poll(scale).toBe(3);
  // A page that is opened anew while the server is away would be the browser's own.
  await page.context().setOffline(true);
  await page.clock.runFor(65_000);
  expect([await scale(), await page.locator('[data-mode]').count()]).toEqual([3, 1]);
  await page.context().setOffline(false);
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000);
      return await scale();
    })
    .toBe(1);
  await tile('BJ').tap();
});

test('a paper that doesn’t come, though the printer says that it is well, keeps nobody waiting', {
  tags: 'long',
}, async () => {
  const printer = await startFakePrinter();
  const slow = await startHall({
    site: busySite(),
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  try {
    await becomeAdmin(slow);
    await page.clock.install();
    await page.goto(`${slow.url}/kiosk`);
    printer.become({ stalled: true });
    await tile('BJ').tap();
    await page.getByText('Tiket sedang dicetak…').waitFor();
    // The page may ask the server's time anew meanwhile.
    slow.clock.advance({ seconds: 20 });
    await page.clock.runFor(20_500);
    await page.getByRole('heading', { name: 'Kertas tiket belum keluar' }).waitFor();
    // The time to choose began with the number: a minute that begins now would say 60.
    const left = await page.getByText(/^Tekan dalam \d+ detik, atau di HP dalam 2 menit\./).textContent();
    expect(Number(/\d+/.exec(left ?? '')?.[0])).toBeLessThan(50);
    await keepPicture(page, 'test-results/kiosk-paper-late.png');
    await page.getByRole('button', { name: 'Pakai nomor' }).tap();
    await page.getByText('Ingat nomor Anda').waitFor();
  } finally {
    await slow.end();
    await printer.close();
  }
});

test('where the hall gives no number without paper, none is offered: not for a late paper, not for a fault', {
  tags: 'long',
}, async () => {
  const printer = await startFakePrinter();
  const site = busySite();
  const strict = await startHall({
    site: { ...site, settings: { ...site.settings, paperlessAllowed: false } },
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  try {
    await becomeAdmin(strict);
    await page.clock.install();
    await page.goto(`${strict.url}/kiosk`);
    printer.become({ stalled: true });
    await tile('BJ').tap();
    await page.getByText('Tiket sedang dicetak…').waitFor();
    await page.clock.runFor(20_500);
    await page.getByText('Tiket sedang dicetak…').waitFor();
    expect(await page.getByText('Kertas tiket belum keluar').count()).toBe(0);
    printer.become({ stalled: false, paper: 'out' });
    await page.getByText('Tunggu tiketnya keluar.').waitFor();
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Batal, tidak jadi antre']);
    await keepPicture(page, 'test-results/kiosk-paper-only.png');
  } finally {
    await strict.end();
    await printer.close();
  }
});

test('a closed tile tells when it opens, and its services’ days can be read', { tags: 'long' }, async () => {
  await page.getByRole('button', { name: 'Gerai IM Imigrasi Paspor Buka Rabu 08.00' }).tap();
  await page.getByText('Layanan ini sedang tutup. Buka Rabu 08.00.').waitFor();
  await page.getByRole('listitem').nth(6).waitFor();
  expect((await page.getByRole('listitem').allInnerTexts()).slice(0, 7)).toEqual([
    'Selasahari ini\nTutup',
    'Rabu25 November\n08.00–11.30',
    'Kamis26 November\nTutup',
    'Jumat27 November\nTutup',
    'Sabtu28 November\nTutup',
    'Minggu29 November\nTutup',
    'Senin30 November\nTutup',
  ]);
  expect(await take().count()).toBe(0);
});

test('who stands on the page while it closes is told kindly, with the next opening', {
  tags: 'long',
}, async () => {
  await tile('K').tap();
  await service('Kartu Keluarga').tap();
  // The tap was under way already.
  await page.route('**/api/v1/tickets', async (route) => {
    hall.clock.set('2026-11-24T15:20+07:00');
    await route.continue();
  });
  await take().tap();
  await page
    .getByText('Maaf, layanan ini baru saja tutup. Buka lagi Rabu, 25 November, pukul 08.00.')
    .waitFor();
  expect((await counter('K')).waiting).toBe(0);
});

test('whatever is chosen, nothing that can be touched moves, and one wait stands for the line that all share', {
  tags: 'long',
}, async () => {
  await admin.call('POST', '/walk-ins', { serviceId: (await counter('K')).services[0]?.id });
  await tile('K').tap();
  await page.getByText('Satu antrean untuk semua layanan').waitFor();
  await page.getByText('Pilih layanan, lalu di sini').waitFor();
  const places = () =>
    page
      .locator('main label, main button')
      .evaluateAll((targets) => targets.map((target) => JSON.stringify(target.getBoundingClientRect())));
  const before = await places();
  for (const name of ['Perekaman KTP-el', 'Akta kelahiran', 'Pindah datang']) {
    await service(name).tap();
    await page.getByText(`${unbroken(name)}, sudah Anda bawa?`).waitFor();
    expect(await places()).toEqual(before);
  }
});

test('a service with more to bring than fits counts the rest, and shows it in the same place', {
  tags: 'long',
}, async () => {
  await tile('IM').tap();
  const box = page.locator('ul').last();
  await expect.poll(() => box.getByRole('listitem').count()).toBe(4);
  await page.getByRole('button', { name: '1 lagi' }).tap();
  await expect.poll(() => box.getByRole('listitem').count()).toBe(1);
  await page.getByRole('button', { name: 'Kembali ke atas' }).tap();
  await expect.poll(() => box.getByRole('listitem').count()).toBe(4);
});

test('the last number may be taken, or the counter paused, while one reads', async () => {
  await tile('PR').tap();
  await service('Perpanjangan SIM').tap();
  // The screen hears of the walk-in at once; the tap that was already under way is refused by the server.
  await page.route('**/api/v1/tickets', async (route) => {
    const { services } = await counter('PR');
    await admin.call('POST', '/walk-ins', { serviceId: services[1]?.id });
    await route.continue();
  });
  await take().tap();
  await page.getByText('Maaf, nomor untuk hari ini baru saja habis.').waitFor();

  await page.reload();
  await tile('K').tap();
  await service('Kartu Keluarga').tap();
  await admin.call('POST', `/counters/${(await counter('K')).id}/pause`);
  await page.getByText('Gerai ini berhenti sebentar. Silakan tunggu atau tanya petugas.').waitFor();
  expect(await take().count()).toBe(0);
  expect((await counter('K')).waiting).toBe(0);
});

test('large letters, high contrast and low reach by one button; there the priority is always asked', {
  tags: 'long',
}, async () => {
  await page.getByRole('button', { name: 'Huruf besar, mudah dijangkau' }).tap();
  const heights = await page
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  // 344 mm of a 27" screen: what a seated person reaches.
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(1920 - 1104);
  await page.getByRole('button', { name: 'BUMN, BUMD' }).tap();
  await tile('BJ').tap();
  await page.locator('label').filter({ hasText: 'Lanjut usia' }).tap();
  await take().tap();
  await page.getByText('Ini gambar tiket Anda').waitFor();
  await page.getByRole('button', { name: 'Selesai' }).tap();
  await page.getByRole('button', { name: 'Huruf besar, mudah dijangkau' }).waitFor();
});

test('after 22 quiet seconds it asks, after 30 it is home again in Indonesian', async () => {
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'English' }).tap();
  await tile('K').tap();
  await page.clock.runFor(22_500);
  await page.getByRole('alertdialog', { name: 'Still there?' }).waitFor();
  await page.getByRole('button', { name: 'Yes, go on' }).tap();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByText('Choose a service', { exact: false }).first().waitFor();
  await page.clock.runFor(30_500);
  await page.getByText('Silakan pilih gerai').waitFor();
});

test('the keyboard does what a finger does', { tags: 'long' }, async () => {
  await tile('K').focus();
  await page.keyboard.press('Enter');
  await service('Perekaman KTP-el').waitFor();
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.getByText('Buku nikah atau akta perkawinan').waitFor();
  await take().focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('number').waitFor();
  expect(await number()).toBe('K-001');
});

test('holding the logo leads to the way out, which only Electron has', { tags: 'long' }, async () => {
  await page.addInitScript(() => {
    Object.assign(window, {
      antre: {
        requestExit: (pin: string, told: (right: boolean) => void) => told(pin === '482913'),
        setupCode: (told: (code: null) => void) => told(null),
        onScan: () => () => undefined,
        onButton: () => () => undefined,
        onDevices: () => () => undefined,
      },
    });
  });
  await page.clock.install();
  await page.reload();
  await tile('K').waitFor();
  await page.getByTestId('logo').dispatchEvent('pointerdown');
  await page.clock.runFor(4_000);
  await page.getByTestId('logo').dispatchEvent('pointerup');
  await page.clock.runFor(2_000);
  expect(await tile('K').isVisible()).toBe(true);
  await page.getByTestId('logo').dispatchEvent('pointerdown');
  await page.clock.runFor(5_100);
  await page.getByText('Masukkan PIN petugas').waitFor();
  for (const digit of '111') await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: 'Tutup', exact: true }).tap();
  await page.getByText('PIN salah. Coba lagi.').waitFor();
  await page.getByRole('button', { name: 'Batal' }).tap();
  await tile('K').waitFor();
});
