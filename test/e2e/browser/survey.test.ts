import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Evaluation } from '../../../electron/contract/evaluation/evaluation';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import type { ComplaintList, SkmReport, SurveyReceipt } from '../../../electron/contract/survey';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { enlargeText, widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import { type Admin, becomeAdmin } from '../../support/supervise';

// After the visit: the survey on the visitor's phone and on the tablet at the desk, and a complaint's way back.

let browser: Browser;
let hall: RunningHall;
let admin: Admin;
let desk: Desk;
let context: BrowserContext | undefined;
let taken = 0;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  admin = await becomeAdmin(hall);
  const desks = (await admin.call('GET', '/desks')) as Desk[];
  const first = desks.find(({ counter }) => counter.code === 'A');
  if (!first) throw new Error('no desk at counter A');
  desk = first;
  await admin.call('POST', `/desks/${desk.id}/sign-in`);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  context = await browser.newContext({ viewport, hasTouch: true });
  return await context.newPage();
}
const phoneSize = { width: 390, height: 844 };
const tabletSizes = [
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
];

/** Presses one of the answers; two taps in one place as quick as a test's are one double tap. */
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).dispatchEvent('click');

/** Takes a number at counter A, is called and served there. */
async function visit(language: 'id' | 'en' | 'jv' = 'id'): Promise<HolderTicket> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find(({ code }) => code === 'A')?.services[0]?.id;
  taken += 1;
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `survey-${taken}` },
    body: JSON.stringify({ serviceId, language }),
  });
  const ticket = (await answer.json()) as HolderTicket;
  await expect.poll(async () => (await ticketNow(ticket)).status).toBe('waiting');
  await admin.call('POST', `/desks/${desk.id}/call-next`);
  await admin.call('POST', `/desks/${desk.id}/start`);
  await admin.call('POST', `/desks/${desk.id}/finish`, {});
  return ticket;
}

