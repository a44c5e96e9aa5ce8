import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centreAddresses } from '../../../electron/contract/centre/wire';
import { configuration, daySummed, hallSnapshot, surveySums, ticket } from '../../support/centre-samples';
import { launchChromium } from '../../support/chromium';
import { JournalHall } from '../../support/journal-hall';
import { keepPicture } from '../../support/keep-picture';
import { hasPostgres } from '../../support/postgres-cluster';
import { refuseBreaches } from '../../support/refuse-breaches';
import { letIn, runningCentre, type TestCentre } from '../../support/running-centre';
import { expectAccessible, pressAnew } from '../../support/staff-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

async function centrePage(
  centre: TestCentre,
  { width = 1366, height = 768, token = '', hash = '', english = false } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  if (english) await context.addInitScript(() => localStorage.setItem('antre.staff.language', 'en'));
  if (token !== '')
    await context.addCookies([
      { name: 'antre_centre', value: token, url: centre.url, httpOnly: true, sameSite: 'Strict' },
    ]);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  refuseBreaches(page);
  await page.goto(`${centre.url}/pusat${hash}`);
  return page;
}

const picture = (page: Page, name: string) =>
  keepPicture(page, join(import.meta.dirname, '../../../test-results/centre', `${name}.png`));

test.skipIf(!hasPostgres)(
  'an office sets the centre up, links a hall by its code, and sees it come to life',
  async () => {
    const centre = await runningCentre();
    centre.time = Date.now();
    const page = await centrePage(centre);
    await page.getByLabel('Kode pemasangan').fill(centre.setUpCode);
    await page.getByLabel('Nama pusat').fill('Kabupaten Sleman');
    await page.getByLabel('Nama lengkap').fill('Dewi Lestari');
    await page.getByLabel('Nama pengguna').fill('dewi');
    await page.getByLabel('Kata sandi', { exact: true }).fill('sawah hijau luas');
    await expectAccessible(page);
    await picture(page, 'set-up');
    await page.getByRole('button', { name: 'Buat akun admin' }).click();
    await page.getByText('Belum ada balai. Minta admin').waitFor();

    const hall = new JournalHall(centre);
    const { body: pairing } = await hall.pair();
    await page.getByRole('button', { name: 'Hubungkan balai' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Kode dari balai').fill('K7QM 3XPD 92HA');
    await dialog.getByRole('button', { name: 'Cari balai' }).click();
    await dialog.getByText('Tidak ada balai yang menunggu dengan kode ini').waitFor();
    await dialog.getByLabel('Kode dari balai').fill(hall.codeOf(pairing).toLowerCase());
    await dialog.getByRole('button', { name: 'Cari balai' }).click();
    await dialog.getByText('Yang menunggu: MPP Sleman, Sleman').waitFor();
    await expectAccessible(page);
    await picture(page, 'let-in');
    await dialog.getByRole('button', { name: 'Hubungkan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'MPP Sleman' }).waitFor();
    await page.getByRole('link', { name: 'Balai sekarang' }).first().click();
    const row = page.getByRole('row', { name: /MPP Sleman/ });
    await row.getByText('Belum ada kabar').waitFor();

    await hall.hello();
    hall.open();
    hall.write('configuration_version', configuration(['Imigrasi', 'Samsat']));
    hall.write('ticket_step', { ...ticket, step: 'issued' });
    await hall.send(hall.rows);
    await hall.ask(centreAddresses.snapshot, hallSnapshot);
    await row.getByText('Buka, 1 gerai').waitFor();
    await page
      .getByText('1 dari 1 balai buka. 4 orang menunggu. Paling lama 12 menit, di MPP Sleman.')
      .waitFor();
    await row.getByRole('button', { name: /MPP Sleman/ }).click();
    await page.getByRole('rowheader', { name: 'A, Gerai Imigrasi' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'hall');
    await page.context().close();
  },
);

test.skipIf(!hasPostgres)(
  'silent and frozen halls are shown as such, in both languages and on a phone',
  { tags: ['long'] },
  async () => {
    const centre = await runningCentre();
    centre.time = Date.now() - 20 * 60_000;
    const names = ['MPP Sleman', 'MPP Bantul', 'MPP Kulon Progo', 'MPP Gunungkidul', 'MPP Kota Yogyakarta'];
    for (const [at, name] of names.entries()) {
      const hall = new JournalHall(centre);
      const id = await letIn(centre, hall);
      await centre.database.query.updateTable('halls').set({ name }).where('id', '=', id).execute();
      if (at === 1) centre.time = Date.now();
      const copies = { here: new Date(centre.time - 3 * 3_600_000).toISOString(), away: null };
      if (at !== 3)
        await hall.ask(centreAddresses.snapshot, {
          ...hallSnapshot,
          waiting: at * 17,
          longestWait: at * 31,
          openCounters: 12 + at,
          copies,
          absentAgencies: at === 2 ? ['Kantor Imigrasi Kelas I', 'Samsat', 'Kejaksaan Negeri'] : [],
        });
      if (at === 4)
        await centre.database.query
          .updateTable('halls')
          .set({ frozen_at: centre.time, frozen_because: 'two_machines' })
          .where('id', '=', id)
          .execute();
    }
    const token = await centre.person('admin');
    for (const [name, options] of Object.entries({
      halls: {},
      'halls-english': { english: true },
      'halls-phone': { width: 390, height: 844 },
      'halls-large': { width: 1920, height: 1080 },
      people: { hash: '#orang' },
    })) {
      const page = await centrePage(centre, { token, ...options });
      await page.getByRole('table').waitFor();
      await expectAccessible(page);
      await picture(page, name);
      await page.context().close();
    }
    const open = await centrePage(centre, { width: 390, height: 844 });
    await open.goto(`${centre.url}/info`);
    await open.getByText('Mal pelayanan publik hari ini').waitFor();
    await expectAccessible(open);
    await picture(open, 'public');
    await open.context().close();
    const page = await centrePage(centre, { token });
    await page
      .getByRole('row', { name: /MPP Sleman/ })
      .getByText(/^Diam sejak/)
      .waitFor();
    await page.getByRole('button', { name: /Kota Yogyakarta/ }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Dua komputer mengirim kabar');
    await picture(page, 'hall-frozen');
    await page.getByRole('link', { name: 'Orang' }).click();
    await page.getByRole('button', { name: 'Tambah orang' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama lengkap').fill('Budi Santoso');
    await dialog.getByLabel('Nama pengguna').fill('budi');
    await dialog.getByLabel('MPP Bantul').check();
    await expectAccessible(page);
    await picture(page, 'person');
    await dialog.getByRole('button', { name: 'Tambah orang' }).click();
    await dialog.getByText('Kata sandi untuk Budi Santoso').waitFor();
    await dialog.getByRole('button', { name: 'Sudah dicatat' }).click();
    await page
      .getByRole('row', { name: /Budi Santoso/ })
      .getByText('MPP Bantul')
      .waitFor();
    await page.context().close();
  },
);

test.skipIf(!hasPostgres)(
  'reports over halls are read in one sentence, by hall and by one institution',
  { tags: ['long'] },
  async () => {
    const centre = await runningCentre();
    for (const [at, name] of ['MPP Bantul', 'MPP Sleman'].entries()) {
      const hall = new JournalHall(centre);
      const id = await letIn(centre, hall);
      await centre.database.query.updateTable('halls').set({ name }).where('id', '=', id).execute();
      hall.open();
      hall.write('configuration_version', configuration(['Imigrasi', 'Samsat'], name));
      for (let day = 1; day <= 20; day += 1) {
        const absent = at === 1 && day % 7 === 4;
        hall.write(
          'day_summed',
          daySummed(`2026-11-${String(day).padStart(2, '0')}`, [
            {
              counterId: 1,
              served: absent ? 0 : 20 + day,
              waited: 400 + 20 * day,
              present: absent ? 0 : 26_000,
            },
            { counterId: 2, served: 30, waited: 900 * (at + 1) },
          ]),
        );
      }
      hall.write('survey_sums', surveySums('2026-11', 1, 120, at === 0 ? 4 : 3));
      const due = { open: 2 + at, new: 1, overdue: at, nextDue: '2026-12-01', answered: 9 };
      hall.write('complaint_counts', { date: '2026-11-20', counters: [{ counterId: 1, ...due }] });
      await hall.send(hall.rows);
    }
    const token = await centre.person('manager');
    const page = await centrePage(centre, { token, hash: '#waktu' });
    await page.getByText(/layanan selesai\. Biasanya menunggu \d+ menit/).waitFor();
    await page.getByRole('rowheader', { name: 'MPP Sleman' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'summary');
    await page.getByRole('link', { name: 'Kehadiran instansi' }).click();
    await page.getByRole('combobox', { name: 'Instansi' }).click();
    await page.getByRole('option', { name: 'Imigrasi' }).click();
    await pressAnew(page, page.getByText('Balai dan hari', { exact: true }));
    await page
      .getByRole('row', { name: /MPP Sleman Rabu/ })
      .getByText('0 %')
      .waitFor();
    await page.getByText(/Imigrasi: 3 dari 40 hari tanpa petugas\./).waitFor();
    await expectAccessible(page);
    await picture(page, 'presence');
    await page.getByRole('link', { name: 'Kepuasan (SKM)' }).click();
    await page.getByText('87,50').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'skm');
    await page.getByRole('link', { name: 'Aduan' }).click();
    await page.getByText('5 aduan belum dijawab; 1 lewat batas.').waitFor();
    await expectAccessible(page);
    await picture(page, 'complaints');
    await page.context().close();
  },
);
