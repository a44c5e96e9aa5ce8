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
  hall.clock.advance({ minutes: 75 });
  for (let visitor = 1; visitor <= 5; visitor += 1) await takeNumber(hall, { counter: 'A' });
  page = await staffPage(browser, hall.url);
  await signIn(page, 'joko', password);
  await page.getByRole('link', { name: 'Balai' }).click();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const row = (counter: string) => page.getByRole('row', { name: new RegExp(`^\\w+ ?${counter}`) });
const cells = async (counter: string) => await row(counter).getByRole('cell').allTextContents();
const order = async () => (await page.getByRole('rowheader').allTextContents()).slice(0, 2);

test('a supervisor sees every counter, is told of a wait past the limit, and sorts', async () => {
  await row('Dindukcapil').waitFor();
  expect(await page.getByRole('rowheader').count()).toBe(26);
  await expect
    .poll(() => cells('Dindukcapil'))
    .toEqual(['3', ' 75 mnt', '0 dari 3', '3 menunggu, tidak ada petugasBuka']);
  expect(await page.getByRole('alert').textContent()).toBe(
    'Menunggu melewati batas: Dindukcapil 75 menit (batas 60)',
  );
  // Both have people and nobody; of the two, one waits longer.
  expect(await order()).toEqual(['KDindukcapil', 'ADPMPTSP']);
  await page.getByRole('button', { name: 'Terlama' }).click();
  expect(await order()).toEqual(['KDindukcapil', 'ADPMPTSP']);
  await page.getByRole('button', { name: 'Menunggu', exact: true }).click();
  expect(await order()).toEqual(['ADPMPTSP', 'KDindukcapil']);
  await picture(page, 'hall');
  await expectAccessible(page);
});

test('a desk taken and paused is seen at once, with who, why and since when', async () => {
  const desks = (await officer.request('GET', '/desks')).body as { id: string; label: string }[];
  const id = desks.find(({ label }) => label === '3')?.id;
  await officer.request('POST', `/desks/${id}/sign-in`);
  await expect.poll(async () => (await cells('Dindukcapil'))[2]).toBe('1 dari 3');
  await officer.request('POST', `/desks/${id}/pause`, { reason: 'Salat' });
  await expect
    .poll(async () => (await cells('Dindukcapil'))[2])
    .toBe('0 dari 3Loket 3 istirahat sejak 10.56: Salat (Siti Rahmawati)');
  await officer.request('POST', `/desks/${id}/resume`);
  await expect.poll(async () => (await cells('Dindukcapil'))[2]).toBe('1 dari 3');
});

test('a supervisor reorders, moves and cancels tickets of a counter', async () => {
  await page.getByRole('button', { name: 'K Dindukcapil' }).click();
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
  await expect.poll(async () => (await cells('DPMPTSP'))[0]).toBe('6');
});

test('a counter closed by hand shows on the kiosk as paused, and opens again', async () => {
  const kiosk = async () => {
    const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as {
      code: string;
      status: string;
    }[];
    return menu.find(({ code }) => code === 'L')?.status;
  };
  await page.getByRole('button', { name: 'L BPKD' }).click();
  const panel = page.getByRole('dialog', { name: 'L, BPKD' });
  await panel.getByRole('button', { name: 'Tutup gerai sebentar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hentikan BPKD' });
  await dialog.getByRole('button', { name: 'Alat rusak' }).click();
  await dialog.getByRole('button', { name: '12.00' }).click();
  await picture(page, 'hall-stop');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hentikan', exact: true }).click();
  await panel.getByText('Alat rusak. Berhenti sampai ±12.00').waitFor();
  expect(await kiosk()).toBe('paused');
  await picture(page, 'hall-counter-closed');
  await panel.getByRole('button', { name: 'Buka gerai lagi' }).click();
  await panel.getByText('Buka', { exact: true }).first().waitFor();
  expect(await kiosk()).toBe('open');
});
