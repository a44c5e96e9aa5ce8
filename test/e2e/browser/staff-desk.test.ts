import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../../electron/contract/staff';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  expectAccessible,
  numberAtDesk,
  picture,
  pressKey,
  readyForNextStep,
  staffPage,
  takeDesk,
  waitingNumbers,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

// One hall for all tests; each works at desks and counters of its own.

let browser: Browser;
let hall: RunningHall;
let officers = 0;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  await makeAdmin(hall);
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** A new officer's session. */
async function officer(displayName = 'Siti Rahmawati'): Promise<Session> {
  officers += 1;
  return await makeUser(hall, { username: `petugas${officers}`, displayName, role: 'staff' });
}

/** A new officer's page at a desk. */
async function officerAt(deskLabel: string): Promise<Page> {
  const page = await staffPage(browser, hall.url, { session: await officer() });
  await takeDesk(page, deskLabel);
  return page;
}

/** A desk's id by its label, as an officer is told. */
async function deskId(session: Session, label: string): Promise<string> {
  const desks = (await session.request('GET', '/desks')).body as { id: string; label: string }[];
  return desks.find((desk) => desk.label === label)?.id ?? '';
}

const said = (page: Page) => page.getByRole('status').or(page.getByRole('alert')).last().textContent();
const press = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).first().click();

test('called, recalled up to the limit, recorded as absent and brought back', async () => {
  const first = await takeNumber(hall, { counter: 'K' });
  const elderly = await takeNumber(hall, { counter: 'K', service: 2, priority: 'elderly' });
  const page = await officerAt('3');
  await expect.poll(() => waitingNumbers(page)).toEqual([elderly, first]);
  await readyForNextStep(page, 'Panggil berikutnya');
  await press(page, /^Panggil berikutnya/);
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(elderly);
  await picture(page, 'called');
  await expectAccessible(page);
  for (let times = 1; times <= 3; times += 1) {
    await press(page, /^Panggil ulang/);
    await page.getByText(`${times} dari 3`).waitFor();
    await readyForNextStep(page, 'Mulai melayani');
  }
  // The button is off, and says why when it is pressed all the same.
  await page.getByRole('button', { name: /^Panggil ulang/ }).click({ force: true });
  await expect.poll(() => said(page)).toBe('Panggilan ulang sudah habis untuk nomor ini.');

  await press(page, /^Tidak hadir/);
  await readyForNextStep(page, 'Panggil berikutnya');
  await expect.poll(() => said(page)).toContain(`${elderly} dicatat tidak hadir.`);
  expect(await waitingNumbers(page)).toEqual([first]);
  await picture(page, 'no-show-said');
  await press(page, /^Kembalikan$/);
  await expect.poll(() => waitingNumbers(page)).toContain(elderly);
});

