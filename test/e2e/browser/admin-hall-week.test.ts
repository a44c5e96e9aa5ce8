import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { unmannedSite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

interface MenuService {
  readonly id: string;
  readonly name: { readonly id: string };
  readonly status: string;
  readonly quotaLeft: number | null;
}
interface MenuCounter {
  readonly code: string;
  readonly services: readonly MenuService[];
}

async function onKiosk(name: string): Promise<MenuService | undefined> {
  const body: unknown = await (await fetch(`${hall.url}/api/v1/counters`)).json();
  return (body as MenuCounter[]).flatMap(({ services }) => services).find((each) => each.name.id === name);
}

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ site: unmannedSite(), printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  await budi.request('POST', '/admin/go-live');
  page = await adminPage(browser, hall.url, { section: 'gerai' });
  await signIn(page, 'budi', password);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a passport service with 15 numbers a day is made, and stands on the kiosk', async () => {
  await page.getByRole('button', { name: /^K, / }).click();
  await page.getByRole('button', { name: 'Tambah layanan' }).click();
  await page.getByRole('group', { name: 'Nama' }).getByLabel('Bahasa Indonesia').fill('Paspor hari Rabu');
  await page.getByLabel('Kuota sehari').fill('15');
  await page
    .getByRole('group', { name: 'Berkas' })
    .getByLabel('Bahasa Indonesia')
    .fill('KTP-el\nAkta kelahiran');
  await page.getByText('◆ 3 perubahan belum disimpan').waitFor();
  await adminPicture(page, 'service-unsaved');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: 'Paspor hari Rabu' }).waitFor();
  expect(await onKiosk('Paspor hari Rabu')).toMatchObject({ status: 'open', quotaLeft: 15 });
});

test('it opens on Wednesdays alone, by keys, as kiosk and day view show', async () => {
  await openSection(page, 'Jam dan libur', 'Jam buka');
  await page.getByRole('searchbox', { name: 'Cari gerai atau layanan' }).fill('paspor rabu');
  await page.getByRole('button', { name: 'Paspor hari Rabu', exact: true }).click();
  await page.getByText('K, Dindukcapil. Ikut jam').waitFor();
  for (const day of ['Senin', 'Selasa', 'Kamis', 'Jumat']) {
    const row = page.getByRole('group', { name: day });
    // As a hand gets there: by another key, so that the next Enter is no second half of the last.
    await page.keyboard.press('Tab');
    await row.getByRole('button', { name: /Jeda|Tanpa jeda|–/ }).focus();
    await pressKey(page, 'Enter');
    while ((await row.getByRole('button', { name: 'Hapus' }).count()) > 0) {
      await row.getByRole('button', { name: 'Hapus' }).first().focus();
      await pressKey(page, 'Enter');
    }
  }
  const opens = page.getByRole('slider', { name: 'Rabu, buka 1' });
  const before = Number(await opens.getAttribute('aria-valuenow'));
  await opens.press('ArrowRight');
  expect(Number(await opens.getAttribute('aria-valuenow'))).toBe(before + 5);
  await adminPicture(page, 'week-unsaved');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan jam' }).focus();
  await pressKey(page, 'Enter');
  await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
  await page.getByRole('button', { name: 'Paspor hari Rabu sendiri' }).waitFor();

  // The hall's clock stands at Tuesday, 24 November.
  expect((await onKiosk('Paspor hari Rabu'))?.status).toBe('closed');
  await openSection(page, 'Jam dan libur', 'Per tanggal');
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('2026-12-02');
  await page.getByRole('heading', { name: 'Rabu, 2 Desember 2026' }).waitFor();
  const row = page.getByRole('row', { name: /Paspor hari Rabu/ });
  await row.getByText('15 nomor').waitFor();
  await row.getByText('08.05–').waitFor();
  await adminPicture(page, 'day');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('2026-12-03');
  await page.getByRole('row', { name: /Paspor hari Rabu.*Tutup/ }).waitFor();
});

test('the Friday prayer break is set with one press and closes the kiosk at noon', async () => {
  await openSection(page, 'Jam dan libur', 'Jam buka');
  await page.getByRole('button', { name: 'Seluruh balai' }).click();
  const friday = page.getByRole('group', { name: 'Jumat' });
  await friday.getByRole('button').first().click();
  while ((await friday.getByRole('button', { name: 'Hapus' }).count()) > 1) {
    await friday.getByRole('button', { name: 'Hapus' }).last().click();
  }
  await friday.getByLabel('Jumat, tutup 1, diketik').fill('15.00');
  await friday.getByLabel('Jumat, tutup 1, diketik').blur();
  await page.getByRole('button', { name: 'Jeda salat Jumat' }).click();
  await friday.getByText('Jeda 11.00–13.00').waitFor();
  await adminPicture(page, 'friday');
  if (await page.getByText('belum disimpan').count()) {
    await page.getByRole('button', { name: 'Simpan jam' }).click();
    await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
  }
  const { body } = await budi.request('GET', '/admin/day?date=2026-11-27');
  const { services } = body as { services: { spans: { opens: string; closes: string }[] }[] };
  expect(services.some(({ spans }) => JSON.stringify(spans).includes('"closes":"11:00"'))).toBe(true);
});

