import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  expectAccessible,
  numberAtDesk,
  officerAtDesk,
  picture,
  pressKey,
  readyForNextStep,
  staffPage,
  waitingNumbers,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

// What officers ask of supervisors and of each other. One hall; each test has desks of its own.

let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const officerAt = (username: string, displayName: string, desk: string) =>
  officerAtDesk(browser, hall, { username, displayName, desk });

async function supervisorsPage(username: string, displayName: string, width = 1366): Promise<Page> {
  const session = await makeUser(hall, { username, displayName, role: 'supervisor' });
  const size = { width, height: width < 500 ? 844 : 768 };
  const page = await staffPage(browser, hall.url, { session, path: '/staff#balai', ...size });
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  return page;
}

/** Counts the tones that a page plays from now on. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...when) {
      counted.tones += 1;
      start.apply(this, when);
    };
  });
  return async () => await page.evaluate(() => (window as unknown as { tones: number }).tones);
}

test('help is called by one key: a small sign at the desk, loud for supervisors, answered and ended', async () => {
  await takeNumber(hall, { counter: 'R' });
  const desk = await officerAt('siti', 'Siti Rahmawati', '6');
  const page = await supervisorsPage('joko', 'Joko Widagdo');
  // Until somebody touches the page it may not sound, and says so.
  await page.getByRole('heading', { level: 2 }).last().click();
  await page.getByText('Sentuh halaman ini sekali').waitFor({ state: 'detached' });
  const tones = await countTones(page);
  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'b');
  await desk.getByText('Sudah diminta 09.41').waitFor();
  await picture(desk, 'help-asked');
  await expectAccessible(desk);
  const calls = page.getByRole('region', { name: 'Permintaan bantuan' });
  await calls.getByText('Loket 6 minta bantuan').waitFor();
  await expect.poll(tones).toBeGreaterThan(0);
  await page.getByRole('heading', { name: '1 hal perlu perhatian' }).waitFor();
  await picture(page, 'help-heard');
  await expectAccessible(page);
  await calls.getByRole('button', { name: 'Saya datang ke Loket 6' }).click();
  await desk.getByText('Datang: Joko Widagdo').waitFor();
  await picture(desk, 'help-coming');
  await picture(page, 'help-answered');
  // A second press of the key changes nothing, and says since when it goes on.
  await pressKey(desk, 'b');
  await desk.getByText('Bantuan sudah diminta pukul 09.41.').waitFor();
  await desk.getByRole('button', { name: 'Selesai', exact: true }).click();
  await desk.getByRole('button', { name: 'Minta bantuan' }).waitFor();
  await calls.waitFor({ state: 'detached' });
});

test('a supervisor reads and ends a call for help on the phone', { tags: 'long' }, async () => {
  const desk = await officerAt('ani', 'Ani', '3');
  const phone = await supervisorsPage('wati', 'Wati', 390);
  await desk.getByRole('button', { name: 'Minta bantuan' }).click();
  const calls = phone.getByRole('region', { name: 'Permintaan bantuan' });
  await calls.getByText('Loket 3 minta bantuan').waitFor();
  await picture(phone, 'help-phone');
  expect(await widthFaults(phone)).toEqual([]);
  await calls.getByRole('button', { name: 'Loket 3 sudah dibantu' }).click();
  await desk.getByRole('button', { name: 'Minta bantuan' }).waitFor();
});

test('who looks after settings or reports hears a call for help there too, and is led to the hall', {
  tags: 'long',
}, async () => {
  const desk = await officerAt('tri', 'Tri', '4');
  for (const [place, width] of [
    ['/admin', 1366],
    ['/reports', 1366],
    ['/staff#loket', 390],
  ] as const) {
    const size = { width, height: width < 500 ? 844 : 768 };
    const page = await staffPage(browser, hall.url, { session: admin, path: place, ...size });
    await page.getByRole('heading').first().waitFor();
    await page.locator('body').click({ position: { x: 3, y: 3 } });
    const tones = await countTones(page);
    await desk.getByRole('button', { name: 'Minta bantuan' }).click();
    const calls = page.getByRole('region', { name: 'Permintaan bantuan' });
    await calls.getByText('Loket 4 minta bantuan').waitFor();
    await expect.poll(tones).toBeGreaterThan(0);
    await picture(page, `help${place.replace(/[/#]/g, '-')}`);
    await expectAccessible(page);
    await calls.getByRole('link', { name: 'Lihat dan jawab' }).click();
    await page.getByRole('button', { name: 'Saya datang ke Loket 4' }).click();
    await desk.getByText(/^Datang: /).waitFor();
    await desk.getByRole('button', { name: 'Selesai', exact: true }).click();
    await page.close();
  }
});

test('where breaks need asking, an officer asks, and a supervisor declines with a word and then grants', {
  tags: 'long',
}, async () => {
  await admin.request('PATCH', '/admin/settings', { breaksNeedAsking: true });
  const number = await takeNumber(hall, { counter: 'L' });
  await takeNumber(hall, { counter: 'L' });
  const desk = await officerAt('dewi', 'Dewi Lestari', '8');
  const page = await supervisorsPage('tono', 'Tono');
  const ask = async () => {
    await desk.getByRole('button', { name: 'Istirahat', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Salat' }).click();
    await dialog.getByRole('button', { name: '10 mnt' }).click();
    await picture(desk, 'break-dialog');
    await dialog.getByRole('button', { name: 'Minta izin' }).click();
  };
  for (const next of ['Panggil berikutnya', 'Mulai melayani']) {
    await readyForNextStep(desk, next);
    await pressKey(desk, 'Space');
  }
  await readyForNextStep(desk, 'Selesai');
  await ask();
  await desk.getByText('Istirahat 10 menit (Salat) diminta 09.41, menunggu jawaban penyelia.').waitFor();
  const requests = page.getByRole('region', { name: 'Permintaan istirahat' });
  await requests.getByText('Loket 8 minta istirahat 10 menit: Salat').waitFor();
  await picture(page, 'break-wanted');
  await expectAccessible(page);
  await requests.getByRole('button', { name: 'Tolak istirahat Loket 8' }).click();
  await page.getByRole('button', { name: 'Tunggu sampai sepi' }).click();
  await page.getByRole('button', { name: 'Tolak', exact: true }).click();
  await desk.getByText('Tono belum mengizinkan istirahat. Tunggu sampai sepi').waitFor();
  await picture(desk, 'break-declined');
  await readyForNextStep(desk, 'Selesai');
  await ask();
  await requests.getByRole('button', { name: 'Izinkan istirahat Loket 8' }).click();
  await desk.getByText(`Tono mengizinkan istirahat 10 menit. Dimulai setelah ${number} selesai.`).waitFor();
  await desk.getByText('Lalu istirahat 10 menit').waitFor();
  await picture(desk, 'break-granted');
  await expectAccessible(desk);
  await readyForNextStep(desk, 'Selesai');
  await pressKey(desk, 'Space');
  await desk.getByText('Kembali pukul 09.51').waitFor();
  await picture(desk, 'break-begun');
});

test('a visitor is sent to a colleague, who alone has them in the list; the next time that colleague comes first', {
  tags: 'long',
}, async () => {
  const number = await takeNumber(hall, { counter: 'A' });
  const one = await officerAt('rina', 'Rina Marlina', '1');
  const two = await officerAt('budi.s', 'Budi Santoso', '2');
  const callAndSend = async () => {
    await readyForNextStep(one, 'Panggil berikutnya');
    await pressKey(one, 'Space');
    await readyForNextStep(one, 'Mulai melayani');
    await pressKey(one, 't');
  };
  const dialog = one.getByRole('dialog');
  await callAndSend();
  await dialog.getByRole('button', { name: 'Budi Santoso, A Loket 2' }).click();
  await picture(one, 'send-to-officer');
  await expectAccessible(one);
  await dialog.getByRole('button', { name: `Alihkan ${number}` }).click();
  await two.getByText('Untuk Budi Santoso').waitFor();
  await one.getByText('Tidak ada yang menunggu loket ini.').waitFor();
  await picture(two, 'sent-to-officer');
  await takeNumber(hall, { counter: 'A' });
  await callAndSend();
  await dialog
    .getByRole('group', { name: 'Terakhir dipilih' })
    .getByRole('button', { name: 'Budi Santoso' })
    .click();
  await picture(one, 'send-to-last');
});

test('who was called and is not ready lets others go first, by one key', { tags: 'long' }, async () => {
  const [first, second] = [
    await takeNumber(hall, { counter: 'B' }),
    await takeNumber(hall, { counter: 'B' }),
  ];
  const page = await officerAt('lina', 'Lina', '9');
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  await picture(page, 'let-pass-called');
  await pressKey(page, 'g');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`${first} memberi giliran`).waitFor();
  await picture(page, 'let-pass');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Beri giliran' }).click();
  await page.getByText(`${first} memberi giliran dan menunggu lagi.`).waitFor();
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await expect.poll(() => numberAtDesk(page)).toBe(second);
});

test('an admin lets a desk serve a second counter, and its officer calls both in one order', {
  tags: 'long',
}, async () => {
  const office = await staffPage(browser, hall.url, { session: admin, path: '/admin#loket' });
  await office.getByRole('button', { name: /^Loket 15/ }).click();
  await office.getByRole('combobox', { name: 'Juga melayani gerai' }).fill('Perikanan');
  await office.getByRole('option', { name: 'H, Perikanan dan Pertanian' }).click();
  await office.getByRole('checkbox', { name: 'H, Kartu nelayan' }).waitFor();
  await office.keyboard.press('Escape');
  await picture(office, 'shared-desk-set');
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Simpan' }).click();
  await office.getByRole('button', { name: /^Loket 15.* \+ H, Perikanan/ }).waitFor();

  const numbers = [
    await takeNumber(hall, { counter: 'F' }),
    await takeNumber(hall, { counter: 'H' }),
    await takeNumber(hall, { counter: 'F', service: 1 }),
    await takeNumber(hall, { counter: 'H', priority: 'elderly' }),
  ];
  const session = await makeUser(hall, { username: 'tari', displayName: 'Tari', role: 'staff' });
  const page = await staffPage(browser, hall.url, { session });
  await page.getByRole('button', { name: /^Loket 15 ?Juga melayani Perikanan/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Gerai F + H, Loket 15' }).waitFor();
  const [first, second, third, prior] = numbers;
  const order = [prior, first, second, third];
  await expect.poll(() => waitingNumbers(page)).toEqual(order);
  await picture(page, 'shared-desk');
  await expectAccessible(page);
  const filter = page.getByRole('combobox', { name: 'Tampilkan satu layanan saja' });
  await filter.selectOption({ label: 'H, Kartu nelayan' });
  await expect.poll(() => waitingNumbers(page)).toEqual([prior, second]);
  await picture(page, 'shared-desk-filtered');
  for (const number of order) {
    await readyForNextStep(page, 'Panggil berikutnya');
    await pressKey(page, 'Space');
    await expect.poll(() => numberAtDesk(page)).toBe(number);
    await readyForNextStep(page, 'Mulai melayani');
    await pressKey(page, 'f');
  }
});
