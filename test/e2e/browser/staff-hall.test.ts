import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, picture, signIn, staffPage } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let officer: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
  officer = await makeUser(hall, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });
  await makeUser(hall, { username: 'joko', displayName: 'Joko Widagdo', role: 'supervisor' });
  for (let visitor = 1; visitor <= 3; visitor += 1) await takeNumber(hall, { counter: 'K' });
  hall.clock.advance({ minutes: 70 });
  for (let visitor = 1; visitor <= 5; visitor += 1) await takeNumber(hall, { counter: 'A' });
  hall.clock.advance({ minutes: 5 });
  page = await staffPage(browser, hall.url);
  await signIn(page, 'joko', password);
  await page.getByRole('link', { name: 'Balai' }).click();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const cell = (counter: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: counter, exact: true }) });
const order = async () =>
  (await page.getByRole('heading', { level: 3 }).allTextContents()).filter(
    (name) => name !== 'Tidak melayani',
  );

test('a supervisor sees what needs attention and every counter, and orders them', async () => {
  await cell('K Dindukcapil').waitFor();
  expect(await page.getByRole('button', { name: /^Tindakan untuk / }).count()).toBe(26);
  const alarm = page.getByRole('alert');
  // Of the eight, three have waited for 75 minutes, and nobody has been there.
  await alarm.getByText('8 menunggu, tidak ada petugas').waitFor();
  await alarm.getByText('DPMPTSP, Dindukcapil. Tunggu terlama 75 menit.').waitFor();
  await cell('K Dindukcapil').getByText('75 menit').waitFor();
  await cell('K Dindukcapil').getByText('Tidak ada petugas').waitFor();
  await cell('K Dindukcapil')
    .getByRole('img', { name: 'Menunggu: 0 dua jam lalu, paling banyak 3, sekarang 3' })
    .waitFor();
  await expect.poll(async () => (await order()).slice(0, 2)).toEqual(['K Dindukcapil', 'A DPMPTSP']);
  await picture(page, 'hall');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Urutan kios' }).click();
  expect((await order()).slice(0, 2)).toEqual(['A DPMPTSP', 'K Dindukcapil']);
  await page.reload();
  await cell('K Dindukcapil').waitFor();
  expect((await order()).slice(0, 2)).toEqual(['A DPMPTSP', 'K Dindukcapil']);
  await page.getByRole('button', { name: 'Mendesak' }).click();
  expect((await order()).slice(0, 2)).toEqual(['K Dindukcapil', 'A DPMPTSP']);
});

test('a desk taken and paused is seen at once, with who and since when', async () => {
  const desks = (await officer.request('GET', '/desks')).body as { id: string; label: string }[];
  const id = desks.find(({ label }) => label === '3')?.id;
  await officer.request('POST', `/desks/${id}/sign-in`);
  await cell('K Dindukcapil').getByText('Siti Rahmawati, 1 dari 3').waitFor();
  await officer.request('POST', `/desks/${id}/pause`, { reason: 'Salat' });
  await cell('K Dindukcapil').getByText('Siti Rahmawati istirahat sejak 10.56').waitFor();
  await officer.request('POST', `/desks/${id}/resume`);
  await cell('K Dindukcapil').getByText('Siti Rahmawati, 1 dari 3').waitFor();
});

test('what stands under the pointer stays where it is, however pressing another becomes', {
  tags: 'long',
}, async () => {
  for (let visitor = 1; visitor <= 2; visitor += 1) await takeNumber(hall, { counter: 'C' });
  await cell('C Koperasi dan UKM').getByText('2', { exact: true }).waitFor();
  await page.clock.install();
  const before = await order();
  await cell('A DPMPTSP').hover();
  await page.clock.runFor(40_000);
  expect(await order()).toEqual(before);
  await page.getByRole('heading', { name: /perlu perhatian/ }).hover();
  await page.clock.runFor(40_000);
  await expect.poll(async () => (await order()).indexOf('C Koperasi dan UKM')).toBe(2);
});