test('the second to save is told what changed meanwhile, and loses nothing', async () => {
  await openSection(page, 'Gerai dan layanan');
  await page.getByRole('list', { name: 'Gerai', exact: true }).getByRole('button').first().click();
  const { body } = await budi.request('GET', '/admin/counters');
  const [first] = body as { id: string; zone: string }[];
  await page.getByRole('combobox', { name: 'Nama lengkap instansi' }).fill('Instansi yang diperbarui');
  await page.getByText('◆ 1 perubahan belum disimpan').waitFor();
  const other = await budi.request('PATCH', `/admin/counters/${first?.id}`, { zone: 'Lantai dua' });
  expect(other).toMatchObject({ status: 200, body: { zone: 'Lantai dua' } });
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect
    .poll(() => page.getByRole('alert').allTextContents())
    .toEqual(['Sementara itu admin lain menyimpan: Bagian balai. Pilih yang dipakai.']);
  await adminPicture(page, 'changed-meanwhile');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Teruskan perubahan saya' }).click();
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
  expect((await budi.request('GET', `/admin/counters/${first?.id}`)).body).toMatchObject({
    agency: 'Instansi yang diperbarui',
    zone: 'Lantai dua',
  });
});

test('a counter is seen as visitors will find it on a day and at a time, closed days and all', async () => {
  await page.getByRole('button', { name: /^K, / }).click();
  await page.getByRole('combobox', { name: 'Keadaan' }).click();
  await page.getByRole('option', { name: 'Pada hari dan jam tertentu' }).click();
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('2026-12-05');
  await page.getByTestId('tile-preview').getByText('Buka Senin').waitFor();
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('2026-12-02');
  const ahead = page.getByRole('list', { name: 'Begini pengunjung melihatnya pada' });
  await ahead.getByRole('listitem').filter({ hasText: 'Paspor hari Rabu' }).getByText('Buka').waitFor();
  await adminPicture(page, 'look-ahead');
  await expectAccessible(page);
  await page.getByRole('list', { name: 'Gerai', exact: true }).getByRole('button').first().click();
});

test('counters change places by Alt and the arrow keys', async () => {
  const list = page.getByRole('list', { name: 'Gerai', exact: true }).getByRole('button');
  const [first, second] = await list.allTextContents();
  await list.first().press('Alt+ArrowDown');
  await expect.poll(async () => (await list.allTextContents()).slice(0, 2)).toEqual([second, first]);

  // By a finger, too.
  const name = (await list.first().locator('strong').textContent())?.replace(/^.*, /, '');
  await list.first().click();
  await page.getByRole('button', { name: `Turunkan ${name}` }).click();
  await expect.poll(async () => (await list.allTextContents()).slice(0, 2)).toEqual([first, second]);
  await adminPicture(page, 'counters');
});

test('who stands on the page of a service hears at once, and kindly, what the admin does to it', async () => {
  const kiosk = await openKiosk(browser, hall.url);
  // A reload would forget it.
  await kiosk.evaluate(() => Object.assign(globalThis, { stays: true }));
  await kiosk.getByTestId('counter-K').tap();
  await kiosk.locator('label').filter({ hasText: 'Kartu Keluarga' }).tap();
  await kiosk.getByRole('button', { name: 'Ambil nomor' }).waitFor();

  await openSection(page, 'Gerai dan layanan');
  await page.getByRole('button', { name: /^K, / }).click();
  await page.getByRole('button', { name: /Kartu Keluarga/ }).click();
  const services = page.getByRole('region', { name: 'Layanan', exact: true });
  await services.getByRole('button', { name: 'Semua isian' }).click();
  const paused = page.getByRole('switch', { name: 'Berhenti sebentar' });
  await paused.focus();
  await pressKey(page, 'Space');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await kiosk.getByText('Gerai ini berhenti sebentar. Silakan tunggu atau tanya petugas.').waitFor();
  await expect.poll(() => page.getByText('belum disimpan').count()).toBe(0);
  await paused.focus();
  await pressKey(page, 'Space');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await kiosk.getByRole('button', { name: 'Ambil nomor' }).waitFor();

  await page.getByRole('button', { name: 'Arsipkan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Arsipkan' }).click();
  await kiosk.getByText('Maaf, layanan ini baru saja tutup.').waitFor();
  await keepPicture(kiosk, 'test-results/admin/kiosk-service-archived.png');

  const counters = (await budi.request('GET', '/admin/counters')).body as { id: string; code: string }[];
  const other = counters.find(({ code }) => code === 'R');
  await kiosk.getByRole('button', { name: 'Kembali' }).tap();
  await kiosk.getByTestId('counter-R').tap();
  await kiosk.getByRole('heading', { level: 1 }).waitFor();
  await budi.request('DELETE', `/admin/counters/${other?.id}`);
  await kiosk.getByText(/^(Maaf, layanan ini baru saja tutup|Layanan ini sedang tutup)\./).waitFor();
  await keepPicture(kiosk, 'test-results/admin/kiosk-counter-archived.png');
  await kiosk.getByRole('button', { name: 'Kembali' }).tap();
  await kiosk.getByTestId('counter-K').waitFor();
  expect(await kiosk.getByTestId('counter-R').count()).toBe(0);
  expect(await kiosk.evaluate(() => 'stays' in globalThis)).toBe(true);
  await kiosk.context().close();
});

test('on Wednesday the kiosk gives its 15 numbers', async () => {
  hall.clock.set('2026-11-25T09:41+07:00');
  expect(await onKiosk('Paspor hari Rabu')).toMatchObject({ status: 'open', quotaLeft: 15 });
});
