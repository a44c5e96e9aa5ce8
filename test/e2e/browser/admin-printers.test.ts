import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { FoundPrinters, PrintersNow } from '../../../electron/contract/printers';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;
let first: FakePrinter;
let second: FakePrinter;

const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: null });
  budi = await makeAdmin(hall);
  first = await startFakePrinter();
  second = await startFakePrinter({
    nature: { maker: 'Xprinter', model: 'XP-80C', answersFunctionH: false },
  });
  page = await adminPage(browser, hall.url, { section: 'printer' });
  await signIn(page, 'budi', password);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
  await first?.close();
  await second?.close();
});

test('a printer in the network is found, tried, and kept; tickets come out of it', async () => {
  await page.getByText('Belum ada printer').waitFor();
  await page.getByLabel('Alamat di jaringan').fill(`127.0.0.1:${first.port} 127.0.0.1:${second.port}`);
  await page.getByRole('button', { name: 'Cari printer' }).click();
  await page.getByText('2 printer ditemukan.').waitFor();
  await adminPicture(page, 'printers-found');
  const found = card('EPSON TM-T82X');
  expect(await found.locator('p').allInnerTexts()).toEqual([
    'Jaringan, 127.0.0.1',
    'Siap',
    'Jenis printer: Epson TM-T82, TM-T88, dan sejenisnya',
    `tcp://127.0.0.1:${first.port}`,
  ]);
  await adminPicture(page, 'printers-found');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pakai EPSON TM-T82X' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Cetak tiket uji' }).click();
  await panel.getByText('Tiket uji tercetak, dan printer membenarkannya.').waitFor();
  expect(first.papers[0]?.lines.some((line) => line.includes('TIKET UJI'))).toBe(true);
  await adminPicture(page, 'printer-new');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await panel.waitFor({ state: 'hidden' });
  await card('EPSON TM-T82X').getByText('Mencetak sekarang').waitFor();
  await page.getByText('Sudah dipakai: EPSON TM-T82X').waitFor();
});

test('a second one stands in while the first has no paper, and both say how they are', async () => {
  await page.getByRole('button', { name: 'Pakai Xprinter XP-80C' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Bahasa Indonesia').fill('di samping pintu masuk');
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await panel.waitFor({ state: 'hidden' });
  await card('Xprinter XP-80C').getByText('Siap', { exact: true }).waitFor();
  first.become({ paper: 'out' });
  await card('EPSON TM-T82X').getByText('Kertas habis').waitFor();
  await card('Xprinter XP-80C').getByText('Mencetak sekarang').waitFor();
  second.become({ paper: 'low' });
  await card('Xprinter XP-80C').getByText('kira-kira 40 tiket lagi').waitFor();
  expect(await card('EPSON TM-T82X').getByText('tiket lagi').count()).toBe(0);
  await adminPicture(page, 'printers-paper');
  await expectAccessible(page);
});

test('officers see it too, with what to do about it', async () => {
  await page.goto(`${hall.url}/staff#balai`);
  await page.getByRole('alert').getByText('Kertas habis').waitFor();
  await page.getByRole('button', { name: 'Cara mengatasi' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Buka tutupnya, pasang gulungan baru').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Kertas kira-kira 40 tiket lagi' }).waitFor();
  await page.getByRole('button', { name: 'Cara mengatasi' }).last().click();
  await dialog.getByText('kira-kira 40 tiket lagi').waitFor();
  await adminPicture(page, 'printers-staff');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Gulungan baru terpasang' }).click();
  await expect
    .poll(async () => JSON.stringify(await budi.request('GET', '/printers')))
    .toContain('"printedSinceRoll":0');
});

test('a layout is printed as its picture shows it; without paper it is told why not', async () => {
  first.become({ paper: 'enough' });
  const printing = async () =>
    ((await budi.request('GET', '/printers')).body as PrintersNow).printers
      .filter((each) => each.printing)
      .map(({ name }) => name);
  await expect.poll(printing).toEqual(['EPSON TM-T82X']);
  await page.goto(`${hall.url}/admin#tiket`);
  const picture = page.getByRole('list', { name: 'Gambar tiket' }).locator('image').first();
  await page.getByText('Panjang kertas').waitFor();
  const svg = decodeURIComponent((await picture.getAttribute('href'))?.replace(/^[^,]*,/, '') ?? '');
  const shown = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line = '']) => line.trim());
  const papersBefore = first.papers.length;
  await page.getByRole('button', { name: 'Cetak tiket uji' }).click();
  await page.getByText('Tiket uji sudah tercetak.').waitFor();
  const printed = (first.papers[papersBefore]?.lines ?? []).map((line) => line.trim());
  expect(printed[0]).toBe('TIKET UJI - BUKAN NOMOR ANTREAN');
  const words = (lines: readonly string[]) => lines.join(' ').split(/\s+/).filter(Boolean);
  expect(shown.length).toBeGreaterThan(4);
  expect(words(printed.slice(1))).toEqual(words(shown));
  await adminPicture(page, 'ticket-test-print');

  first.become({ paper: 'out' });
  second.become({ paper: 'out' });
  await expect
    .poll(async () =>
      ((await budi.request('GET', '/printers')).body as PrintersNow).printers.map(
        ({ status }) => status.cause,
      ),
    )
    .toEqual(['paper_out', 'paper_out']);
  await page.getByRole('button', { name: 'Cetak tiket uji' }).click();
  await page.getByText('Tidak ada printer yang siap. Periksa bagian Printer. Kertas habis.').waitFor();
  expect(first.papers.length).toBe(papersBefore + 1);
});