test('a counter’s menu leads to its line, a desk, its figures and how it is set up, and stops it with a reason', async () => {
  const dots = page.getByRole('button', { name: 'Tindakan untuk A DPMPTSP' });
  await dots.click();
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Lihat antrean (5)' }).waitFor();
  expect(await menu.getByRole('menuitem', { name: 'Laporan gerai ini' }).getAttribute('href')).toMatch(
    /^\/reports#.*counter=\d+$/,
  );
  await picture(page, 'hall-menu');
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Tutup sebentar, beri alasan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hentikan DPMPTSP' });
  await dialog.getByRole('button', { name: 'Alat rusak' }).click();
  await dialog.getByRole('button', { name: 'Hentikan', exact: true }).click();
  // Who waits there is told of, but nobody is alarmed: it was meant.
  await page.getByRole('heading', { name: '5 menunggu, gerai dihentikan' }).waitFor();
  await page.getByRole('button', { name: 'Buka gerai lagi' }).click();
  await page.getByRole('alert').getByText('5 menunggu, tidak ada petugas').waitFor();
});

test('a supervisor reorders, moves and cancels tickets of a counter', async () => {
  await page.getByRole('button', { name: 'K Dindukcapil', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'K, Dindukcapil' });
  const numbers = () => panel.locator('li > strong').allTextContents();
  await expect.poll(numbers).toEqual(['K-001', 'K-002', 'K-003']);
  await picture(page, 'hall-counter');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Paling depan K-003' }).click();
  await expect.poll(numbers).toEqual(['K-003', 'K-001', 'K-002']);
  await panel.getByRole('button', { name: 'Pindahkan K-001' }).click();
  await page.getByRole('combobox').fill('nib');
  await picture(page, 'hall-move');
  await page.getByRole('button', { name: 'Pindahkan K-001' }).last().click();
  await expect.poll(numbers).toEqual(['K-003', 'K-002']);
  await panel.getByRole('button', { name: 'Batalkan K-002' }).click();
  await page.getByRole('button', { name: 'Pengunjung pulang' }).click();
  await page.getByRole('button', { name: 'Batalkan nomor' }).click();
  await expect.poll(numbers).toEqual(['K-003']);
  await panel.getByRole('button', { name: 'Tutup', exact: true }).click();
  await cell('A DPMPTSP').getByText('6', { exact: true }).waitFor();
});

test('a counter closed by hand shows on the kiosk as paused, and opens again', async () => {
  const kiosk = async () => {
    const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as {
      code: string;
      status: string;
    }[];
    return menu.find(({ code }) => code === 'L')?.status;
  };
  await page.getByRole('button', { name: 'L BPKD', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'L, BPKD' });
  await panel.getByRole('button', { name: 'Tutup gerai sebentar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hentikan BPKD' });
  await dialog.getByRole('button', { name: 'Alat rusak' }).click();
  await dialog.getByRole('button', { name: '12.00' }).click();
  await picture(page, 'hall-stop');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hentikan', exact: true }).click();
  await panel.getByText('Alat rusak. Berhenti sampai sekitar 12.00').waitFor();
  expect(await kiosk()).toBe('paused');
  await picture(page, 'hall-counter-closed');
  await panel.getByRole('button', { name: 'Buka gerai lagi' }).click();
  await panel.getByText('Buka', { exact: true }).first().waitFor();
  expect(await kiosk()).toBe('open');
});

test('a supervisor sits at an empty desk from the card of a counter that nobody serves', async () => {
  // The counter that is open stands in the address, and would be open again.
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.reload();
  const card = page.getByRole('listitem').filter({ has: page.getByRole('alert') });
  const sit = card.getByRole('button', { name: /^Duduk di Loket / });
  const label = (await sit.textContent())?.replace('Duduk di ', '') ?? '';
  await sit.click();
  await page.getByRole('heading', { level: 1, name: `DPMPTSP, ${label}` }).waitFor();
  await page.getByRole('heading', { name: 'Menunggu 6' }).waitFor();
});
