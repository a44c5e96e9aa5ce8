import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, onTestFinished, test } from 'vitest';
import { makeAdmin } from '../support/hall-people';
import { writePastDays } from '../support/past-days';
import { startHall } from '../support/running-hall';

/** A hall that was closed for some days, started again. */
async function hallWithPast(before: 'saving' | 'not saving') {
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  const admin = await makeAdmin(hall);
  if (before === 'not saving') {
    const { status } = await admin.request('PATCH', '/admin/settings', { saveDayReports: false });
    expect(status).toBe(200);
  }
  await hall.halt();
  writePastDays(hall, 4, 20);
  await hall.resume();
  return { hall, admin, folder: join(hall.dataDir, 'reports') };
}

test('the reports of days that are over are saved, with every figure of the screen', async () => {
  const { admin, folder } = await hallWithPast('saving');
  const files = () => (existsSync(folder) ? readdirSync(folder).sort() : []);
  await expect.poll(files).toEqual(['antre-2026-11-20.xlsx', 'antre-2026-11-23.xlsx']);
  expect(statSync(join(folder, 'antre-2026-11-23.xlsx')).mode & 0o777).toBe(0o600);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, 'antre-2026-11-23.xlsx'));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    ...['Seluruhnya', 'Jam', 'Gerai', 'Layanan', 'Loket', 'Petugas', 'Kehadiran'],
  ]);
  const { body } = await admin.request('GET', '/reports/summary?by=counter&from=2026-11-23&to=2026-11-23');
  const issued = (body as { issued: number }[]).map((row) => row.issued);
  const counters = workbook.getWorksheet('Gerai');
  expect(counters?.getColumn(1).values.slice(1, 4)).toEqual([
    expect.stringMatching(/^Mal Pelayanan Publik, /),
    'Nomor, waktu tunggu, dan waktu layanan: Gerai',
    'Kurun waktu: 23 November 2026',
  ]);
  // Below the heading, which ends with a line left free.
  expect(counters?.getColumn(4).values.slice(6)).toEqual(['Nomor diambil', ...issued]);
});

test('no report is saved where the hall does not want it', async () => {
  const { hall, admin, folder } = await hallWithPast('not saving');
  // The days are summed all the same; the file would come right after.
  await expect
    .poll(async () => {
      const { body } = await admin.request('GET', '/reports/presence?from=2026-11-20&to=2026-11-20');
      return (body as unknown[]).length;
    })
    .toBeGreaterThan(0);
  await hall.halt();
  expect(existsSync(folder)).toBe(false);
  await hall.resume();
});