test('after a save the panel shows what was kept, and the next save is kept too', async () => {
  await page.goto(`${hall.url}/admin#printer`);
  await card('Xprinter XP-80C').getByRole('button', { name: 'Ubah' }).click();
  const panel = page.getByRole('dialog');
  for (const name of ['Printer pintu', 'Printer pintu timur']) {
    await panel.getByLabel('Nama', { exact: true }).fill(name);
    await panel.getByRole('button', { name: 'Simpan' }).click();
    await panel.getByRole('heading', { name, exact: true }).waitFor();
    expect(await panel.getByLabel('Nama', { exact: true }).inputValue()).toBe(name);
  }
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await card('Printer pintu timur').first().waitFor();
});

test('an address that is typed twice shows its printer once; its better address takes the place of the old one', async () => {
  const steady = `tcp://localhost:${second.port}`;
  // Only a USB printer has a better address, and none is attached here: the rest of the answer is the server's own.
  await page.route('**/api/v1/admin/printers/find', async (route) => {
    const response = await route.fetch();
    const answer: FoundPrinters = await response.json();
    const printers = answer.printers.map((printer) => ({ ...printer, steadyTarget: steady }));
    await route.fulfill({ response, json: { ...answer, printers } });
  });
  onTestFinished(() => page.unroute('**/api/v1/admin/printers/find'));
  await page.getByLabel('Alamat di jaringan').fill(`127.0.0.1:${second.port} 127.0.0.1:${second.port}`);
  await page.getByRole('button', { name: 'Cari printer' }).click();
  await page.getByText('1 printer ditemukan.').waitFor();
  await page.getByRole('button', { name: 'Pakai alamat yang tetap' }).click();
  await page.getByText('Alamatnya sudah diganti dengan yang tetap.').waitFor();
  await card('Printer pintu timur').getByText(steady).waitFor();
  expect(await page.getByText('Alamatnya sudah diganti dengan yang tetap.').isVisible()).toBe(true);
});

test('the admin page has one live line to the server, whichever sections are looked at', async () => {
  const lines = async () =>
    Number(/^antre_listeners (\d+)$/m.exec(await (await fetch(`${hall.url}/metrics`)).text())?.[1]);
  await page.reload();
  await card('EPSON TM-T82X').first().waitFor();
  await expect.poll(lines).toBe(1);
  await page.getByRole('link', { name: 'Perangkat' }).click();
  await page.getByRole('heading', { level: 1, name: 'Perangkat' }).waitFor();
  await page
    .getByRole('row', { name: /Menyala|Mati|Belum/ })
    .first()
    .waitFor();
  await expect.poll(lines).toBe(1);
});

test('a printer that takes what it is sent and says nothing is offered as such, with what nobody will be told of it', async () => {
  const silent = await startFakePrinter({
    nature: { answersStatus: [], answersNames: false, answersFunctionH: false, answersGsR: false },
  });
  onTestFinished(() => silent.close());
  await page.goto(`${hall.url}/admin#printer`);
  await page.getByLabel('Alamat di jaringan').fill(`127.0.0.1:${silent.port}`);
  await page.getByRole('button', { name: 'Cari printer' }).click();
  await page.getByText('Tidak dapat ditanyai. Tekan Pakai, lalu cetak tiket uji').waitFor();
  await page.getByRole('button', { name: 'Pakai Printer tanpa nama' }).click();
  const panel = page.getByRole('dialog');
  expect(await panel.getByLabel('Jenis printer').inputValue()).toBe('Printer tanpa laporan keadaan, 80 mm');
  await panel.getByText('Antre tidak tahu bila kertasnya habis').waitFor();
  await panel.getByRole('button', { name: 'Cetak tiket uji' }).click();
  await panel.getByText('Tiket uji terkirim. Printer ini tidak dapat membenarkan; lihat hasilnya.').waitFor();
  await silent.until(() => silent.papers.length === 1);
  await adminPicture(page, 'printer-says-nothing');
  await expectAccessible(page);
});