const ticketNow = async ({ token }: HolderTicket) =>
  (await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket;
const index = async () =>
  (await admin.call('GET', '/reports/skm?from=2026-11-24&to=2026-11-24')) as SkmReport;

test('the phone leads from the served ticket through nine taps to thanks, with the line lost on the way', async () => {
  const ticket = await visit();
  const phone = await openPage(phoneSize);
  await phone.goto(`${hall.url}/t/${ticket.token}`);
  await phone.getByRole('link', { name: 'Nilai pelayanan kami' }).tap();
  await phone.getByText('Tanpa nama. Jawaban tidak bisa ditelusuri ke Anda.').waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/question.png');
  await phone.setViewportSize({ width: 320, height: 568 });
  await enlargeText(phone, 2);
  expect(await widthFaults(phone)).toEqual([]);
  await enlargeText(phone, 1);
  await phone.setViewportSize(phoneSize);

  const best = [
    'Sangat sesuai',
    'Sangat mudah',
    'Cepat',
    'Gratis',
    'Sangat sesuai',
    'Sangat kompeten',
    'Sangat sopan dan ramah',
    'Sangat baik',
    'Dikelola dengan baik',
  ];
  const answers = phone.locator('[class*=scale] button');
  expect(await answers.allInnerTexts()).toEqual(['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai']);
  for (const [at, answer] of best.entries()) {
    if (at === 3) {
      expect(await answers.allInnerTexts()).toEqual(['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis']);
    }
    await press(phone, answer);
  }
  await phone.getByRole('button', { name: 'Perempuan' }).tap();
  await phone.getByRole('button', { name: 'Pengaduan' }).tap();
  await phone.getByLabel('Ceritakan singkat').fill('Kursi tunggu kurang.');
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/about.png', { fullPage: true });

  await context?.setOffline(true);
  await phone.getByRole('button', { name: 'Kirim' }).tap();
  await phone.getByText('Sambungan putus. Jawaban Anda masih ada di sini').waitFor();
  await context?.setOffline(false);
  await phone.getByRole('button', { name: 'Kirim' }).tap();
  await phone.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  expect(await phone.locator('[class*=letters]').textContent()).toMatch(
    /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/,
  );
  await phone.getByText('Dijawab paling lambat 14 Desember.').waitFor();
  await keepPicture(phone, 'test-results/survey/thanks.png');
  // Eight of 4, one of 3.
  expect(await index()).toMatchObject({ forms: 1, index: 97.22, grade: 'A' });

  await phone.goto(`${hall.url}/survey/${ticket.token}`);
  await phone.getByText('Kunjungan ini sudah dinilai. Terima kasih.').waitFor();
});

test('where the hall asks for more, who wants answers it by a tap each, in the language of the page', async () => {
  await admin.call('PATCH', '/admin/settings', { visitorsAsked: true });
  const ticket = await visit('jv');
  const phone = await openPage(phoneSize);
  await phone.goto(`${hall.url}/survey/${ticket.token}`);
  for (let at = 0; at < 9; at += 1) await press(phone, 'Langkungi');
  await phone.getByText('14 pitakenan', { exact: false }).waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/more.png');
  await press(phone, 'Mangsuli');
  await phone.getByText('Syarat layanan gampil dipunpepaki').waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await press(phone, 'Indonesia');
  await phone.getByText('Persyaratan layanan mudah dipenuhi').waitFor();
  await keepPicture(phone, 'test-results/survey/points.png');
  await press(phone, 'Basa Jawa');
  await phone.setViewportSize({ width: 320, height: 568 });
  await enlargeText(phone, 2);
  expect(await widthFaults(phone)).toEqual([]);
  await enlargeText(phone, 1);
  await press(phone, '4');
  for (let at = 1; at < 14; at += 1) await press(phone, 'Langkungi');
  await phone.getByRole('button', { name: 'Kintun' }).tap();
  await phone.getByRole('heading', { name: 'Matur nuwun sanget' }).waitFor();
  const { visitors } = (await admin.call('GET', '/reports/evaluation')) as Evaluation;
  expect([visitors.forms, visitors.mean]).toEqual([1, 4]);
  await admin.call('PATCH', '/admin/settings', { visitorsAsked: false });
});

test('who left without being served complains from the ticket’s page, and whoever has none from /info', async () => {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'never-served' },
    body: JSON.stringify({ serviceId: menu.find(({ code }) => code === 'A')?.services[0]?.id }),
  });
  const ticket = (await answer.json()) as HolderTicket;
  await expect.poll(async () => (await ticketNow(ticket)).status).toBe('waiting');
  await fetch(`${hall.url}/api/v1/tickets/${ticket.token}/cancel`, { method: 'POST' });
  const phone = await openPage(phoneSize);
  await phone.goto(`${hall.url}/t/${ticket.token}`);
  await keepPicture(phone, 'test-results/survey/cancelled.png');
  await phone.getByRole('link', { name: 'Sampaikan keluhan' }).tap();
  await phone.getByRole('heading', { name: /Tulis saran atau pengaduan/ }).waitFor();
  await phone.getByText(`Nomor ${ticket.number}`).waitFor();
  await phone.getByLabel('Ceritakan singkat').fill('Menunggu dua jam, lalu pulang.');
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/write-by-ticket.png', { fullPage: true });
  await phone.getByRole('button', { name: 'Kirim' }).tap();
  const code = (await phone.locator('[class*=letters]').textContent()) ?? '';
  await keepPicture(phone, 'test-results/survey/write-thanks.png', { fullPage: true });
  await phone.getByRole('link', { name: 'Lihat keadaan pesan ini' }).tap();
  await phone.getByText('Menunggu dua jam, lalu pulang.').waitFor();

  await phone.goto(`${hall.url}/info?lang=jv`);
  await phone.getByRole('link', { name: 'Nyerat saran utawi wadulan' }).tap();
  await phone.getByRole('button', { name: 'Basa Jawa' }).tap();
  await phone.getByRole('button', { name: 'Saran' }).tap();
  await phone.getByLabel('Bab instansi').selectOption({ index: 1 });
  await phone.getByLabel('Mangga kaaturaken cekak').fill('Kirsi tengga kirang.');
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/write-jv.png', { fullPage: true });
  await phone.setViewportSize({ width: 320, height: 568 });
  await enlargeText(phone, 2);
  expect(await widthFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Kintun' }).tap();
  await phone.getByRole('heading', { name: 'Matur nuwun sanget' }).waitFor();
  const { complaints } = (await admin.call('GET', '/reports/complaints')) as ComplaintList;
  expect(
    complaints
      .filter(({ origin }) => origin !== 'survey')
      .map(({ origin, kind, text, counter, service }) => [origin, kind, text, counter?.id, service === null])
      .sort(),
  ).toEqual(
    [
      ['open', 'suggestion', 'Kirsi tengga kirang.', menu[0]?.name.id, true],
      ['ticket', 'non_supervisory', 'Menunggu dua jam, lalu pulang.', ticket.counter.name.id, false],
    ].sort(),
  );
  expect(complaints.some((each) => each.code === code)).toBe(true);
});

