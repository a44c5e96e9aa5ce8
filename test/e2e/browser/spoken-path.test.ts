import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import { noSpokenKeys } from '../../../electron/contract/spoken-key-names';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { ticketNumberInWords } from '../../../renderer/kiosk/spoken/in-words';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { type ClosedEyes, closedEyes } from '../../support/closed-eyes';
import { keepPicture } from '../../support/keep-picture';
import { type KioskSize, kioskSizes, layoutFaults } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { earsAt, writeDownSpeech } from '../../support/spoken-page';
import { type Admin, becomeAdmin } from '../../support/supervise';
import { hasEspeak, heardOf } from '../../support/synthesisers';

// The whole spoken path: the kiosk's page with a keyboard and a voice, the server, a printer.

const pictures = 'test-results/kiosk';
let browser: Browser;
let printer: FakePrinter;
let hall: RunningHall;
let admin: Admin;
let page: Page;
let visitor: ClosedEyes;

beforeAll(async () => {
  browser = await launchChromium();
  printer = await startFakePrinter();
});
afterAll(async () => {
  await browser?.close();
  await printer?.close();
});
beforeEach(async () => {
  printer.become({ paper: 'enough' });
  const site = busySite();
  hall = await startHall({
    site: { ...site, settings: { ...site.settings, spokenPath: true } },
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  admin = await becomeAdmin(hall);
  await open('portrait');
});
afterEach(async () => {
  await page?.context().close();
  await hall?.end();
});

async function open(size: KioskSize): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({ viewport: kioskSizes[size], hasTouch: true });
  page = await context.newPage();
  await writeDownSpeech(page);
  await page.goto(`${hall.url}/kiosk`);
  await page.getByTestId('mode').waitFor();
  await page.evaluate(() => document.fonts.ready);
  visitor = closedEyes(earsAt(page));
}

async function waitingAt(code: string): Promise<number | undefined> {
  const counters = (await admin.call('GET', '/counters')) as MenuCounter[];
  return counters.find((each) => each.code === code)?.waiting;
}

test('with closed eyes a number is taken by keys alone, and the next visitor finds the kiosk as always', async () => {
  const need = {
    language: 'jv',
    counter: 'Dindukcapil',
    service: 'Akta kelairan',
    priority: 'Difabel',
  } as const;
  await visitor.goTo(need);
  expect(await visitor.takeNumber(need)).toBe(ticketNumberInWords('K-001', 'jv'));
  await visitor.hear('Tiket medal ing ngandhap layar');
  expect(printer.papers.at(-1)?.lines.join(' ')).toContain('K-001');
  await expect.poll(() => waitingAt('K')).toBe(1);
  await visitor.press('back');
  await visitor.find('Rampung');
  await visitor.press('choose');
  await page.getByText('Silakan pilih gerai').waitFor();
  expect(await page.getByTestId('spoken').count()).toBe(0);
  await page.getByTestId('counter-K').tap();
  await page.getByText('Akta kelahiran').waitFor();
});

test('others see that the kiosk is in use and nothing of what is done; text is shown by choice', {
  tags: 'long',
}, async () => {
  for (const size of ['portrait', 'landscape'] as const) {
    await open(size);
    await visitor.press('help');
    const screen = page.getByTestId('spoken');
    await screen.getByText('Kios sedang dipakai dengan suara').waitFor();
    expect(await screen.textContent()).not.toContain('Selamat datang');
    expect(await layoutFaults(page, 24)).toEqual([]);
    await keepPicture(page, `${pictures}/spoken-${size}.png`);
    await screen.getByRole('button', { name: 'Tampilkan tulisan' }).tap();
    await visitor.press('choose');
    await screen.getByText('Pilih bahasa.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await keepPicture(page, `${pictures}/spoken-text-${size}.png`);
  }
});

test('whoever wants the screen back waits until whoever is at the keys has answered', async () => {
  await visitor.press('help');
  await page.getByRole('button', { name: 'Tutup suara' }).tap();
  await visitor.hear('Seseorang di layar ingin menutup suara.');
  expect(await visitor.press('choose')).toContain('Baik, dilanjutkan.');
  await page.getByText('Silakan tunggu sebentar, atau ke kios lain.').waitFor();
});

test('who is at the screen keeps it, or lets speech begin; left alone, it begins by itself', async () => {
  await page.getByTestId('counter-K').tap();
  await page.getByText('Akta kelahiran').waitFor();
  await page.keyboard.press('F1');
  const offer = page.getByRole('alertdialog');
  await offer.getByText('Ada yang ingin memakai kios dengan suara').waitFor();
  await visitor.hear('Kios sedang dipakai orang lain di layar.');
  expect(await layoutFaults(page, 24)).toEqual([]);
  expect(await axeFaults(page)).toEqual([]);
  await keepPicture(page, `${pictures}/spoken-offer.png`);
  await offer.getByRole('button', { name: 'Ya, saya masih memakai' }).tap();
  await visitor.hear('Kios masih dipakai.');
  expect(await page.getByTestId('spoken').count()).toBe(0);
  await page.getByText('Akta kelahiran').waitFor();
  await page.keyboard.press('F1');
  await offer.getByText(/dalam [1-5] detik/).waitFor();
  await page.getByTestId('spoken').waitFor();
  await visitor.hear('Selamat datang');
});

test('a number that somebody left on the screen goes, and whoever is led by speech hears nothing of it', async () => {
  await page.clock.install();
  await page.reload();
  await page.getByTestId('counter-BJ').tap();
  await page.getByText('Tiket keluar di bawah layar').waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Mulai suara' }).tap();
  await page.getByTestId('spoken').waitFor();
  await visitor.press('choose');
  await page.clock.fastForward(13_000);
  await page.locator('[data-screen=home]').waitFor({ state: 'attached' });
  expect(visitor.heard()).toContain('Pilih bahasa.');
  expect(await visitor.press('down')).toContain('English');
});

test('held keys, bouncing keys, scanners and keys together with others do nothing more than a press does', async () => {
  await visitor.press('help');
  await visitor.press('choose');
  await visitor.press('choose');
  await page.keyboard.down('ArrowDown');
  for (let held = 0; held < 8; held += 1) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await visitor.hear('dua dari tiga.');
  for (const letter of 'HTTPS') await page.keyboard.press(letter);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  expect(visitor.heard()).toContain('dua dari tiga.');
  expect(visitor.heard()).not.toContain('Tidak ada pilihan');
});

test('a cut line is said, and what was begun goes on once it is back', async () => {
  const need = { language: 'id', counter: 'Bank Jateng', service: 'Setoran' } as const;
  await visitor.goTo(need);
  await hall.halt();
  await visitor.hear('Kios sedang tidak tersambung.');
  await hall.resume();
  await visitor.hear('Kios tersambung lagi.');
  expect(await visitor.takeNumber(need)).toMatch(/^B J, /);
});

test('without paper the number is kept by ear', { tags: 'long' }, async () => {
  printer.become({ paper: 'out' });
  await page.getByText('Kertas tiket habis').waitFor();
  const need = { language: 'en', counter: 'Bank Jateng', service: 'Payments' } as const;
  await visitor.goTo(need);
  await visitor.takeNumber(need);
  await visitor.hear('Keep number B J, zero zero one without paper.');
  await visitor.press('choose');
  await visitor.hear('Your number is kept without paper.');
  await expect.poll(() => waitingAt('BJ')).toBe(1);
});

test('a pad’s own keys and its headset begin, choose and end', async () => {
  const usual = {
    up: null,
    down: 'NumpadAdd',
    choose: 'NumpadMultiply',
    back: null,
    repeat: null,
    help: null,
  };
  const others = {
    louder: null,
    softer: null,
    jump: null,
    headsetIn: 'NumpadDivide',
    headsetOut: 'NumpadSubtract',
  };
  await admin.call('PATCH', '/admin/settings', { spokenKeys: { ...usual, ...others } });
  const hears = async (key: string, words: string) => {
    await page.keyboard.press(key);
    await visitor.hear(words);
  };
  // The hall's keys come by the live line.
  await expect
    .poll(async () => {
      await page.keyboard.press('NumpadDivide');
      return page.getByTestId('spoken').count();
    })
    .toBe(1);
  await visitor.hear('Selamat datang');
  await hears('NumpadMultiply', 'Pilih bahasa.');
  await hears('NumpadAdd', 'English');
  await hears('F1', 'Bantuan.');
  await page.keyboard.press('NumpadSubtract');
  await hears('NumpadDivide', 'Baik, dilanjutkan.');
  await page.keyboard.press('NumpadSubtract');
  // Nobody is there to be asked.
  await page.getByRole('button', { name: 'Tutup suara' }).tap();
  await page.getByText('Silakan pilih gerai').waitFor();
  // Who had to wait for the screen and pulls it out has gone.
  await page.getByTestId('counter-K').tap();
  await page.keyboard.press('NumpadDivide');
  const offer = page.getByRole('alertdialog');
  await offer.getByText('Ada yang ingin memakai kios dengan suara').waitFor();
  await page.keyboard.press('NumpadSubtract');
  await offer.waitFor({ state: 'detached' });
  expect(await page.getByTestId('spoken').count()).toBe(0);
});

/** The kiosk as it speaks by Antre's machine; answers how long what tells of a cut line is, in seconds, once that was kept. */
async function openWithVoice(): Promise<number> {
  await page.context().close();
  page = await (await browser.newContext({ viewport: kioskSizes.portrait })).newPage();
  await page.addInitScript(() => {
    const begin = AudioBufferSourceNode.prototype.start;
    const sounds: number[] = [];
    const heardNow = new Set<AudioBufferSourceNode>();
    Object.assign(window, { secondsHeard: sounds, heardNow });
    AudioBufferSourceNode.prototype.start = function start(...when: [number?, number?, number?]) {
      sounds.push(this.buffer?.duration ?? 0);
      heardNow.add(this);
      this.addEventListener('ended', () => heardNow.delete(this));
      begin.apply(this, when);
    };
  });
  const kept = page.waitForResponse((response) => /sound\?.*tidak\+tersambung/.test(response.url()));
  await page.goto(`${hall.url}/kiosk`);
  await page.getByTestId('mode').waitFor();
  const { base64 } = (await (await kept).json()) as { readonly base64: string };
  return heardOf(Buffer.from(base64, 'base64')).seconds;
}
const heardNow = () =>
  page.evaluate(() => {
    const sounds = Reflect.get(window, 'heardNow') as Set<AudioBufferSourceNode>;
    return [...sounds].filter(({ context }) => context.state === 'running').length;
  });
const lastHeard = () => page.evaluate(() => (Reflect.get(window, 'secondsHeard') as number[]).at(-1) ?? 0);
const soundsHeard = () => page.evaluate(() => (Reflect.get(window, 'secondsHeard') as number[]).length);

test.skipIf(!hasEspeak)(
  'the last words end with the headset, and with the next visitor (needs espeak-ng)',
  { tags: 'long' },
  async () => {
    const spokenKeys = { ...noSpokenKeys, headsetOut: 'NumpadSubtract' };
    await admin.call('PATCH', '/admin/settings', { spokenKeys });
    await openWithVoice();
    const hearLastWords = async () => {
      await page.keyboard.press('F1');
      await expect.poll(heardNow).toBe(1);
      for (const key of ['ArrowLeft', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await page.getByTestId('spoken').waitFor({ state: 'detached' });
      await expect.poll(heardNow).toBe(1);
    };
    await hearLastWords();
    await page.keyboard.press('NumpadSubtract');
    // The last words take longer than this.
    await expect.poll(heardNow, { timeout: 500 }).toBe(0);
    await hearLastWords();
    const before = await soundsHeard();
    await page.keyboard.press('F1');
    await expect.poll(soundsHeard).toBeGreaterThan(before);
    await expect.poll(heardNow, { timeout: 500 }).toBe(1);
  },
);

test.skipIf(!hasEspeak)(
  'a cut line is told of though it takes the voice along (needs espeak-ng)',
  async () => {
    const seconds = await openWithVoice();
    await page.keyboard.press('F1');
    await page.getByRole('button', { name: 'Tampilkan tulisan' }).click();
    await expect.poll(heardNow).toBe(1);
    await hall.halt();
    // What was being said can't be made to its end any more.
    await page.getByTestId('spoken').getByText('Kios sedang tidak tersambung.').waitFor();
    // But for the silence around it, which is cut.
    await expect.poll(lastHeard).toSatisfy((heard: number) => Math.abs(heard - seconds) < 0.6);
    await hall.resume();
    await page.getByTestId('spoken').getByText('Selamat datang').waitFor();
    for (const key of ['ArrowLeft', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByTestId('spoken').waitFor({ state: 'detached' });
    // Who begins without a line is told as well.
    await hall.halt();
    await page.getByText('Kios sedang menyambung kembali.').waitFor();
    const before = await soundsHeard();
    await page.keyboard.press('F1');
    await expect.poll(soundsHeard).toBe(before + 1);
    await expect.poll(lastHeard).toSatisfy((heard: number) => Math.abs(heard - seconds) < 0.6);
    await hall.resume();
  },
);

test.skipIf(!hasEspeak)('the kiosk speaks by the voice of Antre’s machine (needs espeak-ng)', async () => {
  await openWithVoice();
  const made = page.waitForResponse((response) => response.url().includes('/api/v1/sound?'));
  await page.keyboard.press('F1');
  expect((await made).status()).toBe(200);
  // A greeting is no click.
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'secondsHeard') as number[]))
    .toContainEqual(expect.toSatisfy((seconds: number) => seconds > 0.5));
});
