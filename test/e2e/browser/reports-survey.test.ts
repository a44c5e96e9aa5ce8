import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import { type Complaint, type SurveyReceipt, surveyElements } from '../../../electron/contract/survey';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { makeUser, password } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { boardFaults, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { becomeAdmin } from '../../support/supervise';

// What managers learn from what visitors said: the index, its printed report, and the complaints to answer.

let browser: Browser;
let hall: RunningHall;
let office: Page;
let code = '';

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall();
  const admin = await becomeAdmin(hall);
  const desks = (await admin.call('GET', '/desks')) as Desk[];
  const deskId = desks.find(({ counter }) => counter.code === 'A')?.id ?? '';
  await admin.call('POST', `/desks/${deskId}/sign-in`);
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find((counter) => counter.code === 'A')?.services[0]?.id;
  const post = async (path: string, body: unknown, key: string) =>
    await (
      await fetch(`${hall.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    ).json();
  for (let at = 0; at < 5; at += 1) {
    const ticket = (await post('/tickets', { serviceId }, `visit-${at}-number`)) as HolderTicket;
    await post(`/tickets/${ticket.token}/paperless`, {}, `visit-${at}-paper`);
    await admin.call('POST', `/desks/${deskId}/call-next`);
    await admin.call('POST', `/desks/${deskId}/start`);
    await admin.call('POST', `/desks/${deskId}/finish`, {});
    const answers = Object.fromEntries(
      surveyElements.map((element) => [element, element === 'time' ? 2 : 4]),
    );
    const text = 'Menunggu sampai dua jam.';
    const form = {
      answers,
      respondent: { sex: at % 2 ? 'male' : 'female', education: 'senior' },
      ...(at === 0 ? { message: { kind: 'complaint', text } } : {}),
    };
    const receipt = (await post(`/survey/${ticket.token}`, form, `visit-${at}-judged`)) as SurveyReceipt;
    if (receipt.message) code = receipt.message.code;
  }
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  office = await context.newPage();
  await office.goto(`${hall.url}/reports#skm`);
  await office.getByLabel('Nama pengguna').fill('budi');
  await office.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
  await office.getByRole('button', { name: 'Masuk' }).click();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('the index is shown with its grade, the weakest element first, and whether the sample is large enough', async () => {
  await office.getByRole('heading', { name: 'Kepuasan (SKM)' }).waitFor();
  // Eight elements at 4, one at 2.
  await office.getByText('94,44').first().waitFor();
  await office.getByText('A · Sangat baik').first().waitFor();
  await office.getByText('Cukup mewakili').waitFor();
  const elements = office.getByRole('table', { name: 'Unsur, yang terendah dulu' });
  expect(await elements.locator('tbody tr').first().textContent()).toContain('Waktu penyelesaian2,00050,00D');
  expect(await axeFaults(office)).toEqual([]);
  await keepPicture(office, 'test-results/reports/skm.png');
});

test('the semester report prints as a page to sign, without the rest of the screen', async () => {
  await office.getByRole('button', { name: 'Semester 2 2026' }).click();
  await office.emulateMedia({ media: 'print' });
  await office.getByText('1 Juli 2026 sampai 31 Desember 2026').waitFor();
  await office.getByText('Kepala unit penyelenggara pelayanan').waitFor();
  expect(await office.getByRole('button', { name: 'Cetak laporan' }).count()).toBe(0);
  // As browsers print unless told otherwise: without backgrounds.
  const pdf = await office.pdf({ preferCSSPageSize: true, printBackground: false });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  mkdirSync('test-results/reports', { recursive: true });
  writeFileSync('test-results/reports/skm.pdf', pdf);
  await office.emulateMedia({ media: 'screen' });
});

test('a complaint is answered, and whoever wrote it reads the answer', async () => {
  await office.goto(`${hall.url}/reports#aduan`);
  await office.getByRole('heading', { name: 'Saran dan aduan' }).waitFor();
  const card = office.getByRole('article', { name: code });
  await card.getByText('Menunggu sampai dua jam.').waitFor();
  await card.getByText('14 hari kerja lagi').waitFor();
  await card.getByText('Sesudah dilayani').waitFor();
  const inNavigation = office.getByRole('navigation', { name: 'Bagian' }).getByText('1 perlu dilihat');
  await inNavigation.waitFor();
  expect(await axeFaults(office)).toEqual([]);
  await keepPicture(office, 'test-results/reports/complaints.png', { fullPage: true });
  await card.getByLabel('Nomor SP4N-LAPOR!').fill('#8213907');
  await card.getByLabel('Keadaan di SP4N-LAPOR!').click();
  await office.getByRole('option', { name: 'Selesai di sana' }).click();
  await card.getByLabel('Status').click();
  await office.getByRole('option', { name: 'Sudah dijawab' }).click();
  await card.getByRole('button', { name: 'Simpan' }).click();
  // Without a word to its writer nothing is answered.
  await card.getByRole('alert').waitFor();
  await card.getByLabel('Jawaban untuk pelapor').fill('Mohon maaf. Loket kedua kami buka mulai besok.');
  await card.getByRole('button', { name: 'Simpan' }).click();
  await office.getByText('Tidak ada saran atau pengaduan di sini.').waitFor();
  await inNavigation.waitFor({ state: 'detached' });
  const seen = (await (await fetch(`${hall.url}/api/v1/complaints/${code}`)).json()) as Complaint;
  const counts = office.getByLabel('Aduan kurun waktu ini');
  await counts.getByText('selesai di SP4N-LAPOR!').waitFor();
  expect(await counts.locator('dd').allTextContents()).toEqual(['1', '1', '1', '1']);
  await keepPicture(office, 'test-results/reports/complaint-counts.png');
  expect([seen.status, seen.answer, seen.sp4nNumber, seen.sp4nState]).toEqual([
    'answered',
    'Mohon maaf. Loket kedua kami buka mulai besok.',
    '#8213907',
    'finished',
  ]);
  const download = office.waitForEvent('download');
  await office.getByRole('link', { name: /CSV/ }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain(`${code};2026-11-24;Sesudah dilayani;`);
  expect(file).toContain('#8213907');
});

test('the public page shows on a small screen without a script and without faults', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'id-ID',
  });
  const phone = await context.newPage();
  await phone.goto(`${hall.url}/info`);
  await phone.locator('summary').first().click();
  await phone.getByText('Jam buka tujuh hari ini').first().waitFor();
  await keepPicture(phone, 'test-results/reports/info.png');
  await context.close();
  await office.setViewportSize({ width: 390, height: 844 });
  await office.clock.install();
  await office.goto(`${hall.url}/info?lang=en`);
  expect(await axeFaults(office)).toEqual([]);
  // A minute on it tells what is so then, and what was opened stays open.
  await office.locator('summary').first().click();
  hall.clock.advance({ minutes: 3 });
  await office.clock.runFor(61_000);
  await office.getByText('As of 09.44.').waitFor();
  expect(await office.locator('details').first().getAttribute('open')).toBe('');
});

test('what somebody else has read becomes public without the person, on the page before coming and on phones', async () => {
  const page = await office.context().newPage();
  await page.goto(`${hall.url}/reports#aduan?status=all`);
  const card = page.getByRole('article', { name: code });
  await card.getByRole('button', { name: 'Siapkan untuk diterbitkan' }).click();
  const question = card.getByLabel('Aduannya, dengan kata sendiri');
  await question.fill('Pengunjung menunggu lama; kata Pak Slamet dua jam lebih.');
  await keepPicture(page, 'test-results/reports/publication-form.png', { fullPage: true });
  await card.getByRole('button', { name: 'Simpan untuk dibaca orang lain' }).click();
  const list = page.getByRole('region', { name: 'Jawaban untuk semua orang' });
  await list.getByText('Nama orang: Pak Slamet').waitFor();
  await list.getByText('Anda yang menulisnya.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await list.getByRole('heading').scrollIntoViewIfNeeded();
  await keepPicture(page, 'test-results/reports/publication-own.png', { fullPage: true });
  await page.close();

  const context = await secondReader();
  const second = await context.newPage();
  await second.goto(`${hall.url}/reports#aduan`);
  const other = second.getByRole('region', { name: 'Jawaban untuk semua orang' });
  await other.getByRole('button', { name: 'Ubah' }).click();
  await other.getByLabel('Aduannya, dengan kata sendiri').press('Escape');
  await other.getByRole('button', { name: 'Batal' }).press('Enter');
  const publish = other.getByRole('button', { name: 'Terbitkan' });
  expect(await publish.isDisabled()).toBe(true);
  await other.getByLabel('Sudah saya baca. Yang ditandai di atas bukan milik seseorang.').check();
  await keepPicture(second, 'test-results/reports/publication-second.png', { fullPage: true });
  await publish.click();
  await other.getByRole('button', { name: 'Tarik kembali' }).waitFor();
  await second.getByRole('button', { name: 'English' }).click();
  await second.setViewportSize({ width: 390, height: 844 });
  await second.getByRole('heading', { name: 'Answers for everybody' }).scrollIntoViewIfNeeded();
  await keepPicture(second, 'test-results/reports/publication-english-phone.png');

  // What everybody reads is made anew once it is two seconds old.
  hall.clock.advance({ minutes: 1 });
  await second.goto(`${hall.url}/info?lang=id`);
  await second.getByText('Aduan yang sudah dijawab').click();
  await second.getByText('Mohon maaf. Loket kedua kami buka mulai besok.').waitFor();
  expect(await axeFaults(second)).toEqual([]);
  await second.locator('#aduan').scrollIntoViewIfNeeded();
  await keepPicture(second, 'test-results/reports/info-answers.png');
  await second.getByRole('link', { name: 'Semua jawaban' }).click();
  await second.getByRole('heading', { name: 'Aduan yang sudah dijawab' }).waitFor();
  expect(await second.locator('main').textContent()).not.toContain(code);
  expect(await axeFaults(second)).toEqual([]);
  await keepPicture(second, 'test-results/reports/phone-answers.png', { fullPage: true });
  await context.close();
});

test('what is lowest is followed up: an action is written beside it, and done once its proof is', async () => {
  const page = await office.context().newPage();
  await page.goto(`${hall.url}/reports#skm`);
  const plan = page.getByRole('region', { name: 'Rencana tindak lanjut' });
  await plan.getByText('Belum ada tindakan untuk laporan ini.').waitFor();
  await plan.getByRole('button', { name: 'Tulis tindakan untuk Waktu penyelesaian' }).click();
  await plan.getByLabel('Tindakan', { exact: true }).fill('Buka satu meja lagi pada jam sibuk');
  await plan.getByLabel('Penanggung jawab').fill('Koordinator balai');
  await plan.getByLabel('Batas waktu').fill('30/12/2026');
  await plan.getByRole('button', { name: 'Simpan' }).click();
  await plan.getByText('0 dari 1 selesai (0 %)').waitFor();
  await plan.getByText('Koordinator balai · paling lambat 30 Desember 2026').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await plan.getByRole('button', { name: 'Ubah atau selesaikan: Buka satu meja lagi' }).click();
  await plan.getByLabel('Selesai pada').fill('24/11/2026');
  await plan.getByLabel('Selesai pada').press('Tab');
  await plan.getByRole('textbox', { name: 'Bukti' }).fill('Foto di map SKM 2026');
  await keepPicture(page, 'test-results/reports/follow-up.png');
  await plan.getByRole('button', { name: 'Simpan' }).click();
  await plan.getByText('1 dari 1 selesai (100 %)').waitFor();
  await plan.getByText('Semua selesai dalam sebulan sejak laporan').waitFor();
  await plan.getByText('Bukti: Foto di map SKM 2026').waitFor();
  await plan.getByRole('button', { name: 'Ubah atau selesaikan: Buka satu meja lagi' }).click();
  const files = plan.getByRole('region', { name: 'Berkas bukti' });
  const sent = { name: 'Berita acara.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  await files.locator('input[type=file]').setInputFiles(sent);
  await files.getByRole('link', { name: 'Berita acara.pdf' }).waitFor();
  await files
    .locator('input[type=file]')
    .setInputFiles({ ...sent, name: 'rapat.pdf', buffer: Buffer.from('<p>') });
  await files.getByRole('alert').waitFor();
  await files.getByRole('button', { name: 'Hapus Berita acara.pdf' }).click();
  await files.getByText('Hapus Berita acara.pdf?').waitFor();
  await keepPicture(page, 'test-results/reports/follow-up-files.png');
  // By the key: two presses at one place within a moment are one.
  await files.getByRole('button', { name: 'Batal' }).press('Enter');
  await files.getByText('Hapus Berita acara.pdf?').waitFor({ state: 'detached' });
  // Nothing of it goes without being asked about.
  await plan.getByRole('button', { name: 'Hapus', exact: true }).click();
  await plan.getByText('Hapus tindakan ini beserta 1 berkas buktinya?').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await keepPicture(page, 'test-results/reports/follow-up-remove.png', { fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await keepPicture(page, 'test-results/reports/follow-up-phone.png', { fullPage: true });
  await page.setViewportSize({ width: 1366, height: 768 });
  await plan.getByRole('button', { name: 'Batal' }).last().click();
  await plan.getByRole('button', { name: 'Batal' }).click();
  await plan.getByRole('link', { name: 'Berita acara.pdf' }).waitFor();
  await keepPicture(page, 'test-results/reports/follow-up-done.png');

  // The printed report holds the plan in place of lines to write on.
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByTestId('semester-report');
  await sheet.getByText('24 November 2026. Foto di map SKM 2026').waitFor();
  await keepPicture(page, 'test-results/reports/semester-report.png', { fullPage: true });
  // And the four counts that the ministry asks.
  const counts = sheet.getByRole('table').filter({ hasText: 'Pengaduan masuk' }).locator('td');
  await counts.first().waitFor();
  expect(await counts.allTextContents()).toEqual(['1', '1', '1', '1']);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('1 of 1 done').waitFor();
  await keepPicture(page, 'test-results/reports/follow-up-english.png', { fullPage: true });
  await page.close();
});

test('the survey’s result becomes public once another has read it, with what was done about it', async () => {
  const page = await office.context().newPage();
  await page.goto(`${hall.url}/reports#skm`);
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  const results = page.getByRole('region', { name: 'Hasil untuk semua orang' });
  await results.getByText('Hasil kurun waktu ini belum disiapkan.').waitFor();
  await results.getByRole('button', { name: 'Siapkan untuk diterbitkan' }).click();
  await results.getByLabel('Waktu penyelesaian: Buka satu meja lagi pada jam sibuk').check();
  const words = results.getByLabel('Kata untuk semua orang: Buka satu meja lagi pada jam sibuk');
  await words.fill('Satu meja lagi dibuka pada jam sibuk. Tanya kami di 0285 381001.');
  await keepPicture(page, 'test-results/reports/skm-public-form.png', { fullPage: true });
  await results.getByRole('button', { name: 'Simpan untuk dibaca orang lain' }).click();
  await results.getByText('Nomor telepon: 0285 381001').waitFor();
  await results.getByText('Anda yang menulisnya.').waitFor();
  await keepPicture(page, 'test-results/reports/skm-public-own.png', { fullPage: true });
  await page.close();

  const second = await (await secondReader()).newPage();
  await second.goto(`${hall.url}/reports#skm`);
  const other = second.getByRole('region', { name: 'Hasil untuk semua orang' });
  await other.getByLabel('Sudah saya baca. Yang ditandai di atas bukan milik seseorang.').check();
  await keepPicture(second, 'test-results/reports/skm-public-second.png', { fullPage: true });
  await other.getByRole('button', { name: 'Terbitkan' }).click();
  await other.getByText('Yang dibaca pengunjung: hasil 24 November 2026 sampai 24 November 2026.').waitFor();
  expect(await axeFaults(second)).toEqual([]);
  // What everybody reads is made anew once it is two seconds old.
  hall.clock.advance({ minutes: 1 });
  await second.goto(`${hall.url}/info`);
  await second.getByText('Kepuasan pengunjung (SKM)').click();
  await second.locator('#skm').getByText('Selesai 24 November 2026').waitFor();
  await second.context().close();
});

test('a published result hangs in the hall on A4, and is read in each language', {
  tags: ['long'],
}, async () => {
  const context = await secondReader();
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(`${hall.url}/reports#skm`);
  const results = page.getByRole('region', { name: 'Hasil untuk semua orang' });
  await results.getByLabel('Dipasang di balai sejak').fill('24/11/2026');
  await results.getByLabel('Dipasang di balai sejak').press('Tab');
  await results.getByText('Ditemukan pengunjung di: kios, kertas di balai.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  for (const width of [1366, 390, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    await results.getByRole('button', { name: 'Cetak A4' }).scrollIntoViewIfNeeded();
    await keepPicture(page, `test-results/reports/skm-public-${width}.png`);
  }
  await results.getByRole('button', { name: 'Cetak A4' }).click();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.getByTestId('skm-poster').getByText('Selesai 24 November 2026').waitFor();
  expect(await page.getByTestId('semester-report').count()).toBe(0);
  await keepPicture(page, 'test-results/reports/skm-poster.png', { fullPage: true });
  // Once it is printed, the report is what would be.
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.getByTestId('semester-report').waitFor();
  await page.emulateMedia({ media: 'screen' });
  for (const [language, said, width] of [
    ['jv', 'Kamareman pangunjung (SKM)', 390],
    ['en', 'How satisfied visitors are (SKM)', 1920],
    ['id', 'Kepuasan pengunjung (SKM)', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${hall.url}/info?lang=${language}`);
    await page.getByText(said).click();
    expect(await axeFaults(page)).toEqual([]);
    await keepPicture(page, `test-results/reports/info-skm-${language}.png`, { fullPage: true });
    await page.goto(`${hall.url}/aduan`);
    await page.getByRole('button', { name: buttonOf[language] }).press('Enter');
    await page.getByRole('heading', { name: said }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await keepPicture(page, `test-results/reports/phone-skm-${language}.png`, { fullPage: true });
  }
  await context.close();
});

test.each(['portrait', 'landscape'] as const)(
  'at the %s kiosk the result is read beside a service’s standard',
  { tags: ['long'] },
  async (name) => {
    const page = await openKiosk(browser, hall.url, name);
    await page.getByTestId('counter-K').tap();
    await page.locator('label').filter({ hasText: 'Perekaman KTP-el' }).tap();
    await page.getByRole('button', { name: 'Standar pelayanan' }).tap();
    const way = page.getByRole('button', { name: 'Nilai SKM' });
    await way.waitFor();
    expect(await layoutFaults(page, 24)).toEqual([]);
    await keepPicture(page, `test-results/reports/kiosk-standard-${name}.png`);
    await way.tap();
    await page.getByText('94,44 dari 100').waitFor();
    expect(await layoutFaults(page, 24)).toEqual([]);
    await keepPicture(page, `test-results/reports/kiosk-skm-${name}.png`);
    await page.getByRole('button', { name: 'Kembali' }).tap();
    await way.waitFor();
    await page.getByRole('button', { name: 'Kembali' }).tap();
    await page.getByRole('button', { name: 'Ambil nomor' }).waitFor();
    await page.getByTestId('mode').tap();
    await page.locator('label').filter({ hasText: 'Perekaman KTP-el' }).tap();
    await page.getByRole('button', { name: 'Berikut' }).tap();
    await page.getByRole('button', { name: 'Standar pelayanan' }).tap();
    await way.waitFor();
    expect(await layoutFaults(page, 30)).toEqual([]);
    await keepPicture(page, `test-results/reports/kiosk-standard-large-${name}.png`);
    await way.tap();
    await page.getByText('94,44 dari 100').waitFor();
    expect(await layoutFaults(page, 30)).toEqual([]);
    await keepPicture(page, `test-results/reports/kiosk-skm-large-${name}.png`);
    await page.context().close();
  },
);

test('results stand in the lobby among the notices, once an admin wants them there', {
  tags: ['long'],
}, async () => {
  const page = await office.context().newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${hall.url}/admin#layar`);
  const choice = page.getByRole('group', { name: 'Hasil yang ditampilkan di layar lobi' });
  await choice.getByLabel('nilai SKM dan tindak lanjutnya').check();
  await choice.getByLabel('jawaban aduan (tiga terbaru)').check();
  await keepPicture(page, 'test-results/reports/admin-lobby-results.png');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan').first().waitFor();
  await page.close();
  for (const [name, width, height, least] of [
    ['wide', 1920, 1080, 20],
    ['small', 1280, 720, 14],
    ['upright', 1080, 1920, 20],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const screen = await context.newPage();
    await screen.clock.install();
    await screen.goto(`${hall.url}/display`);
    for (const words of [
      '94,44 dari 100',
      '5 orang menjawab',
      'Waktu penyelesaian 50,00',
      'Satu meja lagi dibuka',
      'Pengunjung menunggu lama',
      'Mohon maaf. Loket kedua',
    ]) {
      const found = screen.getByText(words).first();
      for (let turn = 0; turn < 60 && !(await found.isVisible()); turn += 1) await screen.clock.runFor(5_000);
      await found.waitFor();
      await keepPicture(screen, `test-results/reports/lobby-${name}-${words.slice(0, 8)}.png`);
      const session = await context.newCDPSession(screen);
      // Of the notice alone: the bars of practice and sound, and a line thought lost by the stopped clock, press on the rest.
      const faults = (await boardFaults(session, least)).filter((fault) => fault.includes(words));
      expect(faults).toEqual([]);
    }
    await context.close();
  }
});

const buttonOf = { id: 'Indonesia', en: 'English', jv: 'Basa Jawa' };

/** A browser of somebody else who may publish. */
async function secondReader() {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  readers += 1;
  const { cookie } = await makeUser(hall, {
    ...{ username: `tono${readers}`, displayName: 'Tono Wijaya', role: 'supervisor' },
  });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: hall.url }]);
  return context;
}
let readers = 0;
