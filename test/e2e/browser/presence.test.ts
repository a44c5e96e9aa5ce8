import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MenuCounter } from '../../../electron/contract/site';
import type { Desk } from '../../../electron/contract/staff';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { parseConfiguration } from '../../../electron/store/import-configuration';
import practiceSite from '../../../electron/store/practice-site.json';
import { launchChromium } from '../../support/chromium';
import { openDisplay } from '../../support/display-page';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { staffPage } from '../../support/staff-page';

// A real morning: who is at the desks decides what visitors are told.

const pictures = join(import.meta.dirname, '../../../test-results/presence');

let browser: Browser;
let hall: RunningHall;
let admin: Session;
let officer: Session;
let deskId: string;

beforeAll(async () => {
  browser = await launchChromium();
  const site = parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json');
  hall = await startHall({ site: { ...site, settings: { ...site.settings, practice: false } } });
  hall.clock.set('2026-11-24T08:20+07:00');
  admin = await makeAdmin(hall);
  await admin.request('PATCH', '/admin/settings', { publicUrl: hall.url });
  officer = await makeUser(hall, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });
  const desks = (await officer.request('GET', '/desks')).body as Desk[];
  deskId = desks.find(({ counter }) => counter.code === 'B')?.id ?? '';
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const menuCounter = async (code: string) => {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const counter = menu.find((each) => each.code === code);
  if (!counter) throw new Error(`no counter ${code}`);
  return counter;
};
const tap = async (code: string) =>
  await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `presence-${Math.random()}` },
    body: JSON.stringify({ serviceId: (await menuCounter(code)).services[0]?.id }),
  });

test('every surface says that nobody has come, that somebody has, rests, left, and that numbers stopped', async () => {
  const kiosk = await openKiosk(browser, hall.url);
  const tile = kiosk.getByTestId('counter-B');
  const ticket = (await (await tap('B')).json()) as HolderTicket;
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto(`${hall.url}/t/${ticket.token}`);
  const display = await openDisplay(browser, hall.url);
  const supervisor = await staffPage(browser, hall.url, { session: admin });
  await supervisor.getByRole('link', { name: 'Balai' }).click();
  const cell = supervisor
    .getByRole('listitem')
    .filter({ has: supervisor.getByRole('button', { name: 'Tindakan untuk B Dinas Kesehatan' }) });
  const info = async () => {
    // The page is kept for two seconds.
    hall.clock.advance({ seconds: 3 });
    const html = await (await fetch(`${hall.url}/info?counter=B`)).text();
    return /class="state \w+"><b>([^<]*)/.exec(html)?.[1];
  };
  const everywhereSays = async (said: string, toSupervisors: string | RegExp = said) => {
    await tile.getByText(said).waitFor();
    await phone.getByText(said).waitFor();
    await display.getByText(said).first().waitFor();
    await cell.getByText(toSupervisors).waitFor();
    await expect.poll(info).toBe(said);
  };

  await everywhereSays('Petugas belum datang');
  expect(await layoutFaults(kiosk, 23)).toEqual([]);
  await keepPicture(kiosk, join(pictures, 'kiosk-promised.png'));
  await keepPicture(phone, join(pictures, 'phone-promised.png'));
  await keepPicture(display, join(pictures, 'display-promised.png'));
  await keepPicture(supervisor, join(pictures, 'hall-promised.png'));

  await officer.request('POST', `/desks/${deskId}/sign-in`);
  await tile.getByText('Petugas').waitFor({ state: 'detached' });
  await phone.getByText('Petugas belum datang').waitFor({ state: 'detached' });

  await officer.request('POST', `/desks/${deskId}/pause`, { reason: 'Salat' });
  await everywhereSays('Istirahat sebentar', / istirahat sejak /);
  expect((await tap('B')).status).toBe(201);
  await tile.tap();
  await kiosk.getByText('Istirahat sebentar. Nomor tetap bisa diambil.').waitFor();
  await keepPicture(kiosk, join(pictures, 'kiosk-break.png'));
  await kiosk.getByRole('button', { name: 'Kembali' }).tap();
  await tile.waitFor();

  await officer.request('POST', `/desks/${deskId}/resume`);
  await officer.request('POST', `/desks/${deskId}/sign-out`);
  await everywhereSays('Petugas tidak di loket');
  expect((await tap('B')).status).toBe(201);

  // The minute that stops the numbers is told by the clock alone; any change tells it too.
  hall.clock.advance({ minutes: 30 });
  await admin.request('PATCH', '/admin/settings', { graceMinutes: 29 });
  expect((await tap('B')).status).toBe(409);
  await cell.getByText('Petugas tidak ada').waitFor();
  await tile.getByText('tidak ada').waitFor();
  await phone.getByText('Petugas tidak ada').waitFor();
  expect(await layoutFaults(kiosk, 23)).toEqual([]);
  await keepPicture(kiosk, join(pictures, 'kiosk-absent.png'));
  await keepPicture(display, join(pictures, 'display-absent.png'));
  await keepPicture(supervisor, join(pictures, 'hall-absent.png'));
  await tile.tap();
  await kiosk.getByText('Belum ada petugas di gerai ini').waitFor();
  await keepPicture(kiosk, join(pictures, 'kiosk-absent-counter.png'));
});

test('a stop, with why and until when, reaches whoever waits at once, and so does its end', {
  tags: 'long',
}, async () => {
  await officer.request('POST', `/desks/${deskId}/sign-in`);
  const ticket = (await (await tap('B')).json()) as HolderTicket;
  const { id } = await menuCounter('B');
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto(`${hall.url}/t/${ticket.token}`);
  await phone.getByText(ticket.number).first().waitFor();
  const display = await openDisplay(browser, hall.url);
  const kiosk = await openKiosk(browser, hall.url);
  const console = await staffPage(browser, hall.url, { session: officer });
  await console.getByRole('heading', { level: 1 }).waitFor();

  const until = new Date(hall.clock.now() + 3_600_000).toISOString();
  const reason = { id: 'Alat rekam rusak', en: '', jv: '' };
  const stopped = await admin.request('POST', `/counters/${id}/pause`, { reason, until });
  expect(stopped).toMatchObject({ status: 200, body: { paused: true, state: 'stopped', cause: reason } });
  await phone.getByText('Alat rekam rusak.').waitFor();
  await display.getByText('Alat rekam rusak.').waitFor();
  await console.getByText('Alat rekam rusak.').waitFor();
  await kiosk.getByTestId('counter-B').getByText('Berhenti').waitFor();
  expect(await layoutFaults(kiosk, 23)).toEqual([]);
  await keepPicture(phone, join(pictures, 'phone-stopped.png'));
  await keepPicture(display, join(pictures, 'display-stopped.png'));
  await keepPicture(kiosk, join(pictures, 'kiosk-stopped.png'));
  await keepPicture(console, join(pictures, 'console-stopped.png'));
  await kiosk.getByTestId('counter-B').tap();
  await kiosk.getByText('Alat rekam rusak.').waitFor();

  await admin.request('POST', `/counters/${id}/resume`);
  await phone.getByText('Alat rekam rusak.').waitFor({ state: 'detached' });
  await display.getByText('Alat rekam rusak.').waitFor({ state: 'detached' });
  await kiosk.getByText('Alat rekam rusak.').waitFor({ state: 'detached' });
});
