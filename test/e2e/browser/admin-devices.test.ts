import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../electron/log';
import { StandbyFollower } from '../../../electron/standby/follow-main';
import { adminPage, adminPicture, openSection } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, signIn } from '../../support/staff-page';
import { temporaryFolder } from '../../support/temporary-store';

let browser: Browser;
let hall: RunningHall;
let budi: Session;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  budi = await makeAdmin(hall);
  page = await adminPage(browser, hall.url, { section: 'perangkat' });
  await signIn(page, 'budi', password);
  await page.getByRole('heading', { level: 1, name: 'Perangkat' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a screen is let in by its code, shows its own part of the hall, and is seen to be on, and off', async () => {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    // As from another computer.
    extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.9' },
  });
  const screen = await context.newPage();
  await screen.goto(`${hall.url}/display`);
  const code = await screen.getByTestId('pairing-code').textContent();
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  await adminPicture(screen, 'display-pairing');

  await page.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kode di layar').fill('ZZZZZZ');
  await dialog.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  await dialog.getByText('Tidak ada perangkat yang menunggu dengan kode ini.').waitFor();
  await dialog.getByLabel('Kode di layar').fill(code ?? '');
  await dialog.getByLabel('Nama').fill('TV pintu timur');
  await adminPicture(page, 'devices-pairing');
  await dialog.getByRole('button', { name: 'Daftarkan perangkat' }).click();
  await dialog.getByText('TV pintu timur terdaftar.').waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();

  await screen.getByTestId('pairing-code').waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: /TV pintu timur/ });
  await row.getByText('Menyala').waitFor();
  await adminPicture(page, 'devices');
  await expectAccessible(page);

  await row.getByRole('button').click();
  const panel = page.getByRole('dialog', { name: 'TV pintu timur' });
  await panel.getByText('1920 × 1080 titik').waitFor();
  await panel.getByLabel('Zona').fill('Timur');
  await adminPicture(page, 'device');
  await panel.getByRole('button', { name: 'Simpan' }).click();
  await screen.getByText('Zona Timur').waitFor();
  await page.keyboard.press('Escape');
  await context.close();
  await row.getByText('Tidak terhubung').waitFor();
});

test('a kiosk elsewhere shows a code first, then the counters it is given', async () => {
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.8' },
  });
  const kiosk = await context.newPage();
  await kiosk.goto(`${hall.url}/kiosk`);
  const code = (await kiosk.getByTestId('pairing-code').textContent()) ?? '';
  await adminPicture(kiosk, 'kiosk-pairing');
  const { body: counters } = await budi.request('GET', '/counters');
  const [first] = counters as { id: string; name: { id: string } }[];
  const approved = await budi.request('POST', `/admin/devices/pairings/${code.replace(/ /g, '')}/approve`, {
    name: 'Kios utara',
    counterIds: [first?.id],
  });
  expect(approved.status).toBe(201);
  await kiosk.getByRole('button', { name: new RegExp(first?.name.id ?? '') }).waitFor();
  await adminPicture(kiosk, 'kiosk-of-one-counter');
  const row = page.getByRole('row', { name: /Kios utara/ });
  await row.getByText('Menyala').waitFor();

  // Its printers are kept here, with what they print on.
  await row.getByRole('button').click();
  const panel = page.getByRole('dialog', { name: 'Kios utara' });
  await panel.getByRole('heading', { name: 'Printer kios ini' }).waitFor();
  await adminPicture(page, 'kiosk-printers');
  await expectAccessible(page);
  // It is a browser, whose machine nobody can ask.
  await panel.getByRole('button', { name: 'Cari printer' }).click();
  await panel.getByText('Kios itu tidak menjawab.').waitFor();

  // Its machine may stand by; a browser alone can't, so an Antre there follows with the same token.
  await panel.getByRole('button', { name: 'Jadikan mesin cadangan' }).click();
  const question = page.getByRole('dialog', { name: 'Jadikan Kios utara mesin cadangan?' });
  await adminPicture(page, 'standby-question');
  await question.getByRole('button', { name: 'Jadikan mesin cadangan' }).click();
  await panel.getByText('Menunggu kabar dari komputer kios').waitFor();
  const token = (await context.cookies()).find(({ name }) => name === 'antre_device')?.value ?? '';
  const follower = new StandbyFollower({
    access: { hub: hall.url, token },
    dataDir: temporaryFolder(),
    port: 4180,
    log: createLog('silent'),
  });
  await panel.getByText('Siap, mengikuti setiap perubahan').waitFor();
  await panel.getByText('Lengkap sampai').scrollIntoViewIfNeeded();
  await adminPicture(page, 'standby-ready');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Bukan mesin cadangan lagi' }).click();
  await page
    .getByRole('dialog', { name: /Akhiri tugas/ })
    .getByRole('button', { name: 'Bukan' })
    .click();
  await panel.getByRole('button', { name: 'Jadikan mesin cadangan' }).waitFor();
  await follower.stop();

  // What its machine misses is among what admins should look at.
  const told = await kiosk.evaluate(async () => {
    const answer = await fetch('/api/v1/devices/me/touch-screen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'gone', keyboard: false }),
    });
    return answer.status;
  });
  expect(told).toBe(204);
  await page.keyboard.press('Escape');
  const alert = page.getByRole('status').getByText('Kios utara. Layar sentuh: terlepas, periksa kabelnya');
  await alert.waitFor();
  await openSection(page, 'Jam dan libur', 'Per tanggal');
  await alert.waitFor();
  const finding = page.getByRole('listitem').filter({ hasText: 'Kios utara' });
  expect(await finding.textContent()).toBe('◆ Kios utara: layar sentuh terlepas, periksa kabelnya');
  await adminPicture(page, 'device-finding');
  await expectAccessible(page);
  await page.getByRole('status').getByRole('link', { name: 'Lihat' }).first().click();
  await row.getByRole('button').click();

  // Let in no longer: it asks for a new code.
  await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
  await page
    .getByRole('dialog', { name: 'Cabut Kios utara?' })
    .getByRole('button', { name: 'Cabut' })
    .click();
  await row.getByText('Dicabut').waitFor();
  await kiosk.getByTestId('pairing-code').waitFor();
  await context.close();
});

test('a supervisor sees the devices and has no other part of this', async () => {
  await makeUser(hall, { username: 'rina', displayName: 'Rina', role: 'supervisor' });
  const supervisor = await adminPage(browser, hall.url, { section: 'perangkat' });
  await signIn(supervisor, 'rina', password);
  await supervisor.getByRole('heading', { level: 1, name: 'Perangkat' }).waitFor();
  expect(await supervisor.getByRole('button', { name: 'Daftarkan perangkat' }).count()).toBe(0);
  const links = await supervisor.getByRole('navigation').getByRole('link').allTextContents();
  for (const hidden of ['Orang', 'Cadangan', 'Riwayat', 'Program lain']) expect(links).not.toContain(hidden);
  await supervisor.context().close();
});
