import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wavOf } from '../../../renderer/admin/voices/recorder/prepare-recording';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { requireImageWorker } from '../../support/image-worker';
import { keepPicture } from '../../support/keep-picture';
import { type RunningHall, startHall } from '../../support/running-hall';
import { barsPng, playableWebm, smallWebm, toneWav } from '../../support/sendable-files';
import { expectAccessible, signIn, staffPage } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let page: Page;
/** What the browser hears lies here. */
let microphone: string;

const pictures = join(import.meta.dirname, '../../../test-results/admin');

async function save() {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
}

beforeAll(async () => {
  await requireImageWorker();
  microphone = mkdtempSync(join(tmpdir(), 'antre-microphone-'));
  const spoken = join(microphone, 'spoken.wav');
  writeFileSync(spoken, Buffer.from(await oneWord().arrayBuffer()));
  browser = await launchChromium({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${spoken}`,
    ],
  });
  hall = await startHall();
  admin = await makeAdmin(hall);
  page = await adminPage(browser, hall.url);
  await signIn(page, 'budi', password);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
  if (microphone) rmSync(microphone, { recursive: true, force: true });
});

/** A word of half a second, with quiet around it. */
function oneWord(): Blob {
  const rate = 8_000;
  const isWord = (at: number) => at >= rate / 4 && at < (rate * 3) / 4;
  const samples = Array.from({ length: rate }, (_, at) => (isWord(at) ? 0.4 * Math.sin(at / 3) : 0));
  return wavOf(Float32Array.from(samples), rate);
}

test('a ticket is laid out beside its picture, by keyboard, and the next ticket looks so', async () => {
  await openSection(page, 'Tiket');
  const lines = page.getByRole('list', { name: 'Gambar tiket' }).getByRole('button');
  const order = async () =>
    (await lines.evaluateAll((all) => all.map((line) => line.getAttribute('aria-label')))).slice(0, 4);
  await expect
    .poll(order)
    .toEqual([
      'Di gambar: Hiasan jlamprang (kertas 80 mm)',
      'Di gambar: Nama balai dan kota',
      'Di gambar: Tanda LATIHAN dan SALINAN',
      'Di gambar: Gerai dan layanan',
    ]);
  const before = await order();
  await page.getByRole('button', { name: 'Nama balai dan kota', exact: true }).press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Nomor antrean', exact: true }).click();
  await page.getByText('Ini selalu ada di tiket').waitFor();
  expect(await page.getByRole('button', { name: 'Hapus dari tiket' }).count()).toBe(0);
  await expect.poll(order).not.toEqual(before);
  await page.getByRole('button', { name: 'Unggah logo' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: barsPng(300, 150),
  });
  await page.getByRole('button', { name: 'Ganti logo' }).waitFor();
  await expectAccessible(page);
  await adminPicture(page, 'ticket-layout');
  await save();
  const { body } = await admin.request('GET', '/admin/ticket-layout');
  const { version, blocks, logo } = body as {
    version: number;
    blocks: { kind: string }[];
    logo: { width: number };
  };
  expect([version, logo.width, blocks.slice(0, 4).map(({ kind }) => kind)]).toEqual([
    2,
    300,
    ['logo', 'motif', 'marks', 'hall'],
  ]);
});

test('a line that is pressed on the ticket’s picture leads to what is set of it, and one that is off keeps its place', {
  tags: 'long',
}, async () => {
  await openSection(page, 'Tiket');
  const paper = page.getByRole('list', { name: 'Gambar tiket' });
  const wait = paper.getByRole('button', { name: 'Di gambar: Perkiraan menunggu' });
  const fields = page.getByRole('group', { name: 'Perkiraan menunggu' });
  // By mouse: both sides show which it is, and its first field has the focus.
  await wait.click();
  const isPrinted = fields.getByRole('switch', { name: 'Dicetak di tiket' });
  await expect.poll(() => isPrinted.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await wait.getAttribute('aria-current')).toBe('true');
  // The strips one below another are the whole picture, as it is printed.
  const strips = await paper
    .locator('svg')
    .evaluateAll((all) => all.map((strip) => strip.getAttribute('viewBox')?.split(' ').map(Number)));
  const height = Number(await paper.locator('image').first().getAttribute('height'));
  expect(strips.reduce((sum, strip) => sum + (strip?.[3] ?? 0), 0)).toBe(height);
  const printed = await paper.locator('image').first().getAttribute('href');
  expect(decodeURIComponent(printed ?? '')).toContain('Perkiraan menunggu');

  // By keyboard: it is switched off, stays as a dashed place, and is switched on again from there.
  await isPrinted.press('Space');
  const off = paper.getByRole('button', { name: 'Di gambar: Perkiraan menunggu, tidak dicetak' });
  await off.waitFor();
  const without = await paper.locator('image').first().getAttribute('href');
  expect(decodeURIComponent(without ?? '')).not.toContain('Perkiraan menunggu');
  await expectAccessible(page);
  await adminPicture(page, 'ticket-line-off');
  await paper.getByRole('button', { name: 'Di gambar: Berkas yang disiapkan' }).press('Enter');
  await page.getByRole('group', { name: 'Berkas yang disiapkan' }).waitFor();
  await save();
  const saved = async () => {
    const { body } = await admin.request('GET', '/admin/ticket-layout');
    return (body as { blocks: { kind: string; off?: boolean }[] }).blocks.find(({ kind }) => kind === 'wait');
  };
  expect(await saved()).toEqual({ kind: 'wait', size: 'tall', off: true });
  await off.press('Enter');
  await expect.poll(() => isPrinted.evaluate((field) => field === document.activeElement)).toBe(true);
  await isPrinted.press('Space');
  await wait.and(page.locator('[data-kind=printed]')).waitFor();
  await save();
  expect(await saved()).toEqual({ kind: 'wait', size: 'tall' });
});

async function slideNames(): Promise<string[]> {
  const { body } = await admin.request('GET', '/admin/slides');
  return (body as { name: string }[]).map(({ name }) => name);
}

test('slides are shown between the calls on the lobby screen, a call interrupts them, and one is removed after a question', {
  tags: 'long',
}, async () => {
  await openSection(page, 'Layar lobi');
  await page.getByLabel('Papan panggilan tampil').fill('5');
  await page.getByLabel('Papan panggilan tampil').blur();
  await expectAccessible(page);
  await adminPicture(page, 'display-settings');
  await save();
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const lobby = await context.newPage();
  await lobby.goto(`${hall.url}/display`);
  await lobby.getByRole('heading', { level: 1 }).waitFor();

  await openSection(page, 'Layar lobi', 'Tayangan');
  await page.locator('input[type=file]').setInputFiles({
    name: 'Poster HUT.png',
    mimeType: 'image/png',
    buffer: barsPng(1600, 900),
  });
  await page.getByRole('heading', { level: 2, name: 'Poster HUT' }).waitFor();
  await expectAccessible(page);
  await adminPicture(page, 'slides');
  await page.locator('input[type=file]').setInputFiles({
    name: 'gambar.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await page.getByText('bukan jenis yang dapat dipakai').waitFor();

  const slide = lobby.getByRole('img', { name: 'Poster HUT' });
  await slide.waitFor();
  await keepPicture(lobby, join(pictures, 'lobby-slide.png'));
  await lobby.setViewportSize({ width: 1080, height: 1920 });
  await keepPicture(lobby, join(pictures, 'lobby-slide-portrait.png'));
  await lobby.setViewportSize({ width: 1920, height: 1080 });

  // Long enough that the slide is still there when the call comes.
  await page.getByLabel('Lama tampil').fill('300');
  await page.getByLabel('Lama tampil').blur();
  await save();
  await slide.waitFor();
  const { body } = await admin.request('GET', '/counters');
  const counter = (body as { id: string; services: { id: string }[] }[])[0];
  const desks = (await admin.request('GET', '/desks')).body as { id: string; counter: { id: string } }[];
  const desk = desks.find((each) => each.counter.id === counter?.id)?.id;
  await admin.request('POST', '/walk-ins', { serviceId: counter?.services[0]?.id });
  await admin.request('POST', `/desks/${desk}/sign-in`);
  const called = await admin.request('POST', `/desks/${desk}/call-next`);
  const { number } = called.body as { number: string };
  await lobby.getByRole('region', { name: 'Nomor antrean' }).getByText(number).waitFor();
  expect(await slide.count()).toBe(0);
  await context.close();

  const dialog = page.getByRole('dialog', { name: 'Hapus “Poster HUT”?' });
  await page.getByRole('button', { name: 'Hapus tayangan' }).click();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  expect(await slideNames()).toEqual(['Poster HUT']);
  await page.getByRole('button', { name: 'Hapus tayangan' }).click();
  await adminPicture(page, 'slide-remove');
  await dialog.getByRole('button', { name: 'Hapus tayangan' }).click();
  await page.getByText('Belum ada tayangan').waitFor();
  expect(await slideNames()).toEqual([]);
});

test('a video plays without sound, and one that cannot be played is passed over', {
  tags: 'long',
}, async () => {
  await openSection(page, 'Layar lobi', 'Tayangan');
  for (const [name, buffer] of [
    ['Ajakan', playableWebm()],
    // Whole by its outermost elements, and nothing to play in it.
    ['Rusak', smallWebm()],
  ] as const) {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `${name}.webm`, mimeType: 'video/webm', buffer });
    await page.getByRole('heading', { level: 2, name }).waitFor();
  }
  await page.getByRole('button', { name: /^Rusak/ }).press('Alt+ArrowUp');
  await expect.poll(slideNames).toEqual(['Rusak', 'Ajakan']);

  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const lobby = await context.newPage();
  await lobby.goto(`${hall.url}/display`);
  await lobby.getByRole('region', { name: 'Ajakan' }).waitFor();
  await lobby.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && video.currentTime > 0 && video.muted && !video.paused && video.error === null;
  });
  await keepPicture(lobby, join(pictures, 'lobby-video.png'));
  // It ends by itself, and the calls are there again.
  await lobby.getByRole('region', { name: 'Nomor antrean' }).waitFor();
  expect(await lobby.locator('video').count()).toBe(0);
  await context.close();
});

test('the words, colours and languages of the kiosk reach it without a reload; an unreadable colour is refused', async () => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const kiosk = await context.newPage();
  await kiosk.goto(`${hall.url}/kiosk`);
  await kiosk.getByRole('heading', { name: 'Silakan pilih gerai' }).waitFor();
  await openSection(page, 'Kios');
  const prompt = page.getByRole('group', { name: /^Ajakan di halaman pertama/ });
  await prompt.getByLabel('Bahasa Indonesia').fill('Selamat datang, mau ke gerai mana?');
  const notice = page.getByRole('group', { name: /^Pemberitahuan/ });
  await notice.getByLabel('Bahasa Indonesia').fill('Sabtu ini balai tutup.');
  await page.getByLabel('Bahasa Jawa (krama)', { exact: true }).last().uncheck();
  const band = page.getByLabel('Pita atas, kode');
  await band.fill('#f4e9d0');
  await page.getByText('Sulit dibaca, tidak dapat disimpan.').first().waitFor();
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByRole('button', { name: '1 isian perlu dibetulkan' }).waitFor();
  await page.getByText('#f4e9d0 di atas #ffffff berkontras 1.2, paling sedikit 7.').waitFor();
  await band.fill('#40230a');
  await expectAccessible(page);
  await adminPicture(page, 'kiosk-settings');
  await save();
  await kiosk.getByRole('heading', { name: 'Selamat datang, mau ke gerai mana?' }).waitFor();
  await kiosk.getByText('Sabtu ini balai tutup.').waitFor();
  expect(await kiosk.getByRole('button', { name: 'Basa Jawa' }).count()).toBe(0);
  await keepPicture(kiosk, join(pictures, 'kiosk-own.png'));
  await kiosk.setViewportSize({ width: 1920, height: 1080 });
  await keepPicture(kiosk, join(pictures, 'kiosk-own-landscape.png'));
  await context.close();
});

test('a call is tried, a clip is replaced by a recording and goes back to the own', async () => {
  await openSection(page, 'Suara');
  await page.getByRole('button', { name: 'Dengar contoh' }).click();
  await page.getByText('Diucapkan: id/chime').waitFor();
  await page.locator('input[type=file][multiple]').setInputFiles([
    { name: 'number-7.wav', mimeType: 'audio/wav', buffer: toneWav(0.3) },
    { name: 'tujuh.wav', mimeType: 'audio/wav', buffer: toneWav(0.3) },
    { name: 'number-8.wav', mimeType: 'audio/wav', buffer: Buffer.from('bukan suara') },
  ]);
  await page.getByText('number-7.wav: disimpan').waitFor();
  await page.getByText('tujuh.wav: tidak ada klip dengan nama ini').waitFor();
  await page.getByText('number-8.wav: tidak dapat diputar').waitFor();
  await expectAccessible(page);
  await adminPicture(page, 'voices');
  await page.getByRole('button', { name: 'Hapus rekaman tujuh' }).click();
  await expect.poll(async () => (await fetch(`${hall.url}/api/v1/voices`)).json()).toEqual([]);
});

test('Javanese is recorded in the browser one word after another, cut, levelled and heard, or told why it cannot be', {
  tags: 'long',
}, async () => {
  await openSection(page, 'Suara');
  const clips = page.getByRole('region', { name: 'Rekaman' });
  await clips.getByRole('combobox', { name: 'Bahasa' }).click();
  await page.getByRole('option', { name: 'Jawa' }).click();
  await clips.getByText('41 kata belum ada.').waitFor();
  await adminPicture(page, 'voices-javanese');
  await clips.getByRole('button', { name: 'Rekam yang belum ada' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merekam suara' });
  await dialog.getByText('nomer antrean').waitFor();
  await dialog.getByRole('button', { name: 'Mulai rekam' }).press('Space');
  await dialog.getByText('Merekam: 2 dari 8 detik').waitFor();
  await adminPicture(page, 'voices-recording');
  await dialog.getByRole('button', { name: 'Selesai membaca' }).press('Space');
  await dialog.getByText('detik, sudah dipotong').waitFor();
  await expectAccessible(page);
  await adminPicture(page, 'voices-recorded');
  await dialog.getByRole('button', { name: 'Simpan, lanjut' }).press('Enter');
  await dialog.getByText('mangga dhateng').waitFor();
  await dialog.getByRole('button', { name: 'Lewati' }).click();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'loket.wav',
    mimeType: 'audio/wav',
    buffer: Buffer.from(await oneWord().arrayBuffer()),
  });
  await dialog.getByText('detik, sudah dipotong').waitFor();
  await dialog.getByRole('button', { name: 'Simpan, lanjut' }).click();
  await dialog.getByText('loket ingkang katulis ing layar').waitFor();
  // As a page that came by plain HTTP from the hall's network has it.
  await page.evaluate(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.keyboard.press('Escape');
  await clips.getByText('39 kata belum ada.').waitFor();
  await clips.getByRole('button', { name: 'Rekam nama-nama' }).click();
  await dialog.getByText('DPMPTSP', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Mulai rekam' }).click();
  await dialog.getByText('Peramban hanya merekam lewat https').waitFor();
  await adminPicture(page, 'voices-insecure');
  await page.keyboard.press('Escape');
  const kept = (await (await fetch(`${hall.url}/api/v1/voices`)).json()) as {
    name: string;
    language: string;
  }[];
  expect(kept.map(({ language, name }) => `${language}/${name}`)).toEqual(['jv/desk', 'jv/queue-number']);
});

test('the sections are there in English too', { tags: 'long' }, async () => {
  const english = await staffPage(browser, hall.url, { english: true, session: admin });
  for (const [address, title] of [
    ['tiket', 'Ticket'],
    ['layar', 'Lobby screen'],
    ['tayangan', 'Slides'],
    ['kios', 'Kiosk'],
    ['suara', 'Voice'],
  ]) {
    await english.goto(`${hall.url}/admin#${address}`);
    await english.getByRole('heading', { level: 1, name: title ?? '', exact: true }).waitFor();
  }
  await english.context().close();
});
