import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import {
  expectAccessible,
  numberAtDesk,
  picture,
  readyForNextStep,
  signIn,
  staffPage,
  takeDesk,
  waitingNumbers,
} from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let ajeng: Session;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  hall = await startHall({ printer: { kind: 'none' } });
  const admin = await makeAdmin(hall);
  await makeUser(hall, admin, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });
  ajeng = await makeUser(hall, admin, { username: 'ajeng', displayName: 'Ajeng Lestari', role: 'staff' });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await hall.end();
});

async function officer(username: string, deskLabel: string): Promise<Page> {
  const page = await staffPage(browser, hall.url);
  await signIn(page, username, password);
  await takeDesk(page, deskLabel);
  return page;
}

const said = (page: Page) => page.getByRole('status').or(page.getByRole('alert')).last().textContent();

test('a whole day by mouse: every verb of a desk', async () => {
  const first = await takeNumber(hall, { counter: 'K' });
  const second = await takeNumber(hall, { counter: 'K', service: 1 });
  const elderly = await takeNumber(hall, { counter: 'K', service: 2, priority: 'elderly' });
  const page = await officer('siti', '3');
  await expect.poll(() => waitingNumbers(page)).toEqual([elderly, first, second]);

  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: /^Panggil berikutnya/ }).click();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(elderly);

  // Recalled up to the limit; then the button says why it is off.
  for (let times = 1; times <= 3; times += 1) {
    await page.getByRole('button', { name: /^Panggil ulang/ }).click();
    await page.getByText(`${times} dari 3`).waitFor();
    await readyForNextStep(page, 'Mulai melayani');
  }
  await page.getByRole('button', { name: /^Panggil ulang/ }).click({ force: true });
  await expect.poll(() => said(page)).toBe('Panggilan ulang sudah habis untuk nomor ini.');

  // Not there: recorded, and brought back by a single press.
  await page.getByRole('button', { name: /^Tidak hadir/ }).click();
  await readyForNextStep(page, 'Panggil berikutnya');
  await expect.poll(() => said(page)).toContain(`${elderly} dicatat tidak hadir.`);
  await picture(page, 'no-show-said');
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await expect.poll(() => waitingNumbers(page)).toContain(elderly);

  // Out of order, then served; held with a reason and taken up again from the list.
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: `Panggil ${second}` }).click();
  await readyForNextStep(page, 'Mulai melayani');
  await page.getByRole('button', { name: /^Mulai melayani/ }).click();
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await page.getByRole('button', { name: /^Tahan/ }).click();
  await page.getByRole('button', { name: 'Fotokopi' }).click();
  await picture(page, 'hold-dialog');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Tahan', exact: true }).click();
  await page.getByRole('button', { name: /^1 ditahan/ }).click();
  await page.getByRole('dialog').getByText('Fotokopi').waitFor();
  await picture(page, 'held');
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Panggil ${second}` })
    .click();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(second);

  // A second service is added: finishing sends the same number there.
  await page.getByRole('button', { name: 'Tambah layanan' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('akta kel');
  await page.keyboard.press('Enter');
  await page.getByText('Setelah ini: Akta kelahiran').waitFor();
  await readyForNextStep(page, 'Mulai melayani');
  await page.getByRole('button', { name: /^Mulai melayani/ }).click();
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await page.getByRole('button', { name: /^Selesai saja/ }).click();
  await readyForNextStep(page, 'Panggil berikutnya');
  await expect.poll(() => waitingNumbers(page)).toContain(second);

  // Transferred to another institution with the same number and a note.
  await page.getByRole('button', { name: `Panggil ${first}` }).click();
  await readyForNextStep(page, 'Mulai melayani');
  await page.getByRole('button', { name: /^Alihkan/ }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('nib');
  await page.getByLabel('Paling depan').check();
  await page.getByLabel(/^Catatan/).fill('Berkas sudah diperiksa');
  await picture(page, 'transfer-dialog');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Alihkan ${first}` }).click();
  await expect.poll(() => said(page)).toContain(`${first} dialihkan.`);
  await readyForNextStep(page, 'Panggil berikutnya');

  // Somebody without paper.
  await page.getByRole('button', { name: 'Tambah pengunjung' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('pindah');
  await page.getByLabel('ibu hamil').check();
  await picture(page, 'walk-in-dialog');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tambah ke antrean' }).click();
  await expect.poll(() => said(page)).toContain('K-004 masuk antrean.');
  await page.getByRole('button', { name: 'Panggil sekarang' }).click();
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('K-004');
  await page.getByRole('button', { name: /^Selesai saja/ }).click();
  await readyForNextStep(page, 'Panggil berikutnya');

  // A break, and the end of the day.
  await page.getByRole('button', { name: 'Istirahat' }).click();
  await page.getByLabel('Alasan').last().fill('Salat Zuhur');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Salat Zuhur' }).waitFor();
  await picture(page, 'paused');
  await expectAccessible(page);
  await readyForNextStep(page, 'Buka loket lagi');
  await page.getByRole('button', { name: 'Buka loket lagi' }).click();
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Hari ini di loket ini: 2 dilayani, 0 tidak hadir.').waitFor();
  await picture(page, 'leave-dialog');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tinggalkan loket dan keluar' }).click();
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();

  // The next officer finds the transferred number at the other institution, with the note.
  const other = await officer('ajeng', '1');
  await expect.poll(() => waitingNumbers(other)).toEqual([first]);
  await other.getByText('Berkas sudah diperiksa').waitFor();
}, 120_000);