test('a complaint keeps no telephone number, and its answer is read by its code however it is typed', async () => {
  const ticket = await visit();
  const sent = await fetch(`${hall.url}/api/v1/survey/${ticket.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      answers: {},
      message: { kind: 'complaint', text: 'Kursi tunggu kurang. HP saya 081234567890.' },
    }),
  });
  const code = ((await sent.json()) as SurveyReceipt).message?.code ?? '';
  const phone = await openPage(phoneSize);
  const { complaints } = (await admin.call('GET', '/reports/complaints')) as ComplaintList;
  expect(complaints.find((each) => each.code === code)?.text).toBe(
    'Kursi tunggu kurang. HP saya ••••••••••••.',
  );
  await admin.call('PATCH', `/reports/complaints/${code}`, {
    status: 'answered',
    answer: 'Sudah kami tambah sepuluh kursi.',
  });
  await phone.goto(`${hall.url}/aduan`);
  await phone.getByLabel('Kode, misalnya').fill(code.toLowerCase().replaceAll('-', ' '));
  await phone.getByRole('button', { name: 'Lihat' }).tap();
  await phone.getByText('Sudah kami tambah sepuluh kursi.').waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await keepPicture(phone, 'test-results/survey/complaint.png');
  await phone.goto(`${hall.url}/aduan/0000-0000-0000`);
  await phone.getByText('Kode ini tidak ditemukan. Periksa lagi.').waitFor();
});

test('nothing is sent where nothing is said, and a visit that is not over is not judged', {
  tags: 'long',
}, async () => {
  const ticket = await visit('jv');
  const phone = await openPage(phoneSize);
  await phone.goto(`${hall.url}/survey/${ticket.token}`);
  await phone.getByText('Kadospundi pamanggih panjenengan bab…').waitFor();
  await phone.getByRole('button', { name: 'English' }).tap();
  await keepPicture(phone, 'test-results/survey/english.png');
  for (let at = 0; at < 9; at += 1) await press(phone, 'Skip');
  const before = (await index()).forms;
  await phone.getByRole('button', { name: 'Send' }).tap();
  await phone.getByText('Answer at least one question, or write a message.').waitFor();
  expect((await index()).forms).toBe(before);
  await phone.getByRole('button', { name: 'Back' }).tap();
  await phone.getByRole('button', { name: 'Managed well' }).tap();
  await phone.getByRole('button', { name: 'Send' }).tap();
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect((await index()).forms).toBe(before + 1);

  await phone.goto(`${hall.url}/survey/${'x'.repeat(22)}`);
  await phone.getByText('Nomor ini tidak ditemukan.').waitFor();
});

test('a tablet is let in by its code, offers who was served at its desk, and goes back to its start', {
  tags: 'long',
}, async () => {
  const tablet = await openPage({ width: 1280, height: 800 });
  // As from the hall's network: not the kiosk of this machine.
  await tablet.route('**/*', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-forwarded-for': '10.0.0.7' } }),
  );
  await tablet.goto(`${hall.url}/survey/desk/${desk.id}`);
  const letters = tablet.locator('[class*=letters]');
  await letters.filter({ hasText: /^[A-Z0-9]{6}$/ }).waitFor();
  expect(await axeFaults(tablet)).toEqual([]);
  await keepPicture(tablet, 'test-results/survey/tablet-pair.png');
  await admin.call('POST', `/admin/devices/pairings/${await letters.textContent()}/approve`, {});
  await tablet.getByRole('heading', { name: /Bagaimana pelayanan kami|Selesai dilayani/ }).waitFor();

  const ticket = await visit();
  await tablet.getByText(`Nomor ${ticket.number}, sembilan pertanyaan`).waitFor();
  expect(await axeFaults(tablet)).toEqual([]);
  await keepPicture(tablet, 'test-results/survey/tablet-start.png');
  await tablet.getByRole('button', { name: 'Mulai menilai' }).tap();
  await tablet.getByRole('button', { name: 'Kurang sesuai' }).tap();
  await keepPicture(tablet, 'test-results/survey/tablet-question.png');
  for (let at = 1; at < 9; at += 1) await press(tablet, 'Lewati');
  await tablet.getByRole('button', { name: 'Kirim' }).tap();
  await tablet.getByRole('heading', { name: 'Terima kasih' }).waitFor();
  await tablet.getByText('Selesai dilayani? Penilaian Anda akan muncul di sini.').waitFor();

  // Whoever walks away in the middle leaves neither a language nor an answer.
  await visit();
  await tablet.getByRole('button', { name: 'Mulai menilai' }).waitFor();
  await tablet.clock.install();
  await tablet.getByRole('button', { name: 'English' }).tap();
  await tablet.getByRole('button', { name: 'Begin' }).tap();
  for (const size of tabletSizes) {
    await tablet.setViewportSize(size);
    expect(await widthFaults(tablet)).toEqual([]);
  }
  await tablet.getByRole('button', { name: 'Do not fit', exact: true }).tap();
  await tablet.getByRole('button', { name: 'Back' }).waitFor();
  const hands = await tablet.context().newCDPSession(tablet);
  const scale = () => tablet.evaluate(() => window.visualViewport?.scale);
  await hands.send('Emulation.setPageScaleFactor', { pageScaleFactor: 3 });
  await expect.poll(scale).toBe(3);
  await tablet.clock.runFor(61_000);
  await expect.poll(scale).toBe(1);
  await tablet.getByRole('button', { name: 'Mulai menilai' }).tap();
  await tablet.getByRole('button', { name: 'Tidak sesuai', exact: true }).waitFor();
  expect(await tablet.locator('[aria-pressed=true]').allInnerTexts()).toEqual(['Indonesia']);
  await tablet.clock.runFor(61_000);

  // Nor a language chosen at the start.
  await tablet.getByRole('button', { name: 'English' }).tap();
  await tablet.getByRole('button', { name: 'Begin' }).waitFor();
  await tablet.clock.runFor(61_000);
  await tablet.getByRole('button', { name: 'Mulai menilai' }).waitFor();
});