test('called out of order, served, held with a reason and taken up again', { tags: 'long' }, async () => {
  const first = await takeNumber(hall, { counter: 'R' });
  const second = await takeNumber(hall, { counter: 'R', service: 1 });
  const page = await officerAt('6');
  await readyForNextStep(page, 'Panggil berikutnya');
  await press(page, `Panggil ${second}`);
  await readyForNextStep(page, 'Mulai melayani');
  await press(page, /^Mulai melayani/);
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await picture(page, 'serving');
  await expectAccessible(page);
  await press(page, /^Tahan/);
  await press(page, 'Fotokopi');
  await picture(page, 'hold-dialog');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Tahan', exact: true }).click();
  await press(page, /^1 ditahan/);
  await page.getByRole('dialog').getByText('Fotokopi').waitFor();
  await picture(page, 'held');
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Panggil ${second}` })
    .click();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(second);

  // While one is served, calling another asks whether the first is finished.
  await press(page, /^Mulai melayani/);
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await press(page, `Panggil ${first}`);
  await page.getByText(`${second} sedang dilayani dan akan dicatat selesai.`).waitFor();
  await press(page, `Selesai, panggil ${first}`);
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(first);
});

test('a second service is added to the visit, taken off, added again, and the number goes on there', {
  tags: 'long',
}, async () => {
  const number = await takeNumber(hall, { counter: 'B' });
  const page = await officerAt('9');
  await readyForNextStep(page, 'Panggil berikutnya');
  await press(page, /^Panggil berikutnya/);
  await readyForNextStep(page, 'Mulai melayani');
  const addsService = async () => {
    await press(page, 'Tambah layanan');
    await page.getByRole('dialog').getByRole('combobox').fill('laik');
    await page.getByRole('option', { selected: true }).waitFor();
    await pressKey(page, 'Enter');
    await page.getByText('Setelah ini: Sertifikat laik sehat').waitFor();
    await readyForNextStep(page, 'Mulai melayani');
  };
  await addsService();
  await picture(page, 'service-added');
  await expectAccessible(page);
  await press(page, 'Hapus Sertifikat laik sehat dari kunjungan');
  await page.getByText('Setelah ini:').waitFor({ state: 'detached' });
  await readyForNextStep(page, 'Mulai melayani');
  await addsService();
  await press(page, /^Mulai melayani/);
  await readyForNextStep(page, 'Selesai');
  await press(page, /^Selesai saja/);
  await expect.poll(() => waitingNumbers(page)).toEqual([number]);
  await page.getByText('Sertifikat laik sehat', { exact: true }).waitFor();
});

test('transferred to another institution with the same number and a note', async () => {
  const number = await takeNumber(hall, { counter: 'U' });
  const page = await officerAt('10');
  await readyForNextStep(page, 'Panggil berikutnya');
  await press(page, /^Panggil berikutnya/);
  await readyForNextStep(page, 'Mulai melayani');
  await press(page, /^Alihkan/);
  await page.getByRole('dialog').getByRole('combobox').fill('pencari kerja');
  await page.getByLabel('Paling depan').check();
  await page.getByLabel(/^Catatan/).fill('Berkas sudah diperiksa');
  await picture(page, 'transfer-dialog');
  await expectAccessible(page);
  await press(page, `Alihkan ${number}`);
  await expect.poll(() => said(page)).toContain(`${number} dialihkan.`);
  await page.getByText('Tidak ada yang dilayani').waitFor();

  const other = await officerAt('13');
  await expect.poll(() => waitingNumbers(other)).toEqual([number]);
  await other.getByText('Berkas sudah diperiksa').waitFor();
});

test('a visitor without paper, a break, and the end of the day', { tags: 'long' }, async () => {
  const page = await officerAt('11');
  await press(page, 'Tambah pengunjung');
  await page.getByRole('dialog').getByRole('combobox').fill('rumah');
  await page.getByLabel('ibu hamil').check();
  await picture(page, 'walk-in-dialog');
  await expectAccessible(page);
  await press(page, 'Tambah ke antrean');
  await expect.poll(() => said(page)).toContain('Z-001 masuk antrean.');
  await press(page, 'Panggil sekarang');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('Z-001');
  await press(page, 'Keluar');
  await page.getByText('Z-001 masih di loket. Selesaikan, tahan, atau alihkan dulu.').waitFor();
  await page.keyboard.press('Escape');
  await press(page, /^Selesai saja/);
  await page.getByText('Tidak ada yang dilayani').waitFor();

  await expect
    .poll(() => page.getByRole('button', { name: 'Istirahat' }).getAttribute('aria-disabled'))
    .toBeNull();
  await press(page, 'Istirahat');
  await page.getByRole('textbox', { name: 'Alasan' }).fill('Salat Zuhur');
  await pressKey(page, 'Enter');
  await page.getByRole('heading', { name: 'Salat Zuhur' }).waitFor();
  await picture(page, 'paused');
  await expectAccessible(page);
  await readyForNextStep(page, 'Buka loket lagi');
  await press(page, 'Buka loket lagi');
  await page.getByText('Tidak ada yang dilayani').waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: 'Keluar' }).getAttribute('aria-disabled'))
    .toBeNull();
  await press(page, 'Keluar');
  await page.getByText('Hari ini di loket ini: 1 dilayani, 0 tidak hadir.').waitFor();
  await picture(page, 'leave-dialog');
  await expectAccessible(page);
  await press(page, 'Tinggalkan loket dan keluar');
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();
});

test('everything by keyboard alone, from signing in to leaving', async () => {
  const first = await takeNumber(hall, { counter: 'L' });
  const second = await takeNumber(hall, { counter: 'L', service: 1 });
  const third = await takeNumber(hall, { counter: 'L' });
  await officer();
  const page = await staffPage(browser, hall.url);
  const { keyboard } = page;
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  await keyboard.type(`petugas${officers}`);
  await keyboard.press('Tab');
  await keyboard.type(password);
  await pressKey(page, 'Enter');
  await page.getByRole('button', { name: /^Loket 8/ }).focus();
  await picture(page, 'desk-focused');
  await pressKey(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'BPKD, Loket 8' }).waitFor();

  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 'r');
  await page.getByText('1 dari 3').waitFor();
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 's');
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(second);

  // Letters are off in a dialog and while typing: "nns" is a reason, not three verbs.
  await pressKey(page, 'h');
  await page.getByRole('dialog').waitFor();
  await keyboard.type('nns');
  await pressKey(page, 'Enter');
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: /^1 ditahan/ }).waitFor();
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(third);
  await pressKey(page, 'n');
  await expect.poll(() => said(page)).toContain(`${third} dicatat tidak hadir.`);
  await page.getByRole('button', { name: /^1 tidak hadir/ }).focus();
  await pressKey(page, 'Enter');
  await page.getByRole('button', { name: `Kembalikan ${third} ke antrean` }).focus();
  await pressKey(page, 'Enter');
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 't');
  await page.getByRole('dialog').waitFor();
  await keyboard.type('bphtb');
  await pressKey(page, 'Enter');
  await expect.poll(() => said(page)).toContain(`${third} dialihkan.`);
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  await pressKey(page, 'f');
  await page.getByText('Tidak ada yang dilayani').waitFor();
  expect([first, second, third]).toEqual(['L-001', 'L-002', 'L-003']);
});

test('whoever types on as a dialog opens loses no letter: its field has the focus from the first', {
  tags: 'long',
}, async () => {
  await takeNumber(hall, { counter: 'H' });
  const page = await officerAt('16');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { focusedAtFirst: seen });
    const here = () => document.querySelector('[role="dialog"]') !== null;
    let wasHere = false;
    new MutationObserver(() => {
      if (here() && !wasHere)
        seen.push(document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '');
      wasHere = here();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await readyForNextStep(page, 'Mulai melayani');
  for (const open of ['h', 't']) {
    await pressKey(page, open);
    await page.getByRole('dialog').waitFor();
    await pressKey(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  for (const name of ['Tambah layanan', 'Tambah pengunjung', 'Istirahat']) {
    await press(page, name);
    await page.getByRole('dialog').waitFor();
    await pressKey(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const focused = await page.evaluate(() => Reflect.get(window, 'focusedAtFirst'));
  expect(focused).toEqual(['INPUT', 'combobox', 'combobox', 'combobox', 'INPUT']);
});

test('keys can be changed, are kept, and a key in use is refused', { tags: 'long' }, async () => {
  await takeNumber(hall, { counter: 'C' });
  const page = await officerAt('14');
  await page.getByRole('button', { name: 'Ubah tombol' }).click();
  const change = async (verb: string, key: string) => {
    await page.getByRole('button', { name: `Ubah tombol ${verb}, sekarang` }).click();
    await page.keyboard.press(key);
  };
  await change('Langkah berikutnya', 'r');
  expect(await page.getByRole('alert').textContent()).toBe('Tombol itu sudah dipakai untuk Panggil ulang.');
  await picture(page, 'shortcuts');
  await expectAccessible(page);
  await change('Langkah berikutnya', 'p');
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup', exact: true }).last().click();
  await page.reload();
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, 'Space');
  await pressKey(page, 'p');
  await readyForNextStep(page, 'Mulai melayani');
});

test('two officers who press next at once get two different visitors', { tags: 'long' }, async () => {
  const before = await takeNumber(hall, { counter: 'K', service: 1 });
  await takeNumber(hall, { counter: 'K', service: 1 });
  const [one, two] = [await officerAt('4'), await officerAt('5')];
  expect(await waitingNumbers(one)).toContain(before);
  await readyForNextStep(one, 'Panggil berikutnya');
  await readyForNextStep(two, 'Panggil berikutnya');
  await Promise.all([one.keyboard.press('Space'), two.keyboard.press('Space')]);
  await readyForNextStep(one, 'Mulai melayani');
  await readyForNextStep(two, 'Mulai melayani');
  const numbers = [await numberAtDesk(one), await numberAtDesk(two)];
  expect(new Set(numbers).size).toBe(2);
  for (const number of numbers) expect(await waitingNumbers(one)).not.toContain(number);
});

test('a double press of the space bar calls once and starts nothing', async () => {
  await takeNumber(hall, { counter: 'M' });
  await takeNumber(hall, { counter: 'M' });
  const page = await officerAt('12');
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('M-001');
  expect(await waitingNumbers(page)).toEqual(['M-002']);
});

test('a desk that somebody else took meanwhile is refused in words, and named', async () => {
  const page = await staffPage(browser, hall.url, { session: await officer() });
  const free = page.getByRole('button', { name: /^Loket 15 ?Duduk di sini/ });
  await free.waitFor();
  const ajeng = await officer('Ajeng Lestari');
  const signIn = `/desks/${await deskId(ajeng, '15')}/sign-in`;
  // After the press and before it arrives: later the page would know, and offer the desk no more.
  await page.route(`**/api/v1${signIn}`, async (route) => {
    expect((await ajeng.request('POST', signIn)).status).toBe(200);
    await route.continue();
  });
  await free.click();
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toBe('Petugas lain masih menempati loket ini, atau Anda masih di loket lain.');
  await page.getByRole('button', { name: /^Loket 15 ?Dipakai Ajeng Lestari/ }).waitFor();
  await picture(page, 'desk-taken');
  await expectAccessible(page);
});

test('what the server refuses is said in its sentence, and nothing else changes', async () => {
  const first = await takeNumber(hall, { counter: 'A', service: 1 });
  const second = await takeNumber(hall, { counter: 'A', service: 1 });
  const page = await officerAt('2');
  const ajeng = await officer('Ajeng Lestari');
  const desk = await deskId(ajeng, '1');
  await readyForNextStep(page, 'Panggil berikutnya');
  await expect.poll(() => waitingNumbers(page)).toEqual([first, second]);
  // The other desk is quicker by a moment.
  await page.route('**/api/v1/desks/*/call', async (route) => {
    await ajeng.request('POST', `/desks/${desk}/sign-in`);
    expect((await ajeng.request('POST', `/desks/${desk}/call-next`)).body).toMatchObject({ number: first });
    await route.continue();
  });
  await page.getByRole('button', { name: `Panggil ${first}` }).click();
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toBe('Nomor ini tidak sedang dalam keadaan yang memungkinkan itu. Lihat keadaan terbarunya.');
  await expect.poll(() => waitingNumbers(page)).toEqual([second]);
  await page.getByText('Tidak ada yang dilayani').waitFor();
  await picture(page, 'refused');
  await expectAccessible(page);
});

test('a number in the line is found by typing its last digits anywhere, and called by Enter', {
  tags: 'long',
}, async () => {
  const numbers: string[] = [];
  for (let visitor = 1; visitor <= 12; visitor += 1) numbers.push(await takeNumber(hall, { counter: 'PJ' }));
  const label = await freeLabel('PJ');
  const page = await officerAt(label);
  await expect.poll(async () => (await waitingNumbers(page)).length).toBeGreaterThan(1);
  await readyForNextStep(page, 'Panggil berikutnya');
  await pressKey(page, '1');
  await expect.poll(() => waitingNumbers(page)).toEqual([numbers[0], numbers[10]]);
  await pressKey(page, '1');
  await expect.poll(() => waitingNumbers(page)).toEqual([numbers[10]]);
  await picture(page, 'number-typed');
  await expectAccessible(page);
  // What a scanner types is no number that is looked for.
  await page.keyboard.type('8991234567890', { delay: 5 });
  await pressKey(page, 'Backspace');
  await expect.poll(() => waitingNumbers(page)).toEqual([numbers[0], numbers[10]]);
  await page.getByLabel('Cari nomor dalam antrean').fill('99');
  await page.getByRole('button', { name: 'Cari 99 di semua nomor' }).click();
  await page.getByRole('dialog').getByText('Tidak ada nomor 99 hari ini.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await pressKey(page, '1');
  await pressKey(page, '1');
  await expect.poll(() => waitingNumbers(page)).toEqual([numbers[10]]);
  await pressKey(page, 'Enter');
  await expect.poll(() => numberAtDesk(page)).toBe(numbers[10]);
  await expect.poll(async () => (await waitingNumbers(page)).length).toBeGreaterThan(2);
});

test('whoever sat at a desk sits there again by Enter, unless somebody else does', {
  tags: 'long',
}, async () => {
  const session = await officer('Wulan Sari');
  const page = await staffPage(browser, hall.url, { session });
  await takeDesk(page, await freeLabel('TS'));
  const desks = (await session.request('GET', '/desks')).body as Desk[];
  const own = desks.find(({ user }) => user?.displayName === 'Wulan Sari');
  await session.request('POST', `/desks/${own?.id}/sign-out`);
  await page.getByRole('heading', { name: `Terakhir Anda: Loket ${own?.label}` }).waitFor();
  await picture(page, 'last-desk');
  await expectAccessible(page);
  await pressKey(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: `, Loket ${own?.label}` }).waitFor();
  await session.request('POST', `/desks/${own?.id}/sign-out`);
  const other = await officer('Lina Marlina');
  await other.request('POST', `/desks/${own?.id}/sign-in`);
  const last = page.getByRole('region', { name: 'Terakhir Anda' });
  await last.getByText('Dipakai Lina Marlina').waitFor();
  expect(await last.getByRole('button').count()).toBe(0);
});

/** The label of a desk of a counter at which nobody sits. */
async function freeLabel(code: string): Promise<string> {
  const desks = (await (await officer()).request('GET', '/desks')).body as Desk[];
  return desks.find(({ counter, user }) => counter.code === code && !user)?.label ?? '';
}