test('everything by keyboard alone, from signing in to leaving', async () => {
  const first = await takeNumber(hall, { counter: 'L' });
  const second = await takeNumber(hall, { counter: 'L', service: 1 });
  const third = await takeNumber(hall, { counter: 'L' });
  const page = await staffPage(browser, hall.url);
  const { keyboard } = page;
  await page.getByRole('heading', { name: 'Masuk' }).waitFor();
  await keyboard.type('siti');
  await keyboard.press('Tab');
  await keyboard.type(password);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /^Loket 8/ }).focus();
  await picture(page, 'desk-focused');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'BPKD, Loket 8' }).waitFor();

  await readyForNextStep(page, 'Panggil berikutnya');
  await keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  await keyboard.press('r');
  await page.getByText('1 dari 3').waitFor();
  await readyForNextStep(page, 'Mulai melayani');
  await keyboard.press('s');
  await readyForNextStep(page, 'Selesai, panggil berikutnya');
  await keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(second);

  // Letters are off in a dialog and while typing: "nns" is a reason, not three verbs.
  await keyboard.press('h');
  await page.getByRole('dialog').waitFor();
  await keyboard.type('nns');
  await keyboard.press('Enter');
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: /^1 ditahan/ }).waitFor();
  await keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe(third);
  await keyboard.press('n');
  await expect.poll(() => said(page)).toContain(`${third} dicatat tidak hadir.`);
  await page.getByRole('button', { name: /^1 tidak hadir/ }).focus();
  await keyboard.press('Enter');
  await page.getByRole('button', { name: `Kembalikan ${third} ke antrean` }).focus();
  await keyboard.press('Enter');
  await readyForNextStep(page, 'Panggil berikutnya');
  await keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  await keyboard.press('t');
  await page.getByRole('dialog').waitFor();
  await keyboard.type('bphtb');
  await keyboard.press('Enter');
  await expect.poll(() => said(page)).toContain(`${third} dialihkan.`);
  await readyForNextStep(page, 'Panggil berikutnya');
  await keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  await keyboard.press('f');
  await page.getByText('Tidak ada yang dilayani').waitFor();
  expect([first, second, third]).toEqual(['L-001', 'L-002', 'L-003']);
}, 120_000);

test('keys can be changed, are kept, and a key in use is refused', async () => {
  await takeNumber(hall, { counter: 'K' });
  const page = await officer('siti', '4');
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
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  await readyForNextStep(page, 'Mulai melayani');
});

test('two officers who press next at once get two different visitors', async () => {
  const numbers = [await takeNumber(hall, { counter: 'K' }), await takeNumber(hall, { counter: 'K' })];
  const [one, two] = [await officer('siti', '3'), await officer('ajeng', '4')];
  await readyForNextStep(one, 'Panggil berikutnya');
  await readyForNextStep(two, 'Panggil berikutnya');
  await Promise.all([one.keyboard.press('Space'), two.keyboard.press('Space')]);
  await readyForNextStep(one, 'Mulai melayani');
  await readyForNextStep(two, 'Mulai melayani');
  expect([await numberAtDesk(one), await numberAtDesk(two)].sort()).toEqual(numbers);
});

test('a double press of the space bar calls once and starts nothing', async () => {
  await takeNumber(hall, { counter: 'K' });
  await takeNumber(hall, { counter: 'K' });
  const page = await officer('siti', '3');
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await readyForNextStep(page, 'Mulai melayani');
  expect(await numberAtDesk(page)).toBe('K-001');
  expect(await waitingNumbers(page)).toEqual(['K-002']);
});

test('a desk that somebody else took meanwhile is refused in words, and named', async () => {
  const page = await staffPage(browser, hall.url);
  await signIn(page, 'siti', password);
  const free = page.getByRole('button', { name: /^Loket 3 ?Duduk di sini/ });
  await free.waitFor();
  const desks = (await ajeng.request('GET', '/desks')).body as { id: string; label: string }[];
  const desk = desks.find(({ label }) => label === '3');
  expect((await ajeng.request('POST', `/desks/${desk?.id}/sign-in`)).status).toBe(200);
  await free.click();
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toBe('Petugas lain masih menempati loket ini, atau Anda masih di loket lain.');
  await page.getByRole('button', { name: /^Loket 3 ?Dipakai Ajeng Lestari/ }).waitFor();
  await picture(page, 'desk-taken');
  await expectAccessible(page);
});

test('what the server refuses is said in its sentence, and nothing else changes', async () => {
  const first = await takeNumber(hall, { counter: 'K' });
  const second = await takeNumber(hall, { counter: 'K' });
  const page = await officer('siti', '3');
  await readyForNextStep(page, 'Panggil berikutnya');
  await expect.poll(() => waitingNumbers(page)).toEqual([first, second]);
  // The other desk is quicker than this page can be told: its events are held back.
  await page.route('**/api/v1/events**', (route) => route.abort());
  await hall.halt();
  await hall.resume();
  const desks = (await ajeng.request('GET', '/desks')).body as { id: string; label: string }[];
  const desk = desks.find(({ label }) => label === '4');
  await ajeng.request('POST', `/desks/${desk?.id}/sign-in`);
  expect((await ajeng.request('POST', `/desks/${desk?.id}/call-next`)).body).toMatchObject({ number: first });
  await readyForNextStep(page, 'Panggil berikutnya');
  await page.getByRole('button', { name: `Panggil ${first}` }).click();
  await page.unroute('**/api/v1/events**');
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toBe('Nomor ini tidak sedang dalam keadaan yang memungkinkan itu. Lihat keadaan terbarunya.');
  await expect.poll(() => waitingNumbers(page)).toEqual([second]);
  await page.getByText('Tidak ada yang dilayani').waitFor();
  await picture(page, 'refused');
  await expectAccessible(page);
});
