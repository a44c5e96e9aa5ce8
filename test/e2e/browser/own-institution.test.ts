import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, pressKey, signIn } from '../../support/staff-page';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let institution: string;
let rina: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  const { body } = await budi.request('GET', '/admin/counters');
  institution = (body as AdminCounter[]).find(({ code }) => code === 'IM')?.agency ?? '';
  await makeUser(hall, {
    username: 'rina',
    displayName: 'Rina',
    role: 'supervisor',
    institutions: [institution],
  });
  await makeUser(hall, { username: 'joko', displayName: 'Joko', role: 'supervisor' });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('what a person is for is asked for as they are made, and shown in the list', async () => {
  const page = await adminPage(browser, hall.url, { section: 'orang' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1, name: 'Orang' }).waitFor();
  expect(await page.getByRole('row', { name: /Rina/ }).getByRole('cell').allTextContents()).toContain(
    institution,
  );
  expect(await page.getByRole('row', { name: /Joko/ }).getByRole('cell').allTextContents()).toContain(
    'Seluruh balai',
  );
  await adminPicture(page, 'people-for-whom');
  await page.getByRole('button', { name: 'Tambah orang' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Nama lengkap').fill('Siti Rahmawati');
  await panel.getByLabel('Nama pengguna').fill('siti');
  await panel.getByLabel('Kata sandi', { exact: true }).fill(password);
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await panel.getByText('sebutkan instansinya, atau pilih seluruh balai').waitFor();
  await panel.getByRole('combobox', { name: 'Instansi' }).scrollIntoViewIfNeeded();
  await adminPicture(page, 'person-without-institution');
  await panel.getByRole('combobox', { name: 'Instansi' }).fill('Imigrasi');
  await pressKey(page, 'Enter');
  await pressKey(page, 'Tab');
  await panel.getByRole('radio', { name: 'Instansi tertentu' }).scrollIntoViewIfNeeded();
  await adminPicture(page, 'person-of-an-institution');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('dialog', { name: 'Siti Rahmawati' }).waitFor();
  await page.context().close();

  const english = await adminPage(browser, hall.url, { english: true, section: 'orang' });
  const [name = '', value = ''] = budi.cookie.split('=');
  await english.context().addCookies([{ name, value, url: hall.url }]);
  await english.reload();
  await english.getByRole('button', { name: 'Siti Rahmawati' }).click();
  await english.getByRole('radio', { name: 'Some institutions' }).scrollIntoViewIfNeeded();
  await adminPicture(english, 'person-of-an-institution-english');
  await english.context().close();
});

test('a supervisor of one institution sees its counters alone, and nothing that is for the whole hall', async () => {
  rina = await adminPage(browser, hall.url, { section: 'gerai' });
  await signIn(rina, 'rina', password);
  await rina.getByRole('heading', { level: 1, name: 'Gerai' }).waitFor();
  const nav = rina.getByRole('navigation', { name: 'Bagian' });
  expect(await nav.getByRole('link', { name: 'Gerai dan layanan' }).count()).toBe(1);
  for (const name of ['Perangkat', 'Printer']) {
    expect([name, await nav.getByRole('link', { name, exact: true }).count()]).toEqual([name, 0]);
  }
  await adminPicture(rina, 'own-counters');
  await openSection(rina, 'Nama dan aturan');
  expect(await rina.getByRole('link', { name: 'HTTPS' }).count()).toBe(0);

  await rina.goto(`${hall.url}/staff#balai`);
  await rina.getByRole('heading', { level: 1 }).first().waitFor();
  await rina.getByText('Imigrasi').first().waitFor();
  expect(await rina.getByText('Dindukcapil').count()).toBe(0);
  expect(await rina.getByRole('button', { name: 'Hentikan balai' }).count()).toBe(0);
  await adminPicture(rina, 'own-hall');
  await expectAccessible(rina);
});

test('and reads figures with the institution above them', async () => {
  await rina.goto(`${hall.url}/reports#kehadiran`);
  await rina.getByText(institution, { exact: true }).first().waitFor();
  await adminPicture(rina, 'own-presence');
  await rina.goto(`${hall.url}/reports#skm`);
  await rina.getByRole('combobox', { name: 'Gerai' }).click();
  await expect
    .poll(() => rina.getByRole('option').allTextContents())
    .toEqual(['Semua gerai', 'IM · Imigrasi']);
  await adminPicture(rina, 'own-satisfaction');
  await rina.keyboard.press('Escape');
  await expectAccessible(rina);
});
